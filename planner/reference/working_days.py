"""Counting working days, as offices count them: an embassy's, a passport office's, a bank's."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from planner.reference.work_calendar import DayStatus, WorkCalendar


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """A working day that was counted to, and the days off Monday to Friday that were passed over on the way.

    ``is_provisional`` when a calendar not yet announced could move it.
    """

    date: dt.date
    is_provisional: bool
    passed_over: tuple[DayStatus, ...]


def working_day(calendar: WorkCalendar, start: dt.date, days: int) -> WorkingDay:
    """The working day ``days`` after ``start`` (negative: before), ``start`` itself not counted.

    With 0, the first working day on or after ``start``.
    """
    step = dt.timedelta(-1 if days < 0 else 1)
    left = abs(days) or 1
    on = start - step if days == 0 else start
    provisional = False
    passed_over = []
    while left:
        on += step
        status = calendar.status(on)
        provisional = provisional or status.is_provisional
        if status.is_working:
            left -= 1
        elif on.weekday() < 5:
            passed_over.append(status)
    return WorkingDay(on, provisional, tuple(passed_over))


def working_days(calendar: WorkCalendar, first: dt.date, last: dt.date) -> int:
    """How many working days lie from ``first`` to ``last``, both included; 0 if ``last`` is earlier."""
    dates = (first + dt.timedelta(days) for days in range((last - first).days + 1))
    return sum(calendar.status(date).is_working for date in dates)
