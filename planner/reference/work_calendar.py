"""Which days are worked in a region, and how sure that is: an unknown year is never taken for a known one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from planner.reference.calendar_year import CalendarDay, CalendarTrust, CalendarYear, DayKind, in_force
from planner.reference.computed_calendars import computed_year, statutory_days
from planner.reference.region import MAINLAND_CHINA
from planner.reference.shipped_calendars import shipped_year

#: From this day on, a December is also decided by the next year's notice: New Year has reached back to the
#: 29th (notice for 2019), and the weekend before 1 January, from which a day may be exchanged, to the 25th.
_LATE_DECEMBER = 25


@dataclass(frozen=True, slots=True)
class DayStatus:
    """What is known of one date. ``kind`` is ``None`` for an ordinary weekday or weekend.

    ``waits_for`` is the year whose official calendar is missing and could still change this date, or
    ``None`` when it is settled.
    """

    date: dt.date
    kind: DayKind | None
    name: str
    trust: CalendarTrust
    waits_for: int | None

    @property
    def is_provisional(self) -> bool:
        """Whether an announcement still to come could change this date."""
        return self.waits_for is not None

    @property
    def is_working(self) -> bool:
        """Whether offices are open: a make-up workday, or Monday to Friday and no day off."""
        if self.kind is None:
            return self.date.weekday() < 5
        return self.kind is DayKind.MAKEUP_WORKDAY


@dataclass(frozen=True, slots=True)
class _Table:
    """A year ready for looking up, with the days that the next year's notice names in its December.

    Dates from ``waits_from`` on are provisional, until the calendar of ``waits_for`` is announced.
    """

    days: Mapping[dt.date, CalendarDay]
    trust: CalendarTrust
    waits_from: dt.date | None
    waits_for: int

    def awaits(self, on: dt.date) -> int | None:
        return self.waits_for if self.waits_from is not None and on >= self.waits_from else None


class WorkCalendar:
    """The calendar of one region: shipped or computed years, overridden by imported ones.

    Years are read when first asked for. ``imported`` may hold several versions and other regions; see
    ``calendar_year.in_force`` for which holds. ``checked`` names computed years (``TW-2027``) that somebody
    has compared with the government's list, so that they are as good as those checked for the program.
    """

    __slots__ = ("_checked", "_imported", "_tables", "region")

    def __init__(
        self, region: str, imported: Iterable[CalendarYear] = (), checked: frozenset[str] = frozenset()
    ) -> None:
        self.region = region
        self._checked = checked
        self._imported = tuple(year for year in imported if year.region == region)
        self._tables: dict[int, _Table] = {}

    def year(self, year: int) -> CalendarYear:
        """The calendar in force for a year; one whose trust is unknown, without days, if there is none."""
        return self._announced(year) or self._worked_out(year)

    def status(self, on: dt.date) -> DayStatus:
        """What is known of a date."""
        table = self._tables.get(on.year) or self._table(on.year)
        day = table.days.get(on)
        return DayStatus(
            on,
            day.kind if day else None,
            day.name if day else "",
            table.trust,
            table.awaits(on),
        )

    def trusted_years(self, first: dt.date, last: dt.date) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The years from ``first`` to ``last`` (both included) that are settled, and those still awaited.

        When ``last`` lies in late December, the year after it may be among the awaited ones.
        """
        years = range(first.year, last.year + 1)
        ends = (min(last, dt.date(year, 12, 31)) for year in years)
        awaited = {(self._tables.get(end.year) or self._table(end.year)).awaits(end) for end in ends}
        return (
            tuple(year for year in years if year not in awaited),
            tuple(sorted(year for year in awaited if year is not None)),
        )

    def _announced(self, year: int) -> CalendarYear | None:
        shipped = shipped_year(self.region, year)
        imported = (one for one in self._imported if one.year == year)
        return in_force(([shipped] if shipped else []) + list(imported))

    def _worked_out(self, year: int) -> CalendarYear:
        if computed := computed_year(self.region, year):
            if f"{self.region}-{year}" in self._checked:
                return replace(computed, trust=CalendarTrust.COMPUTED)
            return computed
        days = statutory_days(year) if self.region == MAINLAND_CHINA else ()
        return CalendarYear(
            region=self.region,
            year=year,
            trust=CalendarTrust.PROVISIONAL if days else CalendarTrust.UNKNOWN,
            days=days,
        )

    def _table(self, year: int) -> _Table:
        this, following = self.year(year), self._announced(year + 1) if year < dt.MAXYEAR else None
        days = {day.date: day for day in this.days}
        days.update((day.date, day) for day in (following.days if following else ()) if day.date.year == year)
        if not _is_settled(this):
            table = _Table(days, this.trust, dt.date(year, 1, 1), year)
        elif self.region == MAINLAND_CHINA and not (following and _is_settled(following)):
            table = _Table(days, this.trust, dt.date(year, 12, _LATE_DECEMBER), year + 1)
        else:
            table = _Table(days, this.trust, None, year)
        self._tables[year] = table
        return table


def _is_settled(year: CalendarYear) -> bool:
    return year.trust in (CalendarTrust.OFFICIAL, CalendarTrust.COMPUTED)
