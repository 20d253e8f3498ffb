from __future__ import annotations

import datetime as dt

import pytest

from planner.reference.calendar_year import CalendarTrust, DayKind
from planner.reference.computed_calendars import computed_year, statutory_days
from planner.reference.shipped_calendars import shipped_year


def days(region: str, year: int) -> dict[str, DayKind]:
    calendar = computed_year(region, year)
    assert calendar is not None
    return {f"{day.date:%m-%d}": day.kind for day in calendar.days}


def test_auckland_2027_is_as_the_domain_facts_list_it() -> None:
    calendar = computed_year("NZ-AUK", 2027)
    assert calendar is not None
    assert calendar.trust is CalendarTrust.COMPUTED
    assert set(days("NZ-AUK", 2027)) == {
        *("01-01", "01-02", "01-04", "02-01", "02-06", "02-08", "03-26", "03-29", "04-25", "04-26"),
        *("06-07", "06-25", "10-25", "12-25", "12-26", "12-27", "12-28"),
    }


def test_new_zealands_regions_keep_their_own_anniversary() -> None:
    assert "02-01" in days("NZ-AUK", 2027)
    assert "02-01" not in days("NZ-WGN", 2027)
    assert "01-25" in days("NZ-WGN", 2027)
    assert not {"01-25", "02-01"} & set(days("NZ", 2027))


def test_australias_states_keep_their_own_holidays() -> None:
    assert "11-03" in days("AU-VIC", 2026)  # Melbourne Cup
    assert "11-03" not in days("AU-NSW", 2026)


def test_hong_kong_tells_statutory_holidays_from_other_general_holidays() -> None:
    found = days("HK", 2027)
    assert found["02-09"] is DayKind.STATUTORY  # fourth day of the Lunar New Year, for the Sunday
    assert found["03-26"] is DayKind.DAY_OFF  # Good Friday is a general holiday only
    assert "02-07" not in found


def test_taiwan_has_make_up_workdays_of_its_year_only() -> None:
    found = days("TW", 2025)
    assert found["02-08"] is DayKind.MAKEUP_WORKDAY
    assert found["01-27"] is DayKind.DAY_OFF
    assert [date for date, kind in found.items() if kind is DayKind.MAKEUP_WORKDAY] == ["02-08"]
    assert days("TW", 2026)["02-27"] is DayKind.STATUTORY


def test_a_year_nobody_has_checked_is_provisional() -> None:
    for region in ("HK", "TW", "NZ-AUK", "AU-VIC"):
        calendar = computed_year(region, 2040)
        assert calendar is not None
        assert calendar.trust is CalendarTrust.PROVISIONAL


@pytest.mark.parametrize(
    ("region", "year"), [("RU", 2027), ("NZ-XXX", 2027), ("", 2027), ("HK", 1949), ("HK", 2100), ("CN", 2027)]
)
def test_what_the_table_does_not_cover_is_not_computed(region: str, year: int) -> None:
    assert computed_year(region, year) is None


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_statutory_days_by_law_are_those_of_the_shipped_calendars(year: int) -> None:
    calendar = shipped_year("CN", year)
    assert calendar is not None
    shipped = {day.date for day in calendar.days if day.kind is DayKind.STATUTORY}
    assert {day.date for day in statutory_days(year)} == shipped


def test_a_day_of_two_festivals_names_both() -> None:
    names = {day.date: day.name for day in statutory_days(2028)}
    assert names[dt.date(2028, 10, 3)] == "中秋节、国庆节"
    assert names[dt.date(2028, 1, 25)] == "春节"


def test_outside_the_lunar_tables_no_day_is_claimed() -> None:
    assert statutory_days(1949) == ()
    assert statutory_days(2100) == ()


def test_a_day_off_given_once_keeps_the_name_of_its_source() -> None:
    names = {day.date: day.name for day in statutory_days(2015)}
    assert "70th Anniversary" in names[dt.date(2015, 9, 3)]
