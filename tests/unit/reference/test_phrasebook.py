"""The phrasebook ships whole: both languages, pinyin that reads what is written, numbers with a source."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

import pytest
from pypinyin import Style, pinyin

from planner.record.appointment import PreparationKind
from planner.record.text import Text
from planner.reference.phrasebook import (
    EmergencyService,
    Phrase,
    emergency_numbers,
    phrasebook,
)

PHRASES = [phrase for chapter in phrasebook().chapters for phrase in chapter.phrases]
TEXTS = [
    *(chapter.title for chapter in phrasebook().chapters),
    *(phrase.text for phrase in PHRASES),
    *phrasebook().packing,
    *phrasebook().preparations.values(),
]


def letters(pinyin_text: str) -> str:
    """Pinyin without tones, spaces and punctuation: tones change in speech, syllables do not."""
    marks = unicodedata.normalize("NFD", pinyin_text.lower())
    kept = "".join(c for c in marks if not unicodedata.combining(c) or c == "\u0308")
    return re.sub(r"[^a-zü]", "", kept.replace("u\u0308", "ü"))


@pytest.mark.parametrize("text", TEXTS, ids=str)
def test_every_sentence_is_there_in_english_and_chinese(text: Text) -> None:
    assert text.in_("en").strip()
    assert text.in_("zh_CN").strip()
    assert not re.search(r"[,;:?!()]", text.in_("zh_CN")), "Chinese has its own punctuation"
    assert not re.search(r"[\u4e00-\u9fff，。]", text.in_("en"))


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.text.in_("en"))
def test_every_phrase_reads_aloud_as_it_is_written(phrase: Phrase) -> None:
    chinese = phrase.text.in_("zh_CN").replace("120", "幺二零").replace("110", "幺幺零")
    chinese = re.sub(r"10分", "十分", chinese).replace("0分", "零分")
    read = "".join(sound for (sound, *_) in pinyin(chinese, style=Style.TONE, errors="ignore"))
    assert letters(phrase.pinyin) == letters(read)
    assert re.search(r"[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]", phrase.pinyin), "tone marks"


def test_every_kind_of_preparation_has_standard_words() -> None:
    assert set(phrasebook().preparations) == set(PreparationKind)


def test_the_emergency_numbers_of_mainland_china_each_with_source_and_day() -> None:
    numbers = {number.service: number.number for number in emergency_numbers()}
    assert numbers == {
        EmergencyService.AMBULANCE: "120",
        EmergencyService.POLICE: "110",
        EmergencyService.FIRE: "119",
        EmergencyService.IMMIGRATION: "12367",
    }
    assert all(number.source and number.checked_on >= dt.date(2026, 11, 23) for number in emergency_numbers())


def test_no_two_chapters_have_the_same_code_and_none_is_empty() -> None:
    codes = [chapter.code for chapter in phrasebook().chapters]
    assert len(codes) == len(set(codes))
    assert all(chapter.phrases for chapter in phrasebook().chapters)
