"""``travel.arrival-before-departure``: a leg arrives before it leaves; often a night was forgotten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.date_order import DEPARTURE_AND_ARRIVAL
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.agenda import agenda

CODE = "travel.arrival-before-departure"


def travel_arrival_before_departure(
    journey: Journey, reference: Reference, today: dt.date
) -> Iterator[Finding]:
    """Compared as moments: by the calendars, a flight over the date line may land the day before it left.

    Of a leg that is over it warns: the plan goes on, but its record is wrong.
    """
    seen = agenda(journey)
    for move in seen.moves:
        arrives = move.leg.arrives
        if arrives is None or not DEPARTURE_AND_ARRIVAL.is_broken(move.leaves, arrives):
            continue
        subject = Subject("leg", move.leg.id, "arrives")
        yield Finding(
            CODE,
            Severity.WARNING if seen.is_over(move.leaves, today) else Severity.BLOCKER,
            N_(
                "{leg} leaves on {departs} and is entered as arriving before that, on {arrives}.",
                leg=seen.called(move.leg),
                departs=move.leaves,
                arrives=arrives,
            ),
            subject,
            None,
            (Fix(N_("Change the arrival"), OpenField(subject)),),
            move.leaves.date,
        )
