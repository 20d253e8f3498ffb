"""``privacy.retention-due``: the last day on which the record may be kept is near or past, or not decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey, JourneyState
from planner.reference.reference import Reference
from planner.reference.whose_law import privacy_law
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject

CODE = "privacy.retention-due"

_OVER = (JourneyState.COMPLETED, JourneyState.CLOSED)


def privacy_retention_due(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A note some weeks before that day, a warning after it; undecided, a note once the journey is over."""
    until = journey.retain_until
    if until is None:
        if journey.state not in _OVER:
            return
        severity = Severity.NOTE
        message = N_("The journey is over, and nobody has decided until when its record is kept.")
    else:
        if (until - today).days > reference.limits.retention_notice_days:
            return
        severity = Severity.WARNING if until < today else Severity.NOTE
        message = (
            N_(
                "The record was to be kept until {until}: erase it, or say why it is kept longer.",
                until=until,
            )
            if until < today
            else N_("The record is to be kept until {until}: decide whether it is erased then.", until=until)
        )
    subject = Subject("journey", journey.id, "retain_until")
    yield Finding(
        CODE,
        severity,
        message,
        subject,
        Source.of(privacy_law(reference, journey, "privacy.retention")),
        (Fix(N_("Decide how long it is kept"), OpenField(subject)),),
        until,
    )
