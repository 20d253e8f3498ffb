"""Dates of one thing that are the wrong way round."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.i18n import translator
from planner.record.appointment import AppointmentState
from planner.record.booking import Booking, BookingState
from planner.record.document import Sending
from planner.record.ids import DocumentId, InsuranceId, TravellerId
from planner.record.journey import Journey
from planner.record.leg import MedicalClearance
from planner.record.traveller import Insurance
from planner.record.visa import EntryState, ExtensionKind, StayExtension
from planner.rules.finding import OpenField, Severity, Subject
from tests.builders import (
    at,
    day,
    make_appointment,
    make_consent,
    make_deposit,
    make_document,
    make_entry,
    make_estimate_line,
    make_journey,
    make_leg,
    make_meeting,
    make_passport,
    make_stay,
    make_traveller,
    make_visa,
)
from tests.unit.rules.harness import Golden, raised

CODE = "dates.out-of-order"
TODAY = "2027-02-01"
EARLY, LATE = day("2027-03-08"), day("2027-03-09")
SOON, THEN = at("2027-03-08 09:00"), at("2027-03-09 09:00")


def patient(**fields: Any) -> Journey:
    return make_journey(id="journey", travellers=(make_traveller(**fields),))


def holding(**lists: Any) -> Journey:
    return make_journey(id="journey", **{name: (one,) for name, one in lists.items()})


def policy(**fields: Any) -> Insurance:
    return Insurance(id=InsuranceId("policy"), insurer="Example Mutual", **fields)


def sent(**fields: Any) -> Sending:
    return Sending(id=DocumentId("sending"), **fields)  # type: ignore[arg-type]


def longer(**fields: Any) -> StayExtension:
    return StayExtension(id="longer", kind=ExtensionKind.EXTENSION, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("journey", "subject"),
    [
        (
            patient(passports=(make_passport(id="it", issued_on=LATE, expires_on=EARLY),)),
            Subject("passport", "it", "expires_on"),
        ),
        (
            patient(insurance=(policy(valid_from=LATE, valid_to=EARLY),)),
            Subject("insurance", "policy", "valid_to"),
        ),
        (
            holding(documents=make_document(id="it", covers_from=LATE, covers_to=EARLY)),
            Subject("document", "it", "covers_to"),
        ),
        (
            holding(documents=make_document(id="it", sendings=(sent(sent_on=LATE, received_on=EARLY),))),
            Subject("sending", "sending", "received_on"),
        ),
        (
            holding(visas=make_visa(id="it", issued_on=LATE, enter_by=EARLY)),
            Subject("visa", "it", "enter_by"),
        ),
        (
            holding(entries=make_entry(id="it", entered=THEN, exited=SOON)),
            Subject("entry", "it", "exited"),
        ),
        (
            holding(entries=make_entry(id="it", extensions=(longer(applied_on=LATE, until=EARLY),))),
            Subject("stay-extension", "longer", "until"),
        ),
        (
            holding(legs=make_leg(id="it", check_in=THEN, departs=SOON, arrives=None)),
            Subject("leg", "it", "departs"),
        ),
        (
            holding(mdt_meetings=make_meeting(id="it", material_due=THEN, starts=SOON)),
            Subject("mdt-meeting", "it", "starts"),
        ),
        (
            holding(appointments=make_appointment(id="it", starts=THEN, ends=SOON)),
            Subject("appointment", "it", "ends"),
        ),
        (
            holding(estimate=make_estimate_line(id="it", stated_on=LATE, valid_until=EARLY)),
            Subject("estimate-line", "it", "valid_until"),
        ),
        (
            holding(deposits=make_deposit(id="it", draws_from=LATE, draws_to=EARLY)),
            Subject("deposit", "it", "draws_to"),
        ),
        (
            holding(consents=make_consent(id="it", given_on=LATE, withdrawn_on=EARLY)),
            Subject("consent", "it", "withdrawn_on"),
        ),
        (
            make_journey(id="journey", last_service_on=LATE, retain_until=EARLY),
            Subject("journey", "journey", "retain_until"),
        ),
    ],
    ids=lambda value: value.kind if isinstance(value, Subject) else "",
)
def test_the_later_of_two_dates_is_told_to_be_the_earlier(journey: Journey, subject: Subject) -> None:
    (found,) = raised(CODE, journey, TODAY)
    assert found.subject == subject
    assert found.severity is Severity.WARNING
    (fix,) = found.fixes
    assert fix.action == OpenField(subject)
    assert not translator("en").text(found.message).startswith("an entry")  # it says which


def test_a_clearance_granted_before_it_was_asked_for_is_told_of_its_leg() -> None:
    wrong = MedicalClearance(traveller=TravellerId("anna"), sent_on=LATE, granted_on=EARLY)
    right = replace(wrong, granted_on=LATE)
    (found,) = raised(CODE, holding(legs=make_leg(id="it", clearances=(wrong,))), TODAY)
    assert found.subject == Subject("leg", "it", "clearances")
    assert raised(CODE, holding(legs=make_leg(id="it", clearances=(right,))), TODAY) == ()


def test_check_out_and_arrival_have_rules_of_their_own_and_are_told_once() -> None:
    stay = make_stay(id="stay", arrives=THEN, leaves=SOON)
    leg = make_leg(id="leg", departs=THEN, arrives=SOON)
    assert raised(CODE, holding(stays=stay, legs=leg), TODAY) == ()


def test_what_is_cancelled_is_left_alone() -> None:
    off = Booking(state=BookingState.CANCELLED)
    journey = holding(
        appointments=make_appointment(starts=THEN, ends=SOON, state=AppointmentState.CANCELLED),
        legs=make_leg(check_in=THEN, departs=SOON, booking=off),
        entries=make_entry(entered=THEN, exited=SOON, state=EntryState.CANCELLED),
    )
    assert raised(CODE, journey, TODAY) == ()


_WRONG = holding(deposits=make_deposit(id="deposit", draws_from=LATE, draws_to=EARLY))

GOLDEN = (
    Golden(
        code=CODE,
        hazard="the first and the last day of drawing were exchanged",
        journey=_WRONG,
        fine=replace(_WRONG, deposits=(replace(_WRONG.deposits[0], draws_to=LATE),)),
        today=TODAY,
    ),
)
