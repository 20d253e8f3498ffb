"""A later start that spares a course a long gap, such as the one that a week of public holidays tears."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from planner.schedule.lay import lay
from planner.schedule.planned_fraction import PlannedFraction
from planner.schedule.session_pattern import SessionPattern
from planner.schedule.treatment_days import TreatmentDays


def later_start(
    fractions: int,
    start: dt.date,
    days: TreatmentDays,
    pattern: SessionPattern | None = None,
    *,
    longest_gap_days: int,
    within_days: int,
) -> tuple[PlannedFraction, ...] | None:
    """The course laid from the first start after ``start`` that has no gap of more than ``longest_gap_days``.

    Looked for up to ``within_days`` later, included; ``None`` if there is none. A figure to ask the centre
    about: whether waiting is better than a gap is the clinician's to say.

    Raises: InputError as ``lay`` does.
    """
    for later in range(1, within_days + 1):
        date = start + dt.timedelta(later)
        if not days.day(date).is_open:
            continue
        course = lay(fractions, date, days, pattern)
        if all((after.date - before.date).days <= longest_gap_days for before, after in pairwise(course)):
            return course
    return None
