"""Laying and re-planning 35 fractions, beside ``numpy.busday_offset`` and plain date arithmetic."""

from __future__ import annotations

import datetime as dt

import numpy as np

from planner.record.treatment_days import DatedPolicy
from planner.reference.calendar_year import DayKind
from planner.reference.work_calendar import WorkCalendar
from planner.schedule.interruption import Interruption, replan
from planner.schedule.lay import lay
from planner.schedule.options import options
from planner.schedule.treatment_days import TreatmentDays
from tests.bench.measure import Measure, seconds

FRACTIONS, START = 35, dt.date(2026, 9, 7)


def run() -> list[Measure]:
    """Across National Day 2026, on the official calendar with its make-up workdays (domain facts 8.2)."""
    calendar = WorkCalendar("CN")
    days = TreatmentDays((DatedPolicy(),), calendar)
    announced = calendar.year(2026).days
    off = np.array([day.date for day in announced if day.kind is not DayKind.MAKEUP_WORKDAY], "datetime64[D]")
    closed = {day.date for day in announced if day.kind is not DayKind.MAKEUP_WORKDAY}
    worked = {day.date for day in announced if day.kind is DayKind.MAKEUP_WORKDAY}
    counts = np.arange(FRACTIONS)
    start = np.datetime64(START)
    course = lay(FRACTIONS, START, days)
    missed = Interruption(missed=(dt.date(2026, 9, 16), dt.date(2026, 9, 17)))
    after = replan(course, missed, days)

    numpy_seconds = seconds(lambda: np.busday_offset(start, counts, roll="forward", holidays=off))
    plain_seconds = seconds(lambda: _plain(closed, worked))
    laid_seconds = seconds(lambda: lay(FRACTIONS, START, TreatmentDays((DatedPolicy(),), WorkCalendar("CN"))))
    return [
        Measure(
            name="lay 35 fractions",
            seconds=laid_seconds,
            floor="numpy.busday_offset, no make-up workdays, no reasons",
            floor_seconds=numpy_seconds,
            bar_seconds=0.001,
        ),
        Measure(
            name="lay 35 fractions",
            seconds=laid_seconds,
            floor="plain date arithmetic",
            floor_seconds=plain_seconds,
            bar_seconds=0.001,
        ),
        Measure(
            name="re-plan 35 fractions after two misses",
            seconds=seconds(lambda: replan(course, missed, days)),
            floor="plain date arithmetic",
            floor_seconds=plain_seconds,
        ),
        Measure(
            name="list what could win days back",
            seconds=seconds(lambda: options(course, missed, after, days)),
            floor="plain date arithmetic",
            floor_seconds=plain_seconds,
        ),
    ]


def _plain(closed: set[dt.date], worked: set[dt.date]) -> list[dt.date]:
    """The same dates by the shortest loop."""
    found: list[dt.date] = []
    date = START
    while len(found) < FRACTIONS:
        if date in worked or (date.weekday() < 5 and date not in closed):
            found.append(date)
        date += dt.timedelta(1)
    return found
