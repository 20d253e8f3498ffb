"""``travel.stay-reversed``: a stay is entered as left before it begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.date_order import CHECK_IN_AND_OUT
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.agenda import agenda

CODE = "travel.stay-reversed"


def travel_stay_reversed(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """No night of it is counted then. Leaving on the day of arriving is a room for the day, and none."""
    seen = agenda(journey)
    for stay in seen.outline.stays:
        if stay.arrives is None or stay.leaves is None:
            continue
        if not CHECK_IN_AND_OUT.is_broken(stay.arrives, stay.leaves):
            continue
        over = max(stay.arrives.date, stay.leaves.date) < today
        subject = Subject("stay", stay.id, "leaves")
        yield Finding(
            CODE,
            Severity.WARNING if over else Severity.BLOCKER,
            N_(
                "{place}: the check-out on {leaves} is before the check-in on {arrives}.",
                place=seen.called(stay),
                leaves=stay.leaves,
                arrives=stay.arrives,
            ),
            subject,
            None,
            (
                Fix(N_("Change the check-out"), OpenField(subject)),
                Fix(N_("Change the check-in"), OpenField(Subject("stay", stay.id, "arrives"))),
            ),
            min(stay.arrives.date, stay.leaves.date),
        )
