"""Texts that print: written in every language of the journey, and read by somebody who knows it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.appointment import AppointmentState, Preparation, PreparationKind
from planner.record.booking import Booking, BookingState
from planner.record.diagnosis import Diagnosis
from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.traveller import Allergy, EmergencyContact
from planner.rules.finding import Severity
from tests.builders import (
    at,
    day,
    make_agency,
    make_appointment,
    make_case_manager,
    make_course,
    make_document,
    make_fraction,
    make_journey,
    make_leg,
    make_meeting,
    make_place,
    make_stay,
    make_traveller,
    text,
)
from tests.unit.rules.harness import Golden, raised

ENGLISH = text("Bring the scans", "")
BOTH = text("Bring the scans", "请带影像")
UNREAD = text("Bring the scans", "请带影像", reviewed=False)
VISIT = make_appointment(id="visit", title=BOTH)
JOURNEY = make_journey(id="journey", appointments=(VISIT,))
CODES = ("text.untranslated", "text.unreviewed")


def titled(title: Text, **facts: Any) -> Journey:
    return replace(JOURNEY, appointments=(replace(VISIT, title=title, **facts),))


def printing(words: Text) -> dict[str, dict[str, Any]]:
    """Journeys that print ``words`` in one place each."""
    preparation = Preparation(kind=PreparationKind.OTHER, words=words)
    return {
        "agency": {"agency": make_agency(disclaimer=words)},
        "traveller": {"travellers": (make_traveller(diet=words),)},
        "allergies": {"travellers": (make_traveller(allergies=(Allergy(substance=words),)),)},
        "emergency": {
            "travellers": (
                make_traveller(emergency_contacts=(EmergencyContact(name="A", relationship=words),)),
            )
        },
        "diagnosis": {"diagnoses": (Diagnosis(id="diagnosis", site=words),)},
        "document": {"documents": (make_document(title=words),)},
        "leg": {"legs": (make_leg(instructions=words),)},
        "stay": {"stays": (make_stay(room_type=words),)},
        "board": {"mdt_meetings": (make_meeting(starts=at("2027-03-11 14:00"), questions=(words,)),)},
        "preparation": {"appointments": (make_appointment(preparations=(preparation,)),)},
        "bring": {"appointments": (make_appointment(bring=(words, Text())),)},
        "course": {"courses": (make_course(1, site=words),)},
        "session": {"courses": (make_course(fractions=(make_fraction(room=words),)),)},
    }


@pytest.mark.parametrize("where", printing(ENGLISH))
def test_everything_that_prints_is_looked_at(where: str) -> None:
    assert raised("text.untranslated", make_journey(**printing(ENGLISH)[where]), "2027-03-01")
    assert raised("text.unreviewed", make_journey(**printing(UNREAD)[where]), "2027-03-01")
    for code in CODES:
        assert not raised(code, make_journey(**printing(BOTH)[where]), "2027-03-01")


@pytest.mark.parametrize("words", ["204", "B2-01", "31C", "+86 28 0000 0142"])
def test_a_code_reads_the_same_in_any_language(words: str) -> None:
    assert not raised("text.untranslated", titled(text(words)), "2027-03-01")


def test_a_word_does_not() -> None:
    assert raised("text.untranslated", titled(text("East gate")), "2027-03-01")
    assert raised("text.untranslated", titled(text("", "东门")), "2027-03-01")


def test_only_the_languages_of_the_journey_matter() -> None:
    assert not raised("text.untranslated", replace(titled(ENGLISH), languages=("en",)), "2027-03-01")
    maori = replace(JOURNEY, languages=("mi",))
    assert "Māori" in str(raised("text.untranslated", maori, "2027-03-01")[-1].message)


@pytest.mark.parametrize("code", CODES)
def test_a_thing_is_named_once_with_one_of_its_texts(code: str) -> None:
    words = ENGLISH if code == "text.untranslated" else UNREAD
    (found,) = raised(code, titled(words, room=words, bring=(words,)), "2027-03-01")
    assert "3 texts" in str(found.message)
    assert "“Bring the scans” among them" in str(found.message)
    assert found.subject.field == "title"


def test_long_words_are_cut() -> None:
    (found,) = raised("text.untranslated", titled(text("Bring the scans. " * 20)), "2027-03-01")
    assert len(found.message.params["words"]) == 48
    (found,) = raised("text.unreviewed", titled(text("Bring " * 20, "带" * 60, reviewed=False)), "2027-03-01")
    assert len(found.message.params["words"]) == 48


@pytest.mark.parametrize("code", CODES)
def test_what_is_over_no_longer_prints(code: str) -> None:
    words = ENGLISH if code == "text.untranslated" else UNREAD
    assert raised(code, titled(words), "2027-03-09")
    assert not raised(code, titled(words), "2027-03-10")
    assert not raised(code, titled(words, state=AppointmentState.DONE), "2027-03-01")
    cancelled = make_leg(instructions=words, booking=Booking(state=BookingState.CANCELLED))
    assert not raised(code, make_journey(legs=(cancelled,)), "2027-03-01")
    past = make_journey(documents=(make_document(title=words, needed_by=day("2027-02-28")),))
    assert not raised(code, past, "2027-03-01")


def test_of_the_case_managers_the_one_of_the_journey_prints() -> None:
    manager = make_case_manager(id="manager", name=ENGLISH)
    agency = make_agency(case_managers=(make_case_manager(id="other", name=ENGLISH), manager))
    journey = make_journey(agency=agency, case_manager="manager")
    assert [f.subject.id for f in raised("text.untranslated", journey, "2027-03-01")] == ["manager"]


def test_more_places_than_are_remembered_are_all_looked_at() -> None:
    places = tuple(make_place(id=f"place-{number}", name=ENGLISH) for number in range(2100))
    journey = make_journey(places=places)
    assert len(raised("text.untranslated", journey, "2027-03-01")) == 2100
    english = replace(journey, languages=("en",))
    assert raised("text.untranslated", english, "2027-03-01") == ()


def test_a_translation_nobody_read_is_a_note() -> None:
    (found,) = raised("text.unreviewed", titled(UNREAD), "2027-03-01")
    assert found.severity is Severity.NOTE
    assert "the Chinese of “Bring the scans” has not been reviewed" in str(found.message)


def test_a_stay_without_an_end_prints_for_ever() -> None:
    journey = make_journey(stays=(make_stay(room_type=ENGLISH, arrives=at("2027-03-08"), leaves=None),))
    assert raised("text.untranslated", journey, "2030-01-01")


GOLDEN = (
    Golden(
        code="text.untranslated",
        hazard="a title in English alone",
        journey=titled(ENGLISH),
        fine=JOURNEY,
        today="2027-03-01",
    ),
    Golden(
        code="text.unreviewed",
        hazard="a Chinese title nobody has read",
        journey=titled(UNREAD),
        fine=JOURNEY,
        today="2027-03-01",
    ),
)
