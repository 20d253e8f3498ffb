"""``travel.service-unconfirmed``: the airline has not confirmed a wheelchair or meal that was asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.agenda import agenda
from planner.schedule.clearances import CODE as CLEARANCE
from planner.schedule.clearances import flights_to_come

CODE = "travel.service-unconfirmed"


def travel_service_unconfirmed(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """From the days in which things must be confirmed on. Medical clearance has rules of its own."""
    seen = agenda(journey)
    soon = today + dt.timedelta(reference.limits.confirmation_days)
    for move in flights_to_come(seen, today):
        leg = move.leg
        if move.leaves.date > soon:
            continue
        waiting: dict[str, list[str]] = {}
        for request in leg.service_requests:
            if request.confirmation is None and request.code not in (CLEARANCE, ""):
                waiting.setdefault(request.traveller, []).append(request.code)
        for traveller, codes in waiting.items():
            subject = Subject("leg", leg.id, "service_requests")
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "The airline has not confirmed {codes} for {name} on {leg}, {day}.",
                    codes=tuple(codes),
                    name=seen.traveller_called(traveller),
                    leg=seen.called(leg),
                    day=move.leaves.date,
                ),
                subject,
                None,
                (Fix(N_("Enter the confirmation"), OpenField(subject)),),
                move.leaves.date,
            )
