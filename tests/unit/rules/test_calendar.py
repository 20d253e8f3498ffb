"""The calendar: dates in a year whose official holidays nobody has loaded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.record.appointment import AppointmentState
from planner.record.mdt import MeetingMode
from planner.record.place import PlaceKind
from planner.reference.calendar_year import CalendarTrust, CalendarYear
from planner.reference.reference import shipped_reference
from planner.rules.finding import Severity
from tests.builders import (
    HOME_AIRPORT,
    at,
    make_appointment,
    make_course,
    make_entry,
    make_journey,
    make_place,
    make_places,
    text,
)
from tests.unit.rules.harness import Golden, raised

#: As somebody imports it, once it is announced.
LOADED = shipped_reference(imported=(CalendarYear(region="CN", year=2027, trust=CalendarTrust.OFFICIAL),))
COURSE = make_course(3, id="course", first="2027-04-06")
JOURNEY = make_journey(id="journey", courses=(COURSE,))
CODE = "calendar.provisional-year"


@pytest.mark.parametrize(
    ("first", "years"),
    [
        ("2026-12-22", []),  # 22 to 24 December: 2026 is announced
        ("2026-12-24", ["2027"]),  # from 25 December on, the notice of 2027 may reach back
        ("2027-01-05", ["2027"]),
    ],
)
def test_a_year_waits_for_its_notice_and_late_december_for_the_next(first: str, years: list[str]) -> None:
    journey = replace(JOURNEY, courses=(make_course(3, first=first),))
    assert [f.message.params["year"] for f in raised(CODE, journey, "2026-11-23")] == years


@pytest.mark.parametrize(("today", "found"), [("2027-04-07", 1), ("2027-04-08", 1), ("2027-04-09", 0)])
def test_when_the_last_session_is_over_nothing_can_move(today: str, found: int) -> None:
    assert [f.severity for f in raised(CODE, JOURNEY, today)] == [Severity.WARNING] * found


def test_days_are_counted_as_china_counts_them() -> None:
    """03:00 on 25 December in Auckland is 22:00 on the 24th in China, 06:00 is past midnight there."""
    late = make_entry(entered=at("2026-12-25 03:00", "Pacific/Auckland"), exited=at("2026-12-24 23:00"))
    assert not raised(CODE, make_journey(entries=(late,)), "2026-11-23")
    assert raised(
        CODE,
        make_journey(entries=(replace(late, exited=at("2026-12-25 06:00", "Pacific/Auckland")),)),
        "2026-11-23",
    )


def test_appointments_there_and_days_of_the_stay_count_too() -> None:
    appointment = make_appointment(starts=at("2027-03-09 09:30"))
    for planned in ({"appointments": (appointment,)}, {"entries": (make_entry(),)}):
        assert raised(CODE, make_journey(**planned), "2026-11-23")


@pytest.mark.parametrize(
    "facts",
    [{"mode": MeetingMode.VIDEO}, {"place": HOME_AIRPORT}, {"place": None}, {"state": AppointmentState.DONE}],
)
def test_what_no_chinese_holiday_moves_is_not_provisional(facts: dict[str, object]) -> None:
    appointment = make_appointment(**{"starts": at("2027-03-09 09:30")} | facts)
    assert not raised(CODE, make_journey(appointments=(appointment,)), "2026-11-23")


def test_a_centre_in_hong_kong_has_a_calendar_of_its_own() -> None:
    """Worked out from the law, for the years that somebody has checked."""
    centre = make_place(
        id="hk-centre", kind=PlaceKind.PROTON_CENTRE, name=text("Demo Centre", "演示中心"), country="HK"
    )
    journey = replace(
        JOURNEY,
        places=(*make_places(), centre),
        courses=(replace(COURSE, centre="hk-centre"), make_course(1, first="2050-03-01", centre="hk-centre")),
    )
    found = raised(CODE, journey, "2026-11-23")
    assert found
    assert {f.message.params["region"] for f in found} == {"HK"}
    assert "2050" in {f.message.params["year"] for f in found}


def test_years_in_between_without_a_date_are_not_named() -> None:
    journey = replace(
        JOURNEY, courses=(make_course(1, first="2026-03-02"), make_course(1, first="2029-03-05"))
    )
    assert [f.message.params["year"] for f in raised(CODE, journey, "2026-02-01")] == ["2029"]


def test_a_journey_without_country_or_dates_is_silent() -> None:
    assert not raised(CODE, make_journey(), "2026-11-23")
    assert not raised(
        CODE, replace(JOURNEY, country="", courses=(replace(COURSE, centre=None),)), "2026-11-23"
    )


GOLDEN = (
    Golden(
        code=CODE,
        hazard="a course in 2027 before the notice of 2027",
        journey=JOURNEY,
        today="2027-03-01",
        fine_reference=LOADED,
    ),
)
