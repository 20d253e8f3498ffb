"""The timeline of a journey: all its marks by lane and time, and from when to when it reaches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from planner.itinerary.lanes.dues import money_marks, task_marks
from planner.itinerary.lanes.mark import Lane, Mark
from planner.itinerary.lanes.meeting import course_marks, meeting_marks
from planner.itinerary.lanes.papers import paper_marks
from planner.itinerary.lanes.staying import staying_marks
from planner.itinerary.lanes.travelling import travel_marks
from planner.record.journey import Journey
from planner.record.when import When, order_key
from planner.schedule.dated_fields import Moment


@dataclass(frozen=True, slots=True)
class Timeline:
    """``marks`` by lane, each in order of time, zone-aware; every lane is there, though it may be empty.

    ``first`` and ``last`` are the days between which the journey happens, both included: the ends of
    validities that may lie years away do not count. They are ``None`` while nothing has a date. ``zone`` is
    that of the country of treatment, whose days the timeline has; ``home_zone`` the patient's, or ``""``.
    """

    marks: Mapping[Lane, tuple[Mark, ...]]
    zone: str
    home_zone: str
    first: dt.date | None
    last: dt.date | None

    def mark(self, id: str) -> Mark | None:
        """The mark of that thing; ``None`` when it has none."""
        return next((one for marks in self.marks.values() for one in marks if one.id == id), None)


def timeline(journey: Journey) -> Timeline:
    """The timeline of ``journey`` as it stands."""
    found = (
        *paper_marks(journey),
        *staying_marks(journey),
        *travel_marks(journey),
        *meeting_marks(journey),
        *course_marks(journey),
        *money_marks(journey),
        *task_marks(journey),
    )
    lanes: dict[Lane, list[Mark]] = {lane: [] for lane in Lane}
    for mark in found:
        lanes[mark.lane].append(mark)
    near = [mark for mark in found if not mark.is_far]
    patient = journey.patient

    return Timeline(
        marks={
            lane: tuple(sorted(marks, key=lambda one: _order(one, journey.zone)))
            for lane, marks in lanes.items()
        },
        zone=journey.zone,
        home_zone=patient.home_zone if patient else "",
        first=min((mark.first for mark in near), default=None),
        last=max((mark.last for mark in near), default=None),
    )


def _order(mark: Mark, zone: str) -> tuple[object, ...]:
    """By time; of things that begin together the longer first, and otherwise always the same way."""
    return (*_moment(mark.starts, zone), -(mark.last - mark.first).days, mark.number or 0, mark.id)


def _moment(moment: Moment, zone: str) -> tuple[object, ...]:
    return order_key(moment if isinstance(moment, When) else When(date=moment, zone=zone))
