"""One thing of a journey, found and changed by its id."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from planner.record.journey import Journey
from planner.record.lookup import kind_of, thing, things, with_thing
from planner.record.mdt import MdtMeeting
from planner.record.subject import Subject
from planner.record.thing import Attachment, Thing
from planner.record.visa import StayExtension, VisaStep
from tests.builders import journeys, make_course, make_journey, make_leg

JOURNEY = make_journey(id="journey", legs=(make_leg(id="leg"),), courses=(make_course(2, id="course"),))


@pytest.mark.parametrize(
    ("cls", "kind"),
    [
        (Journey, "journey"),
        (MdtMeeting, "mdt-meeting"),
        (VisaStep, "visa-step"),
        (StayExtension, "stay-extension"),
    ],
)
def test_kinds_are_named_as_people_write_them(cls: Any, kind: str) -> None:
    assert kind_of(cls) == kind


def test_a_thing_is_found_however_deep_it_lies() -> None:
    session = JOURNEY.courses[0].fractions[1]
    assert thing(JOURNEY, session.id) is session
    assert thing(JOURNEY, "journey") is JOURNEY
    assert thing(JOURNEY, "agency") is JOURNEY.agency
    assert thing(JOURNEY, "gone") is None
    assert Subject.of(session, "state") == Subject("fraction", session.id, "state")


def test_only_the_way_to_the_changed_thing_is_new() -> None:
    session = JOURNEY.courses[0].fractions[1]
    after = with_thing(JOURNEY, session.id, lambda one: replace(one, number=7))
    assert after.courses[0].fractions[1].number == 7
    assert after.courses[0].fractions[0] is JOURNEY.courses[0].fractions[0]
    assert after.legs is JOURNEY.legs
    assert with_thing(JOURNEY, "agency", lambda one: replace(one, email="a@b.example")).agency.email
    assert with_thing(JOURNEY, "journey", lambda one: replace(one, reference="X")).reference == "X"


def test_where_nothing_differs_nothing_is_new() -> None:
    assert with_thing(JOURNEY, "gone", lambda one: replace(one, notes="x")) is JOURNEY
    assert with_thing(JOURNEY, "leg", lambda one: one) is JOURNEY


@given(journey=journeys())
def test_everything_with_an_id_is_a_thing_found_once(journey: Journey) -> None:
    found = list(things(journey))
    assert all(isinstance(one, Thing) and not isinstance(one, Attachment) for one in found)
    assert len({one.id for one in found}) == len(found)
    for one in found[:20]:
        assert thing(journey, one.id) is one
        changed = with_thing(journey, one.id, lambda held: replace(held, notes=f"{held.notes}!"))
        assert changed != journey
