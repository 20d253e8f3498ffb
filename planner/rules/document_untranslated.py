"""``document.untranslated``: a document in hand needs a translation that is not there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.document import Document, DocumentState
from planner.record.journey import Journey
from planner.reference.languages import language_name
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Subject
from planner.schedule.outline import outline

CODE = "document.untranslated"

_NOT_IN_HAND = (DocumentState.NEEDED, DocumentState.REQUESTED)


def document_untranslated(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A note when the document arrives, a warning in the last week before it is needed. A document that is
    itself in the language, or says that it has been translated, needs nothing more.
    """
    seen = outline(journey)
    for document in journey.documents:
        if not document.translations_needed or document.state is not DocumentState.RECEIVED:
            continue
        lacking = [one for one in document.translations_needed if not _is_there(journey, document, one)]
        if not lacking:
            continue
        by = document.needed_by
        near = by is not None and (by - today).days <= reference.limits.translation_days
        subject = Subject("document", document.id, "translations_needed")
        facts = {
            "what": seen.called(document),
            "languages": tuple(language_name(language) for language in lacking),
        }
        yield Finding(
            CODE,
            Severity.WARNING if near else Severity.NOTE,
            N_("{what}: not translated yet; needed in {languages} by {by}.", by=by, **facts)
            if by is not None
            else N_("{what}: not translated yet; needed in {languages}.", **facts),
            subject,
            None,
            (
                Fix(
                    N_("Make a task: have it translated"),
                    MakeTask(subject, N_("Have translated: {what}", what=facts["what"]), by),
                ),
                Fix(N_("Enter where it stands"), OpenField(Subject("document", document.id, "state"))),
            ),
            by,
        )


def _is_there(journey: Journey, document: Document, language: str) -> bool:
    return language in document.languages or any(
        other.translation_of == document.id
        and language in other.languages
        and other.state not in _NOT_IN_HAND
        for other in journey.documents
    )
