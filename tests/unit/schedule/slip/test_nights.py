"""Nights that are added or given back, and what they cost."""

from __future__ import annotations

from typing import Any

from planner.record.booking import Booking, BookingState
from planner.schedule.interruption import Interruption
from planner.schedule.slip.consequence import Consequence
from tests.builders.make import (
    at,
    day,
    make_stay,
    money,
)
from tests.unit.schedule.slip.worked import (
    LAST,
    by_subject,
    english,
    journey,
    only,
    proposed,
    said,
    shown,
    slip,
)


class TestNights:
    def stay(self, **fields: Any) -> Any:
        given = {
            "id": "stay",
            "arrives": at("2027-04-01 14:00"),
            "leaves": at("2027-04-09 12:00"),
            "leaves_tie": LAST,
        }
        return make_stay(**given | fields)

    def cost(self, **fields: Any) -> Consequence | None:
        return by_subject(slip(stays=(self.stay(**fields),))).get(("stay", "booking.cost"))

    def test_one_more_at_the_rate_of_the_record(self) -> None:
        one = self.cost(nightly_rate=money("400"), booking=Booking(cost=money("3200")))
        assert one is not None
        assert (shown(one.old), shown(one.new)) == ("CNY 3200", "CNY 3600")
        assert english(one.why) == "1 more night at CNY 400.00."
        assert english(one.what) == "Cost of the nights: Specimen Hotel"

    def test_the_nights_so_far_are_worked_out_where_no_cost_is_entered(self) -> None:
        one = self.cost(nightly_rate=money("400"))
        assert one is not None
        assert (shown(one.old), shown(one.new)) == ("CNY 3200", "CNY 3600")

    def test_nor_can_that_be_without_an_arrival(self) -> None:
        one = self.cost(nightly_rate=money("400"), arrives=None)
        assert one is not None
        assert (one.old, one.new, said(one)) == (None, None, ["Ask the house what the nights cost."])

    def test_without_a_rate_the_house_must_say(self) -> None:
        one = self.cost(booking=Booking(cost=money("3200")))
        assert one is not None
        assert (one.new, english(one.why)) == (None, "The record has no rate for one night.")

    def test_nor_are_currencies_mixed(self) -> None:
        one = self.cost(nightly_rate=money("60", "USD"), booking=Booking(cost=money("3200")))
        assert one is not None
        assert one.new is None

    def test_nor_is_there_more_money_than_a_record_holds(self) -> None:
        one = self.cost(nightly_rate=money("400"), booking=Booking(cost=money("999999999999999")))
        assert one is not None
        assert (one.new, said(one)) == (None, ["Ask the house what the nights cost."])

    def test_without_any_money_in_the_record_none_is_told(self) -> None:
        assert self.cost() is None

    def test_fewer_nights_may_not_come_back(self) -> None:
        earlier = Interruption(new_start=day("2027-03-31"))
        stay = self.stay(nightly_rate=money("400"), booking=Booking(cost=money("500")))
        one = by_subject(proposed(journey(stays=(stay,)), earlier))["stay", "booking.cost"]
        assert (shown(one.new), english(one.why)) == ("CNY 0", "6 nights fewer at CNY 400.00.")
        assert said(one) == ["Ask whether the house charges for nights given back."]

    def test_a_stay_whose_place_nobody_knows(self) -> None:
        assert english(only(slip(stays=(self.stay(place=None),))).what) == "The nights"

    def test_a_stay_that_is_over_stays(self) -> None:
        assert slip(stays=(self.stay(booking=Booking(state=BookingState.USED)),)).consequences == ()
