"""The proton course: the calendar of sessions with its tally."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary.item import Itinerary
from planner.message import N_
from planner.record.journey import Journey
from ui.journey.row import Block, Row, Rows, Sessions


def course(journey: Journey, itinerary: Itinerary, today: dt.date) -> Iterator[Block]:
    """One block a course."""
    for plan in itinerary.courses:
        course = next((one for one in journey.courses if one.id == plan.course), None)
        held = course.fractions if course is not None else ()
        ids = tuple((one.number, one.starts.date, str(one.id)) for one in held)
        yield Sessions(plan=plan, today=today, ids=ids)
    shown = {plan.course for plan in itinerary.courses}
    rows = tuple(
        Row(title=course.site or N_("A course without a site"), subject=course.id)
        for course in journey.courses
        if course.id not in shown
    )
    if rows:
        yield Rows(rows=rows)
