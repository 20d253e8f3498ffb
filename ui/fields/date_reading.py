"""Dates as people type them, in English and Chinese. A year that was not said is never made up."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.dates import get_day_names, get_month_names

from ui.fields.date_nature import Nature

_DAY = dt.timedelta(1)
_WORDS = {
    **dict.fromkeys(("today", "tod", "今天", "今日"), 0),
    **dict.fromkeys(("tomorrow", "tom", "明天", "明日"), 1),
    **dict.fromkeys(("yesterday", "昨天", "昨日"), -1),
    "后天": 2,
    "大后天": 3,
    "前天": -2,
}
_STEP = re.compile(r"([+-])\s*(\d{1,4})\s*(d|day|days|天|日|w|week|weeks|周)?\Z")
_WEEKS = ("w", "week", "weeks", "周")
_OF_WEEK = re.compile(r"(上|本|这|下)个?(?:周|星期|礼拜)([一二三四五六日天])\Z")
_WEEKS_AWAY = {"上": -1, "本": 0, "这": 0, "下": 1}
_CHINESE = re.compile(r"(?:(\d{4}|\d{2})年)?(\d{1,2})月(\d{1,2})[日号]?\Z")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})\Z")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})\Z")
_SHORT_YEAR_FIRST = re.compile(r"(\d{2})[-/. ](\d{1,2})[-/. ](\d{1,2})\Z")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?\Z")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?:\s+of\s+|[-\s]*)([^\W\d_]+)\.?[-\s]*(\d{4}|\d{2})?\Z")
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.?[-\s]*(\d{1,2})(?:st|nd|rd|th)?(?:[-\s]+(\d{4}|\d{2}))?\Z")
_WEEKDAY_BEFORE = re.compile(r"^(?:(?:周|星期|礼拜)[一二三四五六日天]|[a-z]{3,9}\.?,?)\s+(?=\d)")
_WEEKDAY_AFTER = re.compile(r"\s*[（(]?(?:周|星期|礼拜)[一二三四五六日天][)）]?$")
#: Full-width forms, the full stop of Chinese in the place of a point, every kind of dash.
_WIDE = str.maketrans("０１２３４５６７８９．。，、－‐‑‒–—−／＋　", "0123456789..,,-------/+ ")
_HANZI_DAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was typed: ``day``, or the days it may mean when the year was not said, the likeliest first."""

    day: dt.date | None
    may_be: tuple[dt.date, ...] = ()


def read_date(words: str, locale: str, today: dt.date, nature: Nature = Nature.EITHER) -> Reading:
    """The day that ``words`` say. ``12/3/2027`` is read in the order of ``locale``, ``2027-03-12`` in any.

    The day may be one that no record holds (``day_expected``).
    ``today``, ``+3`` (days), ``-2w``, ``下周一`` and the name of a weekday (the next such day, the last one
    where days are over by their ``nature``) are counted from ``today``. Years of two digits lie from 80 years
    ago to 19 years ahead; those of a birth in the hundred years up to ``today``.
    """
    typed = " ".join(words.translate(_WIDE).casefold().replace(",", " ").split())
    if typed in _WORDS:
        return _of(today + _WORDS[typed] * _DAY)
    if step := _STEP.match(typed):
        days = int(step[2]) * (7 if step[3] in _WEEKS else 1)
        return _of(today + (days if step[1] == "+" else -days) * _DAY)
    if of_week := _OF_WEEK.match(typed):
        place = _HANZI_DAYS.index(of_week[2].replace("天", "日"))
        return _of(today + (7 * _WEEKS_AWAY[of_week[1]] + place - today.weekday()) * _DAY)
    weekday = _weekdays(locale).get(typed)
    if weekday is not None:
        if nature in (Nature.PAST, Nature.BIRTH):
            return _of(today - (today.weekday() - weekday) % 7 * _DAY)
        return _of(today + ((weekday - today.weekday() - 1) % 7 + 1) * _DAY)
    typed = _WEEKDAY_AFTER.sub("", _without_weekday(typed, locale))
    parts = _parts(typed, locale)
    if parts is None:
        return Reading(None)
    year, month, day = parts
    if year is None:
        return Reading(None, _without_year(month, day, today, nature))
    found = _date(_whole_year(year, today), month, day)
    if found is not None and found > today and len(year) == 2 and nature is Nature.BIRTH:
        found = _date(found.year - 100, month, day)
    return _of(found)


def _of(day: dt.date | None) -> Reading:
    return Reading(day)


def _parts(typed: str, locale: str) -> tuple[str | None, int, int] | None:
    """Year as typed, month, day."""
    if found := _CHINESE.match(typed.replace(" ", "")) or _COMPACT.match(typed) or _YEAR_FIRST.match(typed):
        return found[1], int(found[2]), int(found[3])
    if not _is_day_first(locale) and locale != "en_US" and (found := _SHORT_YEAR_FIRST.match(typed)):
        return found[1], int(found[2]), int(found[3])
    if found := _NUMBERS.match(typed):
        one, other = int(found[1]), int(found[2])
        day, month = (one, other) if _is_day_first(locale) else (other, one)
        return found[3], month, day
    for pattern, day_at, month_at in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        if (found := pattern.match(typed)) and (named := _months(locale).get(found[month_at])):
            return found[3], named, int(found[day_at])
    return None


def _without_weekday(typed: str, locale: str) -> str:
    """Without the name of a weekday in front; which day it is, the date says by itself."""
    found = _WEEKDAY_BEFORE.match(typed)
    if found and found[0].strip(" .,") in _weekdays(locale):
        return typed[found.end() :]
    return typed


def _without_year(month: int, day: int, today: dt.date, nature: Nature) -> tuple[dt.date, ...]:
    """The next such day, the one a year after it, and the last one; of days that are over, the last two."""
    years = range(today.year - 8, today.year + 9)
    days = [found for year in years if (found := _date(year, month, day)) is not None]
    if nature in (Nature.PAST, Nature.BIRTH):
        return tuple(found for found in reversed(days) if found <= today)[:2]
    coming = [found for found in days if found >= today][:2]
    return (*coming, *[found for found in days if found < today][-1:])


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _whole_year(year: str, today: dt.date) -> int:
    if len(year) == 4:
        return int(year)
    found = today.year // 100 * 100 + int(year)
    if found > today.year + 19:
        return found - 100
    return found + 100 if found <= today.year - 81 else found


@cache
def _is_day_first(locale: str) -> bool:
    return locale != "en_US" and not locale.startswith(("zh", "ja", "ko"))


@cache
def _months(locale: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for known in {"en", locale}:
        cldr = Locale.parse(known)
        for width in ("wide", "abbreviated"):
            for month, name in get_month_names(width, "format", cldr).items():
                found[name.casefold()] = month
                found[name.casefold()[:3]] = found.get(name.casefold()[:3], month)
    found["sept"] = 9
    return found


@cache
def _weekdays(locale: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for known in {"en", locale}:
        cldr = Locale.parse(known)
        for width in ("wide", "abbreviated"):
            for weekday, name in get_day_names(width, "format", cldr).items():
                found[name.casefold()] = weekday
    for weekday, hanzi in enumerate(_HANZI_DAYS):
        found |= dict.fromkeys((f"周{hanzi}", f"星期{hanzi}", f"礼拜{hanzi}"), weekday)
    return found | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3, "星期天": 6, "周天": 6}
