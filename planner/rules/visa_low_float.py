"""``visa.low-float``: a step of the application is planned so late that nothing may go wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, NN_
from planner.record.journey import Journey
from planner.record.visa import VisaState
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.outline import outline

CODE = "visa.low-float"

_OPEN = (VisaState.PLANNED, VisaState.PREPARING, VisaState.LODGED)


def visa_low_float(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """The last step still to be done, compared with the entry; on or after it there is no way in."""
    seen = outline(journey)
    for stay in seen.entries:
        visa, entered = stay.visa, stay.entered_on
        if visa is None or entered is None or visa.state not in _OPEN:
            continue
        planned = [
            (seen.date_there(step.planned), step)
            for step in visa.steps
            if step.planned is not None and step.done_on is None
        ]
        if not planned:
            continue
        on, step = max(planned, key=lambda one: one[0])
        days = (entered - on).days
        if days < reference.limits.visa_ready_days:
            subject = Subject("visa-step", step.id, "planned")
            yield Finding(
                CODE,
                Severity.BLOCKER if days <= 0 else Severity.WARNING,
                N_(
                    "The last step of the visa of {name} is planned for {day}; the entry is on {entered}, so "
                    "there is no time for it.",
                    name=stay.name,
                    day=on,
                    entered=entered,
                )
                if days <= 0
                else N_(
                    "The last step of the visa of {name} is planned for {day}, only {days} before the entry "
                    "on {entered}.",
                    name=stay.name,
                    day=on,
                    days=NN_("{count} day", "{count} days", days),
                    entered=entered,
                ),
                subject,
                Source.of(reference.entry_policy_of(visa)),
                (
                    Fix(N_("Change the step"), OpenField(subject)),
                    Fix(N_("Change the entry"), OpenField(Subject("entry", stay.entry.id, "entered"))),
                ),
                on,
            )
