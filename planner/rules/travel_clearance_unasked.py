"""``travel.clearance-unasked``: nobody has asked the airline whether it wants a medical clearance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.agenda import agenda
from planner.schedule.clearances import flights_to_come, policy_of, window

CODE = "travel.clearance-unasked"


def travel_clearance_unasked(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Airlines want one of whoever travels for treatment, each way. A note until the form could be sent."""
    patient = journey.patient
    if patient is None:
        return
    seen = agenda(journey)
    for move in flights_to_come(seen, today):
        leg = move.leg
        if leg.needs_clearance is not None or leg.clearances or patient.id not in leg.travellers:
            continue
        policy = policy_of(reference, leg, journey.country)
        if policy is None:
            continue
        days = window(policy, move.leaves.date)
        subject = Subject("leg", leg.id, "needs_clearance")
        yield Finding(
            CODE,
            Severity.WARNING if days is not None and today >= days.first else Severity.NOTE,
            N_(
                "{leg} on {day}: nobody has entered whether the airline wants a medical clearance (MEDA) of "
                "the patient.",
                leg=seen.called(leg),
                day=move.leaves.date,
            ),
            subject,
            Source.of(policy),
            (Fix(N_("Enter what the airline says"), OpenField(subject)),),
            days.first if days else move.leaves.date,
        )
