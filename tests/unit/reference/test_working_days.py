from __future__ import annotations

import datetime as dt

import pytest

from planner.reference.work_calendar import WorkCalendar
from planner.reference.working_days import working_day, working_days

D = dt.date


@pytest.mark.parametrize(("days", "due"), [(10, D(2027, 2, 3)), (16, D(2027, 2, 12))])
def test_a_passport_renewed_in_auckland_skips_anniversary_and_waitangi(days: int, due: D) -> None:
    """Domain facts 8.4: lodged Tuesday 19 January 2027; 1 and 8 February are public holidays."""
    renewed = working_day(WorkCalendar("NZ-AUK"), D(2027, 1, 19), days)
    assert renewed.date == due
    assert not renewed.is_provisional
    off = [D(2027, 2, 1), D(2027, 2, 8)]
    assert [status.date for status in renewed.passed_over] == [date for date in off if date < due]


def test_the_same_renewal_in_wellington_keeps_its_own_anniversary() -> None:
    renewed = working_day(WorkCalendar("NZ-WGN"), D(2027, 1, 19), 10)
    assert [status.name for status in renewed.passed_over] == ["Wellington Anniversary Day"]


def test_eight_working_days_of_planning() -> None:
    """Domain facts 8.1: planning from 23 March to 1 April 2027 takes 8 working days."""
    assert working_days(WorkCalendar("CN"), D(2027, 3, 23), D(2027, 4, 1)) == 8


def test_make_up_workdays_count_and_bridging_days_do_not() -> None:
    assert working_days(WorkCalendar("CN"), D(2026, 9, 28), D(2026, 10, 10)) == 6


def test_counting_backwards() -> None:
    before = working_day(WorkCalendar("CN"), D(2026, 10, 8), -1)
    assert before.date == D(2026, 9, 30)
    assert len(before.passed_over) == 5


def test_zero_is_the_first_working_day_on_or_after() -> None:
    calendar = WorkCalendar("CN")
    assert working_day(calendar, D(2026, 9, 20), 0).date == D(2026, 9, 20)
    assert working_day(calendar, D(2026, 10, 1), 0).date == D(2026, 10, 8)


def test_a_count_that_touches_an_unannounced_year_is_provisional() -> None:
    assert working_day(WorkCalendar("CN"), D(2027, 2, 4), 1).is_provisional


def test_no_days_lie_between_dates_in_the_wrong_order() -> None:
    assert working_days(WorkCalendar("CN"), D(2026, 9, 9), D(2026, 9, 8)) == 0
