"""The interpreters and drivers whom a journey has asked for, when and where; and who is asked for twice."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from planner.record.appointment import AppointmentState
from planner.record.contact import ContactRole
from planner.record.journey import Journey
from planner.record.mdt import MdtMeeting, MeetingMode
from planner.record.subject import Subject
from planner.record.thing import Thing
from planner.record.when import When
from planner.schedule.agenda import Agenda, agenda
from planner.schedule.instant import instant
from planner.schedule.planned_fraction import is_to_come

#: Those whose time the agency books; doctors and coordinators keep their own diaries.
_BOOKED_BY_THE_HOUR = (ContactRole.INTERPRETER, ContactRole.DRIVER)


class Engagement(NamedTuple):
    """A contact is asked for at ``thing``. ``start`` and ``end`` are UTC seconds; places are houses, by id.

    ``who`` are the travellers it is for. One whose length is not known ends as it starts.
    """

    start: int
    end: int
    contact: str
    journey: Journey
    thing: Thing
    field: str
    when: When
    begins_at: str | None
    ends_at: str | None
    who: tuple[str, ...]

    @property
    def subject(self) -> Subject:
        """The field that names the contact."""
        return Subject.of(self.thing, self.field)


def engagements(journey: Journey, since: dt.date) -> tuple[Engagement, ...]:
    """Those of ``journey`` from ``since`` on whose time is known, each contact once for each thing."""
    return _each_once(_engagements(agenda(journey), lambda date: date >= since))


def engagements_apart(journey: Journey, since: dt.date) -> tuple[Engagement, ...]:
    """Those around the days on which something takes place without the patient.

    On all other days whoever is asked for twice is asked for by the patient, who cannot do both either.
    """
    patient = journey.patient
    if patient is None:
        return engagements(journey, since)
    moments = [
        *(one.starts for one in journey.mdt_meetings),
        *(one.starts for one in journey.appointments if patient.id not in one.travellers),
        *(leg.departs for leg in journey.legs if patient.id not in leg.travellers),
    ]
    apart = {when.date.toordinal() for when in moments if when is not None and when.date >= since}
    if not apart:
        return ()
    around = {day + beside for day in apart for beside in (-1, 0, 1)}
    return _each_once(
        _engagements(agenda(journey), lambda date: date >= since and date.toordinal() in around)
    )


def _each_once(found: Iterable[Engagement]) -> tuple[Engagement, ...]:
    """Each contact once for each thing."""
    by_thing: dict[tuple[str, str], Engagement] = {}
    for one in found:
        by_thing.setdefault((one.contact, one.thing.id), one)
    return tuple(by_thing.values())


def clashes(booked: Iterable[Engagement], travel_minutes: int) -> Iterator[tuple[Engagement, Engagement]]:
    """Two at a time that one contact cannot do both of, the earlier first.

    They overlap, or are at different places with less than ``travel_minutes`` between them. Of one journey,
    those with a traveller in common are left out: that the traveller cannot do both is told already.
    """
    by_contact: dict[str, list[Engagement]] = defaultdict(list)
    for one in booked:
        by_contact[one.contact].append(one)
    for diary in by_contact.values():
        if len(diary) < 2:
            continue
        diary.sort(key=lambda one: (one.start, one.end))
        busy = diary[0]
        for one in diary[1:]:
            if _excludes(busy, one, travel_minutes * 60):
                yield busy, one
            if one.end >= busy.end:
                busy = one


def _excludes(earlier: Engagement, later: Engagement, way_seconds: int) -> bool:
    if earlier.journey is later.journey and (not later.who or set(earlier.who) & set(later.who)):
        return False
    if later.start < earlier.end or later.start == earlier.start:
        return True
    apart = earlier.ends_at is not None and later.begins_at is not None and earlier.ends_at != later.begins_at
    return apart and later.start - earlier.end < way_seconds


def _engagements(seen: Agenda, wanted: Callable[[dt.date], bool]) -> Iterator[Engagement]:
    journey = seen.journey
    patient = (journey.patient.id,) if journey.patient else ()
    for one in seen.outline.appointments:
        if one.starts is None or one.state is not AppointmentState.PLANNED or not wanted(one.starts.date):
            continue
        named = [("interpreter", one.interpreter), ("driver", one.driver)]
        named += [("people", id) for id in one.people if _is_booked(seen, id)]
        place = seen.house(one.place) if one.mode is MeetingMode.IN_PERSON else None
        yield from _made(
            journey, one, one.starts, one.duration_minutes, (place, place), named, one.travellers
        )
    for course in journey.courses:
        centre = seen.house(course.centre)
        for session in seen.outline.sessions(course):
            if wanted(session.starts.date) and is_to_come(session.state):
                named = [("interpreter", session.interpreter), ("driver", session.driver)]
                minutes = session.duration_minutes or course.session_minutes
                yield from _made(journey, session, session.starts, minutes, (centre, centre), named, patient)
    for meeting in journey.mdt_meetings:
        if meeting.starts is not None and wanted(meeting.starts.date):
            yield from _at_board(seen, meeting, meeting.starts)
    for move in seen.moves:
        if wanted(move.leaves.date):
            named = [("driver", move.leg.driver), ("escort", move.leg.escort)]
            seconds = (move.arrives or 0) - (move.departs or 0) if move.arrives and move.departs else 0
            ends = (move.origin, move.destination)
            yield from _made(journey, move.leg, move.leaves, seconds // 60, ends, named, move.leg.travellers)


def _at_board(seen: Agenda, meeting: MdtMeeting, starts: When) -> Iterator[Engagement]:
    named = [("interpreter", meeting.interpreter)]
    attendants = (one.contact for one in meeting.attendants)
    named += [("attendants", id) for id in attendants if id is not None and _is_booked(seen, id)]
    place = seen.house(meeting.hospital) if meeting.mode is MeetingMode.IN_PERSON else None
    yield from _made(seen.journey, meeting, starts, meeting.duration_minutes, (place, place), named, ())


def _is_booked(seen: Agenda, contact: str) -> bool:
    known = seen.outline.contacts.get(contact)
    return known is not None and known.role in _BOOKED_BY_THE_HOUR


def _made(
    journey: Journey,
    thing: Thing,
    starts: When,
    minutes: int | None,
    places: tuple[str | None, str | None],
    named: Iterable[tuple[str, str | None]],
    who: tuple[str, ...],
) -> Iterator[Engagement]:
    start = instant(starts)
    if start is None:
        return
    for field, contact in named:
        if contact is not None:
            end = start + 60 * max(minutes or 0, 0)
            yield Engagement(start, end, contact, journey, thing, field, starts, *places, who)
