"""The timeline of a journey for whoever shows it: its marks by lane, and what its days are."""

from __future__ import annotations

from planner.itinerary.lanes.days import Days, SpecialDay, days
from planner.itinerary.lanes.mark import LANES, Further, Lane, Mark
from planner.itinerary.lanes.timeline import Timeline, timeline
from planner.schedule.dated_fields import Moment, day_of

__all__ = [
    "LANES",
    "Days",
    "Further",
    "Lane",
    "Mark",
    "Moment",
    "SpecialDay",
    "Timeline",
    "day_of",
    "days",
    "timeline",
]
