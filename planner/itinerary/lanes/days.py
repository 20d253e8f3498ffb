"""What the days of a timeline are: weekends, holidays, make-up workdays, and years not announced yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from planner.message import Message
from planner.record.journey import Journey
from planner.reference.calendar_year import DayKind
from planner.reference.day_labels import holiday_name
from planner.reference.reference import Calendars
from planner.reference.region import region_of


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that the public calendar of the country of treatment names. ``name`` is ``""`` where it has none.

    ``is_provisional`` while the notice that decides it has not been announced.
    """

    date: dt.date
    is_makeup: bool
    name: Message | str
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class Days:
    """The named days of some years, by date, and the years whose official calendar is still awaited."""

    special: dict[dt.date, SpecialDay]
    awaited: tuple[int, ...]

    def is_off(self, day: dt.date) -> bool:
        """Whether offices are closed: a holiday, or a weekend that is not worked."""
        found = self.special.get(day)
        return day.weekday() >= 5 if found is None else not found.is_makeup


def days(journey: Journey, calendars: Calendars, first: dt.date, last: dt.date) -> Days:
    """The days of all years from that of ``first`` to that of ``last`` where the treatment is."""
    calendar = calendars.of(region_of(journey.country))
    special = {}
    for year in range(first.year, last.year + 1):
        for day in calendar.year(year).days:
            status = calendar.status(day.date)
            name = holiday_name(day.name) if day.name else ""
            makeup = day.kind is DayKind.MAKEUP_WORKDAY
            special[day.date] = SpecialDay(day.date, makeup, name, status.is_provisional)
    ends = dt.date(first.year, 1, 1), dt.date(last.year, 12, 31)
    awaited = calendar.trusted_years(*ends)[1]
    return Days(special, tuple(year for year in awaited if year <= last.year))
