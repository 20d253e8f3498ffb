"""On which days the centre does not treat although it usually would."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

from planner.itinerary.edition import Edition
from planner.schedule.treatment_days import DayReason, TreatmentDays

ClosedDays = Callable[[dt.date], bool]


def closed_days(edition: Edition) -> ClosedDays:
    """Whether the centre of the first course is closed on a date; never, while no centre is entered.

    A day of the week on which it never treats is not told of.
    """
    centres = (edition.place(course.centre) for course in edition.journey.courses)
    centre = next((centre for centre in centres if centre is not None), None)
    if centre is None:
        return lambda day: False
    treats = TreatmentDays(centre.treatment_days, edition.calendar)

    @cache
    def is_closed(day: dt.date) -> bool:
        told = treats.day(day)
        return not told.is_open and told.reason is not DayReason.WEEKDAY

    return is_closed
