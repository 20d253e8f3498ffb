"""Words for the search index, and what somebody types to find them.

Latin words are folded (case, accents). A run of hanzi becomes its overlapping pairs and its last
character, so that two characters find it exactly and one finds whatever contains it. A name in hanzi is
also written in pinyin from each of its syllables on (``zhangsan``, ``san``) and in initials (``zs``), so
that the start of any of these, typed without spaces, is enough; a foreign one (安娜·埃里克松) without its
dots, too. SQLite's own trigram index needs three
characters, which most Chinese names do not have.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_HAN = (  # hanzi, and the other scripts of East Asia that put no spaces between words
    "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{_HAN}]+|[^\\W_{_HAN}]+")
_IS_HAN = re.compile(f"[{_HAN}]")
_DOT = "[\u00b7\u2022\u2027]"  # between the parts of a foreign name in hanzi; nobody types it
_DOTS = re.compile(_DOT)
_NAME_IN_HAN = re.compile(f"[{_HAN}]+(?:{_DOT}[{_HAN}]+)*")
_PART = re.compile(r"\d+|[^\W\d_]+")

_LONGEST = 40  # characters of one word; longer ones are cut, in the index and in the query alike
_SYLLABLES = 8  # how far a word of pinyin reaches from where it starts
_READINGS = 4  # of one character that is read in several ways


def fold(words: str) -> str:
    """Without case, accents, width and ligatures; hanzi stay as they are."""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", words).casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS)


def word_tokens(words: str) -> Iterator[str]:
    """The tokens of running text, in order."""
    for run in _RUN.findall(_fold_keeping_hangul(words)):
        if _IS_HAN.match(run):
            yield from _pairs(run)
            yield run[-1]
        else:
            yield run[:_LONGEST]


def name_tokens(name: str) -> Iterator[str]:
    """The tokens of a name of a person or place: its words, its words run together, initials, pinyin."""
    yield from word_tokens(name)
    folded = _fold_keeping_hangul(name)
    for run in _NAME_IN_HAN.findall(folded):
        parts = _DOTS.split(run)
        if len(parts) > 1:
            yield from word_tokens("".join(parts))
            for part in parts:
                yield from _pinyin_tokens(part)
        yield from _pinyin_tokens(run)
    latin = [run for run in _RUN.findall(folded) if not _IS_HAN.match(run)]
    yield from _run_together(latin[:_SYLLABLES])


def reference_tokens(reference: str) -> Iterator[str]:
    """The tokens of a booking reference, number or telephone: as a whole and from each of its parts on."""
    runs = _RUN.findall(fold(reference))
    parts = [part for run in runs for part in _PART.findall(run)]
    yield from (run[:_LONGEST] for run in runs)
    for start in range(min(len(parts), _SYLLABLES)):
        yield "".join(parts[start:])[:_LONGEST]


def query_terms(query: str) -> list[str]:
    """What was typed, as terms of FTS5 that must all be found: the start of a word, or hanzi in a row."""
    terms = []
    for run in _RUN.findall(_fold_keeping_hangul(query)):
        if not _IS_HAN.match(run):
            terms.append(f'"{run[:_LONGEST]}"*')
        elif len(run) == 1:
            terms.append(f'"{run}"*')
        else:
            terms.append(f'"{" ".join(_pairs(run))}"')
    return terms


def _fold_keeping_hangul(words: str) -> str:
    # NFD takes Korean syllables apart; composing again leaves the folded Latin as it is.
    return unicodedata.normalize("NFC", fold(words))


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]


def _run_together(words: list[str]) -> Iterator[str]:
    for start in range(len(words) - 1):
        yield "".join(words[start:])[:_LONGEST]
    if len(words) > 1:
        yield "".join(word[0] for word in words)


def heard_from_each(name: str) -> Iterator[tuple[str, ...]]:
    """The hanzi of a name as they are typed in pinyin and in initials, from its first syllable on, then from
    its second, and so on; nothing for a name without any."""
    for run in _NAME_IN_HAN.findall(_fold_keeping_hangul(name)):
        yield from _heard_from_each(run)


def _pinyin_tokens(run: str) -> Iterator[str]:
    yield from dict.fromkeys(token for tokens in _heard_from_each(run) for token in tokens)


@lru_cache(maxsize=20_000)
def _heard_from_each(run: str) -> tuple[tuple[str, ...], ...]:
    from planner.store.hanzi_readings import readings as heard_in  # slow only once there are hanzi to read

    read = (char for part in _DOTS.split(run) for char in heard_in(part))
    readings = [[spelt for heard in char for spelt in _spellings(heard)] for char in read]
    return tuple(tuple(_typed(readings[start : start + _SYLLABLES])) for start in range(len(readings)))


def _typed(readings: list[list[str]]) -> Iterator[str]:
    tokens: dict[str, None] = {}
    for syllables in _likely(readings):
        tokens["".join(syllables)[:_LONGEST]] = None
        if len(syllables) > 1:
            tokens["".join(syllable[0] for syllable in syllables)] = None
    yield from tokens


def _spellings(reading: str) -> list[str]:
    """吕 is typed ``lv``, pronounced ``lü`` and printed ``LYU`` in a passport."""
    if "v" not in reading:
        return [fold(reading)]
    return [reading, reading.replace("v", "u"), reading.replace("v", "yu")]


def _likely(readings: list[list[str]]) -> Iterator[list[str]]:
    """The syllables read as usual, then with one of them at a time read otherwise."""
    usual = [heard[0] for heard in readings]
    yield usual
    for at, heard in enumerate(readings):
        for other in heard[1:_READINGS]:
            yield [*usual[:at], other, *usual[at + 1 :]]
