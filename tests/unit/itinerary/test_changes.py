"""What is not as it was in an earlier revision, with what stood there before."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.itinerary.changes import changes, with_changes
from planner.itinerary.item import Change
from planner.record.appointment import Appointment, AppointmentState, Preparation, PreparationKind
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.record.visa import VisaStep, VisaStepKind
from tests.builders.make import (
    CENTRE,
    DOCTOR,
    HOTEL,
    INTERPRETER,
    at,
    confirmed,
    day,
    make_appointment,
    make_course,
    make_entry,
    make_journey,
    make_leg,
    make_task,
    make_visa,
    text,
)
from tests.builders.strategies import journeys
from tests.unit.itinerary.looking import made, said


def one(**fields: Any) -> Appointment:
    return make_appointment(**{"id": "a"} | fields)


def appointments(*every: Appointment) -> Journey:
    return make_journey(appointments=every)


def changed(old: Journey, new: Journey, audience: Audience = Audience.PATIENT) -> list[tuple[Any, ...]]:
    return [told(change) for change in changes(made(new, audience), made(old, audience))]


def told(change: Change) -> tuple[Any, ...]:
    """The kind, the item's key, and each difference as label, old, new."""
    each = [(said(d.label), values(d.old), values(d.new)) for d in change.differences]
    return (change.kind.value, change.item.key, *each)


def values(value: Any) -> Any:
    return [said(inner) for inner in value] if isinstance(value, tuple) else said(value)


def test_an_unchanged_journey_has_no_changes() -> None:
    assert changed(appointments(one()), appointments(one())) == []


def test_what_came_and_what_went_in_the_order_of_the_days() -> None:
    old, new = appointments(one(id="old")), appointments(one(id="new", starts=at("2027-03-10 09:00")))
    assert changed(old, new) == [("cancelled", "old"), ("new", "new")]


def test_a_session_that_moves_says_from_when_to_when() -> None:
    course = make_course(2)
    first, second = course.fractions
    later = replace(course, fractions=(first, replace(second, starts=at("2027-04-09 10:20"))))
    assert changed(make_journey(courses=(course,)), make_journey(courses=(later,))) == [
        ("moved", second.id, ("When", at("2027-04-07 10:20"), at("2027-04-09 10:20")))
    ]


def test_what_has_no_hour_moves_by_its_day() -> None:
    def due(on: str) -> Journey:
        return make_journey(tasks=(make_task(id="t", due_on=day(on)),))

    assert changed(due("2027-03-05"), due("2027-03-06"), Audience.AGENCY) == [
        ("moved", "t", ("When", day("2027-03-05"), day("2027-03-06")))
    ]


def test_a_flight_that_lands_later_says_so_once_and_its_echoes_say_nothing() -> None:
    def trip(landing: str) -> Journey:
        leg = make_leg(id="leg", departs=at("2027-03-08 01:30"), arrives=at(landing), origin=HOTEL)
        return make_journey(legs=(leg,), entries=(make_entry(id="e", entered=at(landing)),))

    assert changed(trip("2027-03-08 05:35"), trip("2027-03-08 06:35")) == [
        ("moved", "leg:departs", ("Until", at("2027-03-08 05:35"), at("2027-03-08 06:35"))),
        ("moved", "e:register", ("Until", at("2027-03-09 05:35"), at("2027-03-09 06:35"))),
    ]


def test_every_line_that_reads_otherwise_is_named_with_old_and_new() -> None:
    fasting = Preparation(kind=PreparationKind.FASTING)
    old = appointments(one(people=(DOCTOR,), room=text("Room 1"), bring=(text("Passport"),)))
    new = appointments(
        one(
            title=text("Second visit"),
            place=HOTEL,
            people=(DOCTOR,),
            interpreter=INTERPRETER,
            preparations=(fasting,),
            confirmation=confirmed(),
        )
    )
    assert changed(old, new) == [
        (
            "changed",
            "a",
            ("What", "Consultation", "Second visit"),
            ("Where", ["Demo Proton Centre", "Room 1"], ["Specimen Hotel"]),
            ("Who comes", [], ["Lin Sample"]),
            ("How to prepare", [], ["Nothing to eat before this"]),
            ("Bring", ["Passport"], []),
            ("Status", "to be confirmed", "confirmed"),
        )
    ]


