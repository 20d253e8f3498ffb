"""What things are called in labels: their own name where they have one, whose they are, else their kind."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from planner.edits.thing_names import KINDS, begun_name, thing_name
from planner.i18n import translator
from planner.record.acknowledgement import Acknowledgement
from planner.record.consent import Audience, Consent, Notice, NoticeKind
from planner.record.ids import (
    AcknowledgementId,
    ConsentId,
    InsuranceId,
    IssueId,
    JourneyId,
    NoticeId,
    ReceiptId,
    TaskId,
    TravellerId,
    VisaStepId,
)
from planner.record.issue import Issue
from planner.record.journey import Journey
from planner.record.leg import Leg, LegMode
from planner.record.lookup import things
from planner.record.money import Receipt, ReceiptKind
from planner.record.shape import shape_of
from planner.record.task import Task
from planner.record.text import Text
from planner.record.traveller import Insurance
from planner.record.visa import VisaStep, VisaStepKind
from tests.builders import PATIENT, at, make_agency, make_entry, make_traveller, text
from tests.builders.hard_journeys import HARD_JOURNEYS

BARE = Journey(id=JourneyId("j"), agency=make_agency())
JOURNEY = Journey(id=JourneyId("j"), agency=make_agency(), travellers=(make_traveller(),))
NOTICE = Notice(id=NoticeId("n"), kind=NoticeKind.PRIVACY, traveller=TravellerId(PATIENT))


def named(thing: Any, journey: Journey | None = None) -> str:
    name = thing_name(thing, journey)
    return name.best("en") if isinstance(name, Text) else str(name)


def receipt(number: str) -> Receipt:
    return Receipt(id=ReceiptId("r"), kind=ReceiptKind.FAPIAO, number=number)


def insured(insurer: str) -> Insurance:
    return Insurance(id=InsuranceId("i"), insurer=insurer)


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        (BARE, "Journey"),
        (make_entry(), "Entry and exit"),
        (NOTICE, "Notice"),
        (receipt("0042"), "receipt 0042"),
        (receipt(""), "Receipt"),
        (insured(""), "Insurance policy"),
        (insured("Sample Mutual"), "the insurance with Sample Mutual"),
        (Task(id=TaskId("t"), title=Text()), "Task"),
        (Task(id=TaskId("t"), title=text("Ring the hotel")), "Ring the hotel"),
        (
            Issue(id=IssueId("i"), revision=3, issued=at("2027-03-01 10:00"), audience=Audience.PATIENT),
            "revision 3",
        ),
        (
            Acknowledgement(id=AcknowledgementId("a"), code="x", on=dt.date(2027, 3, 1)),
            "Acknowledged finding",
        ),
    ],
)
def test_a_thing_is_called_by_its_number_or_title_else_by_its_kind(thing: Any, expected: str) -> None:
    assert named(thing) == expected


def test_steps_of_an_application_are_told_apart_by_what_is_done() -> None:
    steps = [VisaStep(id=VisaStepId(kind), kind=kind) for kind in VisaStepKind]
    assert len({named(step) for step in steps}) == len(steps)


def test_a_journey_is_called_after_its_patient() -> None:
    assert "ERIKSSON" in named(JOURNEY).upper()


@pytest.mark.parametrize("thing", [make_entry(), NOTICE])
def test_what_is_of_one_person_says_whose_it_is_once_they_are_known(thing: Any) -> None:
    assert named(thing, JOURNEY).startswith(f"{named(thing)} of ")
    assert "ERIKSSON" in named(thing, JOURNEY).upper()
    assert named(thing, BARE) == named(thing)


def test_a_consent_is_called_after_whose_it_is_and_whom_it_lets_see() -> None:
    consent = Consent(id=ConsentId("c"), traveller=TravellerId(PATIENT), recipient_name=text("Lee Example"))

    def said(thing: Consent, journey: Journey | None = None) -> str:
        return translator("en").value(thing_name(thing, journey))

    assert said(consent) == "Consent for Lee Example"
    assert said(consent, JOURNEY) == "Consent of ERIKSSON Anna Maria for Lee Example"
    assert said(replace(consent, recipient_name=Text()), JOURNEY) == "Consent of ERIKSSON Anna Maria"


def test_what_is_being_entered_is_called_after_what_tells_it_apart_else_after_its_kind() -> None:
    def begun(cls: Any, **values: Any) -> str:
        name = begun_name(cls, values, JOURNEY)
        return name.best("en") if isinstance(name, Text) else str(name)

    assert begun(Leg, mode=LegMode.FLIGHT) == "Flight"
    assert begun(Leg, mode=LegMode.FLIGHT, number="RJ 182") == "Flight RJ 182"
    assert begun(Leg, mode=LegMode.CAR, travellers=(PATIENT,)) == "Car"
    assert begun(Leg) == str(KINDS[Leg])
    assert begun(Task, title=text("Ring the hotel")) == "Ring the hotel"
    assert begun(Task, owner="somebody") == str(KINDS[Task])
    assert begun(VisaStep, kind=VisaStepKind.BIOMETRICS) == "Visa: fingerprints"


def test_whatever_is_known_of_it_it_has_a_name() -> None:
    """Every thing of the hard journeys, with one of its fields alone, and with all of them."""
    for make, _today in HARD_JOURNEYS.values():
        journey = make()
        for thing in things(journey):
            values = {one.name: getattr(thing, one.name) for one in shape_of(type(thing)) if one.name != "id"}
            for known in (values, *({name: value} for name, value in values.items())):
                assert begun_name(type(thing), known, journey)
