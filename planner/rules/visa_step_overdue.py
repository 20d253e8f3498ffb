"""``visa.step-overdue``: a step of an application was planned for a day that is past, and is not done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.record.visa import VisaState
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.names import VISA_STEPS, traveller_name
from planner.schedule.outline import outline

CODE = "visa.step-overdue"

_OPEN = (VisaState.PLANNED, VisaState.PREPARING, VisaState.LODGED)


def visa_step_overdue(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """While the application is open. The step of today is not late yet; its day is where it is done."""
    seen = outline(journey)
    for visa in journey.visas:
        if visa.state not in _OPEN:
            continue
        for step in visa.steps:
            if step.planned is None or step.done_on is not None:
                continue
            on = step.planned.date
            if on < today:
                subject = Subject("visa-step", step.id, "done_on")
                yield Finding(
                    CODE,
                    Severity.WARNING,
                    N_(
                        "“{step}” was planned for {day} for {name}; nothing shows that it was done.",
                        step=VISA_STEPS[step.kind],
                        day=on,
                        name=traveller_name(seen.travellers.get(visa.traveller)),
                    ),
                    subject,
                    None,
                    (Fix(N_("Enter the day it was done"), OpenField(subject)),),
                    on,
                )
