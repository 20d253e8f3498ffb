"""Times of day as people type them, in English and Chinese."""

from __future__ import annotations

import datetime as dt
import re

_CLOCK = re.compile(r"(\d{1,2})[:.h时点](?:(\d{2})(?:[:.分](\d{2}))?|(\d))?(?:分|秒)?\s*(am|pm)?\Z")
_COMPACT = re.compile(r"(\d{1,2})(\d{2})\s*(am|pm)?\Z")
_HOUR = re.compile(r"(\d{1,2})\s*(am|pm)?\Z")
#: Full-width forms, what lies beside the colon on a keyboard, the full stop of Chinese, traditional hanzi.
_WIDE = str.maketrans("０１２３４５６７８９：；;．。點時", "0123456789:::..点时")
#: Which hours a part of the day has on a clock of twelve: those before noon, and those after it. What is said
#: of others, such as 晚上12点, may be of the next day; that is not read.
_PARTS = {
    "凌晨": ((12, 1, 2, 3, 4, 5, 6), ()),
    "早上": ((5, 6, 7, 8, 9, 10, 11), ()),
    "早晨": ((5, 6, 7, 8, 9, 10, 11), ()),
    "上午": (range(1, 12), ()),
    "中午": ((11,), (12, 1, 2)),
    "下午": ((), range(1, 13)),
    "傍晚": ((), range(4, 9)),
    "晚上": ((), range(5, 12)),
}
_LEADING_HOUR = re.compile(r"\d{1,2}(?=\D|\Z)|\d{1,2}(?=\d\d\Z)")
_WORDS = {"noon": dt.time(12), "midday": dt.time(12), "中午": dt.time(12), "midnight": dt.time(0)}


def read_time(words: str) -> dt.time | None:
    """The time that ``words`` say (``14:20``, ``1420``, ``2.20 pm``, ``9``, ``下午2点半``), or ``None``."""
    typed = " ".join(words.translate(_WIDE).casefold().replace("p.m.", "pm").replace("a.m.", "am").split())
    if typed in _WORDS:
        return _WORDS[typed]
    typed = re.sub(r"\s*([:.])\s*", r"\1", typed).replace("点半", "点30").replace("点整", "点")
    part = next((part for part in _PARTS if typed.startswith(part)), None)
    if part is not None:
        half = _half(part, typed := typed.removeprefix(part).strip())
        if half is None:
            return None
        typed += half
    if found := _CLOCK.match(typed):
        if found[4] is not None:  # one digit of minutes says nothing yet
            return None
        return _time(found[1], found[2] or "0", found[3] or "0", found[5])
    if found := _COMPACT.match(typed):
        return _time(found[1], found[2], "0", found[3])
    if found := _HOUR.match(typed):
        return _time(found[1], "0", "0", found[2])
    return None


def _half(part: str, clock: str) -> str | None:
    """``am`` or ``pm``, which the part of the day says of an hour; nothing of one from 13 on, if it fits."""
    found = _LEADING_HOUR.match(clock)
    if found is None:
        return None
    hour, (before, after) = int(found[0]), _PARTS[part]
    if hour in before:
        return "am"
    if hour in after:
        return "pm"
    return "" if hour > 12 and hour - 12 in after else None


def write_time(time: dt.time) -> str:
    """The 24-hour clock, with seconds only where there are some."""
    return f"{time:%H:%M:%S}" if time.second else f"{time:%H:%M}"


def _time(hour: str, minute: str, second: str, half: str | None) -> dt.time | None:
    hours = int(hour)
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half == "pm" else 0)
    try:
        return dt.time(hours, int(minute), int(second))
    except ValueError:
        return None
