"""From when to when the reader travels, and in whose clocks each day is told."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.itinerary.edition import Edition, known_zone
from planner.itinerary.small_hours import evening_of
from planner.record.appointment import AppointmentState
from planner.record.consent import Audience
from planner.record.leg import Leg
from planner.record.mdt import MeetingMode
from planner.record.visa import Entry, EntryState
from planner.record.when import order_key

Span = tuple[dt.date, dt.date]

_ONE_DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the reader is: ``span`` is the first and last day of the journey itself, both included.

    ``span`` is ``None`` while nothing says when the journey is. ``leaves`` and ``returns`` are its ends where
    a leg of the reader begins and ends on them: the day of the first session is not that of leaving home.
    ``moves`` say, in order, from which date on the reader wakes in which zone; before them it is
    ``first_zone``.
    """

    span: Span | None
    leaves: dt.date | None
    returns: dt.date | None
    first_zone: str
    moves: tuple[tuple[dt.date, str], ...]
    home_zone: str
    zone: str

    def zone_on(self, day: dt.date) -> str:
        """The zone in which the reader wakes on ``day``: where the last leg before it led."""
        index = bisect_right(self.moves, day, key=lambda move: move[0])
        return self.moves[index - 1][1] if index else self.first_zone

    def is_travelling(self, day: dt.date) -> bool:
        """Whether ``day`` is one of the journey's, so that the reader is not at home before or after it."""
        return self.span is not None and self.span[0] <= day <= self.span[1]

    def is_away(self, day: dt.date) -> bool:
        """Whether the reader is not known to be back home between two parts of the journey on ``day``."""
        return not self.home_zone or self.home_zone == self.zone or self.zone_on(day) != self.home_zone


def whereabouts(edition: Edition) -> Whereabouts:
    """Where the reader of an edition is.

    By their legs, nights and entries, what they come for in person, and for the patient the sessions. A
    companion of whose way there or back nothing is known is taken to travel with the patient.
    """
    own = _own(edition)
    if edition.audience is not Audience.COMPANION:
        return own
    patients = _own(replace(edition, reader=edition.journey.patient))
    if own.span is None or patients.span is None:
        return own if own.span else patients
    comes, goes = _crossings(edition)
    first = own.span[0] if comes else min(own.span[0], patients.span[0])
    last = own.span[1] if goes else max(own.span[1], patients.span[1])
    leaves = next((one.leaves for one in (own, patients) if one.leaves == first), None)
    returns = next((one.returns for one in (own, patients) if one.returns == last), None)
    return replace(own, span=(first, last), leaves=leaves, returns=returns)


def _own(edition: Edition) -> Whereabouts:
    moves = tuple((since, zone) for since, _, zone in sorted(_evidence(edition)))
    found = Whereabouts(
        span=None,
        leaves=None,
        returns=None,
        first_zone=_first_zone(edition, has_moves=bool(moves)),
        moves=moves,
        home_zone=edition.home_zone,
        zone=edition.zone,
    )
    span = _span(edition, found)
    if span is None:
        return found
    ways = [leg for leg in edition.legs if _is_way(edition, leg)]
    leaves = any(leg.departs and min(_dates(leg)) == span[0] for leg in ways)
    returns = any(leg.arrives and max(_dates(leg)) == span[1] for leg in ways)
    return replace(found, span=span, leaves=span[0] if leaves else None, returns=span[1] if returns else None)


def _is_way(edition: Edition, leg: Leg) -> bool:
    """Whether a leg can begin or end at home: no ride within a country that one came to from elsewhere."""
    ends = (edition.place(leg.origin), edition.place(leg.destination))
    return edition.home_zone == edition.zone or not all(edition.is_in_country(place) for place in ends)


def _span(edition: Edition, found: Whereabouts) -> Span | None:
    """What the reader does in the country of treatment, with the legs and nights that join it at either end.

    They join it when no whole day lies between. What one comes for in person counts unless one is known to
    be at home on that day.
    """
    moves = sorted(_moves(edition))
    core = [(first, last) for first, last, inside in moves if inside]
    core += [(day, day) for day in _visits(edition) if found.is_away(day)]
    if not core:
        return None
    first, last = min(one[0] for one in core), max(one[1] for one in core)
    for start, end, _ in reversed(moves):
        if start < first and end >= _before(first):
            first = start
    for start, end, _ in moves:
        if end > last and start <= _after(last):
            last = end
    return first, last