def test_what_lasts_as_long_as_before_says_only_when_it_begins() -> None:
    def visit(minutes: int, starts: str) -> Journey:
        return appointments(one(duration_minutes=minutes, starts=at(starts)))

    begins = ("When", at("2027-03-09 09:30"), at("2027-03-10 10:00"))
    assert changed(visit(30, "2027-03-09 09:30"), visit(30, "2027-03-10 10:00")) == [("moved", "a", begins)]
    longer = changed(visit(30, "2027-03-09 09:30"), visit(60, "2027-03-10 10:00"))
    assert longer == [("moved", "a", begins, ("Until", at("2027-03-09 10:00"), at("2027-03-10 11:00")))]


def test_what_lasts_whole_days_says_only_when_it_begins_if_it_lasts_as_many() -> None:
    def planning(first: str, last: str) -> Journey:
        return appointments(one(starts=at(first), ends=at(last)))

    old, later = planning("2027-03-23", "2027-04-01"), planning("2027-03-24", "2027-04-02")
    assert [label for label, *_ in changed(old, later)[0][2:]] == ["When"]
    shorter = planning("2027-03-24", "2027-04-01")
    assert [label for label, *_ in changed(old, shorter)[0][2:]] == ["When"]
    half_known = planning("2027-03-24", "2027-04-02 12:00")
    assert [label for label, *_ in changed(old, half_known)[0][2:]] == ["When", "Until"]


def test_a_deadline_that_moves_to_another_day_says_both() -> None:
    def entered(at_: str) -> Journey:
        return make_journey(entries=(make_entry(id="e", entered=at(at_)),))

    (register,) = changed(entered("2027-03-08 05:35"), entered("2027-03-09 05:35"))
    assert [label for label, *_ in register[2:]] == ["When", "Until"]


def test_the_order_of_what_to_bring_is_no_change() -> None:
    passport, letter = text("Passport"), text("Letter")
    old, new = appointments(one(bring=(passport, letter))), appointments(one(bring=(letter, passport)))
    assert changed(old, new) == []


def test_another_destination_is_told() -> None:
    old = make_journey(legs=(make_leg(id="leg", arrives=None, destination=None),))
    new = make_journey(legs=(make_leg(id="leg", arrives=None, destination=CENTRE),))
    assert ("Where to", [], ["Demo Proton Centre"]) in changed(old, new)[0]


def test_what_is_cancelled_is_told_once_and_only_if_it_was_planned() -> None:
    cancelled = appointments(one(state=AppointmentState.CANCELLED))
    assert changed(appointments(one()), cancelled) == [("cancelled", "a")]
    assert changed(appointments(one()), cancelled, Audience.AGENCY) == [("cancelled", "a")]
    assert changed(cancelled, cancelled, Audience.AGENCY) == []
    assert changed(make_journey(), cancelled, Audience.AGENCY) == []


def test_what_is_done_or_over_since_is_no_change_of_a_plan() -> None:
    done = one(state=AppointmentState.DONE, title=text("Done now"))
    assert changed(appointments(one()), appointments(done)) == []
    past = appointments(one(starts=at("2027-02-01 09:00")))
    assert changed(past, make_journey()) == []
    step = VisaStep(id="s", kind=VisaStepKind.FEE, done_on=day("2027-04-01"))
    paid = make_journey(visas=(make_visa(steps=(step,)),))
    assert changed(paid, make_journey()) == []


def test_the_new_revision_says_since_which_it_is_told() -> None:
    old = made(appointments(one()), revision=2)
    new = with_changes(made(make_journey(), revision=3), old)
    assert (new.revision, new.changed_since, len(new.changes)) == (3, 2, 1)


@settings(max_examples=30)
@given(journeys(), journeys(), st.sampled_from(list(Audience)))
def test_any_two_journeys_can_be_compared(old: Journey, new: Journey, audience: Audience) -> None:
    found = changes(made(new, audience), made(old, audience))
    assert len({change.item.key for change in found}) == len(found)
    assert changes(made(new, audience), made(new, audience)) == ()


def test_what_is_over_and_was_never_confirmed_is_no_change() -> None:
    planned = one(starts=at("2026-12-22 14:00"))
    assert changed(appointments(planned), appointments(replace(planned, starts=at("2026-12-23 14:00")))) == []
