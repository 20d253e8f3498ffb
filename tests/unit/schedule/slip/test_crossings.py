"""Exits that move, and what is left of the permitted stay."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from planner.record.visa import EntryBasis, EntryState, StayCounting
from planner.schedule.slip.proposal import Proposal
from tests.builders.make import (
    at,
    make_entry,
    make_visa,
    tie,
)
from tests.unit.schedule.slip.worked import (
    FEWER,
    LAST,
    LONG_BEFORE,
    MISS,
    by_subject,
    english,
    flight,
    journey,
    moves,
    proposed,
    said,
    shown,
    slip,
)


class TestCrossings:
    def entry(self, **fields: Any) -> Any:
        given = {
            "id": "entry",
            "visa": "visa",
            "exited": at("2027-04-09 01:30"),
            "exit_tie": LAST,
        }
        return make_entry(**given | fields)

    def slip(self, *, visa: Any = None, now: dt.datetime = LONG_BEFORE, **fields: Any) -> Proposal:
        visas = (visa or make_visa(id="visa", counting=StayCounting.ENTRY_DAY_IS_DAY_ONE),)
        return proposed(journey(entries=(self.entry(**fields),), visas=visas), MISS, now=now)

    def test_an_exit_moves_by_its_tie(self) -> None:
        assert moves(self.slip()) == {
            "entry.exited": "2027-04-09 01:30 → 2027-04-10 01:30",
            "entry.visa": "27 → 26",
        }
        assert (
            english(by_subject(self.slip())["entry", "exited"].what)
            == "ERIKSSON Anna Maria leaves the country"
        )

    def test_an_exit_on_a_leg_moves_with_the_leg_even_without_a_tie(self) -> None:
        leg = flight()
        entry = self.entry(exit_tie=None, exit_leg="leg", exited=at("2027-04-08 23:50"))
        proposal = slip(legs=(leg,), entries=(entry,))
        assert shown(by_subject(proposal)["entry", "exited"].new) == "2027-04-09 23:50", (
            "through border control"
        )

    def test_an_exit_made_stays_and_one_still_to_come_moves_after_the_entry_was_made(self) -> None:
        made = {"state": EntryState.ACTUAL}
        assert "entry.exited" in moves(self.slip(**made))
        assert moves(self.slip(**made, now=dt.datetime(2027, 4, 20, tzinfo=dt.UTC))) == {}
        assert moves(self.slip(state=EntryState.CANCELLED)) == {}

    def test_an_exit_that_its_tie_says_no_more_leaves_the_stay_alone(self) -> None:
        entry = self.entry(exit_tie=tie("fraction", number=3))
        proposal = proposed(journey(entries=(entry,), visas=(make_visa(id="visa"),)), FEWER)
        assert moves(proposal) == {"entry.exited": "2027-04-09 01:30 → —"}

    def test_without_a_known_last_day_nothing_is_said_of_the_stay(self) -> None:
        assert moves(self.slip(visa=make_visa(id="visa", stay_days=None))) == {
            "entry.exited": "2027-04-09 01:30 → 2027-04-10 01:30"
        }

    def test_whoever_leaves_is_named_as_well_as_the_record_can(self) -> None:
        stranger = self.entry(traveller="somebody")
        proposal = proposed(journey(entries=(stranger,)), MISS)
        assert (
            english(by_subject(proposal)["entry", "exited"].what) == "an unnamed traveller leaves the country"
        )

    def test_few_days_left_name_the_day_to_ask_for_an_extension(self) -> None:
        short = make_visa(id="visa", stay_days=35, counting=StayCounting.ENTRY_DAY_IS_DAY_ONE)
        one = by_subject(self.slip(visa=short))["entry", "extensions"]
        assert (shown(one.old), shown(one.new)) == ("2027-04-04", "2027-04-04")
        assert english(one.what) == "Last day to apply for an extension of the stay, ERIKSSON Anna Maria"
        assert english(one.why) == "Only 1 day of the permitted stay would be left."

    @pytest.mark.parametrize(
        ("stay_days", "why"),
        [
            (36, "Only 2 days of the permitted stay would be left."),
            (34, "No day of the permitted stay would be left."),
            (33, "The stay would be longer than is permitted."),
        ],
    )
    def test_why_to_ask_is_said_by_the_days_left(self, stay_days: int, why: str) -> None:
        short = make_visa(id="visa", stay_days=stay_days, counting=StayCounting.ENTRY_DAY_IS_DAY_ONE)
        assert english(by_subject(self.slip(visa=short))["entry", "extensions"].why) == why

    def test_that_day_may_have_passed(self) -> None:
        short = make_visa(id="visa", stay_days=35, counting=StayCounting.ENTRY_DAY_IS_DAY_ONE)
        late = self.slip(visa=short, now=dt.datetime(2027, 4, 6, tzinfo=dt.UTC))
        assert said(by_subject(late)["entry", "extensions"]) == [
            "Whether to ask is yours and theirs to decide; approval is never certain.",
            "Sun 4 Apr 2027 has passed.",
        ]

    def test_visa_free_a_stay_permit_is_asked_for(self) -> None:
        free = make_visa(
            id="visa",
            basis=EntryBasis.UNILATERAL_VISA_FREE,
            stay_days=32,
            counting=StayCounting.DAY_AFTER_ENTRY_IS_DAY_ONE,
        )
        found = by_subject(self.slip(visa=free))
        assert english(found["entry", "extensions"].what) == (
            "Last day to apply for a stay permit, ERIKSSON Anna Maria"
        )
        assert said(found["entry", "visa"]) == [
            "The exit would be 2 days too late: leave earlier, or ask in time to stay longer."
        ]
