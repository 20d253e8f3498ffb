"""Several journeys together: people, rooms and passports in two of them; what a change of facts touches."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.message import Message
from planner.record.fraction import FractionState
from planner.record.journey import Journey
from planner.record.traveller import TravellerRole
from planner.reference.calendar_year import CalendarDay, CalendarTrust, CalendarYear, DayKind
from planner.reference.limits import Limits
from planner.reference.reference import shipped_reference
from planner.rules.caseload import CaseloadFinding, check_caseload, touched
from planner.rules.finding import Severity
from tests.builders import (
    at,
    dates,
    day,
    journeys,
    make_appointment,
    make_course,
    make_fraction,
    make_journey,
    make_passport,
    make_place,
    make_places,
    make_traveller,
    text,
)
from tests.builders.make import INTERPRETER
from tests.unit.rules.harness import shipped

TODAY = day("2027-03-01")
ROOM = text("Treatment room 2", "2号治疗室")


def consulting(id: str, starts: str, **fields: Any) -> Journey:
    """A journey with one consultation to which the interpreter comes."""
    consultation = make_appointment(
        id=f"{id}-consultation",
        starts=at(starts),
        duration_minutes=30,
        interpreter=INTERPRETER,
    )
    patient = make_traveller(id=f"{id}-patient", surname=id.upper(), given_names="", passports=())
    given = {
        "id": id,
        "reference": f"SPECIMEN-{id}",
        "travellers": (patient,),
        "appointments": (replace(consultation, travellers=(patient.id,)),),
    }
    return make_journey(**given | fields)


def treating(id: str, starts: str, **fields: Any) -> Journey:
    """A journey with one session in room 2 of the centre."""
    session = make_fraction(1, id=f"{id}-session", duration_minutes=30, room=ROOM)
    session = replace(session, **{"starts": at(starts)} | fields)
    course = make_course(id=f"{id}-course", fractions=(session,), session_minutes=30)
    return replace(consulting(id, "2027-03-01 00:00"), appointments=(), courses=(course,))


def found(*journeys: Journey) -> tuple[CaseloadFinding, ...]:
    return check_caseload(journeys, shipped(), TODAY)


def codes(*journeys: Journey) -> list[tuple[str, str, str]]:
    return [(one.finding.code, one.journey, one.with_journey) for one in found(*journeys)]


def told_to(journey: str, *journeys: Journey) -> Message:
    """The sentence for one of the journeys."""
    return next(one.finding.message for one in found(*journeys) if one.journey == journey)


ONE = consulting("one", "2027-03-09 09:30")


@pytest.mark.parametrize(
    ("starts", "raises"),
    [
        ("2027-03-09 09:00", False),
        ("2027-03-09 09:01", True),
        ("2027-03-09 09:59", True),
        ("2027-03-09 10:00", False),
    ],
)
def test_one_interpreter_cannot_be_with_two_patients(starts: str, raises: bool) -> None:
    other = consulting("two", starts)
    both = [("contact.double-booked", "one", "two"), ("contact.double-booked", "two", "one")]
    assert sorted(codes(ONE, other)) == (both if raises else [])


def test_each_journey_is_told_in_its_own_words() -> None:
    one, two = sorted(found(ONE, consulting("two", "2027-03-09 09:45")), key=lambda one: one.journey)
    assert one.finding.subject.id == "one-consultation"
    assert one.finding.severity is Severity.WARNING
    assert one.finding.message.params["journey"] == "SPECIMEN-two"
    assert two.finding.message.params["journey"] == "SPECIMEN-one"
    assert two.finding.on == day("2027-03-09")
    nameless = replace(consulting("two", "2027-03-09 09:45"), reference="")
    assert told_to("one", ONE, nameless).params["journey"] == "TWO"
    empty = replace(nameless, travellers=(), appointments=(replace(nameless.appointments[0], travellers=()),))
    assert str(told_to("one", ONE, empty).params["journey"]) == "one without a name"


def test_between_two_houses_there_is_a_way() -> None:
    clinic = make_place(id="clinic")
    near = consulting("two", "2027-03-09 10:29")
    elsewhere = replace(near, places=(*make_places(), clinic))
    elsewhere = replace(elsewhere, appointments=(replace(near.appointments[0], place="clinic"),))
    assert codes(ONE, near) == []
    assert len(codes(ONE, elsewhere)) == 2
    assert check_caseload((ONE, elsewhere), shipped(), day("2027-03-10")) == ()


def test_three_at_once_are_told_of_the_one_that_is_busy() -> None:
    three = consulting("three", "2027-03-09 09:50")
    told = codes(ONE, consulting("two", "2027-03-09 09:40"), three)
    assert len(told) == 4


def test_one_journey_alone_is_not_the_caseloads_business() -> None:
    errand = make_appointment(
        id="errand", starts=at("2027-03-09 09:45"), travellers=("lars",), interpreter=INTERPRETER
    )
    lars = make_traveller(id="lars", role=TravellerRole.COMPANION)
    both = replace(ONE, travellers=(*ONE.travellers, lars), appointments=(*ONE.appointments, errand))
    assert found(both) == (), "the journey's own rule tells it"
    twice = replace(
        ONE, appointments=(*ONE.appointments, replace(ONE.appointments[0], id="again", travellers=()))
    )
    assert found(twice) == ()


@pytest.mark.parametrize(
    ("starts", "facts", "raises"),
    [
        ("2027-04-06 10:20", {}, True),
        ("2027-04-06 10:49", {}, True),
        ("2027-04-06 10:50", {}, False),
        ("2027-04-06 10:30", {"room": text("Treatment room 1", "1号治疗室")}, False),
        ("2027-04-06 10:30", {"room": text("")}, False),
        ("2027-04-06 10:30", {"state": FractionState.MISSED}, False),
        ("2027-04-06", {}, False),
    ],
)
def test_two_patients_cannot_have_one_room_at_once(starts: str, facts: dict[str, Any], raises: bool) -> None:
    other = treating("two", starts, **facts)
    told = [code for code, _, _ in codes(treating("one", "2027-04-06 10:20"), other)]
    assert told == (["course.room-shared"] * 2 if raises else [])


def test_a_session_of_unknown_length_takes_its_start() -> None:
    one = treating("one", "2027-04-06 10:20", duration_minutes=None)
    bare = replace(one, courses=(replace(one.courses[0], session_minutes=None),))
    assert codes(bare, treating("two", "2027-04-06 10:21")) == []
    assert len(codes(bare, treating("two", "2027-04-06 10:20"))) == 2
    nowhere = replace(one, courses=(replace(one.courses[0], centre=None),))
    assert codes(nowhere, treating("two", "2027-04-06 10:20")) == []


def test_one_room_on_one_day_after_another_is_nobodys_clash() -> None:
    long = treating("one", "2027-04-06 10:20", duration_minutes=90)
    inside, after = treating("two", "2027-04-06 10:30"), treating("three", "2027-04-06 11:30")
    assert {(one, other) for _, one, other in codes(long, inside, after)} == {
        ("one", "two"),
        ("two", "one"),
        ("one", "three"),
        ("three", "one"),
    }


def test_a_passport_under_two_names_is_one_too_many() -> None:
    def holding(id: str, surname: str, number: str = "L898902C3") -> Journey:
        passport = make_passport(id=f"{id}-passport", number=number)
        patient = make_traveller(id=f"{id}-patient", surname=surname, given_names="", passports=(passport,))
        return replace(consulting(id, "2027-03-01 00:00"), appointments=(), travellers=(patient,))

    told = codes(holding("one", "ERIKSSON"), holding("two", "SPECIMEN"))
    assert told == [("passport.in-two-journeys", "one", "two"), ("passport.in-two-journeys", "two", "one")]
    assert codes(holding("one", "ERIKSSON"), holding("two", "Eriksson")) == [], "the same person again"
    assert codes(holding("one", "ERIKSSON", ""), holding("two", "SPECIMEN", "")) == []


# ---- what a change of facts touches ------------------------------------------------------------------------


def test_an_imported_calendar_lists_the_journeys_it_touches() -> None:
    """A notice that makes Wednesday 7 April a day off."""
    notice = CalendarYear(
        region="CN",
        year=2027,
        trust=CalendarTrust.OFFICIAL,
        days=(CalendarDay(date=day("2027-04-07"), kind=DayKind.DAY_OFF, name="清明节"),),
    )
    on_that_day = treating("one", "2027-04-07 10:20")
    another_year = consulting("two", "2028-04-07 10:20")
    after = shipped_reference((notice,))
    found = touched((on_that_day, another_year), shipped(), after, TODAY)
    assert [one.journey for one in found] == ["one"]
    (one,) = found
    assert "course.closed-day" in {finding.code for finding in one.appeared}
    assert "calendar.provisional-year" in {finding.code for finding in one.gone}
    assert touched((on_that_day, another_year), after, after, TODAY) == ()


def test_a_limit_that_changes_touches_what_it_decides() -> None:
    tight = replace(shipped(), limits=Limits(arrangement_days=0))
    unnamed = replace(
        ONE, appointments=(replace(ONE.appointments[0], interpreter=None, needs_interpreter=True),)
    )
    (one,) = touched((unnamed,), shipped(), tight, TODAY)
    assert {finding.code for finding in one.appeared} == {"appointment.interpreter-missing"}
    assert [finding.severity for finding in one.gone] == [Severity.WARNING]


@settings(max_examples=40)
@given(one=journeys(ids="a"), other=journeys(ids="b"), today=dates())
def test_any_journeys_can_be_looked_at_together(one: Journey, other: Journey, today: Any) -> None:
    for found in check_caseload((one, other, one), shipped(), today):
        assert found.journey in (one.id, other.id)


@given(st.permutations(("2027-03-09 09:30", "2027-03-09 09:40", "2027-03-09 10:05", "2027-03-09 11:00")))
def test_the_order_of_the_journeys_is_of_no_matter(starts: list[str]) -> None:
    load = [consulting(start[-5:].replace(":", ""), start) for start in starts]
    assert sorted(codes(*load)) == sorted(codes(*sorted(load, key=lambda one: one.id)))