def _crossings(edition: Edition) -> tuple[bool, bool]:
    """Whether it is known when the reader comes into the country of treatment, and when they leave it."""
    comes = goes = False
    for leg in edition.legs:
        origin, destination = edition.place(leg.origin), edition.place(leg.destination)
        crosses = edition.is_in_country(origin) != edition.is_in_country(destination)
        comes = comes or (crosses and edition.is_in_country(destination) and bool(_dates(leg)))
        goes = goes or (crosses and edition.is_in_country(origin) and bool(_dates(leg)))
    for entry in _entries(edition):
        comes, goes = comes or entry.entered is not None, goes or entry.exited is not None
    return comes, goes


def _moves(edition: Edition) -> Iterator[tuple[dt.date, dt.date, bool]]:
    """First and last day of each leg, stay, entry and course; whether it touches the country of treatment."""
    for leg in edition.legs:
        if days := _dates(leg):
            ends = (edition.place(leg.origin), edition.place(leg.destination))
            yield min(days), max(days), any(edition.is_in_country(place) for place in ends)
    for stay in edition.stays:
        if days := [when.date for when in (stay.arrives, stay.leaves) if when]:
            yield min(days), max(days), edition.is_in_country(edition.place(stay.place))
    for entry in _entries(edition):
        if days := [when.date for when in (entry.entered, entry.exited) if when]:
            yield min(days), max(days), True
    if edition.treats_reader:
        for course in edition.journey.courses:
            if days := [fraction.starts.date for fraction in course.fractions if fraction.stands]:
                yield min(days), max(days), True


def _dates(leg: Leg) -> list[dt.date]:
    """The dates of a leg, with that of the evening on which one leaves for it."""
    days = [when.date for when in (leg.departs, leg.arrives) if when]
    return [*days, evening_of(leg.departs)] if leg.departs else days


def _entries(edition: Edition) -> Iterator[Entry]:
    for entry in edition.journey.entries:
        if entry.state is not EntryState.CANCELLED and edition.is_part((entry.traveller,)):
            yield entry


def _visits(edition: Edition) -> Iterator[dt.date]:
    """The days of what the reader comes for in person."""
    for appointment in edition.journey.appointments:
        in_person = appointment.mode is MeetingMode.IN_PERSON and appointment.patient_present
        off = appointment.state is AppointmentState.CANCELLED
        if appointment.starts and in_person and not off and edition.is_part(appointment.travellers):
            if edition.is_in_country(edition.place(appointment.place)):
                yield appointment.starts.date


def _evidence(edition: Edition) -> Iterator[tuple[dt.date, dt.datetime, str]]:
    """From which date on the reader is in which zone; of several on a date the latest by instant holds."""
    for leg in edition.legs:
        if zone := _destination_zone(edition, leg):
            if leg.departs is not None:
                yield _after(leg.departs.date), order_key(leg.departs)[0], zone
            elif leg.arrives is not None:
                yield leg.arrives.date, order_key(leg.arrives)[0], zone
    for stay in edition.stays:
        place = edition.place(stay.place)
        if stay.arrives is not None and place is not None and known_zone(place.zone):
            yield stay.arrives.date, order_key(stay.arrives)[0], known_zone(place.zone)


def _destination_zone(edition: Edition, leg: Leg) -> str:
    if leg.arrives is not None:
        return leg.arrives.zone
    place = edition.place(leg.destination)
    return known_zone(place.zone) if place else ""


def _first_zone(edition: Edition, *, has_moves: bool) -> str:
    """Where the reader is before anything is known of a leg or a house: at home, if that is known."""
    starts = sorted((leg.departs.date, leg.departs.zone) for leg in edition.legs if leg.departs)
    if starts:
        return starts[0][1]
    return (edition.home_zone if has_moves else "") or edition.zone


def _before(day: dt.date) -> dt.date:
    return day - _ONE_DAY if day > dt.date.min else day


def _after(day: dt.date) -> dt.date:
    return day + _ONE_DAY if day < dt.date.max else day
