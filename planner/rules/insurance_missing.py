"""``insurance.missing``: no insurance is entered for somebody who travels, not even one that was refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.names import traveller_name
from planner.schedule.outline import outline

CODE = "insurance.missing"


def insurance_missing(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Only of people on a leg; whether to insure is theirs to decide, that they were asked is ours."""
    travelling = {traveller for leg in outline(journey).legs for traveller in leg.travellers}
    for traveller in journey.travellers:
        if traveller.insurance or traveller.id not in travelling:
            continue
        subject = Subject("traveller", traveller.id, "insurance")
        yield Finding(
            CODE,
            Severity.NOTE,
            N_(
                "No insurance is entered for {name}, held or refused.",
                name=traveller_name(traveller),
            ),
            subject,
            None,
            (Fix(N_("Enter an insurance"), OpenField(subject)),),
        )
