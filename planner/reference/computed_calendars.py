"""Public holidays worked out from the law by the ``holidays`` library, for regions that ship no notices.

Never used for China's make-up workdays: the library hard-codes past ones and invents "observed" days for
years without a notice (domain facts 4). ``resources/calendars/computed.json`` says, per country, up to
which year somebody has checked its output; later years are provisional.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from planner.reference.calendar_year import CalendarDay, CalendarTrust, CalendarYear, DayKind, Notice
from planner.reference.region import MAINLAND_CHINA
from planner.reference.shipped_calendars import calendars_dir

if TYPE_CHECKING:
    from holidays import HolidayBase

#: How the library words a bridging day that is worked at a weekend in exchange.
_EXCHANGED = "Day off (substituted"
#: China's days off have been set by law since 1949; the library's lunar tables end with 2099.
_FIRST_YEAR, _LAST_YEAR = 1950, 2099


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedRegion:
    """Up to which year the library's holidays of a country were compared with its government's list."""

    region: str
    checked_through: int
    checked_on: dt.date
    title: str
    url: str


@cache
def computed_regions() -> tuple[ComputedRegion, ...]:
    """The countries whose holidays are computed."""
    import msgspec

    return msgspec.json.decode(
        (calendars_dir() / "computed.json").read_bytes(), type=tuple[ComputedRegion, ...]
    )


@cache
def computed_year(region: str, year: int) -> CalendarYear | None:
    """The computed calendar of ``region`` (``"NZ-AUK"``, ``"HK"``), or ``None`` for one not in the table.

    Hong Kong's statutory holidays (Employment Ordinance) are statutory, its other general holidays days off.
    """
    country, _, subdivision = region.partition("-")
    entry = next((one for one in computed_regions() if one.region == country), None)
    if entry is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    table = _library(country, subdivision, year)
    if table is None:
        return None
    days = {
        date: CalendarDay(
            date=date,
            kind=DayKind.DAY_OFF if name.startswith(_EXCHANGED) else DayKind.STATUTORY,
            name=name,
        )
        for date, name in table.items()
    }
    for date in table.weekend_workdays:
        if date.year == year:
            days[date] = CalendarDay(date=date, kind=DayKind.MAKEUP_WORKDAY)
    general = _library(country, subdivision, year, "optional") if country == "HK" else None
    for date, name in (general or {}).items():
        days.setdefault(date, CalendarDay(date=date, kind=DayKind.DAY_OFF, name=name))
    return CalendarYear(
        region=region,
        year=year,
        trust=CalendarTrust.COMPUTED if year <= entry.checked_through else CalendarTrust.PROVISIONAL,
        days=tuple(days[date] for date in sorted(days)),
        notices=(Notice(title=entry.title, url=entry.url),),
        checked_on=entry.checked_on,
    )


@cache
def statutory_days(year: int) -> tuple[CalendarDay, ...]:
    """Mainland China's statutory holidays of a year by the law then in force, without any exchanged days.

    Lunar dates and the day of Qingming come from the library's tables; empty outside 1950–2099. Source:
    Measures on Holidays for Annual Festivals and Memorial Days, as amended (13 days since 2025).
    """
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return ()
    table = _library(MAINLAND_CHINA, "", year, observed=False)
    return tuple(
        CalendarDay(
            date=date,
            kind=DayKind.STATUTORY,
            name="、".join(_CHINESE.get(one, one) for one in name.split("; ")),
        )
        for date, name in sorted((table or {}).items())
        if not name.startswith(_EXCHANGED)
    )


#: The library's English names, as the State Council's notices write them.
_CHINESE = {
    "New Year's Day": "元旦",
    "Chinese New Year's Eve": "春节",
    "Chinese New Year (Spring Festival)": "春节",
    "Tomb-Sweeping Day": "清明节",
    "Labor Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-Autumn Festival": "中秋节",
    "National Day": "国庆节",
}


def _library(
    country: str, subdivision: str, year: int, category: str = "public", *, observed: bool = True
) -> HolidayBase | None:
    """What the library says, in English, or ``None`` where it knows no such subdivision."""
    import holidays

    try:
        return holidays.country_holidays(
            country,
            subdiv=subdivision or None,
            years=year,
            expand=False,
            observed=observed,
            language="en_US",
            categories=(category,),
        )
    except NotImplementedError:
        return None
