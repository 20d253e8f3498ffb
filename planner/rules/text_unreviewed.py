"""``text.unreviewed``: a translation that prints has not been read by anybody who knows the language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from planner.message import N_, NN_
from planner.record.journey import Journey
from planner.record.text import Text
from planner.reference.languages import language_name
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.outline import outline
from planner.schedule.printed_text import by_thing

CODE = "text.unreviewed"


def text_unreviewed(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """One note for each thing and language, until the thing is over."""
    seen = outline(journey)
    for language in journey.languages:
        for texts in by_thing(seen.lacking_texts, today, partial(_is_unread, language)):
            first = texts[0]
            subject = Subject.of(first.thing, first.field)
            yield Finding(
                CODE,
                Severity.NOTE,
                NN_(
                    "{what}: the {language} of “{words}” has not been reviewed.",
                    "{what}: the {language} of {count} texts has not been reviewed, “{words}” among them.",
                    len(texts),
                    what=seen.called(first.thing),
                    words=first.words,
                    language=language_name(language),
                ),
                subject,
                None,
                (Fix(N_("Review the words"), OpenField(subject)),),
                first.until,
            )


def _is_unread(language: str, text: Text) -> bool:
    return not text.is_reviewed(language) and bool(text.in_(language))
