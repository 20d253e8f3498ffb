"""``visa.not-granted``: the entry is near, and the visa has not been granted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.record.visa import EntryBasis, VisaState
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.outline import outline

CODE = "visa.not-granted"

_APPLIED_FOR = (EntryBasis.S1, EntryBasis.S2, EntryBasis.M, EntryBasis.L, EntryBasis.Q2)
_OPEN = (VisaState.PLANNED, VisaState.PREPARING, VisaState.LODGED)


def visa_not_granted(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A warning in the weeks before the entry, a blocker in its last days."""
    limits = reference.limits
    for stay in outline(journey).entries:
        visa, on = stay.visa, stay.entered_on
        if visa is None or on is None or visa.basis not in _APPLIED_FOR or visa.state not in _OPEN:
            continue
        if 0 <= (on - today).days <= limits.visa_ready_days:
            subject = Subject("visa", visa.id, "state")
            yield Finding(
                CODE,
                Severity.BLOCKER if (on - today).days <= limits.document_lead_days else Severity.WARNING,
                N_("{name} is to enter on {day}, and the visa is not granted.", name=stay.name, day=on),
                subject,
                Source.of(reference.entry_policy_of(visa)),
                (Fix(N_("Enter how the application stands"), OpenField(subject)),),
                on,
            )
