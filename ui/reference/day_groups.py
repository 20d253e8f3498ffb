"""The days of a calendar year put together by holiday, as a notice words them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.session.world import CalendarDay

_A_DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class DayGroup:
    """A holiday: the runs of days off it brings, first and last included, and the days worked in exchange."""

    name: str
    off: tuple[tuple[dt.date, dt.date], ...]
    worked: tuple[dt.date, ...]


def day_groups(days: Iterable[CalendarDay]) -> tuple[DayGroup, ...]:
    """The days by the holiday they are named after, in the order of their first day off.

    A holiday of the same name far away in the year, as a second anniversary day, stands by itself only
    where the source names it differently.
    """
    by_name: dict[str, list[CalendarDay]] = {}
    for day in days:
        by_name.setdefault(day.name, []).append(day)
    groups = [
        DayGroup(
            name,
            tuple(_runs(day.date for day in named if day.kind.value != "makeup-workday")),
            tuple(sorted(day.date for day in named if day.kind.value == "makeup-workday")),
        )
        for name, named in by_name.items()
    ]
    return tuple(sorted(groups, key=lambda group: group.off[0][0] if group.off else group.worked[0]))


def _runs(days: Iterable[dt.date]) -> Iterator[tuple[dt.date, dt.date]]:
    first = last = None
    for day in sorted(days):
        if first is None or last is None or day - last > _A_DAY:
            if first is not None and last is not None:
                yield first, last
            first = day
        last = day
    if first is not None and last is not None:
        yield first, last
