"""``document.missing``: a document is needed soon and not in hand, or an application lacks one altogether."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.document import DocumentState
from planner.record.journey import Journey
from planner.record.kind_names import DOCUMENT_KINDS
from planner.record.visa import Visa, VisaState, VisaStepKind
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Source, Subject
from planner.schedule.names import traveller_name
from planner.schedule.outline import Outline, outline

CODE = "document.missing"

_NOT_IN_HAND = (DocumentState.NEEDED, DocumentState.REQUESTED)
_PREPARING = (VisaState.PLANNED, VisaState.PREPARING)


def document_missing(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """In the last days before it is needed, the day itself included; after that it is overdue.

    An application in preparation warns of the kinds that nobody has listed for it yet; a note until its day
    of lodging is near.
    """
    seen, limits = outline(journey), reference.limits
    for document in journey.documents:
        by = document.needed_by
        if by is None or document.state not in _NOT_IN_HAND:
            continue
        if 0 <= (by - today).days <= limits.document_lead_days:
            subject = Subject("document", document.id, "state")
            what = seen.called(document)
            yield Finding(
                CODE,
                Severity.WARNING,
                N_("{what}: needed by {by}, and not in hand.", what=what, by=by),
                subject,
                None,
                (
                    Fix(N_("Enter where it stands"), OpenField(subject)),
                    Fix(
                        N_("Make a task: ask after it"),
                        MakeTask(subject, N_("Ask after: {what}", what=what), by),
                    ),
                ),
                by,
            )
    for visa in journey.visas:
        if visa.state in _PREPARING:
            yield from _not_listed(seen, visa, reference, today)


def _not_listed(seen: Outline, visa: Visa, reference: Reference, today: dt.date) -> Iterator[Finding]:
    policy = reference.entry_policy_of(visa)
    if policy is None or not policy.documents:
        return
    patient = seen.journey.patient
    is_patient = patient is not None and patient.id == visa.traveller
    wanted = (*policy.documents, *(policy.patient_documents if is_patient else policy.companion_documents))
    listed = {d.kind for d in seen.journey.documents if d.traveller in (visa.traveller, None)}
    missing = [kind for kind in wanted if kind not in listed]
    if not missing:
        return
    lodged = [
        seen.date_there(step.planned)
        for step in visa.steps
        if step.kind in (VisaStepKind.ONLINE_FORM, VisaStepKind.LODGE) and step.planned
    ]
    on = min(lodged, default=None)
    near = on is not None and (on - today).days <= reference.limits.visa_ready_days
    yield Finding(
        CODE,
        Severity.WARNING if near else Severity.NOTE,
        N_(
            "For the visa application of {name} nobody has listed: {kinds}.",
            name=traveller_name(seen.travellers.get(visa.traveller)),
            kinds=tuple(DOCUMENT_KINDS[kind] for kind in missing),
        ),
        Subject("visa", visa.id),
        Source.of(policy),
        (Fix(N_("List the documents"), OpenField(Subject("journey", seen.journey.id, "documents"))),),
        on,
    )
