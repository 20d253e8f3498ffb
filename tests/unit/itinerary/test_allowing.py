"""Which consents a copy is handed out under."""

from __future__ import annotations

from typing import Any

from planner.itinerary.audience import allowing
from planner.record.consent import Audience, DataCategory
from planner.record.journey import Journey
from tests.builders.make import (
    COMPANION,
    DRIVER,
    HOTEL,
    day,
    make_companion,
    make_consent,
    make_journey,
    make_traveller,
)

TODAY = day("2027-03-01")
IDENTITY, HEALTH, TRAVEL = DataCategory.IDENTITY, DataCategory.HEALTH, DataCategory.TRAVEL


def under(audience: Audience, *consents: dict[str, Any], recipient: str = "") -> list[str]:
    made = [make_consent(**{"audience": audience, "recipient_place": None} | given) for given in consents]
    travellers = (make_traveller(), make_companion())
    journey: Journey = make_journey(travellers=travellers, consents=tuple(made))
    return [consent.id for consent in allowing(journey, audience, TODAY, recipient)]


def test_the_patients_own_copy_needs_none() -> None:
    assert under(Audience.PATIENT, {"id": "c", "categories": tuple(DataCategory)}) == []


def test_everybody_the_copy_tells_of_is_asked_each_under_their_own() -> None:
    own = {"id": "a", "categories": (TRAVEL,)}
    theirs = {"id": "b", "categories": (TRAVEL,), "traveller": COMPANION}
    assert under(Audience.DRIVER, theirs, own) == ["a", "b"]


def test_as_few_as_cover_it_and_no_withdrawn_one() -> None:
    first = {"id": "withdrawn", "categories": (IDENTITY, HEALTH), "withdrawn_on": day("2027-02-01")}
    second = {"id": "all", "categories": (IDENTITY, HEALTH)}
    third = {"id": "more", "categories": (HEALTH,)}
    assert under(Audience.HOSPITAL, first, second, third) == ["all"]


def test_what_one_leaves_open_another_covers_the_one_for_abroad_first() -> None:
    who = {"id": "who", "categories": (IDENTITY, HEALTH), "overseas": False}
    abroad = {"id": "abroad", "categories": (HEALTH,), "overseas": True}
    assert under(Audience.HOSPITAL, who, abroad) == ["abroad", "who"]


def test_a_consent_that_names_another_recipient_is_none_for_this_one() -> None:
    named = {"id": "other", "categories": (TRAVEL,), "audience": None, "recipient_contact": DRIVER}
    assert under(Audience.DRIVER, named, recipient=HOTEL) == []
    assert under(Audience.DRIVER, named, recipient=DRIVER) == ["other"]
