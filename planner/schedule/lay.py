"""Laying a course: N fractions from a start, on a centre's treatment days."""

from __future__ import annotations

import datetime as dt

from planner.errors import InputError
from planner.message import N_
from planner.schedule.planned_fraction import PlannedFraction
from planner.schedule.session_finder import SessionFinder
from planner.schedule.session_pattern import SessionPattern
from planner.schedule.treatment_days import TreatmentDays

MOST_FRACTIONS = 200


def lay(
    fractions: int, start: dt.date, days: TreatmentDays, pattern: SessionPattern | None = None
) -> tuple[PlannedFraction, ...]:
    """Fractions 1 to ``fractions``, each in the first session that is free, none before ``start``.

    Raises: InputError when ``fractions`` is not from 1 to ``MOST_FRACTIONS``, the centre has too few
    treatment days, or a second session lacks the clinician's name, a time, or six hours.
    """
    check_fractions(fractions)
    finder = SessionFinder(days, pattern or SessionPattern())
    laid = []
    for number in range(1, fractions + 1):
        fraction = finder.next(number, start)
        finder.take(fraction)
        laid.append(fraction)
    return tuple(laid)


def check_fractions(fractions: int) -> None:
    """Raises: InputError when no course has so many fractions."""
    if not 1 <= fractions <= MOST_FRACTIONS:
        raise InputError(
            N_(
                "A course has from 1 to {most} fractions; {fractions} was given.",
                most=MOST_FRACTIONS,
                fractions=fractions,
            )
        )
