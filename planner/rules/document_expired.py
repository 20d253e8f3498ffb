"""``document.expired``: a document in hand is out of date on the day it is used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.document import DocumentKind, DocumentState
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Subject
from planner.schedule.outline import outline

CODE = "document.expired"

_NOT_IN_HAND = (DocumentState.NEEDED, DocumentState.REQUESTED)
#: Their days are watched by the rules of the stay and of the passport.
_WATCHED_ELSEWHERE = (DocumentKind.VISA, DocumentKind.PASSPORT_COPY, DocumentKind.STAY_PERMIT)


def document_expired(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Its last day is still valid. It is used on the day of the step it is needed for, else when it is needed
    by, else today; one whose use is past is left alone.
    """
    seen = outline(journey)
    for document in journey.documents:
        expires = document.expires_on
        if expires is None or document.state in _NOT_IN_HAND or document.kind in _WATCHED_ELSEWHERE:
            continue
        step = seen.steps.get(document.needed_for) if document.needed_for else None
        used = (seen.day_of(step) if step is not None else None) or document.needed_by
        if (used is not None and used < today) or (used or today) <= expires:
            continue
        subject = Subject("document", document.id, "expires_on")
        what = seen.called(document)
        yield Finding(
            CODE,
            Severity.WARNING,
            N_("{what}: valid until {expires}, and needed on {used}.", what=what, expires=expires, used=used)
            if used is not None
            else N_("{what}: was valid until {expires}.", what=what, expires=expires),
            subject,
            None,
            (
                Fix(
                    N_("Make a task: have it renewed"),
                    MakeTask(subject, N_("Have renewed: {what}", what=what), used),
                ),
                Fix(N_("Correct the day"), OpenField(subject)),
            ),
            expires,
        )
