"""``text.unreviewed``: a translation that prints has not been read by anybody who knows the language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from planner.message import N_, NN_
from planner.record.journey import Journey
from planner.record.text import Text
from planner.reference.languages import language_name
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.outline import outline

CODE = "text.unreviewed"

_SHOWN = 48


def text_unreviewed(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """One note for each thing and language, until the thing is over."""
    seen = outline(journey)
    for language in journey.languages:
        lacking = (
            one
            for one in seen.lacking_texts
            if not one.text.is_reviewed(language)
            and one.text.in_(language)
            and (one.until is None or one.until >= today)
        )
        for _, group in groupby(lacking, key=lambda one: one.thing.id):
            texts = list(group)
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
                    words=_short(first.text),
                    language=language_name(language),
                ),
                subject,
                None,
                (Fix(N_("Review the words"), OpenField(subject)),),
                first.until,
            )


def _short(text: Text) -> str:
    words = " ".join(text.best().split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
