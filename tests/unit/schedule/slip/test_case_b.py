"""Domain facts 8.3, step by step: a machine that is down, then a fever, break the flight and the stay."""

from __future__ import annotations

import datetime as dt
from itertools import count

import pytest

from planner.edits.replan import accept
from planner.record.booking import BookingState
from planner.record.document import DocumentState
from planner.record.fraction import FractionState, MissedReason
from planner.record.journey import Journey
from planner.record.treatment_days import MachineDown
from planner.schedule.interruption import Interruption
from planner.schedule.options import OptionKind
from planner.schedule.slip.proposal import Happened, Proposal
from tests.builders.make import COMPANION, PATIENT, day
from tests.unit.schedule.slip.worked import by_subject, case_b, english, missed, moves, proposed, shown

DOWN = Interruption(machine_down=(MachineDown(first=day("2026-11-26"), last=day("2026-11-27")),))
THURSDAY_MORNING = dt.datetime(2026, 11, 26, 1, tzinfo=dt.UTC)
FEVER_DAY = dt.datetime(2026, 12, 1, 1, tzinfo=dt.UTC)


def accepted(proposal: Proposal) -> Journey:
    ids = count(1)
    edit = accept(proposal, proposal.everything, new_id=lambda: f"new-{next(ids)}")
    return edit.change(proposal.journey)


@pytest.fixture(scope="module")
def machine_down() -> Proposal:
    return proposed(case_b(), DOWN, now=THURSDAY_MORNING)


@pytest.fixture(scope="module")
def after_machine_down(machine_down: Proposal) -> Journey:
    return accepted(machine_down)


@pytest.fixture(scope="module")
def fever(after_machine_down: Journey) -> Proposal:
    return proposed(
        after_machine_down,
        Happened(interruption=missed("2026-12-01"), reason=MissedReason.PATIENT_UNWELL),
        now=FEVER_DAY,
    )


class TestStep1:
    """Machine down 26–27 November: the course ends on Tuesday 8 December, and the flight is broken."""

    def test_the_course_ends_on_tuesday_8_december(self, machine_down: Proposal) -> None:
        assert machine_down.replan.last == day("2026-12-08")

    def test_the_flight_of_6_december_must_go(self, machine_down: Proposal) -> None:
        flight = by_subject(machine_down)["flight-home", "departs"]
        assert (shown(flight.old), shown(flight.new)) == ("2026-12-06 22:10", "2026-12-10 22:10")
        assert flight.needs_rebooking
        assert flight.you_decide

    def test_the_session_of_the_day_itself_is_missed_and_that_of_tomorrow_moves(
        self, after_machine_down: Journey
    ) -> None:
        fractions = after_machine_down.courses[0].fractions
        gone = [one for one in fractions if one.state is FractionState.MISSED]
        assert [(one.number, one.starts.date, one.missed_reason) for one in gone] == [
            (4, day("2026-11-26"), MissedReason.MACHINE_DOWN)
        ]
        standing = {one.number: one.starts.date for one in fractions if one.stands}
        assert (standing[4], standing[5], standing[10]) == (
            day("2026-11-30"),
            day("2026-12-01"),
            day("2026-12-08"),
        )

    def test_the_centre_remembers_the_days_it_was_down(self, after_machine_down: Journey) -> None:
        (centre,) = (place for place in after_machine_down.places if place.id == "centre")
        assert centre.treatment_days[0].machine_down == DOWN.machine_down

    def test_what_was_promised_is_to_be_asked_for_again(self, after_machine_down: Journey) -> None:
        ride, flight = after_machine_down.legs
        assert (ride.booking.state, flight.booking.state) == (BookingState.CHANGED, BookingState.CHANGED)
        assert flight.booking.reference == "SPCMN2"
        assert [request.confirmation for request in flight.service_requests] == [None, None]
        (clearance,) = flight.clearances
        assert (clearance.sent_on, clearance.granted_on, clearance.reference) == (None, None, "")
        assert clearance.for_departure == flight.departs
        (review,) = after_machine_down.appointments
        assert review.confirmation is None
        assert after_machine_down.stays[0].booking.state is BookingState.CHANGED


