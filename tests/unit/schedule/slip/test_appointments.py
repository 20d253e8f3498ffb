"""Appointments that move: at their own time, on the day their tie says, unless it is closed there."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from planner.record.appointment import AppointmentKind, AppointmentState
from planner.record.treatment_days import DatedPolicy
from planner.schedule.slip.consequence import KIND_LABELS, ConsequenceKind
from tests.builders.make import (
    CENTRE,
    DRIVER,
    INTERPRETER,
    at,
    confirmed,
    day,
    make_appointment,
    make_place,
    tie,
)
from tests.unit.schedule.slip.worked import (
    FEWER,
    LAST,
    MISS,
    by_subject,
    english,
    journey,
    only,
    proposed,
    said,
    shown,
    slip,
)


class TestAppointments:
    def review(self, **fields: Any) -> Any:
        given = {"id": "a", "starts": at("2027-04-09 11:00"), "starts_tie": LAST}
        return make_appointment(**given | fields)

    @pytest.mark.parametrize(
        ("kind", "becomes"),
        [
            (AppointmentKind.WEEKLY_REVIEW, ConsequenceKind.REVIEW),
            (AppointmentKind.END_REVIEW, ConsequenceKind.REVIEW),
            (AppointmentKind.FOLLOW_UP, ConsequenceKind.FOLLOW_UP),
            (AppointmentKind.TELE_REVIEW, ConsequenceKind.FOLLOW_UP),
            (AppointmentKind.IMAGING, ConsequenceKind.APPOINTMENT),
        ],
    )
    def test_are_told_by_their_kind(self, kind: AppointmentKind, becomes: ConsequenceKind) -> None:
        one = only(slip(appointments=(self.review(kind=kind),)))
        assert (one.kind, shown(one.new)) == (becomes, "2027-04-10 11:00")
        assert one.key == f"{becomes.value}/a/starts"
        assert one.kind_label == KIND_LABELS[becomes]

    def test_one_that_nobody_confirmed_needs_no_rebooking(self) -> None:
        assert not only(slip(appointments=(self.review(),))).needs_rebooking
        assert only(slip(appointments=(self.review(confirmation=confirmed()),))).needs_rebooking

    @pytest.mark.parametrize(
        "state", [AppointmentState.DONE, AppointmentState.MISSED, AppointmentState.CANCELLED]
    )
    def test_one_that_is_over_stays(self, state: AppointmentState) -> None:
        assert slip(appointments=(self.review(state=state),)).consequences == ()

    def test_without_a_time_the_day_moves(self) -> None:
        one = only(slip(appointments=(self.review(starts=at("2027-04-09")),)))
        assert shown(one.new) == "2027-04-10"

    def test_a_weekend_is_a_question(self) -> None:
        assert said(only(slip(appointments=(self.review(),)))) == [
            "Sat 10 Apr 2027 is a weekend day there; ask whether it is possible."
        ]

    def test_not_where_nobody_knows_the_place_or_its_country(self) -> None:
        assert said(only(slip(appointments=(self.review(place=None),)))) == []
        nowhere = (make_place(id=CENTRE, country=""),)
        assert said(only(slip(appointments=(self.review(),), places=nowhere))) == []

    def test_nor_where_the_centre_treats_that_day(self) -> None:
        open_day = make_place(id=CENTRE, treatment_days=(DatedPolicy(extra_days=(day("2027-04-10"),)),))
        assert said(only(slip(appointments=(self.review(),), places=(open_day,)))) == []

    def test_a_session_that_is_planned_no_more_leaves_it_to_a_person(self) -> None:
        third = self.review(starts_tie=tie("fraction", number=3), interpreter=INTERPRETER)
        one = only(proposed(journey(appointments=(third,)), FEWER))
        assert (shown(one.new), said(one)) == ("—", ["Set the date yourself, or call it off."])
        assert english(one.why) == "Tied: on the day of session 3, which is no longer planned."

    def test_what_should_have_taken_place_is_not_moved_silently(self) -> None:
        late = proposed(
            journey(appointments=(self.review(),)), MISS, now=dt.datetime(2027, 4, 12, tzinfo=dt.UTC)
        )
        assert said(only(late)) == [
            "Its time, Fri 9 Apr 2027, 11:00, has passed. If it took place, leave it and mark it as done.",
            "Sat 10 Apr 2027, 11:00 has passed.",
            "Sat 10 Apr 2027 is a weekend day there; ask whether it is possible.",
        ]

    def test_interpreter_and_driver_come_along(self) -> None:
        both = self.review(interpreter=INTERPRETER, driver=DRIVER)
        proposal = slip(appointments=(both,))
        people = {one.subject.field: one for one in proposal.consequences if one.person}
        assert {field: (one.kind, one.person) for field, one in people.items()} == {
            "interpreter": (ConsequenceKind.INTERPRETER, INTERPRETER),
            "driver": (ConsequenceKind.DRIVER, DRIVER),
        }
        assert all(one.needs_rebooking for one in people.values())
        assert english(people["driver"].what) == "Mr Placeholder"
        assert english(people["driver"].why) == "They are booked for: Consultation"
        assert people["driver"].depends_on == by_subject(proposal)["a", "starts"].key
