"""``travel.service-unrequested``: a flight is booked without the wheelchair or meal a traveller needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.booking import BookingState
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.agenda import agenda
from planner.schedule.clearances import CODE as CLEARANCE
from planner.schedule.clearances import flights_to_come

CODE = "travel.service-unrequested"


def travel_service_unrequested(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """What the traveller's entry says is needed, compared with what the airline was asked for on each flight.

    A note while it is far off, a warning from the limit on. Medical clearance has rules of its own.
    """
    needs = {
        traveller.id: [code for code in (*traveller.service_codes, traveller.meal_code) if code]
        for traveller in journey.travellers
    }
    if not any(needs.values()):
        return
    seen = agenda(journey)
    soon = today + dt.timedelta(reference.limits.arrangement_days)
    for move in flights_to_come(seen, today):
        leg = move.leg
        if leg.booking.state is BookingState.IDEA:
            continue
        asked = {(request.traveller, request.code) for request in leg.service_requests}
        for traveller in leg.travellers:
            missing = tuple(
                code
                for code in needs.get(traveller, ())
                if code != CLEARANCE and (traveller, code) not in asked
            )
            if not missing:
                continue
            subject = Subject("leg", leg.id, "service_requests")
            yield Finding(
                CODE,
                Severity.WARNING if move.leaves.date <= soon else Severity.NOTE,
                N_(
                    "{name} needs {codes}; on {leg}, {day}, the airline has not been asked for it.",
                    name=seen.traveller_called(traveller),
                    codes=missing,
                    leg=seen.called(leg),
                    day=move.leaves.date,
                ),
                subject,
                None,
                (Fix(N_("Enter what was asked for"), OpenField(subject)),),
                move.leaves.date,
            )
