"""``visa.missing``: somebody is to enter, and no visa or other ground to enter is recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.outline import outline

CODE = "visa.missing"


def visa_missing(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A warning, a blocker when the entry is near; not for the country's own nationals, nor after leaving."""
    for stay in outline(journey).entries:
        if stay.visa is not None or (stay.exited_on is not None and stay.exited_on < today):
            continue
        if stay.traveller is not None and stay.traveller.nationality == journey.country:
            continue
        on = stay.entered_on
        near = on is not None and (on - today).days <= reference.limits.visa_ready_days
        subject = Subject("entry", stay.entry.id, "visa")
        yield Finding(
            CODE,
            Severity.BLOCKER if near else Severity.WARNING,
            N_("On what ground {name} enters has not been entered.", name=stay.name)
            if on is None
            else N_("On what ground {name} enters on {day} has not been entered.", name=stay.name, day=on),
            subject,
            None,
            (Fix(N_("Enter the visa or policy"), OpenField(subject)),),
            on,
        )
