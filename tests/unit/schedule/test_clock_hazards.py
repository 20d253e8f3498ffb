"""Golden cases, each named by its hazard, where clocks or calendars of two places disagree."""

from __future__ import annotations

import pytest

from planner.errors import InputError
from planner.record.when import When
from planner.schedule.figures import figures
from planner.schedule.lay import lay
from planner.schedule.session_pattern import SecondSession, SessionPattern, hours_between
from tests.unit.schedule.centres import D, T, centre, days_of

NEW_YORK, CHENGDU, AUCKLAND, HONOLULU = (
    "America/New_York",
    "Asia/Shanghai",
    "Pacific/Auckland",
    "Pacific/Honolulu",
)


def second_session(date: D, first: T, second: T, zone: str) -> SessionPattern:
    approved = SecondSession(date=date, time=second, clinician="Dr SPECIMEN")
    return SessionPattern(zone=zone, daily_time=first, second_sessions=(approved,))


def test_spring_forward_shortens_the_gap_between_two_sessions_of_a_day() -> None:
    """Clocks in New York skip 02:00 to 03:00 on Sunday 14 March 2027: 01:00 to 07:00 is five hours."""
    sunday = D(2027, 3, 14)
    assert hours_between((sunday, T(1)), (sunday, T(7)), NEW_YORK) == 5
    days = centre("custom", weekdays=(7,))
    with pytest.raises(InputError, match="less than 6 hours"):
        lay(2, sunday, days, second_session(sunday, T(1), T(7), NEW_YORK))


def test_fall_back_lengthens_it() -> None:
    """Clocks in New York repeat 01:00 to 02:00 on Sunday 7 November 2027: 00:30 to 05:30 is six hours."""
    sunday = D(2027, 11, 7)
    assert hours_between((sunday, T(0, 30)), (sunday, T(5, 30)), NEW_YORK) == 6
    course = lay(
        2,
        sunday,
        centre("custom", weekdays=(7,)),
        second_session(sunday, T(0, 30), T(5, 30), NEW_YORK),
    )
    assert [one.date for one in course] == [sunday, sunday]


def test_the_same_clock_times_in_china_are_six_hours_apart_all_year() -> None:
    for date in (D(2027, 3, 14), D(2027, 11, 7)):
        assert hours_between((date, T(1)), (date, T(7)), CHENGDU) == 6


def test_spring_forward_breaks_a_minimum_gap_over_night() -> None:
    """From Saturday 15:00 to Sunday 07:00 are 15 hours in the night that clocks go forward, not 16."""
    days = centre("custom", weekdays=(6, 7))
    pattern = SessionPattern(zone=NEW_YORK, times_by_weekday={6: T(15), 7: T(7)}, minimum_gap_hours=16)
    assert days_of(lay(2, D(2027, 3, 6), days, pattern)) == ["03-06", "03-07"]
    assert days_of(lay(2, D(2027, 3, 13), days, pattern)) == ["03-13", "03-20"]


def test_a_session_after_midnight_belongs_to_the_day_that_has_begun() -> None:
    """A centre on two shifts treats at 00:30; Monday's session is in the night from Sunday to Monday."""
    course = lay(5, D(2027, 4, 12), centre(), SessionPattern(daily_time=T(0, 30)))
    assert days_of(course) == ["04-12", "04-13", "04-14", "04-15", "04-16"]
    assert hours_between((course[0].date, course[0].time), (course[1].date, course[1].time), CHENGDU) == 24


def test_late_evening_and_after_midnight_are_two_dates_but_no_day_apart() -> None:
    pattern = SessionPattern(times_by_weekday={1: T(23, 30), 2: T(0, 30), 3: T(0, 30)}, minimum_gap_hours=16)
    assert days_of(lay(2, D(2027, 4, 12), centre(), pattern)) == ["04-12", "04-14"]


def test_new_zealands_clocks_go_back_before_the_first_fraction_and_nothing_moves() -> None:
    """Domain facts 8.1: 10:20 in Chengdu is 15:20 in Auckland, and 14:20 from Sunday 4 April 2027 on."""
    course = lay(15, D(2027, 4, 2), centre(), SessionPattern(daily_time=T(10, 20)))
    at_home = [When(date=one.date, time=one.time, zone=CHENGDU).seen_from(AUCKLAND) for one in course]
    assert [when.time for when in at_home if when] == [T(15, 20), *[T(14, 20)] * 14]
    assert [when.date for when in at_home if when] == [one.date for one in course]


def test_east_of_the_date_line_the_family_sees_every_session_the_day_before() -> None:
    course = lay(5, D(2027, 4, 12), centre(), SessionPattern(daily_time=T(10, 20)))
    seen = [When(date=one.date, time=one.time, zone=CHENGDU).seen_from(HONOLULU) for one in course]
    assert [f"{when.date:%m-%d} {when.time:%H:%M}" for when in seen if when and when.time][:2] == [
        "04-11 16:20",
        "04-12 16:20",
    ]
    measured = figures(course)
    assert measured is not None
    assert measured.overall_days == 5  # the centre's days, wherever they are looked at from


def test_53_days_in_china_count_both_the_day_of_arrival_and_of_departure_after_midnight() -> None:
    """Domain facts 8.1: in on 8 March 05:35, out on 29 April 01:30, China's own dates."""
    arrived = When(date=D(2027, 3, 7), time=T(22, 35), zone="UTC").later(-60)
    departs = When(date=D(2027, 4, 29), time=T(1, 30), zone=CHENGDU)
    assert arrived is not None
    entered = arrived.seen_from(CHENGDU)
    assert entered is not None
    assert (entered.date, entered.time) == (D(2027, 3, 8), T(5, 35))
    assert (departs.date - entered.date).days + 1 == 53
