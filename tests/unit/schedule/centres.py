"""Centres to lay courses at, and short ways to write dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from planner.record.treatment_days import DatedPolicy, TreatmentDayKind
from planner.reference.calendar_year import CalendarYear
from planner.reference.work_calendar import WorkCalendar
from planner.schedule.planned_fraction import PlannedFraction
from planner.schedule.treatment_days import TreatmentDays

D = dt.date
T = dt.time


def centre(
    kind: TreatmentDayKind | str = TreatmentDayKind.OFFICIAL,
    *,
    region: str = "CN",
    imported: Iterable[CalendarYear] = (),
    **policy: object,
) -> TreatmentDays:
    """A centre with one policy on the shipped calendar."""
    stated = DatedPolicy(kind=TreatmentDayKind(kind), **policy)  # type: ignore[arg-type]
    return TreatmentDays((stated,), WorkCalendar(region, imported))


def days_of(fractions: Iterable[PlannedFraction]) -> list[str]:
    """The sessions' dates, as ``04-06``."""
    return [f"{one.date:%m-%d}" for one in fractions]
