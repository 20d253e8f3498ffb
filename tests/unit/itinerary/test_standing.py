"""How firm a thing is once its day is over."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from planner.itinerary.item import Item, ItemKind, Standing
from planner.itinerary.standing import passed
from tests.builders.make import at

RIDE = Item(
    key="ride",
    kind=ItemKind.CAR,
    on=dt.date(2027, 3, 8),
    title="Car",
    starts=at("2027-03-08 22:30"),
    standing=Standing.TO_BE_CONFIRMED,
)


def _on(day: str, item: Item = RIDE) -> Standing:
    return passed(item, dt.date.fromisoformat(day)).standing


def test_what_nobody_confirmed_is_to_be_confirmed_until_its_day_is_over() -> None:
    assert _on("2027-03-07") is Standing.TO_BE_CONFIRMED
    assert _on("2027-03-08") is Standing.TO_BE_CONFIRMED
    assert _on("2027-03-09") is Standing.PASSED


def test_what_ends_after_midnight_is_over_on_the_day_after_that() -> None:
    ride = replace(RIDE, ends=at("2027-03-09 00:40"))
    assert _on("2027-03-09", ride) is Standing.TO_BE_CONFIRMED
    assert _on("2027-03-10", ride) is Standing.PASSED


def test_a_duty_stays_open_until_it_is_seen_to() -> None:
    payment = replace(RIDE, kind=ItemKind.PAYMENT, starts=None)
    assert _on("2027-12-31", payment) is Standing.TO_BE_CONFIRMED


@pytest.mark.parametrize("standing", sorted(set(Standing) - {Standing.TO_BE_CONFIRMED}))
def test_what_is_known_of_it_stays(standing: Standing) -> None:
    assert _on("2027-12-31", replace(RIDE, standing=standing)) is standing
