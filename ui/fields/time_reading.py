"""Times of day as people type them, in English and Chinese."""

from __future__ import annotations

import datetime as dt
import re

_CLOCK = re.compile(r"(\d{1,2})[:.h时点](?:(\d{2})(?:[:.分](\d{2}))?|(\d))?(?:分|秒)?\s*(am|pm)?\Z")
_COMPACT = re.compile(r"(\d{1,2})(\d{2})\s*(am|pm)?\Z")
_HOUR = re.compile(r"(\d{1,2})\s*(am|pm)?\Z")
_WIDE = str.maketrans("０１２３４５６７８９：．", "0123456789:.")
_HALVES = {"上午": "am", "早上": "am", "凌晨": "am", "下午": "pm", "晚上": "pm", "傍晚": "pm"}
_WORDS = {"noon": dt.time(12), "midday": dt.time(12), "中午": dt.time(12), "midnight": dt.time(0)}


def read_time(words: str) -> dt.time | None:
    """The time that ``words`` say (``14:20``, ``1420``, ``2.20 pm``, ``9``, ``下午2点半``), or ``None``."""
    typed = " ".join(words.translate(_WIDE).casefold().replace("p.m.", "pm").replace("a.m.", "am").split())
    if typed in _WORDS:
        return _WORDS[typed]
    for half, letters in _HALVES.items():
        if typed.startswith(half):
            typed = f"{typed.removeprefix(half).strip()}{letters}"
    typed = typed.replace("点半", "点30")
    if found := _CLOCK.match(typed):
        if found[4] is not None:  # one digit of minutes says nothing yet
            return None
        return _time(found[1], found[2] or "0", found[3] or "0", found[5])
    if found := _COMPACT.match(typed):
        return _time(found[1], found[2], "0", found[3])
    if found := _HOUR.match(typed):
        return _time(found[1], "0", "0", found[2])
    return None


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
