"""Why a date moves, in words."""

from __future__ import annotations

from typing import Any

import pytest

from planner.record.text import Text
from planner.record.tie import DayCounting
from planner.schedule.interruption import Interruption
from planner.schedule.slip.names import name_of
from planner.schedule.slip.tie_words import tie_words
from tests.builders.make import (
    at,
    day,
    make_appointment,
    make_course,
    make_deposit,
    make_document,
    make_entry,
    make_fraction,
    make_leg,
    make_meeting,
    make_payment,
    make_task,
    make_visa,
    tie,
)
from tests.unit.schedule.slip.worked import (
    LAST,
    MISS,
    by_subject,
    course,
    english,
    journey,
    proposed,
    slip,
)


class TestReasons:
    def why(self, tie_: Any, **fields: Any) -> str:
        appointment = make_appointment(id="a", starts=at("2026-01-01"), starts_tie=tie_)
        others = fields.pop("appointments", ())
        proposal = slip(appointments=(appointment, *others), **fields)
        return english(by_subject(proposal)["a", "starts"].why)

    @pytest.mark.parametrize(
        ("days", "counting", "words"),
        [
            (0, DayCounting.CALENDAR, "on the day of the last session"),
            (1, DayCounting.CALENDAR, "1 day after the last session"),
            (-2, DayCounting.CALENDAR, "2 days before the last session"),
            (0, DayCounting.WORKING, "on the first working day from the last session on"),
            (2, DayCounting.WORKING, "2 working days after the last session"),
            (-1, DayCounting.WORKING, "1 working day before the last session"),
            (0, DayCounting.TREATMENT, "on the first treatment day from the last session on"),
            (1, DayCounting.TREATMENT, "1 treatment day after the last session"),
            (-2, DayCounting.TREATMENT, "2 treatment days before the last session"),
        ],
    )
    def test_say_how_days_are_counted(self, days: int, counting: DayCounting, words: str) -> None:
        assert self.why(tie("last-fraction", days, counting=counting)) == (
            f"Tied: {words}, which moves from Thu 8 Apr 2027 to Fri 9 Apr 2027."
        )

    def test_name_the_anchor(self) -> None:
        entries = (make_entry(exited=at("2027-04-09 01:30"), exit_tie=LAST),)
        assert self.why(tie("departure"), entries=entries) == (
            "Tied: on the day of the departure, which moves from Fri 9 Apr 2027 to Sat 10 Apr 2027."
        )
        assert self.why(tie("fraction", number=3)).startswith("Tied: on the day of session 3, ")

    def test_name_the_first_session_and_the_arrival(self) -> None:
        appointment = make_appointment(id="a", starts=at("2026-01-01"), starts_tie=tie("first-fraction"))
        arrival = make_appointment(id="b", starts=at("2026-01-01"), starts_tie=tie("arrival"))
        leg = make_leg(id="out", departs_tie=tie("first-fraction", -30))
        entry = make_entry(entry_leg="out")
        later = proposed(
            journey(appointments=(appointment, arrival), legs=(leg,), entries=(entry,)),
            Interruption(new_start=day("2027-04-12")),
        )
        found = by_subject(later)
        assert english(found["a", "starts"].why) == (
            "Tied: on the day of the first session, which moves from Tue 6 Apr 2027 to Mon 12 Apr 2027."
        )
        assert english(found["b", "starts"].why).startswith("Tied: on the day of the arrival, ")

    @pytest.mark.parametrize(
        ("thing", "name"),
        [
            ({"tasks": (make_task(id="x", due_on=day("2027-04-09"), due_tie=LAST),)}, "Ring the centre"),
            (
                {"tasks": (make_task(id="x", title=Text(), due_on=day("2027-04-09"), due_tie=LAST),)},
                "A task",
            ),
            (
                {"payments": (make_payment(id="x", what=Text(), due_on=day("2027-04-09"), due_tie=LAST),)},
                "a payment",
            ),
            (
                {
                    "documents": (
                        make_document(id="x", title=Text(), needed_by=day("2027-04-09"), needed_by_tie=LAST),
                    )
                },
                "Pathology report",
            ),
            (
                {"appointments": (make_appointment(id="x", starts=at("2027-04-09"), starts_tie=LAST),)},
                "Consultation",
            ),
        ],
    )
    def test_name_the_thing(self, thing: dict[str, Any], name: str) -> None:
        assert self.why(tie("thing", 1, thing="x"), **thing) == (
            f"Tied: 1 day after “{name}”, which moves from Fri 9 Apr 2027 to Sat 10 Apr 2027."
        )

    def test_name_the_session_of_a_tie_to_its_row(self) -> None:
        fractions = (make_fraction(1, "2027-04-07"), make_fraction(2, "2027-04-08", id="two"))
        appointment = make_appointment(id="a", starts=at("2026-01-01"), starts_tie=tie("thing", thing="two"))
        proposal = proposed(journey(appointments=(appointment,), courses=(course(*fractions),)), MISS)
        assert english(by_subject(proposal)["a", "starts"].why) == (
            "Tied: on the day of “session 2”, which moves from Thu 8 Apr 2027 to Fri 9 Apr 2027."
        )

    def test_say_so_when_a_date_is_there_for_the_first_time(self) -> None:
        bare = make_course(id="course", fractions=(), fractions_prescribed=2)
        appointment = make_appointment(id="a", starts=at("2027-01-01 09:00"), starts_tie=LAST)
        proposal = proposed(
            journey(courses=(bare,), appointments=(appointment,)), Interruption(new_start=day("2027-04-06"))
        )
        assert english(by_subject(proposal)["a", "starts"].why) == (
            "Tied: 1 day after the last session, which is now on Wed 7 Apr 2027."
        )


def test_names_of_what_never_moves_by_itself() -> None:
    assert [english(name_of(thing, {})) for thing in (make_meeting(), make_entry(), make_visa(), None)] == [
        "MDT board",
        "Entry",
        "S2 visa",
        "something that is not in the journey",
    ]
    assert english(name_of(make_deposit(), {})) == "Deposit"


def test_a_tie_of_any_anchor_can_be_said() -> None:
    assert [english(tie_words(tie(anchor, 2), {}, {})) for anchor in ("opened", "board", "thing")] == [
        "2 days after the opening of the journey",
        "2 days after the first MDT board",
        "2 days after “something that is not in the journey”",
    ]
