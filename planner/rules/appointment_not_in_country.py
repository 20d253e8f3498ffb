"""``appointment.not-in-country``: an appointment in person is planned for when somebody is not there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from planner.message import N_
from planner.record.appointment import AppointmentKind
from planner.record.fraction import Fraction
from planner.record.journey import Journey
from planner.record.when import When
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity
from planner.schedule.agenda import Agenda, Attendance, agenda
from planner.schedule.instant import instant

CODE = "appointment.not-in-country"

#: They belong to the time after the journey; whoever comes for them again plans another.
_AFTERWARDS = (AppointmentKind.FOLLOW_UP, AppointmentKind.TELE_REVIEW)
#: That the patient leaves before these, and before sessions, is told with the departure.
_BEFORE_LEAVING = (AppointmentKind.WEEKLY_REVIEW, AppointmentKind.END_REVIEW, AppointmentKind.DISCHARGE)


class _Away(NamedTuple):
    """A time away: from leaving (``None``: before the first entry) to entering (``None``: for good)."""

    since: When | None
    until: When | None


def appointment_not_in_country(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Before the entry, between two, or after the last exit, of whoever has an entry at all.

    One finding for each such time, naming everything that lies in it.
    """
    seen = agenda(journey)
    told = set()
    for party in seen.parties if seen.times_there else ():
        since, until = _surely_there(seen, party.travellers)
        inside = [
            one
            for one in party.attendances
            if not (one.start is not None and since <= one.start <= until) and _is_there(seen, one, today)
        ]
        for traveller in party.travellers if inside else ():
            for away in _times_away(seen, traveller):
                missed = [one for one in inside if _is_in(seen, one, away, traveller)]
                key = away, tuple(one.thing.id for one in missed)
                if missed and key not in told:
                    told.add(key)
                    yield _finding(seen, traveller, missed, away)


def _surely_there(seen: Agenda, travellers: tuple[str, ...]) -> tuple[int, int]:
    """From when to when, in UTC seconds, all of them are there for certain: in the one stay each has."""
    since, until = 0, 0
    for traveller in travellers:
        times = seen.times_there.get(traveller, ())
        entered, exited = instant(times[0][0] if times else None), instant(times[0][1] if times else None)
        if len(times) != 1 or entered is None or exited is None:
            return 0, -1
        since, until = max(since, entered), min(until or exited, exited)
    return since, until


def _is_there(seen: Agenda, one: Attendance, today: dt.date) -> bool:
    """Whether it is still to come, in person, in the country of treatment, and part of the journey."""
    if one.place is None or seen.is_over(one.starts, today) or not seen.outline.is_inside(one.place):
        return False
    return isinstance(one.thing, Fraction) or one.thing.kind not in _AFTERWARDS


def _times_away(seen: Agenda, traveller: str) -> Iterator[_Away]:
    times = seen.times_there.get(traveller, ())
    left: When | None = None
    for position, (entered, exited) in enumerate(times):
        if position == 0 or left is not None:
            yield _Away(left, entered)
        left = exited
    if left is not None:
        yield _Away(left, None)


def _is_in(seen: Agenda, one: Attendance, away: _Away, traveller: str) -> bool:
    if away.since is not None and not seen.is_before(away.since, one.starts):
        return False
    if away.until is not None:
        return seen.is_before(one.starts, away.until)
    patient = seen.journey.patient
    leaves_it = isinstance(one.thing, Fraction) or one.thing.kind in _BEFORE_LEAVING
    return not leaves_it or patient is None or patient.id != traveller


def _finding(seen: Agenda, traveller: str, missed: list[Attendance], away: _Away) -> Finding:
    facts = {
        "name": seen.traveller_called(traveller),
        "what": tuple(N_("{what} ({day})", what=seen.called(one.thing), day=one.starts) for one in missed),
    }
    if away.since is None:
        message = N_(
            "{name} enters the country on {entered}; planned before that: {what}.",
            **facts,
            entered=away.until,
        )
    elif away.until is None:
        message = N_(
            "{name} leaves the country on {left}; planned after that: {what}.", **facts, left=away.since
        )
    else:
        message = N_(
            "{name} is out of the country from {left} to {entered}; planned in between: {what}.",
            **facts,
            left=away.since,
            entered=away.until,
        )
    return Finding(
        CODE,
        Severity.BLOCKER,
        message,
        missed[0].subject,
        None,
        (Fix(N_("Change the appointment"), OpenField(missed[0].subject)),),
        missed[0].starts.date,
    )
