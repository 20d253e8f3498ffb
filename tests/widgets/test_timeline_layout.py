"""Where things stand on the timeline: nothing overlaps, nothing is lost, dates are where the scale says."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.record.journey import Journey
from planner.session.timeline import Lane, Mark, timeline
from tests.builders import at, day
from tests.builders.hard_journeys import HARD_JOURNEYS
from tests.builders.several_stays import several_stays
from tests.builders.strategies import journeys
from tests.unit.schedule.slip.worked import sample
from ui.journey.timeline.axis import Unit, hours, steps, units
from ui.journey.timeline.ground import runs
from ui.journey.timeline.layout import Reach, layout, reach, spots
from ui.journey.timeline.piece import Naming
from ui.journey.timeline.placed import Form, LaneLayout
from ui.journey.timeline.scale import CLOSEST, FARTHEST, Scale
from ui.journey.timeline.walking import across, along, start

TODAY = dt.date(2027, 4, 14)
JOURNEYS = [sample(), several_stays(), *(make() for make, _ in HARD_JOURNEYS.values())]
WIDTHS = st.floats(FARTHEST, CLOSEST)


def laid(journey: Journey, width: float, roomy: int = 0) -> tuple[Reach, tuple[LaneLayout, ...]]:
    line = timeline(journey)
    within = reach(line, TODAY)

    def named(mark: Mark) -> str:
        return str(mark.name)[:60]

    def measure(words: str) -> float:
        return len(words) * 6.5

    scale = Scale(within.first, width, line.zone)
    return within, layout(spots(line, within), scale, within, Naming(named, measure), roomy=roomy)


def assert_sound(journey: Journey, width: float, roomy: int) -> None:
    line = timeline(journey)
    _, lanes = laid(journey, width, roomy)
    assert [one.lane for one in lanes] == list(line.marks)
    for lane in lanes:
        held = Counter(mark.id for placed in lane.placed for mark in placed.marks)
        assert held == Counter(mark.id for mark in line.marks[lane.lane]), "each thing once, none lost"
        assert all(0 <= placed.row < lane.rows for placed in lane.placed)
        for row in range(lane.rows):
            several = sorted((one for one in lane.placed if one.row == row), key=lambda one: one.x0)
            for one, other in pairwise(several):
                assert one.x1 <= other.x0 + 0.51, "signs and bars do not overlap"
                assert one.right <= other.left + 0.51, "nor do names"


@pytest.mark.parametrize("width", [0.7, 4, 9, 22, 44, 120, 300])
@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda one: one.id)
def test_nothing_overlaps_within_a_row_and_nothing_is_lost(journey: Journey, width: float) -> None:
    assert_sound(journey, width, 0)


@given(journeys(), WIDTHS, st.integers(0, 3))
@settings(max_examples=25)
def test_nothing_overlaps_whatever_the_journey(journey: Journey, width: float, roomy: int) -> None:
    assert_sound(journey, width, roomy)


def test_things_stand_at_their_moment_on_the_clock_of_the_country() -> None:
    scale = Scale(day("2027-03-01"), 24.0, "Asia/Shanghai")
    assert scale.at(at("2027-03-02 06:00")) == 30.0
    assert scale.at(at("2027-03-02 11:00", "Pacific/Auckland")) == 30.0
    assert scale.at(at("2027-03-02")) == 36.0
    assert scale.at(day("2027-03-02")) == 36.0
    assert (scale.start(day("2027-03-02")), scale.end(day("2027-03-02"))) == (24.0, 48.0)
    assert scale.date(24.0) == day("2027-03-02")
    assert scale.date(-0.5) == day("2027-02-28")


def test_a_permitted_stay_reaches_from_the_entry_to_the_end_of_its_last_legal_day() -> None:
    journey = sample()
    line = timeline(journey)
    within, lanes = laid(journey, 20)
    scale = Scale(within.first, 20, line.zone)
    bands = [one for lane in lanes for one in lane.placed if one.form is Form.BAND]
    assert {one.mark.id for one in bands} == {entry.id for entry in journey.entries if entry.entered}
    for band in bands:
        assert band.mark.permitted is not None
        assert band.mark.permitted.last_day is not None
        assert band.x0 == scale.at(band.mark.starts)
        assert band.x1 == scale.end(band.mark.permitted.last_day)


def test_nights_reach_from_noon_to_noon_and_sessions_stand_on_their_day() -> None:
    _, lanes = laid(sample(), 20)
    placed = {one.mark.id: one for lane in lanes for one in lane.placed}
    hotel, first = placed["sample-stay-hotel"], placed["sample-fraction-01"]
    nights = (hotel.mark.last - hotel.mark.first).days
    assert hotel.x1 - hotel.x0 == nights * 20
    within = reach(timeline(sample()), TODAY)
    assert (first.x0 + first.x1) / 2 == ((first.mark.first - within.first).days + 0.5) * 20


def test_what_lies_beyond_the_days_shown_stands_at_their_edge() -> None:
    within, lanes = laid(sample(), 20)
    edge = ((within.last - within.first).days + 1) * 20
    [passport] = [
        one for lane in lanes for one in lane.placed if "sample-passport-patient" in {m.id for m in one.marks}
    ]
    assert edge - 60 < passport.x1 <= edge


def test_the_dates_above_tell_what_there_is_room_for() -> None:
    days = Scale(day("2027-03-01"), 1.0, "UTC")
    assert units(days) == (Unit.YEAR, Unit.MONTH)
    assert units(Scale(days.origin, 9.0, "UTC")) == (Unit.MONTH, Unit.WEEK)
    assert units(Scale(days.origin, 44.0, "UTC")) == (Unit.MONTH, Unit.DAY)
    assert hours(Scale(days.origin, 44.0, "UTC")) == ()
    assert hours(Scale(days.origin, 240.0, "UTC")) == (6, 12, 18)
    assert [one.first for one in steps(Unit.WEEK, day("2027-03-03"), day("2027-03-09"))] == [
        day("2027-03-01"),
        day("2027-03-08"),
    ]
    assert [one.first for one in steps(Unit.MONTH, day("2027-12-31"), day("2028-01-01"))] == [
        day("2027-12-01"),
        day("2028-01-01"),
    ]


def test_weekends_and_holidays_are_runs_and_a_make_up_workday_is_none() -> None:
    from planner.reference.reference import Calendars
    from planner.session.timeline import days

    found = days(sample(), Calendars(), day("2026-09-20"), day("2026-10-31"))
    several = runs(found, day("2026-09-28"), day("2026-10-11"))
    assert [(run.first.day, run.last.day, run.is_holiday) for run in several] == [
        (1, 7, True),
        (11, 11, False),  # Saturday the tenth is worked
    ]


def test_walking_goes_through_every_thing_of_a_lane_and_every_lane_that_has_any() -> None:
    line = timeline(sample())
    for marks in line.marks.values():
        walked = [marks[0]]
        while (following := along(line, walked[-1], 1)) is not walked[-1]:
            walked.append(following)
        assert walked == list(marks)
        assert along(line, marks[0], -1) is marks[0]
    mark = line.marks[Lane.DOCUMENTS][0]
    lanes = [mark.lane]
    while (below := across(line, mark, 1)) is not mark:
        mark = below
        lanes.append(mark.lane)
    assert lanes == list(Lane)
    first = start(line, TODAY)
    assert first is not None
    assert not first.is_over
    assert first.first >= TODAY
