"""What somebody typed or pasted, without what nobody sees in it, as papers and lists would not show it."""

from __future__ import annotations

import re

#: Controls, and signs without width that mail, web pages and messengers leave in what is copied from them.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BREAK = re.compile(" *[\t\n\u3000]+ *")
_WIDE = {
    wide: wide - 0xFEE0
    for first, last in ("０９", "ＡＺ", "ａｚ")
    for wide in range(ord(first), ord(last) + 1)
}
_LONGEST_QUOTED = 24


def seen(words: str) -> str:
    """``words`` without controls and signs that have no width; tabs stay, and lines however they are ended.

    Marks of the direction of writing stay where there is something written from right to left.
    """
    kept = _LINE_END.sub("\n", _UNSEEN.sub("", words))
    return kept if _RIGHT_TO_LEFT.search(kept) else _DIRECTIONS.sub("", kept)


def one_line(words: str) -> str:
    """``seen``, with a space for each break and tab; letters and digits as wide as hanzi are plain ones."""
    return _BREAK.sub(" ", seen(words)).translate(_WIDE)


def quoted(words: str) -> str:
    """What is told of ``words`` in a sentence about them: their beginning, where they are long."""
    told = one_line(words).strip()
    return told if len(told) <= _LONGEST_QUOTED else f"{told[: _LONGEST_QUOTED - 1].rstrip()}…"
