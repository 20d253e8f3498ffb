"""What hangs on the sessions directly: who comes to them, and the days the machine is down."""

from __future__ import annotations

from dataclasses import replace

from planner.record.contact import ContactRole
from planner.record.text import Text
from planner.record.tie import DayCounting
from planner.record.treatment_days import DatedPolicy, MachineDown
from planner.schedule.interruption import Interruption
from planner.schedule.slip.consequence import ConsequenceKind
from tests.builders.make import (
    CENTRE,
    DRIVER,
    INTERPRETER,
    at,
    day,
    make_appointment,
    make_contact,
    make_fraction,
    make_place,
    tie,
)
from tests.unit.schedule.slip.worked import (
    LONG_BEFORE,
    MISS,
    course,
    english,
    journey,
    missed,
    moves,
    proposed,
    shown,
)


class TestPeople:
    def test_of_each_session_that_moves(self) -> None:
        fractions = (
            make_fraction(1, "2027-04-06", interpreter=INTERPRETER),
            make_fraction(2, "2027-04-07", id="two", interpreter=INTERPRETER, driver=DRIVER),
        )
        proposal = proposed(journey(courses=(course(*fractions),)), missed("2027-04-07"))
        assert moves(proposal) == {
            "two.interpreter": "2027-04-07 10:20 → 2027-04-08 10:20",
            "two.driver": "2027-04-07 10:20 → 2027-04-08 10:20",
        }
        assert {one.depends_on for one in proposal.consequences} == {"sessions"}

    def test_of_a_session_that_is_dropped_nobody_comes(self) -> None:
        fractions = (
            make_fraction(1, "2027-04-06"),
            make_fraction(2, "2027-04-07", interpreter=INTERPRETER),
        )
        one_only = Interruption(fractions=1, ordered_by="Dr Example")
        assert proposed(journey(courses=(course(*fractions),)), one_only).consequences == ()

    def test_a_contact_without_a_name_is_told_by_what_they_do(self) -> None:
        nameless = (
            make_contact(id="x", name=Text()),
            make_contact(id="y", name=Text(), role=ContactRole.DRIVER),
        )
        fractions = (make_fraction(1, "2027-04-08", interpreter="x", driver="y"),)
        proposal = proposed(journey(courses=(course(*fractions),), contacts=nameless), MISS)
        assert [english(one.what) for one in proposal.consequences] == ["Interpreter", "Driver"]


class TestMachineDown:
    DOWN = Interruption(machine_down=(MachineDown(first=day("2027-04-08"), last=day("2027-04-09")),))

    def test_is_kept_with_the_centre(self) -> None:
        (one,) = (
            one
            for one in proposed(journey(), self.DOWN).consequences
            if one.kind is ConsequenceKind.TREATMENT_DAYS
        )
        assert (one.subject.id, shown(one.new)) == (CENTRE, "2027-04-08..2027-04-09")
        assert english(one.what) == "The machine is down: Demo Proton Centre"

    def test_is_not_said_twice(self) -> None:
        known = make_place(id=CENTRE, treatment_days=(DatedPolicy(machine_down=self.DOWN.machine_down),))
        assert proposed(journey(places=(known,)), self.DOWN).consequences == ()
        twice = Interruption(machine_down=self.DOWN.machine_down * 2)
        assert len(proposed(journey(), twice).consequences) == 1

    def test_without_a_centre_there_is_nowhere_to_keep_it(self) -> None:
        whole = journey(courses=(course(centre=None),))
        assert proposed(whole, self.DOWN).consequences == ()

    def test_counts_for_ties_in_treatment_days(self) -> None:
        before = tie("first-fraction", -1, counting=DayCounting.TREATMENT)
        check = make_appointment(id="qa", starts=at("2027-04-02 16:00"), starts_tie=before)
        later = make_fraction(1, "2027-04-08")
        proposal = proposed(
            journey(appointments=(check,), courses=(course(later),)), self.DOWN, now=LONG_BEFORE
        )
        assert moves(proposal, ["qa"]) == {"qa.starts": "2027-04-02 16:00 → 2027-04-07 16:00"}
        monday = proposed(
            journey(appointments=(check,), courses=(course(make_fraction(1, "2027-04-06")),)),
            replace(self.DOWN, new_start=day("2027-04-10")),
        )
        assert moves(monday, ["qa"]) == {"qa.starts": "2027-04-02 16:00 → 2027-04-07 16:00"}
