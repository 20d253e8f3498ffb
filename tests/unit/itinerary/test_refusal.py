"""A copy for somebody without consent is refused; the reason says whose, for whom, and what is missing."""

from __future__ import annotations

from typing import Any

import pytest

from planner.i18n import translator
from planner.itinerary.audience import SIGHTS, consents_for, refusal
from planner.record.consent import Audience, Consent, DataCategory
from planner.record.journey import Journey
from tests.builders.make import (
    CENTRE,
    CHINA,
    COMPANION,
    DRIVER,
    HOTEL,
    INTERPRETER,
    PATIENT,
    day,
    make_companion,
    make_consent,
    make_journey,
    make_traveller,
)

TODAY = day("2027-03-01")
ALL = tuple(DataCategory)


def consent(audience: Audience | None, **fields: Any) -> Consent:
    given = {"audience": audience, "recipient_place": None, "categories": ALL}
    return make_consent(**given | fields)


def couple(*consents: Consent) -> Journey:
    return make_journey(travellers=(make_traveller(), make_companion()), consents=consents)


def reason(journey: Journey, audience: Audience, recipient: str = "") -> str:
    refused = refusal(journey, audience, TODAY, recipient)
    return translator("en").text(refused) if refused else ""


@pytest.mark.parametrize("audience", [Audience.PATIENT, Audience.AGENCY])
def test_the_patient_and_the_agency_itself_need_no_consent(audience: Audience) -> None:
    assert refusal(make_journey(), audience, TODAY) is None


@pytest.mark.parametrize("audience", [audience for audience in Audience if SIGHTS[audience].needs])
def test_without_consent_every_other_copy_is_refused_by_name(audience: Audience) -> None:
    assert reason(couple(), audience) == (
        f"ERIKSSON Anna Maria has not given consent for the {audience.value}."
    )


@pytest.mark.parametrize("audience", [audience for audience in Audience if SIGHTS[audience].needs])
def test_with_consent_of_everybody_told_of_it_is_allowed(audience: Audience) -> None:
    journey = couple(consent(audience), consent(audience, traveller=COMPANION))
    assert refusal(journey, audience, TODAY) is None


@pytest.mark.parametrize("audience", [Audience.DRIVER, Audience.HOTEL])
def test_the_companion_must_agree_to_what_tells_of_them(audience: Audience) -> None:
    assert reason(couple(consent(audience)), audience) == (
        f"SPECIMEN Test Person has not given consent for the {audience.value}."
    )


@pytest.mark.parametrize("audience", [Audience.COMPANION, Audience.HOSPITAL])
def test_what_tells_of_the_patient_alone_needs_the_patient_alone(audience: Audience) -> None:
    assert refusal(couple(consent(audience)), audience, TODAY) is None


def test_without_a_companion_there_is_nobody_to_make_a_companions_copy_for() -> None:
    journey = make_journey(consents=(consent(Audience.COMPANION),))
    assert "No companion is entered" in reason(journey, Audience.COMPANION)


def test_a_journey_without_a_patient_tells_the_hospital_of_nobody() -> None:
    assert refusal(make_journey(travellers=(make_companion(),)), Audience.HOSPITAL, TODAY) is None


def test_what_the_consents_together_do_not_cover_is_named() -> None:
    journey = make_journey(consents=(consent(Audience.HOTEL, categories=(DataCategory.IDENTITY,)),))
    assert reason(journey, Audience.HOTEL) == (
        "ERIKSSON Anna Maria has not agreed that the hotel may see this: passport."
    )
    more = consent(Audience.HOTEL, categories=(DataCategory.PASSPORT,))
    assert refusal(make_journey(consents=(*journey.consents, more)), Audience.HOTEL, TODAY) is None


def test_agreeing_to_treatment_data_is_agreeing_to_health_data() -> None:
    agreed = (DataCategory.IDENTITY, DataCategory.TREATMENT)
    journey = make_journey(consents=(consent(Audience.HOSPITAL, categories=agreed),))
    assert refusal(journey, Audience.HOSPITAL, TODAY) is None


