"""Ties are followed along whole chains, whatever the order of the record; circles stay where they are."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from planner.record.booking import Booking, BookingState
from planner.record.subject import Subject
from planner.record.tie import DayCounting
from planner.record.visa import EntryState
from planner.schedule.interruption import Interruption
from tests.builders.make import (
    COMPANION,
    at,
    day,
    make_appointment,
    make_companion,
    make_document,
    make_entry,
    make_leg,
    make_stay,
    make_task,
    make_traveller,
    make_visa,
    tie,
)
from tests.unit.schedule.slip.worked import (
    LAST,
    MISS,
    by_subject,
    flight,
    journey,
    moves,
    proposed,
    slip,
)


def task(id: str, due_on: str, due_tie: Any, **fields: Any) -> Any:
    return make_task(id=id, due_on=day(due_on), due_tie=due_tie, **fields)


def test_a_chain_is_followed_whatever_its_order_in_the_record() -> None:
    tasks = (
        task("third", "2027-04-11", tie("thing", 1, thing="second")),
        task("first", "2027-04-09", LAST),
        task("second", "2027-04-10", tie("thing", 1, thing="first")),
    )
    proposal = slip(tasks=tasks)
    assert moves(proposal) == {
        "first.due_on": "2027-04-09 → 2027-04-10",
        "second.due_on": "2027-04-10 → 2027-04-11",
        "third.due_on": "2027-04-11 → 2027-04-12",
    }
    found = by_subject(proposal)
    assert found["first", "due_on"].depends_on == "sessions"
    assert found["third", "due_on"].depends_on == found["second", "due_on"].key


def test_a_very_long_chain_is_followed_to_its_end() -> None:
    chain = [task("t0", "2027-04-09", LAST)]
    chain += [task(f"t{n}", "2027-04-09", tie("thing", thing=f"t{n - 1}")) for n in range(1, 2000)]
    assert len(slip(tasks=tuple(reversed(chain))).consequences) == 2000


def test_circles_stay_and_so_does_what_hangs_on_them() -> None:
    entry = make_entry(id="entry", exited=at("2027-04-09 01:30"), exit_tie=tie("departure"))
    tasks = (
        task("hen", "2027-04-09", tie("thing", thing="egg")),
        task("egg", "2027-04-09", tie("thing", thing="hen")),
        task("chick", "2027-04-09", tie("thing", thing="egg")),
        task("after", "2027-04-09", tie("departure", 1)),
    )
    assert slip(tasks=tasks, entries=(entry,)).consequences == ()


def test_what_hangs_on_something_settled_stays() -> None:
    done = task("done", "2027-04-09", LAST, done_on=day("2027-04-01"))
    after = task("after", "2027-04-10", tie("thing", 1, thing="done"))
    assert slip(tasks=(done, after)).consequences == ()


def test_a_tie_over_something_without_a_date_is_followed_through_it() -> None:
    undated = make_document(id="paper", needed_by_tie=LAST)
    after = task("after", "2027-04-10", tie("thing", 1, thing="paper"))
    assert moves(slip(documents=(undated,), tasks=(after,))) == {"after.due_on": "2027-04-10 → 2027-04-11"}


def test_ties_over_undated_things_in_a_circle_or_to_nothing_are_left_alone() -> None:
    papers = (
        make_document(id="one", needed_by_tie=tie("thing", thing="two")),
        make_document(id="two", needed_by_tie=tie("thing", thing="one")),
        make_document(id="three"),
    )
    tasks = (
        task("a", "2027-04-09", tie("thing", thing="one")),
        task("b", "2027-04-09", tie("thing", thing="three")),
        task("c", "2027-04-09", tie("thing", thing="nothing")),
    )
    assert slip(documents=papers, tasks=tasks).consequences == ()


def test_counting_may_swallow_a_move() -> None:
    """From Saturday or from Sunday on, the first working day is the same Monday."""
    weekend = task("weekend", "2027-04-10", tie("last-fraction", 2))
    monday = task("monday", "2027-04-12", tie("thing", thing="weekend", counting=DayCounting.WORKING))
    assert moves(slip(tasks=(weekend, monday))) == {"weekend.due_on": "2027-04-10 → 2027-04-11"}


def test_a_date_that_already_is_what_the_tie_will_say_does_not_move() -> None:
    ahead = task("ahead", "2027-04-10", LAST)
    assert slip(tasks=(ahead,)).consequences == ()


def test_a_date_that_differed_from_its_tie_moves_to_what_the_tie_says() -> None:
    by_hand = task("by-hand", "2027-04-15", LAST)
    assert moves(slip(tasks=(by_hand,))) == {"by-hand.due_on": "2027-04-15 → 2027-04-10"}


def test_the_companions_own_flight_follows_the_patients_departure() -> None:
    patient_exit = make_entry(id="patient-exit", exited=at("2027-04-09 01:30"), exit_leg="leg")
    companion_exit = make_entry(
        id="companion-exit", traveller=COMPANION, exited=at("2027-04-10 08:00"), exit_leg="later"
    )
    later = make_leg(
        id="later",
        travellers=(COMPANION,),
        departs=at("2027-04-10 08:00"),
        arrives=None,
        departs_tie=tie("departure", 1),
    )
    proposal = slip(
        travellers=(make_traveller(), make_companion()),
        legs=(later, flight()),
        entries=(companion_exit, patient_exit),
    )
    assert moves(proposal) == {
        "leg.departs": "2027-04-09 01:30 → 2027-04-10 01:30",
        "later.departs": "2027-04-10 08:00 → 2027-04-11 08:00",
        "patient-exit.exited": "2027-04-09 01:30 → 2027-04-10 01:30",
        "companion-exit.exited": "2027-04-10 08:00 → 2027-04-11 08:00",
    }
    assert by_subject(proposal)["later", "departs"].depends_on == "crossing/patient-exit/exited"


def test_without_a_patient_nobody_departs() -> None:
    exit_ = make_entry(exited=at("2027-04-09 01:30"), exit_tie=LAST)
    after = task("after", "2027-04-10", tie("departure", 1))
    proposal = slip(travellers=(make_companion(),), entries=(exit_,), tasks=(after,))
    assert {one.subject.id for one in proposal.consequences} == {exit_.id}


def test_an_entry_whose_leg_does_not_say_when_it_arrives_stays() -> None:
    leg = make_leg(id="out", arrives=None, departs_tie=tie("first-fraction", -30))
    entry = make_entry(id="entry", entry_leg="out")
    later = proposed(journey(legs=(leg,), entries=(entry,)), Interruption(new_start=day("2027-04-12")))
    assert {one.subject.id for one in later.consequences} == {"out"}


def test_an_entry_that_was_made_stays_though_its_leg_moves() -> None:
    leg = make_leg(id="out", departs_tie=tie("first-fraction", -30))
    entry = make_entry(id="entry", entry_leg="out", state=EntryState.ACTUAL)
    later = proposed(journey(legs=(leg,), entries=(entry,)), Interruption(new_start=day("2027-04-12")))
    assert "entry" not in {one.subject.id for one in later.consequences}


def test_an_entry_on_a_leg_that_is_not_in_the_journey_stays() -> None:
    entry = replace(make_entry(id="entry", entry_leg="out"), exit_leg="back", exited=at("2027-04-09 01:30"))
    assert slip(entries=(entry,)).consequences == ()


class TestDecided:
    """What a person says outweighs every tie; what hangs on it follows."""

    def test_a_day_keeps_the_time_of_what_it_replaces(self) -> None:
        said = {Subject("leg", "leg", "departs"): day("2027-04-14")}
        proposal = proposed(journey(legs=(flight(),)), MISS, decided=said)
        assert moves(proposal) == {"leg.departs": "2027-04-09 01:30 → 2027-04-14 01:30"}

    def test_a_moment_gives_its_day_to_a_deadline(self) -> None:
        said = {Subject("task", "task", "due_on"): at("2027-04-14 12:00")}
        proposal = proposed(journey(tasks=(task("task", "2027-04-09", LAST),)), MISS, decided=said)
        assert moves(proposal) == {"task.due_on": "2027-04-09 → 2027-04-14"}

    def test_something_may_be_moved_that_need_not(self) -> None:
        said = {Subject("appointment", "visit", "starts"): at("2027-04-02 15:00")}
        visit = make_appointment(id="visit", starts=at("2027-04-06 09:00"), starts_tie=tie("first-fraction"))
        assert moves(proposed(journey(appointments=(visit,)), MISS, decided=said)) == {
            "visit.starts": "2027-04-06 09:00 → 2027-04-02 15:00"
        }

    @pytest.mark.parametrize("state", [BookingState.USED, BookingState.CANCELLED])
    def test_nothing_that_is_settled_moves(self, state: BookingState) -> None:
        said = {Subject("stay", "stay", "leaves"): day("2027-04-14")}
        stay = make_stay(id="stay", leaves_tie=LAST, booking=Booking(state=state))
        assert proposed(journey(stays=(stay,)), MISS, decided=said).consequences == ()


def test_a_moved_entry_begins_the_permitted_stay_anew() -> None:
    leg = make_leg(id="out", departs_tie=tie("first-fraction", -30))
    entry = make_entry(id="entry", visa="visa", entry_leg="out", exited=at("2027-05-01 10:00"))
    later = proposed(
        journey(legs=(leg,), entries=(entry,), visas=(make_visa(id="visa"),)),
        Interruption(new_start=day("2027-04-12")),
    )
    assert moves(later, ["entry"]) == {
        "entry.entered": "2027-03-08 05:35 → 2027-03-14 05:35",
        "entry.visa": "5 → 11",
    }


def test_what_hangs_on_two_things_waits_for_both() -> None:
    """Leaving depends on the flight that crosses and, by its tie, on a task; both move first."""
    entry = make_entry(
        id="exit", exited=at("2027-04-09 01:30"), exit_leg="leg", exit_tie=tie("thing", thing="errand")
    )
    errand = task("errand", "2027-04-09", tie("thing", thing="leg"))
    proposal = slip(entries=(entry,), legs=(flight(),), tasks=(errand,))
    assert by_subject(proposal)["exit", "exited"].depends_on == "leg/leg/departs"


def test_a_day_at_the_end_of_time_takes_nothing_along() -> None:
    never = {Subject("task", "task", "due_on"): dt.date.max}
    tasks = (task("task", "2027-04-09", LAST), task("after", "2027-04-10", tie("thing", 1, thing="task")))
    assert moves(proposed(journey(tasks=tasks), MISS, decided=never)) == {
        "task.due_on": "2027-04-09 → 9999-12-31",
        "after.due_on": "2027-04-10 → —",
    }
