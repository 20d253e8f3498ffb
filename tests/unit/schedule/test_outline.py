"""A journey looked up: what things are called, on which day they are, who crosses which border."""

from __future__ import annotations

import pytest

from planner.message import Message
from planner.record.appointment import AppointmentKind
from planner.record.diagnosis import Diagnosis
from planner.record.document import DocumentKind
from planner.record.leg import LegMode
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.traveller import Insurance, Medicine
from planner.record.visa import VisaStep, VisaStepKind
from planner.schedule.outline import Outline, outline
from tests.builders import (
    AIRPORT,
    HOTEL,
    NEW_ZEALAND,
    at,
    day,
    make_appointment,
    make_course,
    make_document,
    make_entry,
    make_fraction,
    make_journey,
    make_leg,
    make_meeting,
    make_payment,
    make_place,
    make_stay,
    make_task,
    make_traveller,
    make_visa,
    text,
)


def said(what: str | Text | Message) -> str:
    return what.best("en") if isinstance(what, Text) else str(what)


@pytest.mark.parametrize(
    ("thing", "name"),
    [
        (make_traveller(), "ERIKSSON Anna Maria"),
        (make_traveller(surname="", given_names=""), "an unnamed traveller"),
        (make_place(), "Specimen Hotel"),
        (make_place(name=Text()), "an entry without a name"),
        (Medicine(id="medicine", name=text("Placebo", "安慰剂")), "Placebo"),
        (make_document(), "Pathology report"),
        (make_document(kind=DocumentKind.TICKET, title=Text()), "Ticket"),
        (make_appointment(title=text("First visit", "初诊")), "First visit"),
        (make_appointment(kind=AppointmentKind.BLOODS), "Blood test"),
        (make_fraction(7), "session 7"),
        (make_course(1, site=text("Liver", "肝")), "Liver"),
        (make_course(1), "the course"),
        (make_payment(), "Deposit"),
        (make_payment(what=Text()), "a payment"),
        (Diagnosis(id="diagnosis"), "the diagnosis"),
        (make_meeting(), "MDT board"),
        (make_visa(), "S2 visa"),
        (Insurance(id="policy", insurer="Demo"), "the insurance with Demo"),
        (make_stay(place=None), "a stay without a place"),
        (make_leg(destination=None), "Flight 3U3812"),
        (make_leg(destination=None, number=""), "Flight"),
        (make_task(), "an entry"),
    ],
)
def test_a_thing_is_called_by_its_name_or_its_kind(thing: Thing, name: str) -> None:
    assert said(Outline(make_journey()).called(thing)) == name


def test_places_are_named_within_the_name() -> None:
    seen = Outline(make_journey())
    assert seen.called(make_stay()) == Message("the stay at {place}", {"place": seen.places[HOTEL].name})
    flight = seen.called(make_leg())
    assert isinstance(flight, Message)
    assert (flight.msgid, flight.params["number"]) == ("Flight {number} to {place}", "3U3812")
    ride = seen.called(make_leg(mode=LegMode.CAR, number="", destination=HOTEL))
    assert isinstance(ride, Message)
    assert ride.params["place"] == seen.places[HOTEL].name
    city = make_place(id="with-city", city=text("Chengdu", "成都"))
    by_city = Outline(make_journey(places=(city,))).called(make_leg(destination="with-city"))
    assert isinstance(by_city, Message)
    assert by_city.params["place"] == city.city


def test_every_step_has_its_day_by_the_calendar_of_the_country() -> None:
    early = at("2027-03-09 02:00", NEW_ZEALAND)  # 21:00 on the 8th in China
    visa, course = make_visa(id="visa"), make_course(fractions=(make_fraction(id="session", starts=early),))
    entry = make_entry(visa="visa", entered=early)
    things: list[Thing] = [
        make_leg(departs=early),
        make_stay(arrives=early),
        entry,
        make_appointment(starts=early),
        make_meeting(starts=early),
        course.fractions[0],
        course,
        visa,
    ]
    seen = Outline(make_journey(visas=(visa,), entries=(entry,), courses=(course,)))
    assert {seen.day_of(thing) for thing in things} == {day("2027-03-08")}
    assert seen.day_of(make_task(due_on=day("2027-03-08"))) is None
    assert seen.day_of(make_visa()) is None
    assert seen.day_of(make_course(fractions=())) is None
    assert set(seen.steps) == {visa.id, entry.id, course.id, "session"}


def test_sessions_come_in_order_however_they_are_kept() -> None:
    second, first = make_fraction(2, "2027-04-07"), make_fraction(1, "2027-04-06")
    course = make_course(fractions=(second, first))
    assert Outline(make_journey(courses=(course,))).sessions(course) == (first, second)
    morning = make_fraction(3, "2027-04-06", starts=at("2027-04-06 08:00"))
    twice = make_course(fractions=(first, morning))
    assert Outline(make_journey(courses=(twice,))).sessions(twice) == (morning, first)


def test_a_crossing_inward_is_on_the_day_of_arrival_if_that_is_known() -> None:
    known, unknown = make_leg(), make_leg(arrives=None)
    assert [one.on for one in Outline(make_journey(legs=(known,))).crossings] == [day("2027-03-08")]
    assert [one.on for one in Outline(make_journey(legs=(unknown,))).crossings] == [day("2027-03-07")]


@pytest.mark.parametrize(
    ("country", "subdivision", "inside"),
    [("CN", "SC", True), ("CN", "HK", False), ("HK", "", False), ("NZ", "AUK", False), ("", "", None)],
)
def test_hong_kong_is_the_other_side_of_a_border(country: str, subdivision: str, inside: bool | None) -> None:
    place = make_place(id="place", country=country, subdivision=subdivision)
    assert Outline(make_journey(places=(place,))).is_inside("place") is inside
    assert Outline(make_journey()).is_inside(None) is None
    assert Outline(make_journey()).is_inside(AIRPORT) is True


def test_what_is_derived_says_what_it_is() -> None:
    assert "Entries into the country" in (Outline.entries.__doc__ or "")


def test_the_outline_of_a_journey_is_made_once() -> None:
    journey, other = make_journey(), make_journey()
    assert outline(journey) is outline(journey)
    assert outline(other) is not outline(journey)


def test_steps_of_an_application_have_names() -> None:
    step = VisaStep(id="step", kind=VisaStepKind.LODGE)
    assert said(Outline(make_journey()).called(step)) == "an entry"
