"""The proton course: the calendar of sessions with its tally."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary.item import Itinerary
from planner.record.journey import Journey
from ui.journey.row import Block, Sessions


def course(journey: Journey, itinerary: Itinerary, today: dt.date) -> Iterator[Block]:
    """One block a course."""
    for plan in itinerary.courses:
        yield Sessions(plan=plan, today=today)
