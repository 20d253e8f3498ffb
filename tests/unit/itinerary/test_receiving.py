"""Whose hands a copy may come into: those it was made for, and whom everybody told of has agreed to."""

from __future__ import annotations

from typing import Any

import pytest

from planner.i18n import translator
from planner.itinerary.receiving import receiving, refusal_to, refusal_to_any
from planner.record.consent import Audience, Consent, DataCategory
from planner.record.journey import Journey
from planner.record.place import PlaceKind
from planner.record.text import same
from tests.builders.make import (
    CENTRE,
    CHINA,
    COMPANION,
    DOCTOR,
    DRIVER,
    INTERPRETER,
    PATIENT,
    day,
    make_companion,
    make_consent,
    make_contact,
    make_journey,
    make_payment,
    make_place,
    make_places,
    make_traveller,
    text,
)

TODAY = day("2027-03-01")
ALL = tuple(DataCategory)
PEOPLE = (make_traveller(name_hanzi="安娜", preferred_name="Anna"), make_companion())


def consent(**fields: Any) -> Consent:
    given = {"audience": None, "recipient_place": None, "categories": ALL}
    return make_consent(**given | fields)


def couple(*consents: Consent, **fields: Any) -> Journey:
    return make_journey(**{"travellers": PEOPLE, "consents": consents} | fields)


def reason(
    journey: Journey, name: str, audience: Audience = Audience.PATIENT, recipient: str = "", on: str = ""
) -> str:
    refused = refusal_to(journey, audience, same(name), day(on) if on else TODAY, recipient)
    return translator("en").text(refused) if refused else ""


@pytest.mark.parametrize(
    "name",
    [
        "ERIKSSON Anna Maria",
        "anna  maria eriksson",
        "安娜",
        "Anna",
        "Anna Eriksson",
        "SPECIMEN Test Person",
        "Specimen Agency",
    ],
)
def test_the_patients_copy_goes_to_those_who_travel_and_stays_in_the_house(name: str) -> None:
    journey = couple()
    agency = journey.agency.name.best("en")
    assert reason(journey, agency if name == "Specimen Agency" else name) == ""


@pytest.mark.parametrize("name", ["Dr Foo", "Maria", "ERIKSSON", "Lin Sample", "Dr Example"])
def test_in_anybody_elses_hands_it_tells_them_all_of_it(name: str) -> None:
    assert reason(couple(), name) == (
        f"ERIKSSON Anna Maria has not agreed that {name} may see this: who they are, passport, health and "
        "travel."
    )


def test_what_is_paid_is_told_where_something_is() -> None:
    agreed = consent(recipient_contact=INTERPRETER, categories=tuple(set(ALL) - {DataCategory.MONEY}))
    assert reason(couple(agreed), "Lin Sample") == ""
    assert reason(couple(agreed, payments=(make_payment(),)), "Lin Sample").endswith("may see this: money.")


@pytest.mark.parametrize(
    ("facts", "allowed"),
    [
        ({}, True),
        ({"withdrawn_on": TODAY}, False),
        ({"given_on": day("2027-03-02")}, False),
        ({"categories": (DataCategory.IDENTITY, DataCategory.HEALTH)}, False),
        ({"overseas": False}, False),
        ({"traveller": COMPANION}, False),
    ],
)
def test_an_interpreter_is_given_it_under_a_consent_that_covers_it(
    facts: dict[str, Any], allowed: bool
) -> None:
    journey = couple(consent(recipient_contact=INTERPRETER, **facts))
    assert (reason(journey, "林样品") == "") is allowed


def test_a_name_of_nobody_known_is_agreed_to_by_that_name() -> None:
    journey = couple(consent(recipient_name=text("Dr Foo", "福医生")))
    assert reason(journey, "dr foo") == ""
    assert reason(journey, "福医生") == ""
    assert reason(journey, "Dr Fool") != ""
    assert [one.id for one in receiving(journey, Audience.PATIENT, same("Dr Foo"), TODAY).consents] == [
        journey.consents[0].id
    ]


def test_a_name_that_two_bear_is_not_the_patients() -> None:
    other = make_contact(id="other", name=text("Anna"))
    assert reason(couple(contacts=(other,)), "Anna") != ""


