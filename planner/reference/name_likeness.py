"""Whether a name on a ticket, a visa or a letter is the one in the passport, as a check-in desk would see it.

Case, punctuation and order do not matter; letters outside A–Z may be written plainly or as the passport's
machine-readable lines write them (ICAO Doc 9303, part 3, section 6: Ö as OE or O, Я as IA).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import product


class NameLikeness(StrEnum):
    """How a printed name compares with the one in the passport."""

    SAME = "same"
    PART_MISSING = "part-missing"  # the surname and some given names, others left out
    OTHER_GIVEN_NAMES = "other-given-names"
    OTHER = "other"
    CANNOT_TELL = "cannot-tell"  # written in letters that have no agreed spelling in Latin


#: Latin letters whose spelling in the machine-readable lines is not simply the letter without its mark.
_LATIN = {
    "Ä": "AE", "Å": "AA", "Æ": "AE", "Ð": "D", "Ö": "OE", "Ø": "OE", "Ü": "UE", "Þ": "TH", "ẞ": "SS",
    "Đ": "D", "Ħ": "H", "ı": "I", "Ĳ": "IJ", "ĸ": "Q", "Ł": "L", "Ŋ": "N", "Œ": "OE", "Ŧ": "T",
}  # fmt: skip
#: Those that people also write plainly.
_PLAIN = {"Ä": "A", "Å": "A", "Ö": "O", "Ø": "O", "Ü": "U"}
#: The Cyrillic letters of Russian names.
_CYRILLIC = {
    "А": "A", "Б": "B", "В": "V", "Г": "G", "Д": "D", "Е": "E", "Ё": "E", "Ж": "ZH", "З": "Z", "И": "I",
    "Й": "I", "К": "K", "Л": "L", "М": "M", "Н": "N", "О": "O", "П": "P", "Р": "R", "С": "S", "Т": "T",
    "У": "U", "Ф": "F", "Х": "KH", "Ц": "TS", "Ч": "CH", "Ш": "SH", "Щ": "SHCH", "Ъ": "IE", "Ы": "Y",
    "Ь": "", "Э": "E", "Ю": "IU", "Я": "IA",
}  # fmt: skip
#: What airlines add to a name, apart from it or run together with it.
_TITLES = ("MISS", "MSTR", "PROF", "MRS", "MR", "MS", "DR", "MX")
_WITHIN_WORDS = re.compile(r"['’ʼ`´]")
_BETWEEN_WORDS = re.compile(r"[^\w]+|_+|\d+")


@lru_cache(4096)
def name_likeness(printed: str, surname: str, given_names: str) -> NameLikeness:
    """Compare a printed name with the surname and given names of a passport."""
    if printed.casefold().split() == f"{surname} {given_names}".casefold().split():
        return NameLikeness.SAME
    spellings = [_spellings(text) for text in (printed, surname, given_names)]
    best = NameLikeness.CANNOT_TELL
    for words, last, first in product(*spellings):
        if all(map(_is_latin, (words, last, first))) and words and (last or first):
            found = _compare(words, last, first)
            if _RANK.index(found) < _RANK.index(best):
                best = found
    return best


_RANK = tuple(NameLikeness)


def _compare(words: Sequence[str], surname: Sequence[str], given: Sequence[str]) -> NameLikeness:
    whole = (*surname, *given)
    joined = {"".join(whole), "".join((*given, *surname))}
    for tried in (words, _untitled(words)):
        if sorted(tried) == sorted(whole) or "".join(tried) in joined:
            return NameLikeness.SAME
    run_together = "".join(words)
    if any(run_together == f"{name}{title}" for name in joined for title in _TITLES):
        return NameLikeness.SAME
    rest = Counter(_untitled(words))
    if not surname or Counter(surname) - rest:
        return NameLikeness.OTHER
    left = rest - Counter(surname)
    return NameLikeness.PART_MISSING if not left - Counter(given) else NameLikeness.OTHER_GIVEN_NAMES


def _untitled(words: Sequence[str]) -> Sequence[str]:
    return [word for word in words if word not in _TITLES]


def _spellings(text: str) -> list[tuple[str, ...]]:
    """The words of a name in capitals A–Z, as the machine-readable lines spell them and as people do."""
    upper = unicodedata.normalize("NFC", _WITHIN_WORDS.sub("", text)).replace("ß", "ẞ").upper()
    official = _split("".join(_CYRILLIC.get(c, _LATIN.get(c, c)) for c in upper))
    plain = _split("".join(_CYRILLIC.get(c, _PLAIN.get(c, _LATIN.get(c, c))) for c in upper))
    return [official] if official == plain else [official, plain]


def _split(text: str) -> tuple[str, ...]:
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return tuple(word for word in _BETWEEN_WORDS.split(bare) if word)


def _is_latin(words: Sequence[str]) -> bool:
    return all(word.isascii() for word in words)
