"""Legs as they print: titles by what is known, facts to read off, help asked for, clearance."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.itinerary.item import ItemKind, Standing
from planner.record.booking import Booking, BookingState
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.record.leg import Leg, LegMode, MedicalClearance, Seat, ServiceRequest
from planner.record.place import PlaceKind
from tests.builders.make import (
    AIRPORT,
    COMPANION,
    DRIVER,
    HOME_AIRPORT,
    INTERPRETER,
    NEW_ZEALAND,
    PATIENT,
    at,
    confirmed,
    day,
    make_companion,
    make_journey,
    make_leg,
    make_place,
    make_places,
    make_traveller,
    money,
    text,
)
from tests.unit.itinerary.looking import facts, item, keys, made
from tests.unit.itinerary.timeline import words

BOTH = (PATIENT, COMPANION)


def couple(*legs: Leg) -> Journey:
    return make_journey(travellers=(make_traveller(), make_companion()), legs=legs)


@pytest.mark.parametrize(
    ("mode", "number", "destination", "title"),
    [
        (LegMode.FLIGHT, "3U1", AIRPORT, "Flight 3U1 to Chengdu Tianfu"),
        (LegMode.TRAIN, "", AIRPORT, "Train to Chengdu Tianfu"),
        (LegMode.COACH, "7", None, "Coach 7"),
        (LegMode.FERRY, "", None, "Ferry"),
        (LegMode.CAR, "7", AIRPORT, "Car to Chengdu Tianfu"),
        (LegMode.CAR, "7", None, "Car"),
        (LegMode.WALK, "", AIRPORT, "Walk to Chengdu Tianfu"),
    ],
)
def test_a_leg_is_called_by_what_is_known_of_it(
    mode: LegMode, number: str, destination: str | None, title: str
) -> None:
    leg = make_leg(id="leg", mode=mode, number=number, destination=destination)
    found = item(make_journey(legs=(leg,)), "leg:departs")
    assert words(found.title) == title
    assert found.kind is ItemKind(mode.value)


def test_a_flight_over_two_days_without_its_hours_misses_them() -> None:
    leg = make_leg(id="leg", departs=at("2027-03-07", NEW_ZEALAND), arrives=at("2027-03-08"))
    assert item(make_journey(legs=(leg,)), "leg:departs").misses_time


def test_a_flight_goes_to_a_town_and_a_car_to_a_door() -> None:
    tianfu = make_place(id="tfu", kind=PlaceKind.AIRPORT, name=text("Tianfu Airport"), city=text("Chengdu"))
    legs = (
        make_leg(id="flight", destination="tfu"),
        make_leg(id="car", destination="tfu", mode=LegMode.CAR, number=""),
    )
    journey = make_journey(places=(*make_places(), tianfu), legs=legs)
    assert words(item(journey, "flight:departs").title) == "Flight 3U3812 to Chengdu"
    assert words(item(journey, "flight:arrives").title) == "Arrive in Chengdu"
    assert words(item(journey, "car:departs").title) == "Car to Tianfu Airport"


def test_an_arrival_nobody_knows_the_place_of_is_still_an_arrival() -> None:
    leg = make_leg(id="leg", destination=None)
    assert words(item(make_journey(legs=(leg,)), "leg:arrives").title) == "Arrive"


def test_elapsed_time_runs_through_both_clocks() -> None:
    journey = make_journey(legs=(make_leg(id="leg"),))
    assert item(journey, "leg:departs").duration_minutes == 755
    unknown = make_journey(legs=(make_leg(id="leg", arrives=None),))
    assert item(unknown, "leg:departs").duration_minutes is None
    backwards = make_leg(id="leg", arrives=at("2027-03-07 05:35"))
    assert item(make_journey(legs=(backwards,)), "leg:departs").duration_minutes is None


def test_everything_to_read_off_at_the_desk_is_there() -> None:
    leg = make_leg(
        id="leg",
        travellers=BOTH,
        check_in=at("2027-03-07 19:00", NEW_ZEALAND),
        origin_terminal="I",
        destination_terminal="T1",
        cabin=text("Economy"),
        baggage=text("Two pieces"),
        seats=(Seat(traveller=PATIENT, seat="31C"), Seat(traveller=COMPANION, seat="4A", coach="8")),
        booking=Booking(state=BookingState.CONFIRMED, reference="ABC123"),
        carrier=text("Specimen Air"),
        instructions=text("Ask for the wheelchair"),
        driver=DRIVER,
        escort=INTERPRETER,
    )
    found = item(couple(leg), "leg:departs")
    assert facts(found) == {
        "Check in": at("2027-03-07 19:00", NEW_ZEALAND),
        "Flight": "3U3812",
        "Booking reference": "ABC123",
        "Leaves from terminal": "I",
        "Arrives at terminal": "T1",
        "Seat, Anna Maria": "31C",
        "Seat, Test Person": "8 4A",
        "Class": "Economy",
        "Baggage": "Two pieces",
    }
    assert words(found.subtitle) == "Specimen Air"
    assert [words(line) for line in found.preparation] == ["Ask for the wheelchair"]
    assert [line.contact for line in found.people] == [DRIVER, INTERPRETER]
    assert found.who == ("Anna Maria", "Test Person")
    assert facts(item(couple(leg), "leg:arrives")) == {"Arrives at terminal": "T1"}


def test_what_a_leg_costs_is_for_the_agency_alone() -> None:
    booked = Booking(
        state=BookingState.BOOKED, cost=money("2200", "NZD"), free_cancel_until=at("2027-03-01 12:00")
    )
    journey = make_journey(legs=(make_leg(id="leg", booking=booked),))
    assert facts(item(journey, "leg:departs", Audience.AGENCY)) == {
        "Flight": "3U3812",
        "Cost": money("2200", "NZD"),
        "Free to cancel until": at("2027-03-01 12:00"),
    }
    assert facts(item(journey, "leg:departs")) == {"Flight": "3U3812"}


def test_help_asked_for_says_whether_the_carrier_confirmed_it() -> None:
    leg = make_leg(
        id="leg",
        service_requests=(
            ServiceRequest(traveller=PATIENT, code="WCHR", confirmation=confirmed()),
            ServiceRequest(traveller=PATIENT, code="MAAS"),
            ServiceRequest(traveller=PATIENT, code="XYZ1", confirmation=confirmed()),
        ),
    )
    told = [words(f.value) for f in item(make_journey(legs=(leg,)), "leg:departs").facts if not f.mono]
    assert told == [
        "Wheelchair for long distances (WCHR)",
        "Meet and assist (MAAS) (to be confirmed)",
        "XYZ1",
    ]


@pytest.mark.parametrize(
    ("clearance", "said"),
    [
        ({}, "to be confirmed"),
        ({"sent_on": day("2027-02-24")}, "form sent on Wed 24 Feb 2027"),
        ({"sent_on": day("2027-02-24"), "granted_on": day("2027-02-26")}, "granted on Fri 26 Feb 2027"),
    ],
)
def test_medical_clearance_says_how_far_it_is(clearance: dict[str, object], said: str) -> None:
    leg = make_leg(id="leg", clearances=(MedicalClearance(traveller=PATIENT, **clearance),))  # type: ignore[arg-type]
    assert facts(item(make_journey(legs=(leg,)), "leg:departs"))["Medical clearance"] == said


def test_a_clearance_needed_and_not_begun_is_told_and_one_of_somebody_else_is_not() -> None:
    needed = make_leg(id="leg", needs_clearance=True)
    assert facts(item(make_journey(legs=(needed,)), "leg:departs"))["Medical clearance"] == "to be confirmed"
    others = make_leg(id="leg", travellers=BOTH, clearances=(MedicalClearance(traveller=PATIENT),))
    assert "Medical clearance" not in facts(item(couple(others), "leg:departs", Audience.COMPANION))
    by_road = make_leg(id="leg", mode=LegMode.CAR, needs_clearance=True)
    assert "Medical clearance" not in facts(item(make_journey(legs=(by_road,)), "leg:departs"))


def test_the_agency_is_told_when_the_form_for_clearance_goes_out() -> None:
    sent = MedicalClearance(traveller=PATIENT, sent_on=day("2027-02-24"))
    planned = MedicalClearance(traveller=COMPANION, sent_on=day("2027-03-02"))
    not_yet = MedicalClearance(traveller=PATIENT)
    journey = couple(make_leg(id="leg", travellers=BOTH, clearances=(sent, planned, not_yet)))
    assert item(journey, "leg:clearance:patient", Audience.AGENCY).standing is Standing.DONE
    assert item(journey, "leg:clearance:companion", Audience.AGENCY).standing is Standing.CONFIRMED
    assert "leg:clearance:patient" not in keys(journey)


@pytest.mark.parametrize(
    ("state", "standing"),
    [
        (BookingState.IDEA, Standing.TO_BE_CONFIRMED),
        (BookingState.HELD, Standing.TO_BE_CONFIRMED),
        (BookingState.BOOKED, Standing.CONFIRMED),
        (BookingState.CONFIRMED, Standing.CONFIRMED),
        (BookingState.CHANGED, Standing.TO_BE_CONFIRMED),
        (BookingState.USED, Standing.DONE),
    ],
)
def test_how_firm_a_leg_is_follows_from_its_booking(state: BookingState, standing: Standing) -> None:
    journey = make_journey(legs=(make_leg(id="leg", booking=Booking(state=state)),))
    assert item(journey, "leg:departs").standing is standing


def test_a_cancelled_leg_is_told_to_the_agency_alone() -> None:
    journey = make_journey(legs=(make_leg(id="leg", booking=Booking(state=BookingState.CANCELLED)),))
    assert keys(journey) == []
    assert item(journey, "leg:departs", Audience.AGENCY).standing is Standing.CANCELLED
    assert made(journey, Audience.AGENCY).days == ()


def test_somebody_who_leaves_earlier_is_told_of_on_that_day() -> None:
    home = {"origin": AIRPORT, "destination": HOME_AIRPORT, "arrives": None, "travellers": (COMPANION,)}
    early = make_leg(id="early", departs=at("2027-03-20 12:00"), **home)
    found = item(couple(make_leg(travellers=BOTH), early), "early:others")
    assert words(found.title) == "Test Person leaves"
    assert found.kind is ItemKind.NOTICE
    assert found.place is not None


def test_a_leg_of_others_that_neither_arrives_nor_leaves_or_has_no_day_is_not_told() -> None:
    inland = make_leg(id="inland", travellers=(COMPANION,), origin=AIRPORT)
    undated = make_leg(id="undated", travellers=(COMPANION,), departs=None, arrives=None)
    assert keys(couple(inland, undated)) == []


def test_a_leg_with_nobody_named_is_everybodys() -> None:
    journey = couple(make_leg(id="leg", travellers=()))
    for audience in (Audience.PATIENT, Audience.COMPANION):
        assert item(journey, "leg:departs", audience).who == ("Anna Maria", "Test Person")


def test_who_is_called_as_the_family_calls_them() -> None:
    called = make_traveller(preferred_name="Anna")
    nameless = make_companion(given_names="")
    journey = make_journey(travellers=(called, nameless), legs=(make_leg(id="leg", travellers=BOTH),))
    assert item(journey, "leg:departs").who == ("Anna", "SPECIMEN")


def test_items_do_not_depend_on_the_order_the_record_keeps() -> None:
    legs = tuple(make_leg(id=name, mode=LegMode.CAR, number="") for name in "cab")
    shuffled = replace(make_journey(legs=legs), legs=legs[::-1])
    assert keys(make_journey(legs=legs)) == keys(shuffled)
