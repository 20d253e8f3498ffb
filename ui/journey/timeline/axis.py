"""The dates over the lanes: which ticks a scale has room for, and what is said at each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ui.journey.timeline.scale import Scale

_DAY = dt.timedelta(1)
DAYS_FROM = 18.0
"""From this width of a day on, days are told one by one."""


class Unit(Enum):
    """What one step of a row of dates is."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Step:
    """One step, from ``first`` to the day before ``next``."""

    unit: Unit
    first: dt.date
    next: dt.date


def units(scale: Scale) -> tuple[Unit, Unit]:
    """What the upper and the lower row of dates are made of."""
    if scale.day_width < 1.8:
        return Unit.YEAR, Unit.MONTH
    return Unit.MONTH, Unit.DAY if scale.day_width >= DAYS_FROM else Unit.WEEK


def steps(unit: Unit, first: dt.date, last: dt.date) -> Iterator[Step]:
    """Every step that holds a day from ``first`` to ``last``, both included."""
    at = _begin(unit, first)
    while at <= last:
        following = _next(unit, at)
        yield Step(unit, at, following)
        at = following


def hours(scale: Scale) -> tuple[int, ...]:
    """The hours of a day that are told, none while a day is too narrow."""
    if not scale.tells_hours:
        return ()
    every = 6 if scale.day_width < 260 else 3
    return tuple(range(every, 24, every))


def _begin(unit: Unit, day: dt.date) -> dt.date:
    match unit:
        case Unit.YEAR:
            return dt.date(day.year, 1, 1)
        case Unit.MONTH:
            return day.replace(day=1)
        case Unit.WEEK:
            return day - dt.timedelta(day.weekday())
    return day


def _next(unit: Unit, day: dt.date) -> dt.date:
    match unit:
        case Unit.YEAR:
            return dt.date(day.year + 1, 1, 1)
        case Unit.MONTH:
            return (day.replace(day=28) + dt.timedelta(4)).replace(day=1)
        case Unit.WEEK:
            return day + 7 * _DAY
    return day + _DAY
