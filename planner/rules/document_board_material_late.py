"""``document.board-material-late``: material for an MDT board is due, and has not been sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, NN_
from planner.record.document import DocumentState
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Subject
from planner.schedule.outline import outline

CODE = "document.board-material-late"

_SENT = (DocumentState.SENT, DocumentState.ACCEPTED)


def document_board_material_late(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """From some days before the material is due, a blocker when that day is past, until the board has met."""
    seen = outline(journey)
    for meeting in journey.mdt_meetings:
        if meeting.material_due is None or not meeting.material:
            continue
        due, met = seen.date_there(meeting.material_due), seen.day_of(meeting)
        if (due - today).days > reference.limits.document_lead_days or (met is not None and met < today):
            continue
        kept = [seen.documents[id] for id in meeting.material if id in seen.documents]
        waiting = [one for one in kept if one.state not in _SENT and not one.sendings]
        if not waiting:
            continue
        subject = Subject("mdt-meeting", meeting.id, "material")
        yield Finding(
            CODE,
            Severity.BLOCKER if today > due else Severity.WARNING,
            NN_(
                "Material for the board is due by {due}; {count} document has not been sent: {documents}.",
                "Material for the board is due by {due}; {count} documents have not been sent: {documents}.",
                len(waiting),
                due=meeting.material_due,
                documents=tuple(seen.called(one) for one in waiting),
            ),
            subject,
            None,
            (
                Fix(
                    N_("Make a task: send the material"),
                    MakeTask(subject, N_("Send the material to the board"), due),
                ),
                Fix(N_("Enter where it stands"), OpenField(Subject("document", waiting[0].id, "state"))),
            ),
            due,
        )
