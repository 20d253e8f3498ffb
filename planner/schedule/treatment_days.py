"""Whether a centre treats on a date, why, and whether an announcement still to come could change it."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from planner.record.treatment_days import DatedPolicy, HolidayClosing, ServiceDay, TreatmentDayKind
from planner.reference.calendar_year import DayKind
from planner.reference.work_calendar import DayStatus, WorkCalendar


class DayReason(StrEnum):
    """What decided a date."""

    USUAL = "usual"  # one of the centre's weekdays, and no holiday
    MAKEUP_WORKDAY = "makeup-workday"
    EXTRA_DAY = "extra-day"
    WEEKDAY = "weekday"  # not one of the centre's weekdays: a weekend, for most
    STATUTORY = "statutory"
    DAY_OFF = "day-off"
    CLOSED_DAY = "closed-day"
    SERVICE_DAY = "service-day"
    MACHINE_DOWN = "machine-down"
    EXCEPTION = "exception"  # what the centre, or the question asked, says of this one date


@dataclass(frozen=True, slots=True)
class TreatmentDay:
    """The answer for one date. ``status`` is what the public calendar knows of it."""

    date: dt.date
    is_open: bool
    reason: DayReason
    status: DayStatus

    @property
    def is_provisional(self) -> bool:
        """Whether an official calendar still to come could change the date."""
        return self.status.is_provisional


@dataclass(frozen=True, slots=True)
class _Habit:
    """A policy's kind, spelled out."""

    weekdays: frozenset[int]
    holidays: HolidayClosing
    treats_on_makeup_workdays: bool


_MONDAY_TO_FRIDAY = frozenset({1, 2, 3, 4, 5})
_HABITS = {
    TreatmentDayKind.WEEKDAYS: _Habit(_MONDAY_TO_FRIDAY, HolidayClosing.NONE, False),
    TreatmentDayKind.OFFICIAL: _Habit(_MONDAY_TO_FRIDAY, HolidayClosing.OFFICIAL, True),
    TreatmentDayKind.OFFICIAL_NO_WEEKENDS: _Habit(_MONDAY_TO_FRIDAY, HolidayClosing.OFFICIAL, False),
    TreatmentDayKind.STATUTORY: _Habit(_MONDAY_TO_FRIDAY, HolidayClosing.STATUTORY, False),
    TreatmentDayKind.SIX_DAY: _Habit(_MONDAY_TO_FRIDAY | {6}, HolidayClosing.STATUTORY, False),
}


class TreatmentDays:
    """A centre's treatment days: its dated policies on the public calendar of its region.

    Answers are remembered, and shared with what ``with_dates`` makes.
    """

    __slots__ = ("_answers", "_closed", "_in_force", "_opened", "calendar", "policies")

    def __init__(self, policies: Iterable[DatedPolicy], calendar: WorkCalendar) -> None:
        self.policies = tuple(policies)
        self.calendar = calendar
        self._in_force = sorted(
            ((policy.valid_from or dt.date.min, policy, _habit(policy)) for policy in self.policies),
            key=lambda entry: entry[0],
            reverse=True,
        )
        self._answers: dict[dt.date, TreatmentDay] = {}
        self._opened: frozenset[dt.date] = frozenset()
        self._closed: frozenset[dt.date] = frozenset()

    def with_dates(self, *, opened: Iterable[dt.date] = (), closed: Iterable[dt.date] = ()) -> TreatmentDays:
        """The same centre, with dates on which the question asked says otherwise than its policy.

        A weekend session to weigh is ``opened``, a day the patient cannot come ``closed``; the latter wins.
        """
        other = copy.copy(self)
        other._opened = self._opened.union(opened)  # noqa: SLF001 - one of its own kind
        other._closed = self._closed.union(closed)  # noqa: SLF001
        return other

    def policy_on(self, date: dt.date) -> DatedPolicy | None:
        """The policy in force on a date, or ``None`` before the first (offices' days are assumed)."""
        return next((policy for first, policy, _ in self._in_force if first <= date), None)

    def day(self, date: dt.date) -> TreatmentDay:
        """Whether the centre treats on ``date``."""
        answer = self._answers.get(date)
        if answer is None:
            answer = self._answers[date] = self._by_policy(date)
        if date in self._closed:
            return TreatmentDay(date, False, DayReason.EXCEPTION, answer.status)
        if date in self._opened:
            return TreatmentDay(date, True, DayReason.EXCEPTION, answer.status)
        return answer

    def _by_policy(self, date: dt.date) -> TreatmentDay:
        status = self.calendar.status(date)
        for first, policy, habit in self._in_force:
            if first <= date:
                is_open, reason = _stated(policy, date) or _usual(habit, status)
                return TreatmentDay(date, is_open, reason, status)
        is_open, reason = _usual(_HABITS[TreatmentDayKind.OFFICIAL], status)
        return TreatmentDay(date, is_open, reason, status)


def _habit(policy: DatedPolicy) -> _Habit:
    if policy.kind is TreatmentDayKind.CUSTOM:
        return _Habit(frozenset(policy.weekdays), policy.holidays, policy.treats_on_makeup_workdays)
    return _HABITS[policy.kind]


def _stated(policy: DatedPolicy, date: dt.date) -> tuple[bool, DayReason] | None:
    """What the policy says of this very date, or ``None`` if nothing."""
    for exception in policy.exceptions:
        if exception.date == date:
            return exception.treats, DayReason.EXCEPTION
    for down in policy.machine_down:
        if down.first <= date <= down.last:
            return False, DayReason.MACHINE_DOWN
    if date in policy.closed_days:
        return False, DayReason.CLOSED_DAY
    if date in policy.extra_days:
        return True, DayReason.EXTRA_DAY
    if policy.service_day and _is_service_day(policy.service_day, date):
        return False, DayReason.SERVICE_DAY
    return None


def _is_service_day(service: ServiceDay, date: dt.date) -> bool:
    days = (date - service.first).days
    return days >= 0 and days % (7 * max(service.every_weeks, 1)) == 0


def _usual(habit: _Habit, status: DayStatus) -> tuple[bool, DayReason]:
    """What the centre's habit makes of the public calendar."""
    if status.kind is DayKind.MAKEUP_WORKDAY and habit.treats_on_makeup_workdays:
        return True, DayReason.MAKEUP_WORKDAY
    if status.date.isoweekday() not in habit.weekdays:
        return False, DayReason.WEEKDAY
    if status.kind is DayKind.STATUTORY and habit.holidays is not HolidayClosing.NONE:
        return False, DayReason.STATUTORY
    if status.kind is DayKind.DAY_OFF and habit.holidays is HolidayClosing.OFFICIAL:
        return False, DayReason.DAY_OFF
    return True, DayReason.USUAL
