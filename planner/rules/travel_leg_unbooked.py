"""``travel.leg-unbooked``: the departure is near, and the leg is not booked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.booking import BookingState
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.agenda import agenda

CODE = "travel.leg-unbooked"

_OPEN = (BookingState.IDEA, BookingState.HELD)


def travel_leg_unbooked(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Of the legs with a timetable, from the limit on: one that is only held, or an idea with no other."""
    seen = agenda(journey)
    soon = today + dt.timedelta(reference.limits.booking_days)
    booked = {
        (move.origin, move.destination, move.leaves.date)
        for move in seen.moves
        if move.leg.booking.state not in _OPEN
    }
    for move in seen.moves:
        state = move.leg.booking.state
        if not move.is_scheduled or state not in _OPEN or seen.is_over(move.leaves, today):
            continue
        idea = state is BookingState.IDEA
        way = move.origin, move.destination, move.leaves.date
        if move.leaves.date > soon or (idea and way in booked):
            continue
        subject = Subject("leg", move.leg.id, "booking")
        facts = {"leg": seen.called(move.leg), "departs": move.leaves}
        yield Finding(
            CODE,
            Severity.WARNING,
            N_("{leg} on {departs} is still an idea; nothing is booked.", **facts)
            if idea
            else N_("{leg} on {departs} is held, not booked.", **facts),
            subject,
            None,
            (Fix(N_("Enter the booking"), OpenField(subject)),),
            move.leaves.date,
        )
