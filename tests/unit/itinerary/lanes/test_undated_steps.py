"""A step of a visa is on the lane on the day it was done, else on the day it is planned, else not at all."""

from __future__ import annotations

from planner.itinerary.item import Standing
from planner.itinerary.lanes.mark import Lane
from planner.itinerary.lanes.staying import staying_marks
from planner.itinerary.lanes.timeline import timeline
from planner.record.ids import VisaStepId
from planner.record.visa import VisaStep, VisaStepKind
from tests.builders import at, day, make_journey, make_visa

KIND = next(one for one in VisaStepKind if one is not VisaStepKind.REFUSED)
UNDATED = VisaStep(id=VisaStepId("undated"), kind=KIND)
PLANNED = VisaStep(id=VisaStepId("planned"), kind=KIND, planned=at("2027-01-12 10:00"))
DONE = VisaStep(id=VisaStepId("done"), kind=KIND, planned=at("2027-01-12 10:00"), done_on=day("2027-01-11"))


def test_a_step_without_a_date_has_no_mark() -> None:
    journey = make_journey(visas=(make_visa(steps=(UNDATED,)),))
    assert list(staying_marks(journey)) == []
    shown = timeline(journey)
    assert shown.mark("undated") is None
    assert (shown.first, shown.last) == (None, None)


def test_its_neighbours_keep_theirs_in_order_of_time() -> None:
    shown = timeline(make_journey(visas=(make_visa(steps=(PLANNED, UNDATED, DONE)),)))
    marks = [(one.id, one.field, one.starts, one.standing) for one in shown.marks[Lane.STAY]]
    assert marks == [
        ("done", "done_on", DONE.done_on, Standing.DONE),
        ("planned", "planned", PLANNED.planned, Standing.TO_BE_CONFIRMED),
    ]
