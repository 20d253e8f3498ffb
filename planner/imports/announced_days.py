"""What both forms of a holiday file share: days off and make-up workdays become a ``CalendarYear``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from planner.errors import InputError
from planner.message import N_
from planner.reference.calendar_year import CalendarDay, CalendarTrust, CalendarYear, DayKind, Notice
from planner.reference.computed_calendars import statutory_days
from planner.reference.region import MAINLAND_CHINA

#: China's holidays have been set by law since 1949; lunar dates are tabled up to 2099.
YEARS = range(1950, 2100)


@dataclass(frozen=True, slots=True)
class AnnouncedDay:
    """A date a file names: off, or worked in exchange."""

    date: dt.date
    is_off: bool
    name: str


def announced_year(
    year: int,
    days: Mapping[dt.date, AnnouncedDay],
    *,
    file: str,
    notices: tuple[Notice, ...],
    checked_on: dt.date,
) -> CalendarYear:
    """The official calendar of mainland China for ``year``, with the statutory holidays marked as such.

    Raises: InputError when a date lies outside the year and the December before it.
    """
    for date in days:
        if date.year != year and (date.year, date.month) != (year - 1, 12):
            raise InputError(
                N_(
                    "{file} names {date} in the calendar of {year}; expected dates of that year "
                    "or of the December before.",
                    file=file,
                    date=date,
                    year=str(year),
                )
            )
    statutory = {day.date: day for day in statutory_days(year)}
    named = {
        day.date: CalendarDay(
            date=day.date,
            kind=(
                DayKind.MAKEUP_WORKDAY
                if not day.is_off
                else DayKind.STATUTORY
                if day.date in statutory
                else DayKind.DAY_OFF
            ),
            name=day.name,
        )
        for day in days.values()
    }
    by_date = statutory | named
    return CalendarYear(
        region=MAINLAND_CHINA,
        year=year,
        trust=CalendarTrust.OFFICIAL,
        days=tuple(by_date[date] for date in sorted(by_date)),
        notices=notices,
        checked_on=checked_on,
    )


def add_day(days: dict[dt.date, AnnouncedDay], day: AnnouncedDay, file: str) -> None:
    """Put ``day`` among ``days``.

    Raises: InputError when the file has already said the opposite of the same date.
    """
    known = days.setdefault(day.date, day)
    if known.is_off != day.is_off:
        raise InputError(
            N_(
                "{file} says of {date} both that it is a day off and that it is worked.",
                file=file,
                date=day.date,
            )
        )
