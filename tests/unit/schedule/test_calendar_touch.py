"""What a changed calendar touches: what is still planned, where that calendar holds."""

from __future__ import annotations

from typing import Any

import pytest

from planner.record.appointment import AppointmentState
from planner.record.booking import Booking, BookingState
from planner.record.document import DocumentState
from planner.record.fraction import FractionState
from planner.record.ids import ExtensionId, VisaStepId
from planner.record.journey import Journey
from planner.record.money import PaymentState
from planner.record.treatment_days import DatedPolicy, TreatmentDayKind
from planner.record.visa import EntryState, ExtensionKind, StayExtension, VisaStep, VisaStepKind
from planner.reference.calendar_year import CalendarDay, CalendarTrust, CalendarYear, DayKind
from planner.reference.reference import Calendars
from planner.schedule.calendar_touch import CalendarTouch, calendar_touch
from tests.builders.make import (
    CENTRE,
    HOME_AIRPORT,
    at,
    day,
    make_appointment,
    make_course,
    make_document,
    make_entry,
    make_fraction,
    make_journey,
    make_leg,
    make_meeting,
    make_payment,
    make_place,
    make_stay,
    make_task,
    make_visa,
    text,
)

LODGE = VisaStep(id=VisaStepId("step"), kind=VisaStepKind.LODGE, planned=at("2027-04-07"))
OFF = day("2027-04-07")
BEFORE = Calendars()
AFTER = Calendars(
    (
        CalendarYear(
            region="CN",
            year=2027,
            trust=CalendarTrust.OFFICIAL,
            days=(
                CalendarDay(date=day("2027-04-05"), kind=DayKind.STATUTORY, name="清明节"),
                CalendarDay(date=OFF, kind=DayKind.DAY_OFF, name="清明节"),
            ),
        ),
    )
)


def touch(**fields: Any) -> CalendarTouch:
    return calendar_touch(make_journey(**fields), "CN", {OFF}, BEFORE, AFTER)


def sessions(*fractions: Any, **fields: Any) -> Journey:
    return make_journey(courses=(make_course(id="course", fractions=fractions, **fields),))


@pytest.mark.parametrize(
    "fields",
    [
        {"appointments": (make_appointment(starts=at("2027-04-07 09:00")),)},
        {"legs": (make_leg(origin="airport", departs=at("2027-04-07 09:00")),)},
        {"stays": (make_stay(arrives=at("2027-04-07 14:00")),)},
        {"mdt_meetings": (make_meeting(starts=at("2027-04-07 14:00")),)},
        {"documents": (make_document(needed_by=OFF),)},
        {"payments": (make_payment(due_on=OFF),)},
        {"tasks": (make_task(due_on=OFF),)},
        {"entries": (make_entry(entered=at("2027-04-07 05:35")),)},
        {"visas": (make_visa(steps=(LODGE,)),)},
        {
            "entries": (
                make_entry(
                    extensions=(
                        StayExtension(id=ExtensionId("x"), kind=ExtensionKind.EXTENSION, apply_on=OFF),
                    )
                ),
            )
        },
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_whatever_is_planned_on_a_changed_day(fields: dict[str, Any]) -> None:
    assert touch(**fields).dates == (OFF,)


@pytest.mark.parametrize(
    "fields",
    [
        {"appointments": (make_appointment(starts=at("2027-04-07 09:00"), state=AppointmentState.DONE),)},
        {"appointments": (make_appointment(starts=None),)},
        {"appointments": (make_appointment(starts=at("2027-04-08 09:00")),)},
        {"legs": (make_leg(departs=at("2027-04-07 09:00"), booking=Booking(state=BookingState.USED)),)},
        {"stays": (make_stay(arrives=at("2027-04-07"), booking=Booking(state=BookingState.CANCELLED)),)},
        {"mdt_meetings": (make_meeting(starts=at("2027-04-07 14:00"), decision=text("Protons")),)},
        {"documents": (make_document(needed_by=OFF, state=DocumentState.RECEIVED),)},
        {"payments": (make_payment(due_on=OFF, state=PaymentState.RECEIVED),)},
        {"tasks": (make_task(due_on=OFF, done_on=OFF),)},
        {"entries": (make_entry(entered=at("2027-04-07 05:35"), state=EntryState.ACTUAL),)},
        {
            "entries": (
                make_entry(
                    extensions=(
                        StayExtension(
                            id=ExtensionId("x"), kind=ExtensionKind.EXTENSION, apply_on=OFF, applied_on=OFF
                        ),
                    )
                ),
            )
        },
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_not_what_is_over_elsewhen_or_undated(fields: dict[str, Any]) -> None:
    assert not touch(**fields)


def test_not_what_is_in_another_region() -> None:
    at_home = make_appointment(starts=at("2027-04-07 09:00", "Pacific/Auckland"), place=HOME_AIRPORT)
    leaving = make_leg(departs=at("2027-04-07 22:00", "Pacific/Auckland"))
    board = make_meeting(hospital=HOME_AIRPORT, starts=at("2027-04-07 14:00"))
    assert not touch(appointments=(at_home,), legs=(leaving,), mdt_meetings=(board,))
    assert not touch(country="NZ", tasks=(make_task(due_on=OFF),))
    assert touch(country="NZ", appointments=(make_appointment(starts=at("2027-04-07 09:00")),))


def test_sessions_move_from_a_day_that_is_now_off() -> None:
    whole = sessions(make_fraction(1, "2027-04-06"), make_fraction(2, "2027-04-07"))
    found = calendar_touch(whole, "CN", {OFF}, BEFORE, AFTER)
    assert found.dates == (OFF,)
    assert [(move.number, str(move.new and move.new.date)) for move in found.moves] == [(2, "2027-04-08")]


def test_not_sessions_that_were_given_or_are_planned_nowhere() -> None:
    given = make_fraction(1, "2027-04-07", state=FractionState.DELIVERED)
    missed = make_fraction(2, "2027-04-07", state=FractionState.MISSED)
    assert not calendar_touch(sessions(given), "CN", {OFF}, BEFORE, AFTER)
    assert calendar_touch(sessions(given, missed), "CN", {OFF}, BEFORE, AFTER).moves == ()


def test_only_the_moves_that_the_calendar_makes() -> None:
    """Sessions left apart on purpose would be laid closer by any calendar; that is no news."""
    apart = sessions(make_fraction(1, "2027-04-12"), make_fraction(2, "2027-04-20"))
    assert calendar_touch(apart, "CN", {OFF}, BEFORE, AFTER) == CalendarTouch()


def test_not_the_course_of_a_centre_in_another_region() -> None:
    whole = sessions(make_fraction(1, "2027-04-07"))
    abroad = (make_place(id=CENTRE, country="NZ"),)
    moved = calendar_touch(make_journey(courses=whole.courses, places=abroad), "CN", {OFF}, BEFORE, AFTER)
    assert moved.moves == ()


def test_a_course_without_room_is_left_to_its_own_finding() -> None:
    never = sessions(make_fraction(1, "2027-04-07"), weekly_pattern=(), fractions_per_week=None)
    closed = (make_place(id=CENTRE, treatment_days=(DatedPolicy(kind=TreatmentDayKind.CUSTOM),)),)
    assert calendar_touch(
        make_journey(courses=never.courses, places=closed), "CN", {OFF}, BEFORE, AFTER
    ) == CalendarTouch((OFF,))
