"""``travel.clearance-after-rebooking``: a medical clearance was made for another departure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Source, Subject
from planner.schedule.agenda import agenda
from planner.schedule.clearances import clearances, flights_to_come, policy_of, window

CODE = "travel.clearance-after-rebooking"


def travel_clearance_after_rebooking(
    journey: Journey, reference: Reference, today: dt.date
) -> Iterator[Finding]:
    """A clearance holds for one departure. A warning while the form can be sent again, then a blocker.

    A departure retimed within its day by no more than the limit is the same departure.
    """
    seen = agenda(journey)
    for move in flights_to_come(seen, today):
        policy = policy_of(reference, move.leg, journey.country)
        if policy is None:
            continue
        days = window(policy, move.leaves.date)
        for one in clearances(seen, move):
            if days is None or one.held is None or not one.is_asked_for:
                continue
            if not one.is_for_another_departure(reference.limits.retimed_minutes):
                continue
            subject = Subject("leg", one.leg.id, "clearances")
            leg = seen.called(one.leg)
            title = N_("Send the medical clearance form (MEDA) for {leg} again", leg=leg)
            yield Finding(
                CODE,
                Severity.WARNING if today <= days.last else Severity.BLOCKER,
                N_(
                    "The medical clearance (MEDA) of {name} was for the departure on {old}; {leg} now leaves "
                    "on {new}. It needs a new one, to be sent from {first} to {last}.",
                    name=seen.traveller_called(one.traveller),
                    old=one.held.for_departure,
                    leg=leg,
                    new=one.leaves,
                    first=days.first,
                    last=days.last,
                ),
                subject,
                Source.of(policy),
                (
                    Fix(N_("Enter the new clearance"), OpenField(subject)),
                    Fix(N_("Make a task: send the form again"), MakeTask(subject, title, days.last)),
                ),
                days.last,
            )
