from __future__ import annotations

import datetime as dt

import pytest

from planner.reference.calendar_year import CalendarDay, CalendarTrust, CalendarYear, DayKind
from planner.reference.work_calendar import WorkCalendar

D = dt.date


def announced(year: int, *days: tuple[D, DayKind], version: int = 1, region: str = "CN") -> CalendarYear:
    return CalendarYear(
        region=region,
        year=year,
        trust=CalendarTrust.OFFICIAL,
        version=version,
        days=tuple(CalendarDay(date=date, kind=kind, name="元旦") for date, kind in days),
    )


class TestStatus:
    def test_an_ordinary_weekday_is_worked_and_settled(self) -> None:
        status = WorkCalendar("CN").status(D(2026, 9, 8))
        assert (status.kind, status.is_working, status.waits_for) == (None, True, None)

    def test_an_ordinary_weekend_is_not_worked(self) -> None:
        assert not WorkCalendar("CN").status(D(2026, 9, 12)).is_working

    def test_a_make_up_workday_is_worked_although_it_is_sunday(self) -> None:
        status = WorkCalendar("CN").status(D(2026, 9, 20))
        assert (status.kind, status.name, status.is_working) == (DayKind.MAKEUP_WORKDAY, "国庆节", True)

    @pytest.mark.parametrize("date", [D(2026, 10, 1), D(2026, 10, 5)])
    def test_a_holiday_and_a_bridging_day_are_not_worked(self, date: D) -> None:
        assert not WorkCalendar("CN").status(date).is_working


class TestTrust:
    def test_2027_is_provisional_on_every_date_and_closed_on_its_statutory_days(self) -> None:
        calendar = WorkCalendar("CN")
        status = calendar.status(D(2027, 4, 5))
        assert (status.is_working, status.waits_for, status.trust) == (
            False,
            2027,
            CalendarTrust.PROVISIONAL,
        )
        assert calendar.status(D(2027, 4, 6)).is_provisional

    def test_a_year_without_any_notice_is_provisional_with_the_days_the_law_names(self) -> None:
        status = WorkCalendar("CN").status(D(2031, 1, 1))
        assert (status.is_working, status.waits_for) == (False, 2031)
        assert WorkCalendar("CN").status(D(2031, 1, 2)).is_provisional

    def test_a_year_beyond_every_table_is_unknown_not_a_working_year(self) -> None:
        calendar = WorkCalendar("CN")
        status = calendar.status(D(2150, 3, 3))
        assert (status.trust, status.is_provisional) == (CalendarTrust.UNKNOWN, True)
        assert calendar.year(2150).days == ()

    def test_a_region_without_a_calendar_is_unknown(self) -> None:
        status = WorkCalendar("RU").status(D(2026, 5, 9))
        assert (status.trust, status.waits_for) == (CalendarTrust.UNKNOWN, 2026)

    def test_a_computed_year_that_was_checked_is_settled(self) -> None:
        assert not WorkCalendar("NZ-AUK").status(D(2027, 2, 1)).is_provisional
        assert not WorkCalendar("NZ-AUK").status(D(2027, 12, 30)).is_provisional

    def test_the_last_day_of_the_calendar_can_be_asked(self) -> None:
        assert WorkCalendar("CN").status(D.max).trust is CalendarTrust.UNKNOWN


class TestLateDecember:
    """The notice of a year may reach back into the December before it."""

    def test_it_waits_for_the_next_years_notice(self) -> None:
        calendar = WorkCalendar("CN")
        assert calendar.status(D(2026, 12, 24)).waits_for is None
        assert calendar.status(D(2026, 12, 25)).waits_for == 2027
        assert calendar.status(D(2026, 12, 25)).trust is CalendarTrust.OFFICIAL

    def test_it_is_settled_once_both_years_are_announced(self) -> None:
        assert WorkCalendar("CN").status(D(2025, 12, 31)).waits_for is None

    def test_the_next_years_notice_decides_it(self) -> None:
        # As the notice for 2019 did: work on Saturday 29 December, off on Monday 31 December.
        next_year = announced(
            2027,
            (D(2026, 12, 27), DayKind.MAKEUP_WORKDAY),
            (D(2026, 12, 31), DayKind.DAY_OFF),
            (D(2027, 1, 1), DayKind.STATUTORY),
        )
        calendar = WorkCalendar("CN", [next_year])
        assert calendar.status(D(2026, 12, 27)).is_working
        assert not calendar.status(D(2026, 12, 31)).is_working
        assert calendar.status(D(2026, 12, 31)).waits_for is None
        assert calendar.status(D(2026, 12, 30)).is_working


class TestImported:
    def test_an_imported_notice_settles_its_year(self) -> None:
        calendar = WorkCalendar("CN", [announced(2027, (D(2027, 2, 9), DayKind.DAY_OFF))])
        assert not calendar.status(D(2027, 2, 9)).is_working
        assert not calendar.status(D(2027, 4, 6)).is_provisional

    def test_an_amended_notice_overrides_the_shipped_one(self) -> None:
        calendar = WorkCalendar("CN", [announced(2026, (D(2026, 9, 8), DayKind.DAY_OFF), version=2)])
        assert not calendar.status(D(2026, 9, 8)).is_working
        assert calendar.status(D(2026, 10, 1)).is_working  # the amended one no longer names it

    def test_another_regions_notice_changes_nothing(self) -> None:
        calendar = WorkCalendar("CN", [announced(2027, (D(2027, 4, 6), DayKind.DAY_OFF), region="TW")])
        assert calendar.status(D(2027, 4, 6)).is_working
        assert calendar.status(D(2027, 4, 6)).is_provisional


class TestTrustedYears:
    def test_settled_and_awaited_years_of_a_stretch(self) -> None:
        assert WorkCalendar("CN").trusted_years(D(2025, 3, 1), D(2027, 3, 1)) == ((2025, 2026), (2027,))

    def test_late_december_awaits_the_year_after(self) -> None:
        calendar = WorkCalendar("CN")
        assert calendar.trusted_years(D(2026, 12, 1), D(2026, 12, 24)) == ((2026,), ())
        assert calendar.trusted_years(D(2026, 12, 1), D(2026, 12, 28)) == ((2026,), (2027,))
