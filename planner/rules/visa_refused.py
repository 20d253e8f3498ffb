"""``visa.refused``: an entry rests on a visa that was refused or withdrawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, Message
from planner.record.journey import Journey
from planner.record.visa import Visa, VisaState, VisaStepKind
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Source, Subject
from planner.schedule.outline import EntryStay, outline

CODE = "visa.refused"


def visa_refused(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """As long as the entry stands on it. The post need not give a reason, and the fee is not returned."""
    for stay in outline(journey).entries:
        visa = stay.visa
        if visa is None or visa.state not in (VisaState.REFUSED, VisaState.WITHDRAWN):
            continue
        if stay.exited_on is not None and stay.exited_on < today:
            continue
        subject = Subject("visa", visa.id, "state")
        yield Finding(
            CODE,
            Severity.BLOCKER,
            _message(stay, visa),
            subject,
            Source.of(reference.entry_policy_of(visa)),
            (
                Fix(N_("Choose another ground to enter"), OpenField(Subject("entry", stay.entry.id, "visa"))),
                Fix(
                    N_("Make a task: apply again"),
                    MakeTask(subject, N_("Apply again for the visa of {name}", name=stay.name)),
                ),
            ),
            stay.entered_on,
        )


def _message(stay: EntryStay, visa: Visa) -> Message:
    if visa.state is VisaState.WITHDRAWN:
        return N_("The application of {name}, on which an entry rests, was withdrawn.", name=stay.name)
    refused = [step.done_on for step in visa.steps if step.kind is VisaStepKind.REFUSED and step.done_on]
    if refused and stay.entered_on is not None:
        return N_(
            "The visa of {name} was refused on {refused}; nothing else allows the entry on {day}.",
            name=stay.name,
            refused=max(refused),
            day=stay.entered_on,
        )
    return N_("The visa of {name}, on which an entry rests, was refused.", name=stay.name)
