from __future__ import annotations

import datetime as dt

import pytest

from planner.record.treatment_days import (
    DatedPolicy,
    DayException,
    HolidayClosing,
    MachineDown,
    ServiceDay,
    TreatmentDayKind,
)
from planner.reference.work_calendar import WorkCalendar
from planner.schedule.labels import day_reason_label
from planner.schedule.treatment_days import DayReason, TreatmentDays
from tests.unit.schedule.centres import D, centre

MONDAY, FRIDAY, SATURDAY, SUNDAY = D(2026, 9, 7), D(2026, 9, 11), D(2026, 9, 12), D(2026, 9, 13)
MID_AUTUMN = D(2026, 9, 25)  # a Friday, by law
BRIDGING = D(2026, 10, 5)  # a Monday, off by announcement
MAKE_UP_SUNDAY, MAKE_UP_SATURDAY = D(2026, 9, 20), D(2026, 10, 10)
NATIONAL_DAY_SATURDAY = D(2026, 10, 3)


@pytest.mark.parametrize(
    ("kind", "open_days"),
    [
        ("weekdays", {MONDAY, MID_AUTUMN, BRIDGING}),
        ("official", {MONDAY, MAKE_UP_SUNDAY, MAKE_UP_SATURDAY}),
        ("official-no-weekends", {MONDAY}),
        ("statutory", {MONDAY, BRIDGING}),
        ("six-day", {MONDAY, SATURDAY, BRIDGING, MAKE_UP_SATURDAY}),
    ],
)
def test_what_each_policy_makes_of_the_calendar(kind: str, open_days: set[dt.date]) -> None:
    asked = {
        *(MONDAY, SATURDAY, SUNDAY, MID_AUTUMN, BRIDGING),
        *(MAKE_UP_SUNDAY, MAKE_UP_SATURDAY, NATIONAL_DAY_SATURDAY),
    }
    assert {date for date in asked if centre(kind).day(date).is_open} == open_days


@pytest.mark.parametrize(
    ("kind", "date", "reason"),
    [
        ("official", MONDAY, DayReason.USUAL),
        ("official", SATURDAY, DayReason.WEEKDAY),
        ("official", MID_AUTUMN, DayReason.STATUTORY),
        ("official", BRIDGING, DayReason.DAY_OFF),
        ("official", MAKE_UP_SUNDAY, DayReason.MAKEUP_WORKDAY),
        ("six-day", MAKE_UP_SATURDAY, DayReason.USUAL),
        ("statutory", MAKE_UP_SUNDAY, DayReason.WEEKDAY),
    ],
)
def test_a_day_says_what_decided_it(kind: str, date: dt.date, reason: DayReason) -> None:
    assert centre(kind).day(date).reason is reason


class TestCustom:
    def test_it_keeps_its_own_weekdays_and_no_holidays(self) -> None:
        days = centre("custom", weekdays=(2, 3, 4, 5))
        assert not days.day(MONDAY).is_open
        assert days.day(MID_AUTUMN).is_open

    def test_it_may_close_on_statutory_holidays(self) -> None:
        days = centre("custom", weekdays=(1, 2, 3, 4, 5), holidays=HolidayClosing.STATUTORY)
        assert not days.day(MID_AUTUMN).is_open
        assert days.day(BRIDGING).is_open

    def test_it_may_follow_the_official_calendar_whole(self) -> None:
        days = centre(
            "custom",
            weekdays=(1, 2, 3, 4, 5),
            holidays=HolidayClosing.OFFICIAL,
            treats_on_makeup_workdays=True,
        )
        assert not days.day(BRIDGING).is_open
        assert days.day(MAKE_UP_SUNDAY).is_open

    def test_without_weekdays_only_its_extra_days_are_open(self) -> None:
        days = centre("custom", extra_days=(SATURDAY,))
        assert days.day(SATURDAY).reason is DayReason.EXTRA_DAY
        assert not days.day(MONDAY).is_open