def test_a_companion_takes_it_for_the_patient_until_the_patient_says_no_more() -> None:
    gone = consent(audience=Audience.COMPANION, withdrawn_on=TODAY)
    assert reason(couple(gone), "SPECIMEN Test Person", on="2027-02-28") == ""
    assert reason(couple(gone), "SPECIMEN Test Person") == (
        "ERIKSSON Anna Maria withdrew consent for the companion on Mon 1 Mar 2027."
    )
    again = consent(audience=Audience.COMPANION)
    assert reason(couple(gone, again), "SPECIMEN Test Person") == ""
    for_another = consent(
        audience=Audience.COMPANION, recipient_name=same("Somebody Else"), withdrawn_on=TODAY
    )
    assert reason(couple(for_another), "SPECIMEN Test Person") == ""
    assert reason(couple(gone), "ERIKSSON Anna Maria") == ""


def test_the_companions_copy_in_a_strangers_hands_takes_the_consent_of_both() -> None:
    for_companion = consent(audience=Audience.COMPANION)
    patients = consent(recipient_name=same("Dr Foo"))
    assert reason(couple(for_companion), "Dr Foo", Audience.COMPANION).startswith("ERIKSSON Anna Maria has")
    journey = couple(for_companion, patients)
    assert reason(journey, "Dr Foo", Audience.COMPANION).startswith("SPECIMEN Test Person has not agreed")
    both = couple(for_companion, patients, consent(recipient_name=same("Dr Foo"), traveller=COMPANION))
    assert reason(both, "Dr Foo", Audience.COMPANION) == ""
    assert reason(journey, "Anna", Audience.COMPANION) == ""


def test_the_agencys_copy_stays_in_the_house() -> None:
    journey = couple()
    assert reason(journey, journey.agency.name.best("en"), Audience.AGENCY) == ""
    assert "SPECIMEN Test Person has not agreed" in reason(journey, "Anna", Audience.AGENCY)
    assert reason(journey, "Lin Sample", Audience.AGENCY) != ""


def test_the_hospitals_copy_is_for_whoever_stands_there_and_not_for_another_house() -> None:
    at_centre = make_contact(id="nurse", name=text("Nurse Sample"), place=CENTRE)
    other = make_place(id="other", kind=PlaceKind.HOSPITAL, name=text("Other Hospital"))
    clinic = make_place(id="clinic", kind=PlaceKind.CLINIC, name=text("Clinic of the Centre"), within=CENTRE)
    agreed = consent(audience=Audience.HOSPITAL, recipient_place=CENTRE)
    journey = couple(
        agreed,
        places=(*make_places(), other, clinic),
        contacts=(at_centre, make_contact(id=INTERPRETER)),
    )
    centre = next(one.name.best("en") for one in journey.places if one.id == CENTRE)
    for recipient in (CENTRE, ""):
        for name in ("Desk 3", centre, "Clinic of the Centre", "Nurse Sample", "Anna"):
            assert reason(journey, name, Audience.HOSPITAL, recipient) == "", (name, recipient)
        for name in ("Other Hospital", "Lin Sample"):
            assert f"has not agreed that {name} may see" in reason(
                journey, name, Audience.HOSPITAL, recipient
            )
    how = receiving(journey, Audience.HOSPITAL, same(centre), TODAY)
    assert (how.place, how.contact, how.consents) == (CENTRE, None, (agreed,))


def test_a_drivers_copy_is_for_that_driver_or_whoever_drives_instead() -> None:
    agreed = [
        consent(audience=Audience.DRIVER, recipient_contact=DRIVER, traveller=one)
        for one in (PATIENT, COMPANION)
    ]
    journey = couple(*agreed)
    assert reason(journey, "Mr Placeholder", Audience.DRIVER, DRIVER) == ""
    assert reason(journey, "Second driver", Audience.DRIVER, DRIVER) == ""
    assert reason(journey, "Dr Example", Audience.DRIVER, DRIVER).endswith("may see this: travel.")
    how = receiving(journey, Audience.DRIVER, same("Second driver"), TODAY, DRIVER)
    assert (how.contact, len(how.consents)) == (DRIVER, 2)


def test_a_copy_that_may_not_be_made_is_given_to_nobody() -> None:
    assert reason(couple(), "Anna", Audience.HOSPITAL).endswith("has not given consent for the hospital.")
    assert refusal_to_any(couple(), Audience.PATIENT, [same("Anna"), same("Dr Foo")], TODAY) is not None
    assert refusal_to_any(couple(), Audience.PATIENT, [same("Anna")], TODAY) is None


def test_at_home_it_does_not_go_abroad() -> None:
    at_home = make_traveller(home_zone=CHINA)
    agreed = consent(recipient_contact=DOCTOR, overseas=False)
    assert reason(couple(agreed, travellers=(at_home,)), "Dr Example") == ""
