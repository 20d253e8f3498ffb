"""Dates of one thing that come in an order, compared as instants, and never where one is unknown."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.record.date_order import ORDERS, broken_orders, is_before
from planner.record.leg import Leg
from planner.record.mdt import MdtMeeting
from planner.record.passport import Passport
from planner.record.stay import Stay
from planner.record.visa import Entry
from planner.record.when import When

ZONES = ("Asia/Shanghai", "Pacific/Auckland", "Europe/Stockholm", "Pacific/Honolulu", "Pacific/Kiritimati")


def at(text: str, zone: str = "Asia/Shanghai") -> When:
    day, _, time = text.partition(" ")
    return When(
        date=dt.date.fromisoformat(day), time=dt.time.fromisoformat(time) if time else None, zone=zone
    )


def later_fields(cls: type, **held: Any) -> list[str]:
    return [order.later for order, _message in broken_orders(cls, held)]


moments = st.builds(
    When,
    date=st.dates(dt.date(2026, 1, 1), dt.date(2026, 1, 4)),
    time=st.none() | st.times(),
    zone=st.sampled_from(ZONES),
)


def test_every_order_is_between_two_fields_of_its_class() -> None:
    for cls, orders in ORDERS.items():
        names = {field.name for field in fields(cls)}
        assert {one for order in orders for one in (order.earlier, order.later)} <= names


def test_a_flight_over_the_date_line_lands_the_day_before_and_is_in_order() -> None:
    departs = at("2027-03-08 10:00", "Pacific/Auckland")
    assert not later_fields(Leg, departs=departs, arrives=at("2027-03-07 18:00", "Pacific/Honolulu"))
    assert later_fields(Leg, departs=departs, arrives=at("2027-03-08 04:00")) == ["arrives"]  # 2 h before
    assert not later_fields(Leg, departs=departs, arrives=at("2027-03-08 17:00"))


def test_nobody_arrives_as_they_depart_but_a_room_may_be_left_as_it_is_entered() -> None:
    same = at("2027-03-08 10:00")
    assert later_fields(Leg, departs=same, arrives=same) == ["arrives"]
    assert not later_fields(Stay, arrives=same, leaves=same)
    assert not later_fields(Leg, departs=at("2027-03-08"), arrives=at("2027-03-08"))


def test_the_sentence_has_both_dates() -> None:
    ((order, message),) = broken_orders(
        Passport, {"issued_on": dt.date(2026, 5, 4), "expires_on": dt.date(2016, 5, 3)}
    )
    assert order.later == "expires_on"
    assert message.params == {"issued": dt.date(2026, 5, 4), "expires": dt.date(2016, 5, 3)}


@pytest.mark.parametrize("cls", ORDERS, ids=lambda cls: cls.__name__)
def test_what_is_not_known_is_never_out_of_order(cls: type) -> None:
    for order in ORDERS[cls]:
        for name in (order.earlier, order.later):
            assert not later_fields(cls, **{name: dt.date(2026, 1, 1)})
            assert not later_fields(cls, **{name: at("2026-01-01 10:00")})


def test_a_day_is_compared_with_a_moment_by_the_calendar_of_the_moment() -> None:
    entered = at("2027-03-08 23:30")
    assert not later_fields(Entry, entered=entered, stamped_until=dt.date(2027, 3, 8))
    assert later_fields(Entry, entered=entered, stamped_until=dt.date(2027, 3, 7)) == ["stamped_until"]


def test_a_board_in_another_zone_is_after_its_material_is_due() -> None:
    due = at("2027-03-08 09:00")
    assert later_fields(MdtMeeting, material_due=due, starts=at("2027-03-08 13:59", "Pacific/Auckland"))
    assert not later_fields(MdtMeeting, material_due=due, starts=at("2027-03-08 14:00", "Pacific/Auckland"))


@given(moments, moments)
def test_two_moments_are_never_each_before_the_other_and_known_ones_go_by_their_instants(
    one: When, other: When
) -> None:
    assert not (is_before(one, other) and is_before(other, one))
    if one.utc is not None and other.utc is not None:
        assert is_before(one, other) is (one.utc < other.utc)


@given(moments, st.times())
def test_a_day_without_a_time_is_before_nothing_that_may_fall_on_it(day: When, time: dt.time) -> None:
    unknown, known = When(date=day.date, zone=day.zone), When(date=day.date, time=time, zone=day.zone)
    assert not is_before(unknown, known)
    assert not is_before(known, unknown)
