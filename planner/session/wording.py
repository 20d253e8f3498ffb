"""Sentences that the program offers while somebody words something: those of the phrasebook."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from planner.record.text import Text
from planner.reference.phrasebook import phrasebook
from planner.store.search_words import fold

_PACKING, _PREPARATIONS = "bring", "words"


def standard_sentences(field: str, words: str, limit: int) -> list[Text]:
    """Up to ``limit`` sentences for a field that hold ``words`` in any language, those that begin so first.

    ``field`` is the record's own name of it: what to ``bring`` comes from the packing list, the ``words`` of
    a preparation from its preparations, anything else from all chapters.
    """
    wanted = fold(words)
    begun, held = [], []
    for text, folded in _sentences(field):
        if any(one.startswith(wanted) for one in folded):
            begun.append(text)
        elif any(wanted in one for one in folded):
            held.append(text)
    return [*begun, *held][:limit]


@cache
def _sentences(field: str) -> tuple[tuple[Text, tuple[str, ...]], ...]:
    return tuple((text, tuple(fold(one) for one in text.wording.values())) for text in _texts(field))


def _texts(field: str) -> Iterator[Text]:
    book = phrasebook()
    if field == _PACKING:
        yield from book.packing
    elif field == _PREPARATIONS:
        yield from book.preparations.values()
    else:
        for chapter in book.chapters:
            yield from (phrase.text for phrase in chapter.phrases)
