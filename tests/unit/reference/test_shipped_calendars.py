"""The shipped calendars of mainland China say what the State Council's notices say."""

from __future__ import annotations

import datetime as dt

import holidays
import pytest

from planner.reference.calendar_year import CalendarTrust, DayKind
from planner.reference.shipped_calendars import shipped_year, shipped_years

# As the notices word them: holiday periods (first, last), then make-up workdays.
NOTICES = {
    2024: (
        "国办发明电〔2023〕7号",
        "0101 0101, 0210 0217, 0404 0406, 0501 0505, 0610 0610, 0915 0917, 1001 1007",
        "0204 0218 0407 0428 0511 0914 0929 1012",
        "0101 0210 0211 0212 0404 0501 0610 0917 1001 1002 1003",
    ),
    2025: (
        "国办发明电〔2024〕12号",
        "0101 0101, 0128 0204, 0404 0406, 0501 0505, 0531 0602, 1001 1008",
        "0126 0208 0427 0928 1011",
        "0101 0128 0129 0130 0131 0404 0501 0502 0531 1001 1002 1003 1006",
    ),
    2026: (
        "国办发明电〔2025〕7号",
        "0101 0103, 0215 0223, 0404 0406, 0501 0505, 0619 0621, 0925 0927, 1001 1007",
        "0104 0214 0228 0509 0920 1010",
        "0101 0216 0217 0218 0219 0405 0501 0502 0619 0925 1001 1002 1003",
    ),
}


def dates(year: int, words: str) -> set[dt.date]:
    return {dt.date(year, int(word[:2]), int(word[2:])) for word in words.split()}


def period(year: int, words: str) -> set[dt.date]:
    first, last = (dt.date(year, int(word[:2]), int(word[2:])) for word in words.split())
    return {first + dt.timedelta(day) for day in range((last - first).days + 1)}


@pytest.mark.parametrize("year", NOTICES)
def test_a_year_is_as_its_notice_announced_it(year: int) -> None:
    number, periods, worked, statutory = NOTICES[year]
    calendar = shipped_year("CN", year)
    assert calendar is not None
    assert (calendar.region, calendar.year, calendar.trust) == ("CN", year, CalendarTrust.OFFICIAL)
    assert calendar.notices[0].number == number
    assert calendar.notices[0].title == f"国务院办公厅关于{year}年部分节假日安排的通知"
    assert calendar.notices[0].url.startswith("https://www.gov.cn/gongbao/")
    assert calendar.notices[0].issued is not None
    assert calendar.notices[0].issued.year == year - 1
    off = set().union(*(period(year, words) for words in periods.split(",")))
    by_kind = {kind: {day.date for day in calendar.days if day.kind is kind} for kind in DayKind}
    assert by_kind[DayKind.MAKEUP_WORKDAY] == dates(year, worked)
    assert by_kind[DayKind.STATUTORY] == dates(year, statutory)
    assert by_kind[DayKind.STATUTORY] | by_kind[DayKind.DAY_OFF] == off
    assert [day.date for day in calendar.days] == sorted(off | dates(year, worked))


@pytest.mark.parametrize("year", NOTICES)
def test_an_independent_source_agrees_on_every_weekday_off(year: int) -> None:
    calendar = shipped_year("CN", year)
    assert calendar is not None
    ours = {day.date for day in calendar.days if day.kind is not DayKind.MAKEUP_WORKDAY}
    theirs = holidays.country_holidays("CN", years=year)
    assert {date for date in ours if date.weekday() < 5} == {date for date in theirs if date.weekday() < 5}


def test_make_up_workdays_are_always_at_a_weekend() -> None:
    for year in shipped_years("CN"):
        calendar = shipped_year("CN", year)
        assert calendar is not None
        assert all(day.date.weekday() >= 5 for day in calendar.days if day.kind is DayKind.MAKEUP_WORKDAY)


def test_2027_holds_only_the_13_statutory_days_and_is_provisional() -> None:
    calendar = shipped_year("CN", 2027)
    assert calendar is not None
    assert calendar.trust is CalendarTrust.PROVISIONAL
    assert {day.kind for day in calendar.days} == {DayKind.STATUTORY}
    expected = "0101 0205 0206 0207 0208 0405 0501 0502 0609 0915 1001 1002 1003"
    assert [day.date for day in calendar.days] == sorted(dates(2027, expected))


def test_no_calendar_ships_for_other_years_and_regions() -> None:
    assert shipped_years("CN") == (2024, 2025, 2026, 2027)
    assert shipped_year("CN", 2028) is None
    assert shipped_year("XX", 2026) is None
    assert shipped_years("") == ()
    assert shipped_years("../CN") == ()