def test_a_withdrawn_consent_is_none_and_the_day_is_said() -> None:
    withdrawn = consent(Audience.HOSPITAL, withdrawn_on=TODAY)
    assert reason(make_journey(consents=(withdrawn,)), Audience.HOSPITAL) == (
        "ERIKSSON Anna Maria withdrew consent for the hospital on Mon 1 Mar 2027."
    )
    holds_today = consent(Audience.HOSPITAL, withdrawn_on=day("2027-03-02"))
    assert refusal(make_journey(consents=(withdrawn, holds_today)), Audience.HOSPITAL, TODAY) is None


def test_a_consent_given_on_a_later_day_is_none_yet() -> None:
    journey = make_journey(consents=(consent(Audience.HOSPITAL, given_on=day("2027-03-02")),))
    assert "has not given consent for the hospital" in reason(journey, Audience.HOSPITAL)


UNDATED = "The consent of ERIKSSON Anna Maria for the {0} is entered, but not the day on which it was given."


@pytest.mark.parametrize("audience", [audience for audience in Audience if SIGHTS[audience].needs])
def test_a_consent_that_is_entered_without_its_day_is_said_to_lack_the_day(audience: Audience) -> None:
    assert reason(couple(consent(audience, given_on=None)), audience) == UNDATED.format(audience.value)


def test_what_a_consent_without_its_day_would_add_to_one_in_force_is_said_to_lack_the_day() -> None:
    little = consent(Audience.HOTEL, categories=(DataCategory.IDENTITY,))
    rest = consent(Audience.HOTEL, categories=(DataCategory.PASSPORT,), given_on=None)
    assert reason(couple(rest, little), Audience.HOTEL) == UNDATED.format("hotel")
    other = consent(Audience.HOTEL, categories=(DataCategory.MONEY,), given_on=None)
    assert reason(couple(other, little), Audience.HOTEL).endswith("may see this: passport.")


def test_the_last_word_counts_of_one_withdrawn_and_one_without_its_day() -> None:
    withdrawn = consent(Audience.HOSPITAL, withdrawn_on=TODAY)
    lacks_day = consent(Audience.HOSPITAL, given_on=None)
    assert reason(couple(withdrawn, lacks_day), Audience.HOSPITAL) == UNDATED.format("hospital")
    assert "withdrew consent" in reason(couple(lacks_day, withdrawn), Audience.HOSPITAL)
    never = consent(Audience.HOSPITAL, given_on=None, withdrawn_on=TODAY)
    assert "withdrew consent" in reason(couple(never), Audience.HOSPITAL)


def test_health_data_goes_abroad_only_after_being_told_of_it() -> None:
    untold = consent(Audience.HOSPITAL, overseas=False)
    assert reason(make_journey(consents=(untold,)), Audience.HOSPITAL) == (
        "ERIKSSON Anna Maria has not agreed that health data goes abroad, to the hospital, "
        "where it may be less protected."
    )
    at_home = make_journey(travellers=(make_traveller(home_zone=CHINA),), consents=(untold,))
    assert refusal(at_home, Audience.HOSPITAL, TODAY) is None
    unknown = make_journey(travellers=(make_traveller(home_zone=""),), consents=(untold,))
    assert refusal(unknown, Audience.HOSPITAL, TODAY) is None


@pytest.mark.parametrize(
    ("audience", "named"),
    [
        (Audience.HOSPITAL, {"recipient_place": CENTRE}),
        (Audience.HOTEL, {"recipient_place": HOTEL}),
        (Audience.DRIVER, {"recipient_contact": DRIVER}),
    ],
)
def test_a_consent_that_names_the_recipient_holds_without_naming_the_audience(
    audience: Audience, named: dict[str, str]
) -> None:
    journey = make_journey(consents=(consent(None, **named),))
    assert refusal(journey, audience, TODAY) is None
    recipient = next(iter(named.values()))
    assert refusal(journey, audience, TODAY, recipient) is None
    assert "has not given consent" in reason(journey, audience, "somebody-else")


def test_a_consent_for_one_kind_of_recipient_is_none_for_another() -> None:
    for_interpreter = consent(None, recipient_contact=INTERPRETER)
    journey = couple(for_interpreter, consent(None, recipient_place=HOTEL))
    assert consents_for(journey, PATIENT, Audience.DRIVER) == ()
    assert consents_for(journey, PATIENT, Audience.HOSPITAL) == ()
    assert consents_for(journey, PATIENT, Audience.COMPANION) == ()
    assert len(consents_for(journey, PATIENT, Audience.HOTEL)) == 1
