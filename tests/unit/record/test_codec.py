"""Values of the record as JSON and back: what is written, what is left out, what is refused and how."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from planner.record.booking import Booking
from planner.record.codec import decode, encode
from planner.record.document import Document
from planner.record.journey import Journey
from planner.record.json_text import parse, pretty
from planner.record.leg import Leg
from planner.record.money import Money
from planner.record.place import OpeningHours
from planner.record.text import Text
from planner.record.when import When
from tests.builders import at, journeys, make_journey, make_leg, make_place, text


@given(journeys())
def test_any_journey_survives_being_written_as_text_and_read(journey: Journey) -> None:
    decoded = decode(Journey, parse(pretty(encode(journey)).encode(), "x"))
    assert decoded.problems == ()
    assert decoded.value == journey


def test_what_says_nothing_is_left_out_and_what_says_something_is_not() -> None:
    written = encode(make_leg(id="leg", booking=Booking()))
    assert written["booking"] == {"state": "idea"}
    assert not {"notes", "attachments", "seats", "origin_detail", "driver", "needs_clearance"} & set(written)
    assert "registers_foreigners" not in encode(make_place())
    assert encode(make_place(registers_foreigners=False))["registers_foreigners"] is False


def test_an_empty_value_that_is_not_the_default_is_written() -> None:
    journey = make_journey(languages=(), country="")
    written = encode(journey)
    assert written["languages"] == []
    assert written["country"] == ""
    assert decode(Journey, written).value == journey


@pytest.mark.parametrize(
    ("time", "written"),
    [
        (dt.time(17, 0), "17:00"),
        (dt.time(0, 0), "00:00"),
        (dt.time(17, 0, 5), "17:00:05"),
        (dt.time(17, 0, 0, 500), "17:00:00.000500"),
    ],
)
def test_a_time_is_written_as_short_as_it_is(time: dt.time, written: str) -> None:
    when = When(date=dt.date(2027, 3, 8), time=time, zone="UTC")
    assert encode(when)["time"] == written
    assert decode(When, encode(when)).value == when


@pytest.mark.parametrize(
    ("amount", "written"), [("230000", "230000"), ("1E+5", "100000"), ("3.870", "3.870"), ("0", "0")]
)
def test_a_decimal_is_written_in_plain_digits_as_exact_as_it_was(amount: str, written: str) -> None:
    money = Money(amount=Decimal(amount), currency="CNY")
    assert encode(money)["amount"] == written
    assert decode(Money, encode(money)).value == money


@pytest.mark.parametrize("number", ["3.87", "3", '"3.87"'])
def test_a_decimal_may_be_given_as_a_number_and_stays_exact(number: str) -> None:
    given_ = parse(f'{{"amount": {number}, "currency": "CNY"}}'.encode(), "x")
    assert decode(Money, given_).value == Money(amount=Decimal(number.strip('"')), currency="CNY")


def test_languages_are_written_in_one_order_whatever_they_were_added_in() -> None:
    chinese_first = Text({"zh_CN": "酒店", "en": "Hotel"}, "en", frozenset({"zh_CN", "mi"}))
    english_first = Text({"en": "Hotel", "zh_CN": "酒店"}, "en", frozenset({"mi", "zh_CN"}))
    assert pretty(encode(chinese_first)) == pretty(encode(english_first))


LEG = {"id": "leg", "mode": "flight"}
_A_DAY = "a day such as 2027-03-08"
WHEN = {"date": "2027-03-08", "zone": "Asia/Shanghai"}


@pytest.mark.parametrize(
    ("cls", "json", "where", "expected"),
    [
        (Leg, [], "", "an object of named fields"),
        (Leg, None, "", "an object of named fields"),
        (Leg, LEG | {"notes": 3}, "notes", "text"),
        (Leg, LEG | {"notes": None}, "notes", "text"),
        (Leg, {"mode": "flight"}, "id", "there: an id"),
        (Leg, {"id": "leg"}, "mode", "there: one of flight, train, car, coach, ferry, walk"),
        (Leg, LEG | {"mode": "rocket"}, "mode", "one of flight, train, car, coach, ferry, walk"),
        (Leg, LEG | {"mode": ["flight"]}, "mode", "one of flight, train, car, coach, ferry, walk"),
        (Leg, LEG | {"travellers": "me"}, "travellers", "a list"),
        (Leg, LEG | {"travellers": ["me", 2]}, "travellers › 2", "an id"),
        (Leg, LEG | {"driver": 4}, "driver", "an id"),
        (Leg, LEG | {"needs_clearance": "yes"}, "needs_clearance", "true or false"),
        (Leg, LEG | {"needs_clearance": 1}, "needs_clearance", "true or false"),
        (Leg, LEG | {"departs": "2027-03-08"}, "departs", "an object of named fields"),
        (Leg, LEG | {"departs": {"date": "2027-03-08"}}, "departs › zone", "there: text"),
        (Leg, LEG | {"departs": WHEN | {"date": "8 March"}}, "departs › date", _A_DAY),
        (Leg, LEG | {"departs": WHEN | {"date": "２027-03-08"}}, "departs › date", _A_DAY),
        (
            Leg,
            LEG | {"departs": WHEN | {"date": "2027-02-29"}},
            "departs › date",
            "a day that exists, such as 2027-03-08",
        ),
        *(
            (
                Leg,
                LEG | {"departs": WHEN | {"time": time}},
                "departs › time",
                "a time of day such as 17:00, without a zone",
            )
            for time in ("24:00", "5pm", "17:00Z", "17:00+08:00", "17:60", 17, "１７:00")
        ),
        (Leg, LEG | {"departs": WHEN | {"fold": True}}, "departs › fold", "a whole number"),
        (Leg, LEG | {"departs": WHEN | {"fold": 10**20}}, "departs › fold", "a whole number"),
        (Text, {"wording": ["en"]}, "wording", "an object of words by language"),
        (Leg, LEG | {"origin_detail": {"wording": {"en": 3}}}, "origin_detail › wording › en", "text"),
        *(
            (Money, {"amount": amount, "currency": "CNY"}, "amount", "a decimal number such as 3.87")
            for amount in ("NaN", "1_000", " 1", "１", "1e5", "", True, None, Decimal("1e38"), "1" * 16)
        ),
        (OpeningHours, {"weekday": 1.0, "opens": "09:00", "closes": "17:00"}, "weekday", "a whole number"),
        (
            Document,
            {"id": "d", "kind": "patology", "title": {}},
            "kind",
            "one of its 35 choices (pathology?)",
        ),
        (Document, {"id": "d", "kind": 7, "title": {}}, "kind", "one of its 35 choices, such as summary"),
    ],
)  # fmt: skip
def test_what_is_not_what_its_field_holds_is_named_by_path(
    cls: type, json: Any, where: str, expected: str
) -> None:
    decoded = decode(cls, json)
    assert decoded.value is None
    assert [(problem.where, str(problem.expected)) for problem in decoded.problems] == [(where, expected)]


def test_every_problem_is_found_not_only_the_first() -> None:
    decoded = decode(Leg, {"mode": "rocket", "departs": WHEN | {"time": "5pm"}, "seats": [{}, 3]})
    assert [problem.where for problem in decoded.problems] == [
        "id",
        "mode",
        "departs › time",
        "seats › 1 › traveller",
        "seats › 1 › seat",
        "seats › 2",
    ]


def test_fields_that_are_not_known_are_handed_over_with_the_way_to_them() -> None:
    leg = replace(make_leg(id="leg", departs=at("2027-03-07 22:00")), origin_detail=text("Gate 3"))
    json = encode(leg) | {"lounge": "Koru", "departs": encode(leg)["departs"] | {"gate": {"opens": 1}}}
    decoded = decode(Leg, json)
    assert decoded.value == leg
    assert {one.steps: one.json for one in decoded.unknown} == {
        ("lounge",): "Koru",
        ("departs", "gate"): {"opens": 1},
    }
