"""Moving one thing by hand: what is tied to it goes along only when accepted, and nothing else changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.errors import InputError
from planner.record.booking import Booking, BookingState
from planner.record.fraction import FractionState
from planner.record.integrity import problems
from planner.record.journey import Journey
from planner.record.lookup import thing as thing_of
from planner.record.lookup import things
from planner.record.tie import Anchor
from planner.schedule.slip.consequence import ConsequenceKind
from planner.session.moving import Moving, moving
from planner.session.timeline import timeline
from tests.builders import (
    at,
    confirmed,
    day,
    make_appointment,
    make_course,
    make_document,
    make_journey,
    make_leg,
    make_meeting,
    make_stay,
    make_task,
    text,
    tie,
)
from tests.unit.schedule.slip.worked import REFERENCE, sample

NOW = dt.datetime(2027, 2, 28, 20, tzinfo=dt.UTC)
SAMPLE = sample()
MOVABLE = [mark.id for marks in timeline(SAMPLE).marks.values() for mark in marks if mark.still is None]


def move(journey: Journey, id: str, days: int, field: str = "") -> Moving:
    return moving(journey, id, days, reference=REFERENCE, now=NOW, field=field)


def accepted(asked: Moving, chosen: frozenset[str] = frozenset()) -> Journey:
    ids = (f"new-{number}" for number in range(1000))
    journey = asked.proposal.journey
    return asked.edit(chosen, new_id=lambda: next(ids)).change(journey)


def test_a_board_moves_and_what_is_tied_to_it_goes_along_when_ticked() -> None:
    board = make_meeting(id="board", starts=at("2027-03-10 15:00"), confirmation=confirmed())
    letter = make_document(
        id="letter", needed_by=day("2027-03-08"), needed_by_tie=tie(Anchor.THING, -2, thing="board")
    )
    task = make_task(id="ask", due_on=day("2027-03-07"), due_tie=tie(Anchor.THING, -1, thing="letter"))
    journey = make_journey(mdt_meetings=(board,), documents=(letter,), tasks=(task,))
    asked = move(journey, "board", 5)
    assert [(one.subject.id, one.old, one.new) for one in asked.consequences] == [
        ("letter", day("2027-03-08"), day("2027-03-13")),
        ("ask", day("2027-03-07"), day("2027-03-12")),
    ]
    assert asked.main is not None
    assert asked.main.needs_rebooking
    alone = accepted(asked)
    assert alone.mdt_meetings[0].starts == at("2027-03-15 15:00")
    assert alone.mdt_meetings[0].confirmation is None
    assert (alone.documents, alone.tasks) == (journey.documents, journey.tasks)
    both = accepted(asked, asked.proposal.everything)
    assert both.documents[0].needed_by == day("2027-03-13")
    assert both.tasks[0].due_on == day("2027-03-12")


def test_what_hangs_on_something_not_ticked_stays() -> None:
    first = make_task(id="first", due_on=day("2027-03-10"))
    second = make_task(id="second", due_on=day("2027-03-12"), due_tie=tie(Anchor.THING, 2, thing="first"))
    third = make_task(id="third", due_on=day("2027-03-13"), due_tie=tie(Anchor.THING, 1, thing="second"))
    asked = move(make_journey(tasks=(first, second, third)), "first", 1)
    of_third = next(one.key for one in asked.consequences if one.subject.id == "third")
    assert of_third not in asked.standing({of_third})
    after = accepted(asked, frozenset({of_third}))
    assert [task.due_on for task in after.tasks] == [day("2027-03-11"), day("2027-03-12"), day("2027-03-13")]


def test_a_flight_takes_the_crossing_along_and_its_booking_is_asked_again() -> None:
    leg = next(one for one in SAMPLE.legs if one.id == "sample-leg-tfu-akl")
    asked = move(SAMPLE, leg.id, 3)
    kinds = {one.kind for one in asked.consequences}
    assert {ConsequenceKind.CROSSING, ConsequenceKind.PERMITTED_STAY, ConsequenceKind.CLEARANCE} <= kinds
    after = accepted(asked, asked.proposal.everything)
    moved = next(one for one in after.legs if one.id == leg.id)
    assert leg.departs is not None
    assert moved.departs == leg.departs.moved(3)
    assert moved.booking.state is BookingState.CHANGED
    exits = {one.id: one.exited for one in after.entries}
    for entry in SAMPLE.entries:
        if entry.exit_leg == leg.id:
            assert entry.exited is not None
            assert exits[entry.id] == entry.exited.moved(3)


def test_people_who_are_not_asked_are_no_longer_named() -> None:
    consultation = make_appointment(id="a", starts=at("2027-03-10 09:30"), interpreter="interpreter")
    asked = move(make_journey(appointments=(consultation,)), "a", 1)
    [one] = asked.consequences
    assert one.kind is ConsequenceKind.INTERPRETER
    assert accepted(asked).appointments[0].interpreter is None
    assert accepted(asked, frozenset({one.key})).appointments[0].interpreter == "interpreter"


def test_a_stay_nobody_was_asked_for_yet_moves_without_being_asked_again() -> None:
    idea = Booking(state=BookingState.IDEA, free_cancel_until=at("2027-03-01"))
    stay = make_stay(id="s", arrives=at("2027-03-08"), leaves=at("2027-03-10"), booking=idea)
    moved = accepted(move(make_journey(stays=(stay,)), "s", 2)).stays[0]
    assert moved.arrives == at("2027-03-10")
    assert moved.booking == idea


def test_a_stay_moves_whole_or_by_its_end() -> None:
    booking = Booking(state=BookingState.BOOKED)
    stay = make_stay(id="s", arrives=at("2027-03-08"), leaves=at("2027-03-10"), booking=booking)
    journey = make_journey(stays=(stay,))
    whole = accepted(move(journey, "s", 2)).stays[0]
    assert (whole.arrives, whole.leaves) == (at("2027-03-10"), at("2027-03-12"))
    assert whole.booking.state is BookingState.CHANGED
    longer = accepted(move(journey, "s", 2, "leaves")).stays[0]
    assert (longer.arrives, longer.leaves) == (at("2027-03-08"), at("2027-03-12"))
    with pytest.raises(InputError, match="at least one night"):
        move(journey, "s", -2, "leaves")


def test_a_session_moved_later_is_not_missed_and_pushes_those_after_it() -> None:
    course = make_course(count=3, first="2027-04-06")
    journey = make_journey(courses=(course,))
    asked = move(journey, course.fractions[1].id, 1)
    assert [(one.number, one.new and one.new.date) for one in asked.sessions] == [
        (2, day("2027-04-08")),
        (3, day("2027-04-09")),
    ]
    after = accepted(asked).courses[0].fractions
    assert [(one.id, one.starts.date, one.state) for one in after] == [
        (course.fractions[0].id, day("2027-04-06"), FractionState.PLANNED),
        (course.fractions[1].id, day("2027-04-08"), FractionState.PLANNED),
        (course.fractions[2].id, day("2027-04-09"), FractionState.PLANNED),
    ]


def test_a_session_moved_onto_a_closed_day_goes_to_the_next_open_one_and_says_so() -> None:
    course = make_course(count=1, first="2027-04-09")  # a Friday
    asked = move(make_journey(courses=(course,)), course.fractions[0].id, 1)
    assert (asked.old, asked.new) == (course.fractions[0].starts, course.fractions[0].starts.moved(3))


def test_only_the_first_session_to_come_moves_earlier() -> None:
    course = make_course(count=3, first="2027-04-07")
    journey = make_journey(courses=(course,))
    earlier = accepted(move(journey, course.fractions[0].id, -1)).courses[0].fractions
    assert [one.starts.date.day for one in earlier] == [6, 7, 8]
    with pytest.raises(InputError, match="Only the first session"):
        move(journey, course.fractions[1].id, -1)


def test_what_has_happened_cannot_be_moved_and_says_why() -> None:
    course = make_course(count=1)
    given_ = replace(course, fractions=(replace(course.fractions[0], state=FractionState.DELIVERED),))
    flown = make_leg(id="flown", booking=Booking(state=BookingState.USED))
    journey = make_journey(courses=(given_,), legs=(flown,), tasks=(make_task(id="t", due_on=None),))
    for id, why in (
        (given_.fractions[0].id, "was delivered"),
        ("flown", "has already happened"),
        ("t", "no planned date"),
        ("patient", "a fact"),
        ("nobody", "no such thing"),
    ):
        with pytest.raises(InputError, match=why):
            move(journey, id, 1)


def test_an_edit_holds_for_the_journey_it_was_proposed_for() -> None:
    journey = make_journey(tasks=(make_task(id="t", due_on=day("2027-03-01"), title=text("Ring")),))
    edit = move(journey, "t", 1).edit((), new_id=lambda: "x")
    with pytest.raises(InputError, match="has changed"):
        edit.change(replace(journey, reference="other"))
    assert edit.change(replace(journey)).tasks[0].due_on == day("2027-03-02")


@given(st.data())
@settings(max_examples=40)
def test_a_move_changes_only_what_it_says(data: st.DataObject) -> None:
    """Whatever is moved and ticked: the record stays whole, and only things that were told of change."""
    id = data.draw(st.sampled_from(MOVABLE))
    days = data.draw(st.integers(-20, 20).filter(bool))
    try:
        asked = move(SAMPLE, id, days)
    except InputError:
        return
    keys = sorted(asked.proposal.everything)
    chosen = frozenset(data.draw(st.lists(st.sampled_from(keys)))) if keys else frozenset()
    after = accepted(asked, chosen)
    assert problems(after) == problems(SAMPLE)
    told = {id, *(one.subject.id for one in asked.consequences)}
    told |= {one.id for one in SAMPLE.courses[0].fractions} if asked.sessions else set()
    before = {one.id: one for one in things(SAMPLE)}
    holders = {SAMPLE.id, *(one.id for one in (*SAMPLE.courses, *SAMPLE.visas, *SAMPLE.entries))}
    for one in things(after):
        if one.id not in told | holders:
            assert one == before[one.id]
    if not asked.sessions and days:
        mark = timeline(after).mark(id)
        assert mark is not None
        moved = thing_of(after, id)
        assert moved != before[id]
