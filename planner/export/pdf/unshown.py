"""Hanzi that no shipped face has, shown in another way: the mark for a missing sort, and how it reads.

Of Unicode's first block of hanzi the shipped faces lack 16 of 20,992, of Extension A 10 of 6,592; of the
later extensions they have only some 200. A name may hold one that they lack; a reader must then see that
something stands there, and what.
"""

from __future__ import annotations

from unicodedata import name

from planner.export.pdf.fonts import GETA, missing

_shown: set[str] = set()
"""Characters known to be in the faces."""


def with_readings(text: str, *, chinese: bool) -> str:
    """The text with each hanzi that no face has as 〓 and its pinyin, or its number in Unicode if nobody
    knows how it reads: ``司马〓（U+20BB7）``.
    """
    if _shown.issuperset(text):
        return text
    lacking = set(missing(text))
    _shown.update(set(text) - lacking)
    if not lacking:
        return text
    opening, closing = ("（", "）") if chinese else (" (", ")")
    return "".join(
        f"{GETA}{opening}{_reading(char)}{closing}" if char in lacking and _is_hanzi(char) else char
        for char in text
    )


def _is_hanzi(char: str) -> bool:
    return name(char, "").startswith("CJK UNIFIED IDEOGRAPH")


def _reading(char: str) -> str:
    from pypinyin import pinyin

    said = pinyin(char)[0][0]
    return said if said != char else f"U+{ord(char):X}"
