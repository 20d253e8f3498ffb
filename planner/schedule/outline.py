"""A journey looked up: things by id, entries and the stay each permits, legs and sessions in order.

Derived once for a journey and shared by everything that checks or lays it; a ``Journey`` is frozen, so an
outline never goes stale.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.record.appointment import Appointment, AppointmentState
from planner.record.booking import BookingState
from planner.record.contact import Contact
from planner.record.course import Course
from planner.record.document import Document
from planner.record.fraction import Fraction
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.place import Place
from planner.record.stay import Stay
from planner.record.traveller import Traveller
from planner.record.visa import Entry, EntryState, Visa
from planner.record.when import When, order_key
from planner.schedule.permitted_stay import PermittedStay, permitted_stay


@dataclass(frozen=True, slots=True)
class EntryStay:
    """One entry that stands, who makes it, on what ground, and what it permits."""

    entry: Entry
    traveller: Traveller | None
    visa: Visa | None
    permitted: PermittedStay


class Outline:
    """The lookups of one journey, each made when first asked for."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey

    @cached_property
    def places(self) -> Mapping[str, Place]:
        return {place.id: place for place in self.journey.places}

    @cached_property
    def contacts(self) -> Mapping[str, Contact]:
        return {contact.id: contact for contact in self.journey.contacts}

    @cached_property
    def travellers(self) -> Mapping[str, Traveller]:
        return {traveller.id: traveller for traveller in self.journey.travellers}

    @cached_property
    def visas(self) -> Mapping[str, Visa]:
        return {visa.id: visa for visa in self.journey.visas}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        return {document.id: document for document in self.journey.documents}

    @cached_property
    def entries(self) -> tuple[EntryStay, ...]:
        """Entries into the country of treatment that were not cancelled, in the order kept."""
        journey = self.journey
        return tuple(
            EntryStay(
                entry,
                self.travellers.get(entry.traveller),
                visa := self.visas.get(entry.visa) if entry.visa else None,
                permitted_stay(entry, visa, journey.zone),
            )
            for entry in journey.entries
            if entry.state is not EntryState.CANCELLED and entry.country == journey.country
        )

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """Legs that stand and whose departure is at least a day, in order of departure."""
        standing = [leg for leg in self.journey.legs if leg.booking.state is not BookingState.CANCELLED]
        return tuple(sorted((leg for leg in standing if leg.departs), key=_departs))

    @cached_property
    def stays(self) -> tuple[Stay, ...]:
        """Stays that stand, fallbacks left out, in order of arrival; those without a day come last."""
        standing = [
            stay
            for stay in self.journey.stays
            if stay.booking.state is not BookingState.CANCELLED and not stay.is_fallback
        ]
        return tuple(sorted(standing, key=lambda stay: (stay.arrives is None, _key(stay.arrives))))

    @cached_property
    def appointments(self) -> tuple[Appointment, ...]:
        """Appointments that stand and have at least a day, in order."""
        standing = [a for a in self.journey.appointments if a.state is not AppointmentState.CANCELLED]
        return tuple(sorted((a for a in standing if a.starts), key=lambda a: _key(a.starts)))

    def sessions(self, course: Course) -> tuple[Fraction, ...]:
        """The sessions of a course that stand, in order of time."""
        found = self._sessions.get(course.id)
        if found is None:
            standing = (fraction for fraction in course.fractions if fraction.stands)
            found = tuple(sorted(standing, key=lambda fraction: (_key(fraction.starts), fraction.number)))
            self._sessions[course.id] = found
        return found

    @cached_property
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


def _key(when: When | None) -> tuple[object, ...]:
    return () if when is None else order_key(when)


def _departs(leg: Leg) -> tuple[object, ...]:
    return _key(leg.departs)
