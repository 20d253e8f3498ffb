from __future__ import annotations

import datetime as dt

import pytest

from planner.errors import InputError
from planner.record.fraction import FractionState
from planner.record.text import same
from planner.record.treatment_days import MachineDown
from planner.schedule.figures import figures
from planner.schedule.lay import lay
from planner.schedule.session_pattern import SecondSession, SessionPattern
from tests.unit.schedule.centres import D, T, centre, days_of


@pytest.mark.parametrize(
    ("policy", "last", "overall", "gap"),
    [
        ("weekdays", D(2026, 10, 23), 47, 3),
        ("official", D(2026, 10, 29), 53, 8),
        ("official-no-weekends", D(2026, 11, 2), 57, 8),
        ("statutory", D(2026, 10, 28), 52, 5),
        ("six-day", D(2026, 10, 21), 45, 5),
    ],
)
def test_35_fractions_across_national_day(policy: str, last: dt.date, overall: int, gap: int) -> None:
    """Domain facts 8.2, on the official calendar of 2026."""
    course = lay(35, D(2026, 9, 7), centre(policy))
    measured = figures(course)
    assert measured is not None
    assert (measured.last, measured.overall_days, measured.longest_gap_days) == (last, overall, gap)
    assert [one.number for one in course] == list(range(1, 36))
    assert not any(one.provisional for one in course)


def test_the_official_calendar_treats_on_both_make_up_workdays() -> None:
    dates = {one.date for one in lay(35, D(2026, 9, 7), centre("official"))}
    assert {D(2026, 9, 20), D(2026, 10, 10)} <= dates


def test_the_demo_course_of_15_fractions_after_qingming() -> None:
    """Domain facts 8.1: closed on Qingming, then 6 to 9, 12 to 16, 19 to 23 and 26 April 2027."""
    course = lay(15, D(2027, 4, 5), centre("official"), SessionPattern(daily_time=T(10, 20)))
    assert [one.date.day for one in course] == [6, 7, 8, 9, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26]
    assert {one.time for one in course} == {T(10, 20)}
    assert all(one.provisional for one in course)
    measured = figures(course)
    assert measured is not None
    assert (measured.overall_days, measured.longest_gap_days) == (21, 3)


def test_ten_fractions_before_the_interruptions_of_case_b() -> None:
    """Domain facts 8.3: Monday 23 November to Friday 4 December 2026."""
    assert lay(10, D(2026, 11, 23), centre())[-1].date == D(2026, 12, 4)


def test_only_sessions_in_the_unannounced_year_are_provisional() -> None:
    course = lay(35, D(2026, 12, 1), centre())
    assert [one.provisional for one in course] == [one.date >= D(2026, 12, 25) for one in course]


class TestPattern:
    def test_four_a_week(self) -> None:
        course = lay(8, D(2026, 11, 2), centre(), SessionPattern(per_week=4))
        assert days_of(course) == ["11-02", "11-03", "11-04", "11-05", "11-09", "11-10", "11-11", "11-12"]

    def test_four_a_week_from_a_wednesday_fills_what_is_left_of_the_week(self) -> None:
        course = lay(4, D(2026, 11, 4), centre(), SessionPattern(per_week=4))
        assert days_of(course) == ["11-04", "11-05", "11-06", "11-09"]

    def test_named_weekdays_only(self) -> None:
        course = lay(5, D(2026, 11, 2), centre(), SessionPattern(weekdays=(2, 3, 4, 5)))
        assert days_of(course) == ["11-03", "11-04", "11-05", "11-06", "11-10"]

    def test_times_by_date_outweigh_weekdays_and_these_the_daily_time(self) -> None:
        pattern = SessionPattern(
            daily_time=T(10, 20),
            times_by_weekday={2: T(15, 0)},
            times_by_date={D(2026, 11, 10): T(8, 0)},
            room=same("TR2"),
        )
        course = lay(7, D(2026, 11, 2), centre(), pattern)
        assert [one.time for one in course[:3]] == [T(10, 20), T(15, 0), T(10, 20)]
        assert course[6].date == D(2026, 11, 10)
        assert course[6].time == T(8, 0)
        assert course[0].room == same("TR2")

    def test_a_minimum_gap_skips_a_day_that_comes_too_soon(self) -> None:
        late_then_early = SessionPattern(
            times_by_weekday={1: T(22, 0), 2: T(8, 0), 3: T(8, 0)}, minimum_gap_hours=16
        )
        assert days_of(lay(2, D(2026, 11, 2), centre(), late_then_early)) == ["11-02", "11-04"]

    def test_a_minimum_gap_cannot_be_kept_without_times(self) -> None:
        pattern = SessionPattern(minimum_gap_hours=16)
        assert days_of(lay(2, D(2026, 11, 2), centre(), pattern)) == ["11-02", "11-03"]


