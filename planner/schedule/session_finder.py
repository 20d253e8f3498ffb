"""The next free session of a course: the one search that laying and re-planning share."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from planner.errors import InputError
from planner.message import N_
from planner.schedule.planned_fraction import PlannedFraction
from planner.schedule.session_pattern import SECOND_SESSION_HOURS, SessionPattern, hours_between
from planner.schedule.treatment_days import TreatmentDays

#: How far the search goes for one session. No centre closes for a year and comes back to the same course.
HORIZON_DAYS = 366

_DAY = dt.timedelta(1)


class SessionFinder:
    """Finds sessions one after the other, on ``days`` in ``pattern``, after those that are ``taken``."""

    __slots__ = ("_days", "_last", "_on_last_date", "_pattern", "_per_week")

    def __init__(
        self, days: TreatmentDays, pattern: SessionPattern, taken: Iterable[PlannedFraction] = ()
    ) -> None:
        self._days = days
        self._pattern = pattern
        self._per_week: Counter[int] = Counter()
        self._last: PlannedFraction | None = None
        self._on_last_date = 0
        for fraction in taken:
            self.take(fraction)

    def take(self, fraction: PlannedFraction) -> None:
        """Count ``fraction`` as given or planned; later ones come after it."""
        self._per_week[_week(fraction.date)] += 1
        if self._last is None or fraction.date > self._last.date:
            self._last, self._on_last_date = fraction, 1
        elif fraction.date == self._last.date:
            self._last, self._on_last_date = fraction, self._on_last_date + 1

    def allows(self, fraction: PlannedFraction) -> bool:
        """Whether ``fraction`` may stay where it is: after all that are taken, in a week with room for it."""
        if self._is_full(fraction.date):
            return False
        if self._last is None or fraction.date > self._last.date:
            return True
        second = bool(fraction.second_session_clinician)
        return second and fraction.date == self._last.date and self._on_last_date == 1

    def next(self, number: int, not_before: dt.date) -> PlannedFraction:
        """Fraction ``number`` in the first free session on or after ``not_before``; it is not taken yet.

        Raises: InputError when none is found within ``HORIZON_DAYS``, or a second session lacks something.
        """
        date = not_before
        if self._last is not None and date <= self._last.date:
            if (second := self._second(number, self._last)) is not None:
                return second
            date = self._last.date + _DAY
        for _ in range(HORIZON_DAYS):
            if self._pattern.uses(date) and not self._is_full(date):
                day = self._days.day(date)
                time = self._pattern.time_on(date)
                if day.is_open and self._is_apart(date, time):
                    return PlannedFraction(
                        number=number,
                        date=date,
                        time=time,
                        provisional=day.is_provisional,
                        room=self._pattern.room,
                    )
            date += _DAY
        raise InputError(
            N_(
                "No treatment day was found for fraction {number} within {days} days of {date}; "
                "check the centre’s treatment days and the pattern of the course.",
                number=number,
                days=HORIZON_DAYS,
                date=date - HORIZON_DAYS * _DAY,
            )
        )

    def _second(self, number: int, last: PlannedFraction) -> PlannedFraction | None:
        """The second session of the last day taken, if the clinician approved one and it is still free."""
        if self._on_last_date != 1 or self._is_full(last.date):
            return None
        approved = self._pattern.second_session_on(last.date)
        if approved is None:
            return None
        if not approved.clinician.strip():
            raise InputError(
                N_("The second session on {date} needs the name of who approved it.", date=last.date)
            )
        hours = hours_between((last.date, last.time), (last.date, approved.time), self._pattern.zone)
        if hours is None:
            raise InputError(
                N_(
                    "The second session on {date} needs the time of the first, "
                    "which must be at least {hours} hours before.",
                    date=last.date,
                    hours=SECOND_SESSION_HOURS,
                )
            )
        if hours < SECOND_SESSION_HOURS:
            raise InputError(
                N_(
                    "The second session on {date} at {time} is less than {hours} hours "
                    "after the first, at {first}.",
                    date=last.date,
                    time=approved.time,
                    hours=SECOND_SESSION_HOURS,
                    first=last.time,
                )
            )
        return PlannedFraction(
            number=number,
            date=last.date,
            time=approved.time,
            provisional=self._days.day(last.date).is_provisional,
            room=self._pattern.room,
            second_session_clinician=approved.clinician,
        )

    def _is_full(self, date: dt.date) -> bool:
        most = self._pattern.per_week
        return most is not None and self._per_week[_week(date)] >= most

    def _is_apart(self, date: dt.date, time: dt.time | None) -> bool:
        least = self._pattern.minimum_gap_hours
        if least is None or self._last is None:
            return True
        hours = hours_between((self._last.date, self._last.time), (date, time), self._pattern.zone)
        return hours is None or hours >= least


def _week(date: dt.date) -> int:
    """Counts weeks from Monday to Sunday (day 1 of the calendar, 1 January of year 1, is a Monday)."""
    return (date.toordinal() - 1) // 7
