"""``privacy.notice-due``: information about a person came from others, and they have not been told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, NN_
from planner.record.consent import NoticeKind
from planner.record.document import DocumentSource, DocumentState
from planner.record.journey import Journey
from planner.record.traveller import TravellerRole
from planner.reference.reference import Reference
from planner.reference.whose_law import privacy_law
from planner.rules.finding import EnterNew, Finding, Fix, MakeTask, Severity, Source, Subject
from planner.schedule.names import traveller_name
from planner.schedule.outline import outline

CODE = "privacy.notice-due"

_NOT_IN_HAND = (DocumentState.NEEDED, DocumentState.REQUESTED)
#: What the agency made itself was not collected from anybody.
_NOT_COLLECTED = (None, DocumentSource.AGENCY)
_THEMSELVES = {
    TravellerRole.PATIENT: DocumentSource.PATIENT,
    TravellerRole.COMPANION: DocumentSource.COMPANION,
}


def privacy_notice_due(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """One finding a person: a note at once, a warning after two weeks ("as soon as practicable": HIPC rule 3A
    of New Zealand). A notice that names documents covers those; one that names none covers whatever comes.
    """
    policy = privacy_law(reference, journey, "privacy.indirect-collection")
    if policy is None:
        return
    seen, since = outline(journey), policy.valid_from or dt.date.min
    patient = journey.patient.id if journey.patient else None
    collected = [
        (document.received_on, document)
        for document in journey.documents
        if document.received_on is not None
        and since <= document.received_on <= today
        and document.source not in _NOT_COLLECTED
        and document.state not in _NOT_IN_HAND
    ]
    for traveller in journey.travellers if collected else ():
        named: set[str] = set()
        covers_all = False
        for notice in journey.notices:
            given = notice.given is not None and seen.date_there(notice.given) <= today
            if notice.kind is NoticeKind.INDIRECT_COLLECTION and notice.traveller == traveller.id and given:
                named.update(notice.documents)
                covers_all = covers_all or not notice.documents
        if covers_all:
            continue
        untold = [
            (on, document)
            for on, document in collected
            if (document.traveller or patient) == traveller.id
            and document.source is not _THEMSELVES[traveller.role]
            and document.id not in named
        ]
        if not untold:
            continue
        first, example = min(untold, key=lambda one: one[0])
        late = (today - first).days > reference.limits.notice_days
        subject = Subject("traveller", traveller.id)
        known = (
            ("kind", NoticeKind.INDIRECT_COLLECTION),
            ("traveller", traveller.id),
            ("documents", tuple(document.id for _, document in sorted(untold, key=lambda one: one[0]))),
        )
        yield Finding(
            CODE,
            Severity.WARNING if late else Severity.NOTE,
            NN_(
                "{name} has not been told that {count} document came from others: {what}, on {day}.",
                "{name} has not been told that {count} documents came from others, first {what}, on {day}.",
                len(untold),
                name=traveller_name(traveller),
                what=seen.called(example),
                day=first,
            ),
            subject,
            Source.of(policy),
            (
                Fix(N_("Enter the notice"), EnterNew(Subject.of(journey, "notices"), known)),
                Fix(
                    N_("Make a task: give the notice"),
                    MakeTask(
                        subject,
                        N_("Tell {name} what was received from others", name=traveller_name(traveller)),
                        first + dt.timedelta(reference.limits.notice_days),
                    ),
                ),
            ),
            first,
        )
