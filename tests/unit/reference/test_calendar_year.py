from __future__ import annotations

import datetime as dt

from planner.reference.calendar_year import (
    CalendarDay,
    CalendarTrust,
    CalendarYear,
    ChangedDay,
    DayKind,
    changed_days,
    in_force,
)


def day(date: str, kind: DayKind, name: str = "春节") -> CalendarDay:
    return CalendarDay(date=dt.date.fromisoformat(date), kind=kind, name=name)


def year(*days: CalendarDay, trust: CalendarTrust = CalendarTrust.OFFICIAL, version: int = 1) -> CalendarYear:
    return CalendarYear(region="CN", year=2027, trust=trust, version=version, days=days)


class TestInForce:
    def test_there_is_none_among_none(self) -> None:
        assert in_force([]) is None

    def test_an_announced_calendar_outweighs_any_provisional_one(self) -> None:
        announced, provisional = year(), year(trust=CalendarTrust.PROVISIONAL, version=9)
        assert in_force([announced, provisional]) is announced
        assert in_force([provisional, announced]) is announced

    def test_the_higher_version_holds(self) -> None:
        amended, first = year(version=2), year(version=1)
        assert in_force([amended, first]) is amended

    def test_of_equal_versions_the_one_given_last_holds(self) -> None:
        first, second = year(day("2027-02-09", DayKind.DAY_OFF)), year()
        assert in_force([first, second]) is second


class TestChangedDays:
    def test_a_calendar_does_not_differ_from_itself(self) -> None:
        same = year(day("2027-02-05", DayKind.STATUTORY))
        assert changed_days(same, same) == ()

    def test_each_date_that_differs_is_listed_once_in_order(self) -> None:
        old = year(
            day("2027-02-05", DayKind.STATUTORY),
            day("2027-02-14", DayKind.MAKEUP_WORKDAY),
            day("2027-02-09", DayKind.DAY_OFF),
        )
        new = year(
            day("2027-02-05", DayKind.STATUTORY, "除夕"),  # another name is no other day
            day("2027-02-09", DayKind.MAKEUP_WORKDAY),
            day("2027-02-10", DayKind.DAY_OFF),
        )
        assert changed_days(old, new) == (
            ChangedDay(dt.date(2027, 2, 9), DayKind.DAY_OFF, DayKind.MAKEUP_WORKDAY, "春节"),
            ChangedDay(dt.date(2027, 2, 10), None, DayKind.DAY_OFF, "春节"),
            ChangedDay(dt.date(2027, 2, 14), DayKind.MAKEUP_WORKDAY, None, "春节"),
        )

    def test_against_nothing_every_day_is_new(self) -> None:
        new = year(day("2027-02-05", DayKind.STATUTORY))
        assert changed_days(None, new) == (ChangedDay(dt.date(2027, 2, 5), None, DayKind.STATUTORY, "春节"),)
