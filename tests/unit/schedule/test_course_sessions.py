"""A course of the record as the schedule sees it."""

from __future__ import annotations

import datetime as dt

import pytest

from planner.record.fraction import FractionState
from planner.record.treatment_days import DatedPolicy
from planner.reference.reference import Calendars
from planner.schedule.course_sessions import (
    centre_zone,
    latest_sessions,
    pattern_of,
    planned_fractions,
    treatment_days_by,
    treatment_days_of,
)
from planner.schedule.session_pattern import SessionPattern
from tests.builders.make import (
    CENTRE,
    DOCTOR,
    NEW_ZEALAND,
    at,
    day,
    make_course,
    make_fraction,
    make_journey,
    make_place,
    text,
)

CALENDARS = Calendars()


def test_the_pattern_is_what_the_record_says() -> None:
    course = make_course(
        daily_time=dt.time(10, 20), weekly_pattern=(1, 3, 5), fractions_per_week=3, room=text("Room 2")
    )
    assert pattern_of(make_journey(courses=(course,)), course) == SessionPattern(
        zone="Asia/Shanghai", daily_time=dt.time(10, 20), weekdays=(1, 3, 5), per_week=3, room=text("Room 2")
    )


@pytest.mark.parametrize(("zone", "expected"), [("", "Asia/Shanghai"), (NEW_ZEALAND, NEW_ZEALAND)])
def test_sessions_follow_the_clock_of_the_centre(zone: str, expected: str) -> None:
    course = make_course()
    assert centre_zone(make_journey(places=(make_place(id=CENTRE, zone=zone),)), course) == expected
    assert centre_zone(make_journey(places=()), course) == "Asia/Shanghai"


def test_sessions_in_order_of_time_by_the_centres_clock() -> None:
    course = make_course(
        fractions=(
            make_fraction(2, starts=at("2027-04-07 00:20", NEW_ZEALAND), second_session_clinician=DOCTOR),
            make_fraction(
                1, "2027-04-06", state=FractionState.DELIVERED, delivered_at=at("2027-04-06 09:00")
            ),
            make_fraction(3, starts=at("2027-04-08")),
        )
    )
    journey = make_journey(courses=(course,))
    days = treatment_days_of(journey, course, CALENDARS)
    assert [
        (one.number, one.date, one.time, one.second_session_clinician, one.provisional)
        for one in planned_fractions(journey, course, days)
    ] == [
        (1, day("2027-04-06"), dt.time(9), "", True),
        (2, day("2027-04-06"), dt.time(20, 20), DOCTOR, True),
        (3, day("2027-04-08"), None, "", True),
    ]


def test_without_a_centre_offices_days_are_assumed() -> None:
    course = make_course(centre=None)
    days = treatment_days_of(make_journey(courses=(course,)), course, CALENDARS)
    assert days.policies == ()
    assert not days.day(day("2027-04-05")).is_open


def test_the_latest_session_of_a_fraction_is_the_one_that_stands() -> None:
    rows = (
        make_fraction(1, "2027-04-08", id="stands"),
        make_fraction(1, "2027-04-09", id="missed-later", state=FractionState.MISSED),
        make_fraction(2, "2027-04-06", id="first", state=FractionState.MISSED),
        make_fraction(2, "2027-04-07", id="second", state=FractionState.MISSED),
        make_fraction(3, "2027-04-07", id="called-off", state=FractionState.CANCELLED),
    )
    found = latest_sessions(make_course(fractions=rows))
    assert {number: one.id for number, one in found.items()} == {1: "stands", 2: "second"}


def test_more_centres_than_are_remembered_each_get_their_own_answer() -> None:
    calendar = CALENDARS.of("CN")
    policies = [(DatedPolicy(extra_days=(day("2027-04-05") + dt.timedelta(n),)),) for n in range(100)]
    for _ in range(2):
        for one in policies:
            assert treatment_days_by(one, calendar).day(one[0].extra_days[0]).is_open
