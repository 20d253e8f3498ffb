"""A proposal as a whole: which course, what happened, and what can be accepted together."""

from __future__ import annotations

import datetime as dt

import pytest

from planner.errors import InputError
from planner.record.fraction import FractionState
from planner.record.treatment_days import MachineDown
from planner.schedule.interruption import Interruption
from planner.schedule.slip.consequence import SESSIONS
from planner.schedule.slip.proposal import propose
from tests.builders.make import (
    CENTRE,
    NEW_ZEALAND,
    at,
    day,
    make_course,
    make_fraction,
    make_place,
    make_task,
    tie,
)
from tests.unit.schedule.slip.worked import (
    LAST,
    LONG_BEFORE,
    MISS,
    REFERENCE,
    course,
    journey,
    proposed,
    slip,
)


def down(first: str, last: str) -> Interruption:
    return Interruption(machine_down=(MachineDown(first=day(first), last=day(last)),))


def test_a_course_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match="There is no course “other”"):
        propose(journey(), "other", MISS, reference=REFERENCE, now=LONG_BEFORE)


def test_only_the_course_that_was_interrupted_moves() -> None:
    other = make_course(id="other", first="2027-04-06")
    proposal = propose(
        journey(
            courses=(course(), other),
            tasks=(
                make_task(id="a", due_on=day("2027-04-09"), due_tie=tie("last-fraction", 1, course="course")),
                make_task(id="b", due_on=day("2027-04-09"), due_tie=tie("last-fraction", 1, course="other")),
            ),
        ),
        "course",
        MISS,
        reference=REFERENCE,
        now=LONG_BEFORE,
    )
    assert {one.subject.id for one in proposal.consequences} == {"a"}


def test_nothing_happened_nothing_moves() -> None:
    proposal = proposed(journey(tasks=(make_task(due_on=day("2027-04-09"), due_tie=LAST),)), Interruption())
    assert (proposal.moves, proposal.consequences, proposal.options) == ((), (), ())
    assert proposal.everything == {SESSIONS}


class TestMachineDown:
    def test_sessions_up_to_today_were_missed_and_later_ones_only_move(self) -> None:
        now = dt.datetime(2027, 4, 7, 9, tzinfo=dt.UTC)
        proposal = proposed(journey(), down("2027-04-07", "2027-04-08"), now=now)
        states = [(one.number, str(one.date), one.state) for one in proposal.replan.fractions]
        assert states == [
            (1, "2027-04-06", FractionState.PLANNED),
            (2, "2027-04-07", FractionState.MISSED),
            (2, "2027-04-09", FractionState.PLANNED),
            (3, "2027-04-12", FractionState.PLANNED),
        ]
        assert proposal.happened.interruption.missed == (day("2027-04-07"),)

    def test_today_is_that_of_the_centre(self) -> None:
        """23:30 in London on the 6th is the 7th in Auckland, where this centre is."""
        there = journey(
            places=(make_place(id=CENTRE, zone=NEW_ZEALAND),),
            courses=(course(make_fraction(1, starts=at("2027-04-07 10:20", NEW_ZEALAND))),),
        )
        now = dt.datetime(2027, 4, 6, 22, 30, tzinfo=dt.UTC)
        proposal = proposed(there, down("2027-04-07", "2027-04-07"), now=now)
        assert proposal.happened.interruption.missed == (day("2027-04-07"),)

    def test_what_was_delivered_before_the_fault_was_not_missed(self) -> None:
        given = make_fraction(1, "2027-04-06", state=FractionState.DELIVERED)
        whole = journey(courses=(course(given, make_fraction(2, "2027-04-07")),))
        now = dt.datetime(2027, 4, 6, 9, tzinfo=dt.UTC)
        proposal = proposed(whole, down("2027-04-06", "2027-04-06"), now=now)
        assert (proposal.happened.interruption.missed, proposal.moves) == ((), ())

    def test_a_period_that_cannot_be_is_refused(self) -> None:
        with pytest.raises(InputError, match="cannot be down from"):
            proposed(journey(), down("2027-04-08", "2027-04-07"))
        with pytest.raises(InputError, match="cannot be down from"):
            proposed(journey(), down("2027-04-08", "2029-04-07"))


class TestANewCourse:
    BARE = make_course(id="course", fractions=(), fractions_prescribed=3, clinician=None)

    def test_is_laid_whole_as_prescribed(self) -> None:
        proposal = proposed(journey(courses=(self.BARE,)), Interruption(new_start=day("2027-04-03")))
        assert [(move.old, move.new and str(move.new.date)) for move in proposal.moves] == [
            (None, "2027-04-06"),
            (None, "2027-04-07"),
            (None, "2027-04-08"),
        ]
        assert proposal.happened.interruption.fractions == 3

    def test_needs_a_day_to_begin(self) -> None:
        with pytest.raises(InputError, match="give the date of the first"):
            proposed(journey(courses=(self.BARE,)), Interruption())

    def test_with_as_many_as_ordered_if_that_is_said(self) -> None:
        ordered = Interruption(new_start=day("2027-04-06"), fractions=2, ordered_by="Dr Example")
        assert len(proposed(journey(courses=(self.BARE,)), ordered).moves) == 2

    def test_without_a_prescription_nothing_is_laid(self) -> None:
        bare = make_course(id="course", fractions=(), fractions_prescribed=None)
        assert proposed(journey(courses=(bare,)), Interruption(new_start=day("2027-04-06"))).moves == ()


def test_a_session_later_than_a_record_can_hold_is_refused() -> None:
    late = Interruption(new_start=day("2199-12-31"), fractions=3, ordered_by="Dr Example")
    with pytest.raises(InputError, match="A record holds days up to"):
        proposed(journey(), late)
    with pytest.raises(InputError, match="A record holds days up to"):
        proposed(journey(), down("2199-12-30", "2200-01-03"))


def test_what_depends_on_something_declined_cannot_stand() -> None:
    tasks = tuple(
        make_task(
            id=f"t{n}", due_on=day("2027-04-09"), due_tie=LAST if not n else tie("thing", thing=f"t{n - 1}")
        )
        for n in range(3)
    )
    proposal = slip(tasks=tasks)
    keys = [f"task/t{n}/due_on" for n in range(3)]
    assert proposal.standing([SESSIONS, keys[0], keys[1]]) == {SESSIONS, keys[0], keys[1]}
    assert proposal.standing([SESSIONS, keys[0], keys[2]]) == {SESSIONS, keys[0]}
    assert proposal.standing(keys) == frozenset()
    assert proposal.standing([SESSIONS, "nothing of the kind"]) == {SESSIONS}


def test_a_session_missed_and_no_longer_prescribed_is_not_planned_again() -> None:
    gone = make_fraction(3, "2027-04-08", state=FractionState.MISSED)
    two = course(make_fraction(1, "2027-04-06"), make_fraction(2, "2027-04-07"), gone, fractions_prescribed=2)
    assert proposed(journey(courses=(two,)), Interruption()).moves == ()
    proposal = proposed(journey(courses=(two,)), Interruption(missed=(day("2027-04-07"),)))
    assert [str(move.new and move.new.date) for move in proposal.moves] == ["2027-04-09"], "not on the 8th"
    without = course(make_fraction(1, "2027-04-06"), gone, fractions_prescribed=None)
    assert [move.number for move in proposed(journey(courses=(without,)), Interruption()).moves] == [3]
