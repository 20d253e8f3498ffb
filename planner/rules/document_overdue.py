"""``document.overdue``: the last day on which a document could arrive is past, and it is not in hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.document import DocumentState
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Subject
from planner.schedule.outline import outline

CODE = "document.overdue"

_NOT_IN_HAND = (DocumentState.NEEDED, DocumentState.REQUESTED)


def document_overdue(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A blocker while the step it is needed for lies ahead, a note once it is past, else a warning."""
    seen = outline(journey)
    for document in journey.documents:
        by = document.needed_by
        if by is None or by >= today or document.state not in _NOT_IN_HAND:
            continue
        step = seen.steps.get(document.needed_for) if document.needed_for else None
        on = seen.day_of(step) if step is not None else None
        subject = Subject("document", document.id, "state")
        what = seen.called(document)
        if on is None:
            severity = Severity.WARNING
        else:
            severity = Severity.BLOCKER if on >= today else Severity.NOTE
        yield Finding(
            CODE,
            severity,
            N_(
                "{what}: was needed by {by} for {step} on {day}, and is not in hand.",
                what=what,
                by=by,
                step=seen.called(step),
                day=on,
            )
            if step is not None and on is not None
            else N_("{what}: was needed by {by}, and is not in hand.", what=what, by=by),
            subject,
            None,
            (
                Fix(N_("Enter where it stands"), OpenField(subject)),
                Fix(N_("Make a task: ask after it"), MakeTask(subject, N_("Ask after: {what}", what=what))),
            ),
            by,
        )
