"""``travel.free-cancel-ends``: free changing of a booking ends soon, and the plan is not sure yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, Message
from planner.record.booking import Booking, BookingState
from planner.record.journey import Journey
from planner.record.thing import Thing
from planner.record.visa import VisaState
from planner.record.when import When
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.agenda import Agenda, agenda
from planner.schedule.instant import start_of
from planner.schedule.planned_fraction import is_to_come

CODE = "travel.free-cancel-ends"

_Booked = tuple[str, Thing, Booking, tuple[str, ...], When | None]
_STANDS = (BookingState.HELD, BookingState.BOOKED, BookingState.CONFIRMED, BookingState.CHANGED)
_SETTLED = (VisaState.GRANTED, VisaState.NOT_NEEDED, VisaState.WITHDRAWN)


def travel_free_cancel_ends(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """While a visa of those who travel is not there, or sessions before it are still to be given."""
    soon = today + dt.timedelta(reference.limits.free_cancel_days)
    seen = agenda(journey)
    for kind, thing, booking, who, begins in _bookings(journey):
        until = booking.free_cancel_until
        if until is None or booking.state not in _STANDS or not today <= until.date <= soon:
            continue
        doubt = _doubt(seen, who, begins)
        if doubt is None:
            continue
        subject = Subject(kind, thing.id, "booking")
        yield Finding(
            CODE,
            Severity.NOTE,
            N_(
                "{what} can be changed or cancelled free of charge until {until}. {doubt}",
                what=seen.called(thing),
                until=until,
                doubt=doubt,
            ),
            subject,
            None,
            (Fix(N_("Open the booking"), OpenField(subject)),),
            until.date,
        )


def _bookings(journey: Journey) -> Iterator[_Booked]:
    for leg in journey.legs:
        yield "leg", leg, leg.booking, leg.travellers, leg.departs
    for stay in journey.stays:
        yield "stay", stay, stay.booking, stay.travellers, stay.arrives


def _doubt(seen: Agenda, who: tuple[str, ...], begins: When | None) -> Message | None:
    """What may still upset the plan, if anything does."""
    journey = seen.journey
    waiting = [visa for visa in journey.visas if visa.state not in _SETTLED]
    names = tuple(dict.fromkeys(visa.traveller for visa in waiting if not who or visa.traveller in who))
    if names:
        return N_("The visa is not there yet: {names}.", names=seen.names(names))
    if begins is None:
        return None
    sessions = [one for course in journey.courses for one in seen.outline.sessions(course)]
    to_come = [one for one in sessions if is_to_come(one.state)]
    last = max(to_come, key=lambda one: start_of(one.starts), default=None)
    if last is None or start_of(begins) <= start_of(last.starts):
        return None
    return N_("Sessions before it are still to be given, the last on {day}.", day=last.starts.date)
