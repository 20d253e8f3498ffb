"""The figures of a course: how long it takes, its gaps, its slack, what dose is given and what is left.

Figures only: whether one is good is for the clinician. Days are calendar days at the centre.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from planner.record.fraction import FractionState
from planner.schedule.planned_fraction import PlannedFraction, in_order


@dataclass(frozen=True, slots=True)
class WeekCount:
    """How many sessions fall into the week that begins on ``monday``."""

    monday: dt.date
    fractions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of the sessions that stand (planned, confirmed, delivered).

    ``overall_days`` is the overall treatment time, first and last day included. ``longest_gap_days`` is
    the most days from one session to the next (1 on consecutive days, 3 over a weekend, 0 for a single
    session) and ``longest_gap`` the two dates. ``fractions_per_week`` counts per week, Monday to Sunday;
    weeks without a session are in it. ``slack_days`` is what is left of the prolongation the clinician
    tolerates, negative when it is exceeded, ``None`` when none was entered. Doses are Gy(RBE), ``None``
    without a dose per fraction.
    """

    first: dt.date
    last: dt.date
    overall_days: int
    longest_gap_days: int
    longest_gap: tuple[dt.date, dt.date]
    fractions_per_week: tuple[WeekCount, ...]
    delivered: int
    remaining: int
    slack_days: int | None
    dose_delivered_gy_rbe: Decimal | None
    dose_remaining_gy_rbe: Decimal | None


def figures(
    fractions: Iterable[PlannedFraction],
    *,
    dose_per_fraction_gy_rbe: Decimal | None = None,
    prescribed_overall_days: int | None = None,
    tolerated_prolongation_days: int | None = None,
) -> Figures | None:
    """The figures, or ``None`` when no session stands.

    ``prescribed_overall_days`` is the overall treatment time as first planned, from which the clinician's
    ``tolerated_prolongation_days`` count. A delivered session counts the dose it recorded, else the
    prescribed one.
    """
    course = in_order(one for one in fractions if one.stands)
    if not course:
        return None
    dates = [one.date for one in course]
    gap = max(pairwise(dates), key=lambda pair: pair[1] - pair[0], default=(dates[0], dates[0]))
    overall_days = (dates[-1] - dates[0]).days + 1
    delivered = [one for one in course if one.state is FractionState.DELIVERED]
    remaining = len(course) - len(delivered)
    dose = dose_per_fraction_gy_rbe
    slack = None
    if prescribed_overall_days is not None and tolerated_prolongation_days is not None:
        slack = prescribed_overall_days + tolerated_prolongation_days - overall_days
    return Figures(
        first=dates[0],
        last=dates[-1],
        overall_days=overall_days,
        longest_gap_days=(gap[1] - gap[0]).days,
        longest_gap=gap,
        fractions_per_week=_per_week(dates),
        delivered=len(delivered),
        remaining=remaining,
        slack_days=slack,
        dose_delivered_gy_rbe=None if dose is None else _dose(delivered, dose),
        dose_remaining_gy_rbe=None if dose is None else remaining * dose,
    )


def _dose(delivered: Iterable[PlannedFraction], prescribed: Decimal) -> Decimal:
    doses = (one.dose_delivered_gy_rbe for one in delivered)
    return sum((prescribed if dose is None else dose for dose in doses), Decimal(0))


def _per_week(dates: list[dt.date]) -> tuple[WeekCount, ...]:
    counts = Counter(date - dt.timedelta(date.weekday()) for date in dates)
    first, last = min(counts), max(counts)
    mondays = (first + dt.timedelta(weeks=week) for week in range((last - first).days // 7 + 1))
    return tuple(WeekCount(monday, counts[monday]) for monday in mondays)
