"""``document.too-old``: laboratory results are older than those who read them accept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, NN_
from planner.record.document import DocumentKind, DocumentState
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Source, Subject
from planner.schedule.outline import outline

CODE = "document.too-old"

_NOT_IN_HAND = (DocumentState.NEEDED, DocumentState.REQUESTED)


def document_too_old(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """On the day of the step they are needed for, else the day they are needed by, while it is to come."""
    policy = reference.policy("laboratory.age", journey.country)
    if policy is None:
        return
    seen = outline(journey)
    for document in journey.documents:
        issued = document.issued_on
        if document.kind is not DocumentKind.LABORATORY or issued is None or document.state in _NOT_IN_HAND:
            continue
        if document.translation_of is not None:  # its original tells the day of the blood
            continue
        step = seen.steps.get(document.needed_for) if document.needed_for else None
        used = (seen.day_of(step) if step is not None else None) or document.needed_by
        if used is None or used < today or (used - issued).days <= policy["most_days"]:
            continue
        subject = Subject("document", document.id, "issued_on")
        what = seen.called(document)
        yield Finding(
            CODE,
            Severity.WARNING,
            N_(
                "{what}: of {issued}, {age} old when needed on {used}; results of at most {most} are usually "
                "accepted.",
                what=what,
                issued=issued,
                age=NN_("{count} day", "{count} days", (used - issued).days),
                used=used,
                most=NN_("{count} day", "{count} days", policy["most_days"]),
            ),
            subject,
            Source.of(policy),
            (
                Fix(
                    N_("Make a task: ask for newer results"),
                    MakeTask(subject, N_("Ask whether newer results are wanted: {what}", what=what), used),
                ),
                Fix(N_("Correct the day"), OpenField(subject)),
            ),
            used,
        )
