"""Two clocks at once: the gap, and the day on which it changes."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from planner.i18n import translator
from planner.itinerary.build import items_of
from planner.itinerary.clocks import at_home, clock_change, gap_hours
from planner.record.consent import Audience
from tests.builders.make import CHINA, NEW_ZEALAND, at, day, make_appointment, make_journey

LONDON, ALGIERS, KOLKATA = "Europe/London", "Africa/Algiers", "Asia/Kolkata"
LOS_ANGELES, LORD_HOWE = "America/Los_Angeles", "Australia/Lord_Howe"


def change(on: str, zone: str, home: str) -> str:
    said = clock_change(day(on), zone, home)
    return translator("en").text(said) if said else ""


@pytest.mark.parametrize(
    ("on", "zone", "home", "said"),
    [
        ("2027-04-04", CHINA, NEW_ZEALAND, "Clocks at home go back 1 hr today. Then home is 4 hrs ahead."),
        ("2027-09-26", CHINA, NEW_ZEALAND, "Clocks at home go forward 1 hr today. Then home is 5 hrs ahead."),
        ("2027-11-07", CHINA, LOS_ANGELES, "Clocks at home go back 1 hr today. Then home is 16 hrs behind."),
        ("2027-03-28", ALGIERS, LONDON, "Clocks at home go forward 1 hr today. Then home has the same time."),
        (
            "2027-04-04",
            CHINA,
            LORD_HOWE,
            "Clocks at home go back 30 mins today. Then home is 2 hrs 30 mins ahead.",
        ),
        ("2027-04-04", NEW_ZEALAND, NEW_ZEALAND, "Clocks go back 1 hr today."),
        ("2027-09-26", NEW_ZEALAND, NEW_ZEALAND, "Clocks go forward 1 hr today."),
        ("2027-04-03", CHINA, NEW_ZEALAND, ""),
        ("2027-04-05", CHINA, NEW_ZEALAND, ""),
        ("2027-04-04", CHINA, "", ""),
        ("2027-04-04", CHINA, CHINA, ""),
    ],
)
def test_the_day_on_which_clocks_change_says_by_how_much_and_the_new_gap(
    on: str, zone: str, home: str, said: str
) -> None:
    assert change(on, zone, home) == said


@pytest.mark.parametrize("edge", [dt.date.min, dt.date.max])
def test_at_the_edges_of_the_calendar_no_clock_changes(edge: dt.date) -> None:
    assert clock_change(edge, CHINA, NEW_ZEALAND) is None


def test_the_gap_is_that_of_noon_in_hours_and_their_parts() -> None:
    assert gap_hours(day("2027-04-03"), CHINA, NEW_ZEALAND) == 5
    assert gap_hours(day("2027-04-04"), CHINA, NEW_ZEALAND) == 4
    assert gap_hours(day("2027-04-04"), CHINA, KOLKATA) == Decimal("-2.5")


def test_home_time_is_told_only_where_it_is_another() -> None:
    assert at_home(at("2027-04-06 10:20"), NEW_ZEALAND) == at("2027-04-06 14:20", NEW_ZEALAND)
    assert at_home(at("2027-04-06 10:20"), "Asia/Singapore") is None
    assert at_home(at("2027-04-06"), NEW_ZEALAND) is None
    assert at_home(None, NEW_ZEALAND) is None
    assert at_home(at("2027-04-06 10:20"), "") is None


def test_the_items_alone_are_those_of_the_whole() -> None:
    journey = make_journey(appointments=(make_appointment(id="a"),))
    assert [one.key for one in items_of(journey, Audience.AGENCY, today=day("2027-03-01"))] == ["a"]