class TestStep2:
    """Fever on 1 December: the course ends on the last legal day itself."""

    def test_the_course_ends_on_wednesday_9_december(self, fever: Proposal) -> None:
        assert fever.replan.last == day("2026-12-09")

    def test_the_patient_would_overstay_and_the_companion_just_not(self, fever: Proposal) -> None:
        found = by_subject(fever)
        patient, companion = (found[f"entry-{who}", "visa"] for who in (PATIENT, COMPANION))
        assert (patient.old, patient.new) == (-2, -3), "counted to the careful last day, 8 December"
        assert english(patient.why) == (
            "The last legal day is Wed 9 Dec 2026, or Tue 8 Dec 2026 when the day of entry is counted as "
            "the first."
        )
        assert [english(said) for said in patient.you_decide] == [
            "The exit would be 3 days too late: leave earlier, or ask in time to stay longer."
        ]
        assert (companion.old, companion.new) == (1, 0)
        assert english(companion.why).startswith("The last legal day is Sat 12 Dec 2026")

    def test_the_day_to_ask_for_a_stay_permit_is_the_day_after_the_fever(self, fever: Proposal) -> None:
        permit = by_subject(fever)[f"entry-{PATIENT}", "extensions"]
        assert (shown(permit.old), shown(permit.new)) == ("2026-12-02", "2026-12-02")
        assert english(permit.what) == "Last day to apply for a stay permit, ERIKSSON Anna Maria"
        assert english(permit.why) == "The stay would be longer than is permitted."

    def test_nothing_of_what_was_delivered_or_done_is_touched(self, fever: Proposal) -> None:
        assert "task-done" not in {one.subject.id for one in fever.consequences}


class TestStep3:
    """Ways out are listed with what each needs; none is chosen."""

    def test_a_weekend_session_or_a_second_session_would_end_on_8_december(self, fever: Proposal) -> None:
        assert [(one.kind, one.last) for one in fever.options] == [
            (OptionKind.CLOSED_DAY_SESSION, day("2026-12-08")),
            (OptionKind.SECOND_SESSION, day("2026-12-08")),
        ]
        assert day("2026-12-05") in fever.options[0].dates
        assert all(one.needs for one in fever.options)

    def test_the_proposal_itself_uses_none_of_them(self, fever: Proposal) -> None:
        standing = [one for one in fever.replan.fractions if one.stands]
        assert all(one.date.weekday() < 5 for one in standing)
        assert len({one.date for one in standing}) == len(standing)


def test_step_4_everything_that_hangs_on_the_course_is_named(fever: Proposal) -> None:
    assert moves(fever) == {
        "fit-to-fly.needed_by": "2026-12-09 → 2026-12-10",
        "flight-home.departs": "2026-12-10 22:10 → 2026-12-11 22:10",
        "flight-home.clearances": "2026-11-26..2026-12-07 → 2026-11-27..2026-12-08",
        "flight-home.booking.cost": "AUD 1500 → —",
        "entry-patient.exited": "2026-12-10 22:10 → 2026-12-11 22:10",
        "entry-patient.visa": "-2 → -3",
        "entry-patient.extensions": "2026-12-02 → 2026-12-02",
        "entry-companion.exited": "2026-12-10 22:10 → 2026-12-11 22:10",
        "entry-companion.visa": "1 → 0",
        "entry-companion.extensions": "2026-12-05 → 2026-12-05",
        "hotel-stay.leaves": "2026-12-10 18:00 → 2026-12-11 18:00",
        "hotel-stay.booking.cost": "CNY 12400 → CNY 12800",
        "ride-airport.departs": "2026-12-10 18:00 → 2026-12-11 18:00",
        "ride-airport.escort": "2026-12-10 18:00 → 2026-12-11 18:00",
        "end-review.starts": "2026-12-09 09:00 → 2026-12-10 09:00",
        "end-review.interpreter": "2026-12-09 09:00 → 2026-12-10 09:00",
        "deposit.draws_to": "2026-12-09 → 2026-12-10",
        "deposit.daily_draw": "CNY 150000 → CNY 155000",
        "task-airline.due_on": "2026-12-07 → 2026-12-08",
    }


def test_accepted_the_fever_is_history_and_the_whole_holds_together(fever: Proposal) -> None:
    after = accepted(fever)
    missed_sessions = [one for one in after.courses[0].fractions if one.state is FractionState.MISSED]
    assert [(one.number, one.missed_reason) for one in missed_sessions] == [
        (4, MissedReason.MACHINE_DOWN),
        (5, MissedReason.PATIENT_UNWELL),
    ]
    assert proposed(after, Interruption(), now=FEVER_DAY).consequences == ()
    assert after.documents[0].state is DocumentState.NEEDED
