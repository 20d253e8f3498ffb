"""Who has to be where, when: the moves and the attendances of a journey in order of time, and its places.

Derived once for a journey, beside its outline, and shared by the rules about travel, appointments and people.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from planner.message import N_, Message
from planner.record.appointment import Appointment, AppointmentState
from planner.record.fraction import Fraction
from planner.record.journey import Journey
from planner.record.leg import Leg, LegMode
from planner.record.mdt import MeetingMode
from planner.record.place import PlaceKind
from planner.record.subject import Subject
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.when import When
from planner.schedule.derived import derived
from planner.schedule.instant import instant, start_of
from planner.schedule.names import traveller_name
from planner.schedule.outline import Outline, outline
from planner.schedule.planned_fraction import is_to_come
from planner.schedule.towns import same_town

#: They leave when their timetable says, not when one comes.
SCHEDULED = (LegMode.FLIGHT, LegMode.TRAIN, LegMode.COACH, LegMode.FERRY)
_HUBS = (PlaceKind.AIRPORT, PlaceKind.STATION)


class Move(NamedTuple):
    """A leg that stands, in UTC seconds; ``None`` while not known. The places are whole houses, by id."""

    leg: Leg
    leaves: When
    departs: int | None
    arrives: int | None
    origin: str | None
    destination: str | None
    is_scheduled: bool


class Attendance(NamedTuple):
    """Travellers have to be at something to come: a planned appointment, or a session (the patient).

    ``start`` and ``end`` are UTC seconds, ``None`` while no time is known; one whose length is not known
    ends as it starts. ``place`` is the whole house, by id; ``None`` for a meeting by video or telephone.
    """

    thing: Appointment | Fraction
    starts: When
    start: int | None
    end: int | None
    place: str | None
    travellers: tuple[str, ...]

    @property
    def subject(self) -> Subject:
        """Its time."""
        kind = "fraction" if isinstance(self.thing, Fraction) else "appointment"
        return Subject(kind, self.thing.id, "starts")


class Party(NamedTuple):
    """Travellers who have every leg and every attendance in common."""

    travellers: tuple[str, ...]
    moves: tuple[Move, ...]
    attendances: tuple[Attendance, ...]


class Agenda:
    """The moves and attendances of one journey, each list made when first asked for."""

    def __init__(self, seen: Outline) -> None:
        self.outline = seen
        self.journey = seen.journey

    @derived
    def houses(self) -> Mapping[str, str]:
        """The place that each place is part of in the end: a department's hospital; by id."""
        places = self.outline.places
        found: dict[str, str] = {}
        for id in places:
            house, passed = id, {id}
            while (within := places[house].within) in places and within not in passed:
                assert within is not None
                passed.add(within)
                house = within
            found[id] = house
        return found

    def house(self, place: str | None) -> str | None:
        """The id of the house that a place is in; ``None`` for no place."""
        return self.houses.get(place) if place else None

    def is_hub(self, place: str | None) -> bool:
        """Whether a place is an airport or a station."""
        found = self.outline.places.get(place) if place else None
        return found is not None and found.kind in _HUBS

    def same_town(self, one: str, other: str) -> bool | None:
        """Whether two houses are in one town; ``None`` when the record does not say."""
        return same_town(self.outline.places[one], self.outline.places[other])

    @derived
    def moves(self) -> tuple[Move, ...]:
        """The legs that stand and whose departure is at least a day, in order of departure."""
        return tuple(
            Move(
                leg,
                leg.departs,
                instant(leg.departs),
                instant(leg.arrives),
                self.house(leg.origin),
                self.house(leg.destination),
                leg.mode in SCHEDULED,
            )
            for leg in self.outline.legs
            if leg.departs is not None
        )

    @derived
    def attendances(self) -> tuple[Attendance, ...]:
        """What travellers have still to be at, in order; a day without a time comes first of its day."""
        everybody = tuple(traveller.id for traveller in self.journey.travellers)
        patient = self.journey.patient
        found = []
        for one in self.outline.appointments:
            if one.state is not AppointmentState.PLANNED or one.starts is None:
                continue
            who: tuple[str, ...] = one.travellers or (everybody if one.patient_present else ())
            if not one.patient_present and patient is not None:
                who = tuple(traveller for traveller in who if traveller != patient.id)
            place = self.house(one.place) if one.mode is MeetingMode.IN_PERSON else None
            found.append(_attendance(one, one.starts, one.duration_minutes, place, who, one.ends))
        if patient is not None:
            for course in self.journey.courses:
                centre = self.house(course.centre)
                for session in self.outline.sessions(course):
                    if is_to_come(session.state):
                        minutes = session.duration_minutes or course.session_minutes
                        found.append(_attendance(session, session.starts, minutes, centre, (patient.id,)))
        return tuple(sorted(found, key=lambda one: start_of(one.starts) if one.start is None else one.start))

    @derived
    def parties(self) -> tuple[Party, ...]:
        """The travellers, those who do everything together in one; in the order kept."""
        found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
        lists: list[tuple[tuple[Move, ...], tuple[Attendance, ...]]] = []
        for traveller in self.journey.travellers:
            moves = tuple(m for m in self.moves if not m.leg.travellers or traveller.id in m.leg.travellers)
            attended = tuple(one for one in self.attendances if traveller.id in one.travellers)
            key = tuple(m.leg.id for m in moves), tuple(one.thing.id for one in attended)
            if key not in found:
                found[key] = []
                lists.append((moves, attended))
            found[key].append(traveller.id)
        return tuple(Party(tuple(who), *both) for who, both in zip(found.values(), lists, strict=True))

    @derived
    def companies(self) -> tuple[Party, ...]:
        """The travellers, those who travel on the same legs in one, whatever each of them attends."""
        found: dict[tuple[str, ...], Party] = {}
        for party in self.parties:
            key = tuple(move.leg.id for move in party.moves)
            known = found.get(key)
            found[key] = (
                party if known is None else known._replace(travellers=known.travellers + party.travellers)
            )
        return tuple(found.values())

    def crosses_border(self, move: Move) -> bool:
        """Whether a leg crosses a border, as far as is known: one of which an end is not known may."""
        places = self.outline.places
        origin, destination = places.get(move.origin or ""), places.get(move.destination or "")
        if origin is None or destination is None or origin.country != destination.country:
            return True
        return self.outline.is_inside(origin.id) is not self.outline.is_inside(destination.id)

    def called(self, thing: Thing) -> str | Text | Message:
        """What ``thing`` is called inside a sentence."""
        return self.outline.called(thing)

    def place_called(self, place: str) -> str | Text | Message:
        """What the place of that id is called inside a sentence."""
        found = self.outline.places.get(place)
        return N_("a place not entered") if found is None else self.outline.called(found)

    def contact_called(self, contact: str) -> str | Text | Message:
        """What the contact of that id is called inside a sentence."""
        found = self.outline.contacts.get(contact)
        return N_("somebody not entered") if found is None else self.outline.called(found)

    def traveller_called(self, traveller: str) -> str | Message:
        """What the traveller of that id is called inside a sentence."""
        return traveller_name(self.outline.travellers.get(traveller))

    @derived
    def times_there(self) -> Mapping[str, tuple[tuple[When, When | None], ...]]:
        """When each traveller is in the country of treatment: from entry to exit, ``None`` if not known."""
        found: dict[str, list[tuple[When, When | None]]] = {}
        for stay in self.outline.entries:
            if stay.entry.entered is not None:
                found.setdefault(stay.entry.traveller, []).append((stay.entry.entered, stay.entry.exited))
        return {who: tuple(sorted(times, key=lambda one: start_of(one[0]))) for who, times in found.items()}

    def is_before(self, one: When, other: When) -> bool:
        """Whether a moment lies before another; by the country's calendar while either has no time."""
        if one.time is None or other.time is None:
            return self.outline.date_there(one) < self.outline.date_there(other)
        days = other.date.toordinal() - one.date.toordinal()
        if not -2 <= days <= 2:  # no two zones are further apart than that
            return days > 0
        return start_of(one) < start_of(other)

    def names(self, travellers: tuple[str, ...]) -> tuple[str | Message, ...]:
        """What these travellers are called, for a list in a sentence."""
        return tuple(self.traveller_called(id) for id in travellers)

    def is_over(self, when: When | None, today: dt.date) -> bool:
        """Whether a moment lies before ``today`` by the calendar of the country of treatment."""
        return when is not None and self.outline.date_there(when) < today


def agenda(journey: Journey) -> Agenda:
    """The agenda of ``journey``, kept while the same journey is asked for again and again."""
    global _latest  # one slot; whoever loses a race only derives it again
    found = _latest
    if found is None or found.journey is not journey:
        found = _latest = Agenda(outline(journey))
    return found


_latest: Agenda | None = None


def _attendance(
    thing: Appointment | Fraction,
    starts: When,
    minutes: int | None,
    place: str | None,
    travellers: tuple[str, ...],
    ends: When | None = None,
) -> Attendance:
    start = instant(starts)
    end = instant(ends) if ends is not None else None
    if end is None and start is not None:
        end = start + 60 * (minutes or 0)
    return Attendance(thing, starts, start, end, place, travellers)
