"""A leg at another departure; its hazards are in ``slip/test_clock_timelines``."""

from __future__ import annotations

import pytest

from planner.schedule.moved_leg import moved_along, moved_leg
from tests.builders.make import at, make_leg


def test_a_leg_without_a_departure_gets_one_and_nothing_else() -> None:
    leg = make_leg(departs=None, arrives=at("2027-03-08 05:35"))
    moved = moved_leg(leg, at("2027-03-09 22:00"))
    assert (moved.departs, moved.arrives) == (at("2027-03-09 22:00"), leg.arrives)


def test_a_day_that_no_record_holds_is_not_known() -> None:
    assert moved_along(at("2027-01-01"), at("2199-12-31"), at("2027-01-02")) is None


@pytest.mark.parametrize("unknown", ["2027-04-29", "2027-04-30"])
def test_a_train_within_one_zone_keeps_its_hours(unknown: str) -> None:
    assert moved_along(at(f"{unknown} 09:00"), at("2027-05-02 10:00"), at(f"{unknown} 11:30")) == at(
        "2027-05-02 12:30"
    )
