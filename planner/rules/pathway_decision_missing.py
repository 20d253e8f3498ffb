"""``pathway.decision-missing``: a board has met, and what it decided is not in the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity
from planner.schedule.agenda import agenda

CODE = "pathway.decision-missing"


def pathway_decision_missing(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """From some days after the meeting on: neither the decision in words, nor the document that holds it."""
    seen = agenda(journey)
    for meeting in journey.mdt_meetings:
        if meeting.starts is None or meeting.decision or meeting.document is not None:
            continue
        met = seen.outline.date_there(meeting.starts)
        if (today - met).days <= reference.limits.decision_days:
            continue
        subject = Subject.of(meeting, "decision")
        hospital = seen.house(meeting.hospital)
        message = (
            N_("The MDT board met on {day}; its decision is not entered.", day=met)
            if hospital is None
            else N_(
                "The MDT board at {hospital} met on {day}; its decision is not entered.",
                hospital=seen.place_called(hospital),
                day=met,
            )
        )
        ask = MakeTask(subject, N_("Ask for the written decision of the MDT board of {day}", day=met))
        yield Finding(
            CODE,
            Severity.WARNING,
            message,
            subject,
            None,
            (
                Fix(N_("Enter the decision"), OpenField(subject)),
                Fix(N_("Make a task: ask for the decision"), ask),
            ),
            met,
        )
