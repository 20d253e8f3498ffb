"""Confirmations: what is a week away stands as somebody said it does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.appointment import AppointmentState
from planner.record.booking import Booking, BookingState
from planner.record.journey import Journey
from planner.record.leg import LegMode
from planner.record.stay import StayKind
from planner.reference.limits import Limits
from planner.reference.reference import shipped_reference
from tests.builders import (
    CENTRE,
    DRIVER,
    HOTEL,
    NEW_ZEALAND,
    at,
    confirmed,
    make_appointment,
    make_course,
    make_journey,
    make_leg,
    make_meeting,
    make_stay,
    text,
)
from tests.unit.rules.harness import Golden, raised

CODE = "confirmation.missing"
VISIT = make_appointment(id="visit")  # 9 March 2027
JOURNEY = make_journey(id="journey", appointments=(VISIT,))
FIRM = Booking(state=BookingState.CONFIRMED)
RIDE = make_leg(
    id="ride",
    mode=LegMode.CAR,
    number="",
    origin=HOTEL,
    destination=CENTRE,
    departs=at("2027-03-09 08:55"),
    arrives=at("2027-03-09 09:05"),
    driver=DRIVER,
)


@pytest.mark.parametrize(
    ("today", "found"), [("2027-03-01", 0), ("2027-03-02", 1), ("2027-03-09", 1), ("2027-03-10", 0)]
)
def test_a_week_before_it_is_asked_for(today: str, found: int) -> None:
    assert len(raised(CODE, JOURNEY, today)) == found


def test_the_day_is_that_of_the_treatment() -> None:
    """02:00 on 9 March in Auckland is the 8th in China."""
    early = replace(JOURNEY, appointments=(replace(VISIT, starts=at("2027-03-09 02:00", NEW_ZEALAND)),))
    assert raised(CODE, early, "2027-03-01")
    assert not raised(CODE, early, "2027-03-09")


def test_how_long_before_is_a_setting() -> None:
    patient = shipped_reference(limits=Limits(confirmation_days=2))
    assert not raised(CODE, JOURNEY, "2027-03-06", patient)
    assert raised(CODE, JOURNEY, "2027-03-07", patient)


@pytest.mark.parametrize(
    "facts",
    [
        {"legs": (make_leg(id="thing", departs=at("2027-03-07 17:00")),)},
        {"stays": (make_stay(id="thing"),)},
        {"mdt_meetings": (make_meeting(id="thing", starts=at("2027-03-08 15:00")),)},
    ],
)
def test_flights_houses_and_boards_are_confirmed_too(facts: dict[str, Any]) -> None:
    (found,) = raised(CODE, make_journey(**facts), "2027-03-05")
    assert found.subject.id == "thing"


@pytest.mark.parametrize(
    "facts",
    [
        {"appointments": (replace(VISIT, confirmation=confirmed()),)},
        {"appointments": (replace(VISIT, state=AppointmentState.DONE),)},
        {"appointments": (replace(VISIT, starts=None),)},
        {"legs": (make_leg(departs=at("2027-03-07 17:00"), booking=FIRM),)},
        {"legs": (make_leg(departs=at("2027-03-07 17:00"), mode=LegMode.WALK),)},
        {"stays": (make_stay(booking=FIRM),)},
        {"stays": (make_stay(kind=StayKind.FAMILY),)},
        {"stays": (make_stay(arrives=None),)},
        {"mdt_meetings": (make_meeting(starts=at("2027-03-08"), confirmation=confirmed()),)},
        {"mdt_meetings": (make_meeting(starts=at("2027-03-08"), decision=text("Proton course")),)},
        {"mdt_meetings": (make_meeting(starts=None),)},
        {"courses": (make_course(1, first="2027-03-09"),)},
    ],
)
def test_what_is_firm_needs_no_confirmation(facts: dict[str, Any]) -> None:
    assert not raised(CODE, make_journey(**facts), "2027-03-05")


def test_one_call_confirms_the_rides_of_a_day() -> None:
    back = replace(RIDE, id="back", departs=at("2027-03-09 11:15"), arrives=at("2027-03-09 11:25"))
    other = replace(back, id="other", driver=None)
    tomorrow = replace(RIDE, id="tomorrow", departs=at("2027-03-10 08:55"), arrives=at("2027-03-10 09:05"))
    journey: Journey = make_journey(legs=(RIDE, back, other, tomorrow))
    assert [f.subject.id for f in raised(CODE, journey, "2027-03-05")] == ["ride", "other", "tomorrow"]


GOLDEN = (
    Golden(
        code=CODE,
        hazard="a consultation in a week that nobody confirmed",
        journey=JOURNEY,
        fine=replace(JOURNEY, appointments=(replace(VISIT, confirmation=confirmed()),)),
        today="2027-03-02",
    ),
    Golden(
        code=CODE,
        hazard="rides nobody confirmed",
        journey=make_journey(id="journey", legs=(RIDE,)),
        fine=make_journey(id="journey", legs=(replace(RIDE, booking=FIRM),)),
        today="2027-03-05",
    ),
)
