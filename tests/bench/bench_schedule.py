"""Laying and re-planning 35 fractions, and a whole slip, beside numpy and plain date arithmetic."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np

from planner.edits.replan import accept
from planner.imports.journey_file import open_file
from planner.record.treatment_days import DatedPolicy
from planner.record.when import When
from planner.reference.calendar_year import DayKind
from planner.reference.reference import shipped_reference
from planner.reference.work_calendar import WorkCalendar
from planner.schedule.dated_fields import day_of
from planner.schedule.interruption import Interruption, replan
from planner.schedule.lay import lay
from planner.schedule.options import options
from planner.schedule.slip.proposal import Proposal, propose
from planner.schedule.treatment_days import TreatmentDays
from planner.session.importing import sample_file
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
        *_slip(),
    ]


def _slip() -> list[Measure]:
    """Three sessions of the sample are missed (domain facts 8.1): all that is tied to them, and the edit."""
    journey = open_file(sample_file()).journey
    reference = shipped_reference()
    missed = Interruption(missed=tuple(dt.date(2027, 4, day) for day in (13, 14, 21)))
    now = dt.datetime(2027, 4, 12, tzinfo=dt.UTC)

    def slip() -> Proposal:
        return propose(journey, "sample-course", missed, reference=reference, now=now)

    proposal = slip()
    later = [
        (one.old, (day_of(one.new) - day_of(one.old)).days)
        for one in proposal.consequences
        if isinstance(one.old, When | dt.date) and isinstance(one.new, When | dt.date)
    ]
    floor_seconds = seconds(lambda: [_later(old, days) for old, days in later])
    return [
        Measure(
            name=f"full slip of the sample, {len(proposal.consequences)} consequences",
            seconds=seconds(slip),
            floor=f"plain date arithmetic: the {len(later)} dates moved, by days known beforehand",
            floor_seconds=floor_seconds,
            bar_seconds=0.010,
        ),
        Measure(
            name="accept all of it",
            seconds=seconds(lambda: accept(proposal, proposal.everything, new_id=lambda: "new")),
            floor="the same dates moved",
            floor_seconds=floor_seconds,
        ),
    ]


def _later(old: When | dt.date, days: int) -> When | dt.date:
    if isinstance(old, When):
        return replace(old, date=old.date + dt.timedelta(days))
    return old + dt.timedelta(days)


def _plain(closed: set[dt.date], worked: set[dt.date]) -> list[dt.date]:
    """The same dates by the shortest loop."""
    found: list[dt.date] = []
    date = START
    while len(found) < FRACTIONS:
        if date in worked or (date.weekday() < 5 and date not in closed):
            found.append(date)
        date += dt.timedelta(1)
    return found
