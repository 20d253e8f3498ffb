"""A journey looked up: things by id, entries and the stay each permits, legs and sessions in order.

Derived once for a journey and shared by everything that checks or lays it; a ``Journey`` is frozen, so an
outline never goes stale.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planner.message import Message
from planner.record.appointment import Appointment, AppointmentState
from planner.record.booking import BookingState
from planner.record.contact import Contact
from planner.record.course import Course
from planner.record.document import Document
from planner.record.fraction import Fraction
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.mdt import MdtMeeting
from planner.record.place import Place
from planner.record.stay import Stay
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.traveller import Traveller
from planner.record.visa import Entry, EntryState, Visa
from planner.record.when import When, order_key
from planner.reference.region import region_of
from planner.schedule.carriers import Carrier, carriers
from planner.schedule.derived import derived
from planner.schedule.names import called, traveller_name
from planner.schedule.permitted_stay import PermittedStay, permitted_stay
from planner.schedule.presence import Presence, presences
from planner.schedule.printed_text import PrintedText, lacking_texts


@dataclass(frozen=True, slots=True)
class EntryStay:
    """One entry that stands, who makes it, on what ground, and what it permits.

    ``entered_on`` and ``exited_on`` are days by the calendar of the country, ``None`` while not known.
    """

    entry: Entry
    traveller: Traveller | None
    visa: Visa | None
    permitted: PermittedStay
    entered_on: dt.date | None
    exited_on: dt.date | None

    @property
    def name(self) -> str | Message:
        """Who enters."""
        return traveller_name(self.traveller)


@dataclass(frozen=True, slots=True)
class Crossing:
    """Somebody crosses the border of the country of treatment on a leg, on that day by its calendar."""

    leg: Leg
    traveller: str
    on: dt.date
    is_inward: bool


class Outline:
    """The lookups of one journey, each made when first asked for."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self._zone = journey.zone
        self._elsewhere: dict[int, tuple[When, dt.date]] = {}  # by identity: days of moments in other zones

    @derived
    def places(self) -> Mapping[str, Place]:
        return {place.id: place for place in self.journey.places}

    @derived
    def contacts(self) -> Mapping[str, Contact]:
        return {contact.id: contact for contact in self.journey.contacts}

    @derived
    def travellers(self) -> Mapping[str, Traveller]:
        return {traveller.id: traveller for traveller in self.journey.travellers}

    @derived
    def visas(self) -> Mapping[str, Visa]:
        return {visa.id: visa for visa in self.journey.visas}

    @derived
    def documents(self) -> Mapping[str, Document]:
        return {document.id: document for document in self.journey.documents}

    @derived
    def steps(self) -> Mapping[str, Thing]:
        """By their ids, the things that take place on a day, for which something else can be needed."""
        journey = self.journey
        dated = (journey.legs, journey.stays, journey.entries, journey.visas, journey.mdt_meetings)
        found: dict[str, Thing] = {thing.id: thing for things in dated for thing in things}
        found.update((appointment.id, appointment) for appointment in journey.appointments)
        for course in journey.courses:
            found[course.id] = course
            found.update((fraction.id, fraction) for fraction in course.fractions)
        return found

    @derived
    def entries(self) -> tuple[EntryStay, ...]:
        """Entries into the country of treatment that were not cancelled, in the order kept."""
        journey = self.journey
        return tuple(
            EntryStay(
                entry,
                self.travellers.get(entry.traveller),
                visa := self.visas.get(entry.visa) if entry.visa else None,
                permitted_stay(entry, visa, journey.zone),
                self.date_there(entry.entered) if entry.entered else None,
                self.date_there(entry.exited) if entry.exited else None,
            )
            for entry in journey.entries
            if entry.state is not EntryState.CANCELLED and entry.country == journey.country
        )

    @derived
    def presences(self) -> Mapping[str, Presence]:
        """The last day of each entry and what keeps the person there, by the entry's id."""
        return presences(self)

    @derived
    def lacking_texts(self) -> tuple[PrintedText, ...]:
        """The texts that print and are not written, or not reviewed, in some language of the journey."""
        return lacking_texts(self)

    @derived
    def carriers(self) -> tuple[Carrier, ...]:
        """Everything that carries a traveller's name or passport number."""
        return tuple(carriers(self))

    @derived
    def crossings(self) -> tuple[Crossing, ...]:
        """Every crossing of the country's border, by leg and traveller, in order."""
        return tuple(self._crossings())

    def is_entered(self, crossing: Crossing) -> bool:
        """Whether an entry speaks of this crossing: by its leg, or by its day."""
        for stay in self.entries:
            if stay.entry.traveller != crossing.traveller:
                continue
            leg, on = (
                (stay.entry.entry_leg, stay.entered_on)
                if crossing.is_inward
                else (stay.entry.exit_leg, stay.exited_on)
            )
            if crossing.leg.id == leg or crossing.on == on:
                return True
        return False

    def _crossings(self) -> Iterator[Crossing]:
        for leg in self.legs:
            inward, outward = self.is_inside(leg.destination), self.is_inside(leg.origin)
            if inward is None or outward is None or inward is outward:
                continue
            when = leg.arrives if inward and leg.arrives else leg.departs
            assert when is not None  # whose departure is not even a day is no leg of an outline
            on = self.date_there(when)
            yield from (Crossing(leg, traveller, on, inward) for traveller in leg.travellers)

    @derived
    def legs(self) -> tuple[Leg, ...]:
        """Legs that stand and whose departure is at least a day, in order of departure."""
        standing = [leg for leg in self.journey.legs if leg.booking.state is not BookingState.CANCELLED]
        return tuple(sorted((leg for leg in standing if leg.departs), key=_departs))

    @derived
    def stays(self) -> tuple[Stay, ...]:
        """Stays that stand, fallbacks left out, in order of arrival; those without a day come last."""
        standing = [
            stay
            for stay in self.journey.stays
            if stay.booking.state is not BookingState.CANCELLED and not stay.is_fallback
        ]
        return tuple(sorted(standing, key=lambda stay: (stay.arrives is None, _key(stay.arrives))))

    @derived
    def appointments(self) -> tuple[Appointment, ...]:
        """Appointments that stand and have at least a day, in order."""
        standing = [a for a in self.journey.appointments if a.state is not AppointmentState.CANCELLED]
        return tuple(sorted((a for a in standing if a.starts), key=lambda a: _key(a.starts)))

    def sessions(self, course: Course) -> tuple[Fraction, ...]:
        """The sessions of a course that stand, in order of time."""
        found = self._sessions.get(course.id)
        if found is None:
            standing = [fraction for fraction in course.fractions if fraction.stands]
            if not _is_one_a_day(standing):
                standing.sort(key=lambda fraction: (_key(fraction.starts), fraction.number))
            found = self._sessions[course.id] = tuple(standing)
        return found

    def called(self, thing: Thing) -> str | Text | Message:
        """What ``thing`` is called inside a sentence."""
        return called(thing, self.places)

    def day_of(self, thing: Thing) -> dt.date | None:
        """The day, by the country's calendar, on which ``thing`` takes place; ``None`` while unknown."""
        match thing:
            case Leg():
                when = thing.departs
            case Stay():
                when = thing.arrives
            case Entry():
                when = thing.entered
            case Appointment() | MdtMeeting() | Fraction():
                when = thing.starts
            case Course():
                when = next((session.starts for session in self.sessions(thing)), None)
            case Visa():
                days = [stay.entered_on for stay in self.entries if stay.visa is thing and stay.entered_on]
                return min(days, default=None)
            case _:
                when = None
        return self.date_there(when) if when else None

    def date_there(self, when: When) -> dt.date:
        """The day of ``when`` by the calendar of the country of treatment, as far as the time is known."""
        if when.zone == self._zone:
            return when.date
        found = self._elsewhere.get(id(when))
        if found is None or found[0] is not when:
            found = self._elsewhere[id(when)] = when, (when.seen_from(self._zone) or when).date
        return found[1]

    def is_inside(self, place: str | None) -> bool | None:
        """Whether a place lies in the country of treatment; ``None`` while nobody has said where it is.

        Hong Kong, Macao and Taiwan are other sides of a border (Exit and Entry Administration Law, art. 89).
        """
        return self._inside.get(place) if place else None

    @derived
    def _inside(self) -> Mapping[str, bool]:
        """Whether each place whose country is known lies in the country of treatment."""
        return {
            place.id: region_of(place.country, place.subdivision).partition("-")[0] == self.journey.country
            for place in self.journey.places
            if place.country
        }

    @derived
    def _sessions(self) -> dict[str, tuple[Fraction, ...]]:
        return {}


_latest: Outline | None = None


def outline(journey: Journey) -> Outline:
    """The outline of ``journey``, kept while the same journey is asked for again and again."""
    global _latest  # one slot; whoever loses a race only derives it again
    found = _latest
    if found is None or found.journey is not journey:
        found = _latest = Outline(journey)
    return found


def _is_one_a_day(sessions: Sequence[Fraction]) -> bool:
    """Whether each is on a later day of the same zone than the one before, as most courses are kept."""
    return all(
        one.starts.date < other.starts.date and one.starts.zone == other.starts.zone
        for one, other in pairwise(sessions)
    )


def _key(when: When | None) -> tuple[object, ...]:
    return () if when is None else order_key(when)


def _departs(leg: Leg) -> tuple[object, ...]:
    return _key(leg.departs)
