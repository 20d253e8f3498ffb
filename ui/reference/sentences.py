"""The sentences of the phrasebook as one looks through them: by topic, and by words in any writing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from planner.message import N_, Message
from planner.record.text import Text

if TYPE_CHECKING:
    from planner.session.world import Phrasebook

_PRINTS_ALWAYS = N_("Prints on the copies of the patient, the companion and the agency.")
_PRINTS_PACKING = N_("Prints in the packing list of the patient, the companion and the agency.")
_PRINTS_PREPARATION = N_(
    "Prints at an appointment that asks for it, where the hospital has given no words of its own."
)
#: Topics that are no chapters to point at.
PACKING, PREPARATIONS = "packing", "preparations"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its key, the topic it belongs to, its words, how its Chinese is read, where it prints."""

    key: str
    topic: str
    text: Text
    pinyin: str
    prints: Message


@dataclass(frozen=True, slots=True)
class Topic:
    """What sentences are about; the ``title`` of a chapter is bilingual as it prints."""

    key: str
    title: Text | Message
    count: int


@cache
def _book() -> Phrasebook:
    from planner.session.world import phrasebook

    return phrasebook()


@cache
def sentences() -> tuple[Sentence, ...]:
    """Every sentence that ships, in the order of the book."""
    book = _book()
    found = [
        Sentence(f"{chapter.code}-{number}", chapter.code, phrase.text, phrase.pinyin, _PRINTS_ALWAYS)
        for chapter in book.chapters
        for number, phrase in enumerate(chapter.phrases)
    ]
    found += [
        Sentence(f"{PACKING}-{number}", PACKING, text, "", _PRINTS_PACKING)
        for number, text in enumerate(book.packing)
    ]
    found += [
        Sentence(f"{PREPARATIONS}-{kind.value}", PREPARATIONS, text, "", _PRINTS_PREPARATION)
        for kind, text in book.preparations.items()
    ]
    return tuple(found)


@cache
def topics() -> tuple[Topic, ...]:
    """Every topic, in the order of the book."""
    book = _book()
    return (
        *(Topic(chapter.code, chapter.title, len(chapter.phrases)) for chapter in book.chapters),
        Topic(PACKING, N_("Packing list"), len(book.packing)),
        Topic(PREPARATIONS, N_("Preparation for appointments"), len(book.preparations)),
    )


def matching(words: str, among: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Those of ``among`` that hold every one of ``words``: hanzi, English, or pinyin without its tones."""
    asked = _folded(words).split()
    return tuple(
        sentence
        for sentence in among
        if all(any(word in text for text in _texts(sentence)) for word in asked)
    )


@cache
def _texts(sentence: Sentence) -> tuple[str, ...]:
    pinyin = _folded(sentence.pinyin)
    return (*(_folded(words) for words in sentence.text.wording.values()), pinyin, pinyin.replace(" ", ""))


def _folded(words: str) -> str:
    """Without case and marks over letters."""
    bare = unicodedata.normalize("NFD", words.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in bare if not unicodedata.combining(c)))
