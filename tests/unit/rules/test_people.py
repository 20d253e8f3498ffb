"""What people carry and hold: insurance, medicines, allergies."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.traveller import Allergy, AllergyStatement, Insurance, Medicine, TravellerRole
from planner.rules.finding import Severity
from tests.builders import at, day, make_document, make_journey, make_leg, text
from tests.builders.make import COMPANION, PATIENT, make_companion, make_traveller
from tests.unit.rules.harness import Golden, raised, shipped

POLICY = Insurance(
    id="policy",  # type: ignore[arg-type]
    insurer="Demo Travel Insurance",
    valid_from=day("2027-03-07"),
    valid_to=day("2027-04-29"),
    exclusions_read=True,
    treatment_abroad_excluded=False,
)
MEDICINE = Medicine(
    id="medicine",  # type: ignore[arg-type]
    name=text("Morphine 10 mg tablets", "吗啡片 10 mg"),
    controlled=True,
    days_carried=30,
    prescription="prescription",  # type: ignore[arg-type]
)
LEGS = (
    make_leg(id="out", departs=at("2027-03-07 22:00", "Pacific/Auckland"), arrives=at("2027-03-08 05:35")),
    make_leg(id="home", departs=at("2027-04-29 01:30"), arrives=at("2027-04-29 17:40", "Pacific/Auckland")),
)
PERSON = make_traveller(
    insurance=(POLICY,), medicines=(MEDICINE,), allergy_statement=AllergyStatement.NONE_KNOWN
)
JOURNEY = make_journey(
    id="journey", travellers=(PERSON,), legs=LEGS, documents=(make_document(id="prescription"),)
)


def with_person(**fields: Any) -> Journey:
    return replace(JOURNEY, travellers=(replace(PERSON, **fields),))


def with_policy(**fields: Any) -> Journey:
    return with_person(insurance=(replace(POLICY, **fields),))


def with_medicine(**fields: Any) -> Journey:
    return with_person(medicines=(replace(MEDICINE, **fields),))


TODAY = "2027-03-01"
GOLDEN = (
    Golden(
        code="patient.missing",
        hazard="only a companion is entered",
        journey=replace(JOURNEY, travellers=(replace(PERSON, role=TravellerRole.COMPANION),)),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="insurance.excluded",
        hazard="the policy is not available to those who travel for treatment",
        journey=with_policy(treatment_abroad_excluded=True),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="insurance.unread",
        hazard="a policy that nobody has read",
        journey=with_policy(exclusions_read=None),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="insurance.missing",
        hazard="a traveller without any policy",
        journey=with_person(insurance=()),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="insurance.dates",
        hazard="it ends on the day before the landing",
        journey=with_policy(valid_to=day("2027-04-28")),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="insurance.dates",
        hazard="it begins on the day after the departure",
        journey=with_policy(valid_from=day("2027-03-08")),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="medicine.controlled-limit",
        hazard="more than a month of a controlled medicine",
        journey=with_medicine(days_carried=31),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="medicine.controlled-limit",
        hazard="a controlled medicine without its prescription",
        journey=with_medicine(prescription=None),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="medicine.controlled-limit",
        hazard="a controlled medicine, nobody knows how much",
        journey=with_medicine(days_carried=None),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="medicine.control-unknown",
        hazard="nobody has checked",
        journey=with_medicine(controlled=None),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="medicine.not-in-both-languages",
        hazard="no Chinese name for the officer to read",
        journey=with_medicine(name=text("Morphine 10 mg tablets")),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="allergy.unstated",
        hazard="nobody has asked",
        journey=with_person(allergy_statement=AllergyStatement.NOT_STATED),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="allergy.unstated",
        hazard="listed, and the list is empty",
        journey=with_person(allergy_statement=AllergyStatement.LISTED),
        fine=with_person(allergy_statement=AllergyStatement.NONE_KNOWN),
        today=TODAY,
    ),
)


def test_a_companion_is_not_travelling_for_treatment() -> None:
    policy = replace(POLICY, treatment_abroad_excluded=True)
    companion = make_companion(insurance=(policy,), allergy_statement=AllergyStatement.NOT_STATED)
    journey = replace(JOURNEY, travellers=(PERSON, companion))
    assert raised("insurance.excluded", journey, TODAY) == ()
    (asked,) = raised("allergy.unstated", journey, TODAY)
    assert (asked.severity, asked.subject.id) == (Severity.NOTE, COMPANION)


def test_a_list_with_an_allergy_on_it_is_a_statement() -> None:
    listed = with_person(
        allergy_statement=AllergyStatement.LISTED, allergies=(Allergy(substance=Text({"en": "Penicillin"})),)
    )
    assert raised("allergy.unstated", listed, TODAY) == ()


@pytest.mark.parametrize("code", ["insurance.dates", "insurance.missing"])
def test_who_does_not_travel_needs_no_policy(code: str) -> None:
    stays = replace(with_policy(valid_to=day("2027-03-08")), legs=())
    nothing = replace(with_person(insurance=()), legs=())
    assert raised(code, stays, TODAY) == ()
    assert raised(code, nothing, TODAY) == ()


def test_dates_of_a_policy_that_covers_nothing_do_not_matter() -> None:
    other = replace(POLICY, id="other", treatment_abroad_excluded=True, valid_to=day("2027-03-08"))
    assert raised("insurance.dates", with_person(insurance=(POLICY, other)), TODAY) == ()
    assert raised("insurance.dates", with_person(insurance=(other,)), TODAY) == ()
    unknown = with_policy(valid_from=None)
    assert raised("insurance.dates", unknown, TODAY) == ()


def test_medicines_that_are_not_controlled_are_nobody_s_business() -> None:
    plain = with_medicine(controlled=False, prescription=None, days_carried=200)
    assert raised("medicine.controlled-limit", plain, TODAY) == ()
    assert PATIENT in {traveller.id for traveller in plain.travellers}


def test_without_the_policy_a_month_is_still_asked_about() -> None:
    bare = replace(shipped(), policies={})
    (found,) = raised("medicine.controlled-limit", with_medicine(days_carried=31), TODAY, bare)
    assert found.source is None
