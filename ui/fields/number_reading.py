"""Numbers as people write them, read exactly: separators of the reader's language, and the ten thousands."""

from __future__ import annotations

import re
from decimal import Decimal

from babel.numbers import get_decimal_symbol, get_group_symbol

_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)\Z", re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?\Z", re.ASCII)
_MYRIADS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000}
#: Full-width forms, the full stop of Chinese in the place of a point, the several minus signs.
_SAME = str.maketrans("０１２３４５６７８９．。，－−–＋", "0123456789..,---+")
_SPACES = re.compile(r"[\s\u00a0\u2009\u202f'’_]+")


def read_number(words: str, locale: str) -> Decimal | None:
    """The exact number that ``words`` say in ``locale``; ``None`` when they say none, or it is unclear which.

    ``1,500`` is fifteen hundred where the comma groups; ``1,5`` is nothing there, and one and a half where it
    is the decimal sign. ``15万`` is 150000.
    """
    typed = _SPACES.sub("", words.translate(_SAME))
    factor = 1
    if typed and typed[-1] in _MYRIADS:
        factor, typed = _MYRIADS[typed[-1]], typed[:-1]
    if get_decimal_symbol(locale) == ",":
        typed = typed.replace(get_group_symbol(locale), "").replace(",", ".")
    elif _GROUPED.match(typed):
        typed = typed.replace(",", "")
    if not _PLAIN.match(typed):
        return None
    number = Decimal(typed)
    return number if factor == 1 else number * factor


def write_number(number: Decimal | int, locale: str) -> str:
    """``number`` with every digit it has, grouped in thousands from 10,000 on."""
    sign, point = ("-" if number < 0 else ""), get_decimal_symbol(locale)
    whole, _, rest = f"{abs(Decimal(number)):f}".partition(".")
    if len(whole) > 4:
        whole = re.sub(r"(?<=\d)(?=(\d{3})+\Z)", get_group_symbol(locale), whole)
    return f"{sign}{whole}{point}{rest}" if rest else f"{sign}{whole}"
