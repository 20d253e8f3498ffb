"""Where the consent is entered that lets something go: taken and given, it goes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.i18n import translator
from planner.itinerary.audience import refusal
from planner.itinerary.consent_wanted import consent_for_copy, consent_to
from planner.itinerary.receiving import refusal_to
from planner.record.consent import Audience, Consent, DataCategory
from planner.record.ids import ConsentId
from planner.record.journey import Journey
from planner.record.text import same
from planner.rules.finding import EnterNew, OpenField
from tests.builders import (
    DRIVER,
    PATIENT,
    day,
    make_companion,
    make_consent,
    make_contact,
    make_journey,
    make_payment,
    make_places,
    make_traveller,
    text,
)

TODAY = day("2027-03-01")
ALL = tuple(DataCategory)
ASKED = (Audience.COMPANION, Audience.HOSPITAL, Audience.DRIVER, Audience.HOTEL)


def couple(*consents: Consent, **fields: Any) -> Journey:
    people = make_traveller(), make_companion()
    return make_journey(
        **{"travellers": people, "consents": consents, "payments": (make_payment(),)} | fields
    )


def given(journey: Journey, way: OpenField | EnterNew) -> Journey:
    """As somebody leaves the form that ``way`` leads to: given today, for abroad too, not withdrawn."""
    if isinstance(way, OpenField):
        assert way.subject.kind == "consent"
        consents = tuple(
            replace(one, given_on=TODAY, withdrawn_on=None, overseas=True)
            if one.id == way.subject.id
            else one
            for one in journey.consents
        )
        assert consents != journey.consents
        return replace(journey, consents=consents)
    assert way.subject.field == "consents"
    facts: dict[str, Any] = dict(way.known)
    new = Consent(id=ConsentId(f"new-{len(journey.consents)}"), given_on=TODAY, overseas=True, **facts)
    return replace(journey, consents=(*journey.consents, new))


@pytest.mark.parametrize("audience", ASKED)
def test_a_copy_nobody_agreed_to_goes_once_the_forms_it_leads_to_are_entered(audience: Audience) -> None:
    journey = couple()
    for _person in journey.travellers:
        way = consent_for_copy(journey, audience, TODAY)
        if way is not None:
            assert isinstance(way, EnterNew)
            journey = given(journey, way)
    assert refusal(journey, audience, TODAY) is None
    assert consent_for_copy(journey, audience, TODAY) is None


def test_a_new_consent_is_for_the_house_the_copy_is_made_for() -> None:
    places = make_places()
    journey = couple(places=places)
    hotel = next(one for one in places if one.kind == "hotel")
    way = consent_for_copy(journey, Audience.HOTEL, TODAY, hotel.id)
    assert isinstance(way, EnterNew)
    assert dict(way.known) == {
        "traveller": PATIENT,
        "audience": Audience.HOTEL,
        "recipient_place": hotel.id,
        "categories": (DataCategory.IDENTITY, DataCategory.PASSPORT),
    }


def test_the_driver_is_a_contact() -> None:
    journey = couple(contacts=(make_contact(id=DRIVER, role="driver"),))
    way = consent_for_copy(journey, Audience.DRIVER, TODAY, DRIVER)
    assert isinstance(way, EnterNew)
    assert dict(way.known)["recipient_contact"] == DRIVER


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"given_on": None}, "given_on"),
        ({"given_on": day("2027-02-01"), "withdrawn_on": day("2027-02-20")}, "withdrawn_on"),
        ({"given_on": day("2027-02-01"), "overseas": False}, "overseas"),
    ],
    ids=["not given yet", "withdrawn", "not told of abroad"],
)
def test_the_consent_there_is_is_gone_to_where_it_lacks_something(fields: dict[str, Any], field: str) -> None:
    there = make_consent(audience=Audience.HOSPITAL, recipient_place=None, categories=ALL, **fields)
    journey = couple(there)
    assert refusal(journey, Audience.HOSPITAL, TODAY) is not None
    way = consent_for_copy(journey, Audience.HOSPITAL, TODAY)
    assert isinstance(way, OpenField)
    assert (way.subject.id, way.subject.field) == (there.id, field)
    assert refusal(given(journey, way), Audience.HOSPITAL, TODAY) is None


def test_what_a_consent_in_force_does_not_cover_is_asked_for_anew() -> None:
    little = make_consent(
        audience=Audience.HOTEL, recipient_place=None, categories=(DataCategory.IDENTITY,), given_on=TODAY
    )
    way = consent_for_copy(couple(little), Audience.HOTEL, TODAY)
    assert isinstance(way, EnterNew)
    assert dict(way.known)["categories"] == (DataCategory.PASSPORT,)


def test_a_consent_beside_one_in_force_that_lacks_its_day_is_gone_to() -> None:
    little = make_consent(
        audience=Audience.HOTEL, recipient_place=None, categories=(DataCategory.IDENTITY,), given_on=TODAY
    )
    rest = make_consent(
        audience=Audience.HOTEL, recipient_place=None, categories=(DataCategory.PASSPORT,), given_on=None
    )
    way = consent_for_copy(couple(rest, little), Audience.HOTEL, TODAY)
    assert isinstance(way, OpenField)
    assert (way.subject.id, way.subject.field) == (rest.id, "given_on")


def test_whoever_has_a_consent_without_its_day_is_told_so_and_led_to_the_day() -> None:
    name = same("Dr Foo")
    there = make_consent(
        audience=None, recipient_place=None, recipient_name=name, categories=ALL, given_on=None
    )
    journey = couple(there)
    refused = refusal_to(journey, Audience.PATIENT, name, TODAY)
    assert refused is not None
    assert translator("en").text(refused) == (
        "The consent of ERIKSSON Anna Maria for Dr Foo is entered, but not the day on which it was given."
    )
    way = consent_to(journey, Audience.PATIENT, name, TODAY)
    assert isinstance(way, OpenField)
    assert (way.subject.id, way.subject.field) == (there.id, "given_on")
    assert refusal_to(given(journey, way), Audience.PATIENT, name, TODAY) is None


def test_a_stranger_is_asked_about_by_the_name_they_were_given() -> None:
    journey = couple()
    name = same("Dr Foo")
    for _person in journey.travellers:
        way = consent_to(journey, Audience.PATIENT, name, TODAY)
        if way is not None:
            assert isinstance(way, EnterNew)
            assert dict(way.known)["recipient_name"] == name
            journey = given(journey, way)
    assert refusal_to(journey, Audience.PATIENT, name, TODAY) is None


def test_a_companion_from_whom_it_was_withdrawn_leads_to_what_was_withdrawn() -> None:
    taken = make_consent(
        audience=Audience.COMPANION,
        recipient_place=None,
        categories=ALL,
        given_on=day("2027-02-01"),
        withdrawn_on=day("2027-02-20"),
    )
    journey = couple(taken)
    companion = journey.companions[0]
    name = same(companion.full_name)
    assert refusal_to(journey, Audience.PATIENT, name, TODAY) is not None
    way = consent_to(journey, Audience.PATIENT, name, TODAY)
    assert isinstance(way, OpenField)
    assert refusal_to(given(journey, way), Audience.PATIENT, name, TODAY) is None


def test_where_nothing_is_refused_there_is_nowhere_to_go() -> None:
    journey = couple()
    assert consent_for_copy(journey, Audience.PATIENT, TODAY) is None
    assert consent_to(journey, Audience.PATIENT, same(make_traveller().full_name), TODAY) is None
    assert consent_to(journey, Audience.HOSPITAL, text("Somebody"), TODAY) is not None  # its reader first
