"""``text.untranslated``: something that prints has no words in one of the journey's languages."""

from __future__ import annotations

import datetime as dt
import re
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

CODE = "text.untranslated"

#: Words that read the same in any language: ``B2-01``, ``31C``, ``4``.
_CODE_ALONE = re.compile(r"[A-Z]{0,3}[\d\W_]*[A-Z]?")


def text_untranslated(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """One finding for each thing and language, until the thing is over. Codes need no translation."""
    seen = outline(journey)
    for language in journey.languages:
        for texts in by_thing(seen.lacking_texts, today, partial(_is_unwritten, language)):
            first = texts[0]
            subject = Subject.of(first.thing, first.field)
            yield Finding(
                CODE,
                Severity.WARNING,
                NN_(
                    "{what}: “{words}” is not written in {language}.",
                    "{what}: {count} texts are not written in {language}, “{words}” among them.",
                    len(texts),
                    what=seen.called(first.thing),
                    words=first.words,
                    language=language_name(language),
                ),
                subject,
                None,
                (Fix(N_("Enter the words"), OpenField(subject)),),
                first.until,
            )


def _is_unwritten(language: str, text: Text) -> bool:
    return not text.in_(language) and not _CODE_ALONE.fullmatch(text.best())