class TestOwnDays:
    def test_closed_and_extra_days_of_the_centre(self) -> None:
        days = centre("weekdays", closed_days=(MONDAY,), extra_days=(SATURDAY,))
        assert days.day(MONDAY).reason is DayReason.CLOSED_DAY
        assert days.day(SATURDAY).is_open

    def test_a_service_day_every_fortnight(self) -> None:
        days = centre("weekdays", service_day=ServiceDay(first=FRIDAY, every_weeks=2))
        fridays = [FRIDAY + dt.timedelta(weeks=week) for week in range(-2, 5)]
        closed = [date for date in fridays if not days.day(date).is_open]
        assert closed == [FRIDAY, FRIDAY + dt.timedelta(weeks=2), FRIDAY + dt.timedelta(weeks=4)]
        assert days.day(FRIDAY).reason is DayReason.SERVICE_DAY

    def test_the_machine_is_down_on_both_ends_of_its_period(self) -> None:
        days = centre("weekdays", machine_down=(MachineDown(first=MONDAY, last=FRIDAY),))
        assert days.day(MONDAY).reason is DayReason.MACHINE_DOWN
        assert not days.day(FRIDAY).is_open
        assert days.day(D(2026, 9, 14)).is_open

    def test_what_the_centre_says_of_one_date_outweighs_everything(self) -> None:
        days = centre(
            "official",
            closed_days=(MONDAY,),
            machine_down=(MachineDown(first=MONDAY, last=SATURDAY),),
            exceptions=(
                DayException(date=MONDAY, treats=True),
                DayException(date=D(2026, 9, 14), treats=False),
            ),
        )
        assert days.day(MONDAY).is_open
        assert not days.day(D(2026, 9, 14)).is_open
        assert days.day(MONDAY).reason is DayReason.EXCEPTION


class TestDatedPolicies:
    def test_each_policy_holds_from_its_day_until_the_next(self) -> None:
        six_day = DatedPolicy(kind=TreatmentDayKind.SIX_DAY)
        from_monday = DatedPolicy(kind=TreatmentDayKind.OFFICIAL, valid_from=D(2026, 9, 14))
        days = TreatmentDays((from_monday, six_day), WorkCalendar("CN"))
        assert days.day(SATURDAY).is_open
        assert not days.day(D(2026, 9, 19)).is_open
        assert days.policy_on(D(2026, 9, 13)) == six_day
        assert days.policy_on(D(2026, 9, 14)) == from_monday

    def test_before_the_first_policy_offices_days_are_assumed(self) -> None:
        stated = DatedPolicy(kind=TreatmentDayKind.SIX_DAY, valid_from=D(2026, 9, 14))
        days = TreatmentDays((stated,), WorkCalendar("CN"))
        assert days.policy_on(SATURDAY) is None
        assert not days.day(SATURDAY).is_open
        assert days.day(MONDAY).is_open


class TestQuestionsAsked:
    def test_a_weekend_may_be_opened_and_a_day_closed_to_ask(self) -> None:
        asked = centre().with_dates(opened=(SATURDAY,), closed=(MONDAY,))
        assert asked.day(SATURDAY).is_open
        assert not asked.day(MONDAY).is_open
        assert asked.day(SATURDAY).reason is DayReason.EXCEPTION

    def test_closed_outweighs_opened_and_both_add_up(self) -> None:
        asked = centre().with_dates(opened=(SATURDAY,)).with_dates(opened=(SUNDAY,), closed=(SATURDAY,))
        assert not asked.day(SATURDAY).is_open
        assert asked.day(SUNDAY).is_open


def test_a_day_of_an_unannounced_year_is_provisional_whatever_the_policy() -> None:
    for kind in ("weekdays", "official", "six-day"):
        assert centre(kind).day(D(2027, 4, 6)).is_provisional
        assert not centre(kind).day(D(2026, 9, 7)).is_provisional


class TestLabels:
    def test_a_holiday_is_named(self) -> None:
        assert str(day_reason_label(centre().day(MID_AUTUMN))) == "statutory holiday: Mid-Autumn Festival"
        assert str(day_reason_label(centre().day(MAKE_UP_SUNDAY))) == "make-up workday: National Day"

    def test_a_reason_that_is_not_the_holiday_does_not_name_it(self) -> None:
        assert str(day_reason_label(centre("statutory").day(MAKE_UP_SUNDAY))) == "not a weekday of the centre"
        assert str(day_reason_label(centre("weekdays").day(MONDAY))) == "usual treatment day"

    def test_every_reason_has_words(self) -> None:
        from dataclasses import replace

        day = centre().day(MONDAY)
        labels = [str(day_reason_label(replace(day, reason=reason))) for reason in DayReason]
        assert len(set(labels)) == len(labels)
