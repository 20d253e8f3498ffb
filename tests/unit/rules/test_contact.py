"""People whose time is booked: asked for twice within one journey."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.appointment import AppointmentState
from planner.record.contact import ContactRole
from planner.record.fraction import FractionState
from planner.record.journey import Journey
from planner.record.leg import LegMode
from planner.record.mdt import Attendant, MeetingMode
from tests.builders import (
    at,
    make_appointment,
    make_companion,
    make_course,
    make_fraction,
    make_journey,
    make_leg,
    make_meeting,
    make_traveller,
)
from tests.builders.make import CENTRE, COMPANION, DOCTOR, DRIVER, HOTEL, INTERPRETER, PATIENT
from tests.unit.rules.harness import Golden, raised

CODE = "contact.double-booked"
CONSULTATION = make_appointment(id="consultation", duration_minutes=30, interpreter=INTERPRETER)
SIM_CARD = make_appointment(
    id="sim-card",
    starts=at("2027-03-09 10:30"),
    duration_minutes=30,
    place=HOTEL,
    travellers=(COMPANION,),
    interpreter=INTERPRETER,
)
JOURNEY = make_journey(
    id="journey",
    travellers=(make_traveller(), make_companion()),
    appointments=(CONSULTATION, SIM_CARD),
)
TODAY = "2027-03-01"


def second(starts: str, **facts: Any) -> Journey:
    """The journey where the companion's errand is at another time."""
    return replace(JOURNEY, appointments=(CONSULTATION, replace(SIM_CARD, starts=at(starts), **facts)))


GOLDEN = (
    Golden(
        code=CODE,
        hazard="the interpreter cannot be with both of them",
        journey=second("2027-03-09 10:29"),
        fine=second("2027-03-09 10:30"),
        today=TODAY,
    ),
)


@pytest.mark.parametrize(
    ("starts", "facts", "raises"),
    [
        ("2027-03-09 09:30", {}, True),
        ("2027-03-09 10:00", {"place": CENTRE}, False),  # the same house
        ("2027-03-09 09:59", {"place": CENTRE}, True),
        ("2027-03-09 10:01", {"mode": MeetingMode.TELEPHONE}, False),
        ("2027-03-09 09:45", {"travellers": (PATIENT,)}, False),  # told as an overlap
        ("2027-03-09 09:45", {"travellers": ()}, False),
        ("2027-03-09 09:45", {"interpreter": None}, False),
        ("2027-03-09 09:45", {"interpreter": None, "people": (INTERPRETER,)}, True),
        ("2027-03-09 09:45", {"interpreter": None, "people": (DOCTOR,)}, False),
        ("2027-03-09 09:45", {"state": AppointmentState.DONE}, False),
        ("2027-03-09", {}, False),
    ],
)
def test_one_cannot_be_in_two_places(starts: str, facts: dict[str, Any], raises: bool) -> None:
    assert bool(raised(CODE, second(starts, **facts), TODAY)) is raises
    assert raised(CODE, second(starts, **facts), "2027-03-10") == ()


def test_a_driver_drives_one_car_at_a_time() -> None:
    ride = make_leg(
        id="ride",
        mode=LegMode.CAR,
        origin=HOTEL,
        destination=CENTRE,
        departs=at("2027-03-09 09:00"),
        arrives=at("2027-03-09 09:20"),
        driver=DRIVER,
        escort=DRIVER,
    )
    back = replace(ride, id="back", travellers=(COMPANION,), origin=CENTRE, destination=HOTEL)
    for departs, count in (("09:20", 0), ("09:19", 1)):
        other = replace(back, departs=at(f"2027-03-09 {departs}"), arrives=None)
        journey = replace(JOURNEY, appointments=(), legs=(ride, other))
        assert len(raised(CODE, journey, TODAY)) == count


def test_sessions_and_boards_take_their_people_too() -> None:
    session = make_fraction(1, "2027-03-09", id="session", interpreter=INTERPRETER, duration_minutes=30)
    course = make_course(id="course", fractions=(session,))
    errand = replace(SIM_CARD, starts=at("2027-03-09 10:30"))
    treated = replace(JOURNEY, appointments=(errand,), courses=(course,))
    assert len(raised(CODE, treated, TODAY)) == 1
    given = replace(session, state=FractionState.DELIVERED)
    over = replace(treated, courses=(replace(course, fractions=(given,)),))
    assert raised(CODE, over, TODAY) == ()
    board = make_meeting(
        id="board",
        starts=at("2027-03-09 10:30"),
        mode=MeetingMode.IN_PERSON,
        attendants=(
            Attendant(role=ContactRole.INTERPRETER, contact=INTERPRETER),
            Attendant(role=ContactRole.ONCOLOGIST, contact=DOCTOR),
            Attendant(role=ContactRole.NURSE),
        ),
    )
    meeting = replace(treated, courses=(), mdt_meetings=(board,))
    (found,) = raised(CODE, meeting, TODAY)
    assert found.subject.id in ("board", "sim-card")
    timeless = replace(board, starts=None)
    assert raised(CODE, replace(meeting, mdt_meetings=(timeless,)), TODAY) == ()
    anybody = replace(treated, courses=(), travellers=(make_companion(),))
    assert raised(CODE, anybody, TODAY) == ()


def test_a_long_engagement_excludes_all_that_fall_into_it() -> None:
    long = replace(CONSULTATION, duration_minutes=450)
    errands = tuple(
        replace(SIM_CARD, id=f"errand-{hour}", starts=at(f"2027-03-09 {hour}:00")) for hour in (11, 15)
    )
    assert len(raised(CODE, replace(JOURNEY, appointments=(long, *errands)), TODAY)) == 2