class TestSecondSession:
    def pattern(
        self, *, time: str = "16:20", clinician: str = "Dr SPECIMEN", first: str | None = "10:20"
    ) -> SessionPattern:
        at = dt.time.fromisoformat
        second = SecondSession(date=D(2026, 11, 4), time=at(time), clinician=clinician)
        return SessionPattern(daily_time=at(first) if first else None, second_sessions=(second,))

    def test_never_two_a_day_by_itself(self) -> None:
        dates = days_of(lay(30, D(2026, 11, 2), centre()))
        assert len(set(dates)) == 30

    def test_two_on_the_day_the_clinician_approved_six_hours_apart(self) -> None:
        course = lay(5, D(2026, 11, 2), centre(), self.pattern())
        assert days_of(course) == ["11-02", "11-03", "11-04", "11-04", "11-05"]
        assert (course[3].time, course[3].second_session_clinician) == (T(16, 20), "Dr SPECIMEN")
        assert course[2].second_session_clinician == ""

    def test_it_counts_towards_the_week(self) -> None:
        second = SecondSession(date=D(2026, 11, 4), time=T(16, 20), clinician="Dr SPECIMEN")
        pattern = SessionPattern(daily_time=T(10, 20), per_week=3, second_sessions=(second,))
        assert days_of(lay(4, D(2026, 11, 2), centre(), pattern)) == ["11-02", "11-03", "11-04", "11-09"]

    def test_five_hours_and_59_minutes_are_too_few(self) -> None:
        with pytest.raises(InputError, match="less than 6 hours after the first, at 10:20"):
            lay(5, D(2026, 11, 2), centre(), self.pattern(time="16:19"))

    def test_without_a_name_it_is_refused(self) -> None:
        with pytest.raises(InputError, match="needs the name of who approved it"):
            lay(5, D(2026, 11, 2), centre(), self.pattern(clinician=" "))

    def test_without_the_time_of_the_first_it_is_refused(self) -> None:
        with pytest.raises(InputError, match="needs the time of the first"):
            lay(5, D(2026, 11, 2), centre(), self.pattern(first=None))

    def test_it_is_not_used_when_the_course_ends_before(self) -> None:
        assert days_of(lay(3, D(2026, 11, 2), centre(), self.pattern())) == ["11-02", "11-03", "11-04"]


class TestRefusals:
    @pytest.mark.parametrize("fractions", [0, -1, 201])
    def test_a_course_of_no_or_too_many_fractions(self, fractions: int) -> None:
        with pytest.raises(InputError, match="A course has from 1 to 200 fractions"):
            lay(fractions, D(2026, 11, 2), centre())

    def test_a_centre_that_never_treats(self) -> None:
        with pytest.raises(InputError) as refused:
            lay(1, D(2026, 11, 2), centre("custom"))
        assert "within 366 days of 2026-11-02" in str(refused.value)

    def test_a_centre_that_is_closed_for_longer_than_a_year(self) -> None:
        down = MachineDown(first=D(2026, 11, 3), last=D(2027, 12, 31))
        with pytest.raises(InputError, match="for fraction 2 "):
            lay(3, D(2026, 11, 2), centre(machine_down=(down,)))


def test_every_session_is_planned_and_none_is_confirmed_by_laying() -> None:
    assert {one.state for one in lay(5, D(2026, 11, 2), centre())} == {FractionState.PLANNED}
