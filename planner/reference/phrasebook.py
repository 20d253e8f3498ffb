"""Sentences that ship with the program: phrases to point at, a packing list, emergency numbers.

Each is written in the languages it ships in, the Chinese as a hospital's own staff would say it, with pinyin.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeVar

from planner.paths import resources_dir
from planner.record.appointment import PreparationKind
from planner.record.text import Text

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One sentence; ``pinyin`` reads its Chinese aloud, with tone marks."""

    text: Text
    pinyin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseChapter:
    """Sentences for one situation."""

    code: str
    title: Text
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasebook:
    """The whole book: ``chapters`` to point at, ``packing`` to tick.

    ``preparations`` word each kind of preparation for an appointment where the hospital has given no words.
    """

    chapters: tuple[PhraseChapter, ...]
    packing: tuple[Text, ...]
    preparations: Mapping[PreparationKind, Text]


class EmergencyService(StrEnum):
    """Who answers."""

    AMBULANCE = "ambulance"
    POLICE = "police"
    FIRE = "fire"
    IMMIGRATION = "immigration"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyNumber:
    """A number of mainland China, its source, and when somebody last compared it."""

    service: EmergencyService
    number: str
    source: str
    checked_on: dt.date


@cache
def phrasebook() -> Phrasebook:
    """The phrases and the packing list."""
    return _read("phrases.json", Phrasebook)


@cache
def emergency_numbers() -> tuple[EmergencyNumber, ...]:
    """The emergency numbers, the ambulance first."""
    return _read("emergency_numbers.json", tuple[EmergencyNumber, ...])


def _read(name: str, type_: type[_T]) -> _T:
    import msgspec

    return msgspec.json.decode((resources_dir() / "phrasebook" / name).read_bytes(), type=type_)
