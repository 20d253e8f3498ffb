"""A thing moved by hand: how far it goes, how far a record lets it, and who comes to a board that moves."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from planner.errors import InputError
from planner.record.journey import Journey
from planner.schedule.slip.consequence import ConsequenceKind
from planner.schedule.slip.move import MoveProposal, propose_move
from tests.builders import INTERPRETER, at, day, make_journey, make_meeting, make_task
from tests.unit.schedule.slip.worked import REFERENCE

NOW = dt.datetime(2026, 12, 1, 9, 0, tzinfo=dt.UTC)
BOARD = make_meeting(id="board", starts=at("2027-01-06 15:00"), interpreter=INTERPRETER)
TASK = make_task(id="task", due_on=day("2027-01-04"))


def journey() -> Journey:
    return make_journey(mdt_meetings=(BOARD,), tasks=(TASK,))


def moved(id: str, days: int, within: Journey | None = None) -> MoveProposal:
    return propose_move(within or journey(), id, days, reference=REFERENCE, now=NOW)


@pytest.mark.parametrize("days", [-3, 0, 7])
def test_a_day_moves_by_as_many_days_as_asked(days: int) -> None:
    proposal = moved("task", days)
    assert proposal.days == days
    assert proposal.new == day("2027-01-04") + dt.timedelta(days)
    assert proposal.main.kind is ConsequenceKind.TASK
    assert proposal.everything == frozenset()


@pytest.mark.parametrize("days", [-2, 7])
def test_a_board_keeps_its_hour_and_its_interpreter_is_asked_again(days: int) -> None:
    proposal = moved("board", days)
    assert (proposal.days, proposal.old) == (days, at("2027-01-06 15:00"))
    assert proposal.new == at(f"{day('2027-01-06') + dt.timedelta(days)} 15:00")
    assert proposal.main.kind is ConsequenceKind.APPOINTMENT
    (asked,) = proposal.consequences
    assert (asked.depends_on, asked.new) == (proposal.main.key, proposal.new)
    assert proposal.standing(proposal.everything) == {asked.key}


def test_a_board_without_an_interpreter_moves_alone() -> None:
    alone = make_journey(mdt_meetings=(replace(BOARD, interpreter=None),))
    assert moved("board", 7, alone).consequences == ()


@pytest.mark.parametrize("id", ["task", "board"])
@pytest.mark.parametrize("days", [-40_000, 40_000, 10**12, -(10**12)])
def test_further_than_any_record_reaches_is_refused(id: str, days: int) -> None:
    with pytest.raises(InputError, match="holds days up to"):
        moved(id, days)


@pytest.mark.parametrize(("due", "days"), [("2199-12-30", 2), ("1900-01-02", -2), ("2150-01-01", 39_999)])
def test_a_day_beyond_the_record_is_refused(due: str, days: int) -> None:
    late = make_journey(tasks=(replace(TASK, due_on=day(due)),))
    with pytest.raises(InputError, match="holds days up to"):
        moved("task", days, late)


def test_the_first_and_the_last_day_of_the_record_are_within() -> None:
    last = make_journey(tasks=(replace(TASK, due_on=day("2199-12-30")),))
    first = make_journey(tasks=(replace(TASK, due_on=day("1900-01-02")),))
    assert moved("task", 1, last).new == day("2199-12-31")
    assert moved("task", -1, first).new == day("1900-01-01")
