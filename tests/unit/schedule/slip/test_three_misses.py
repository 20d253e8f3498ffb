"""Domain facts 8.1: the sample's sessions of 13, 14 and 21 April are missed."""

from __future__ import annotations

import datetime as dt

import pytest

from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.schedule.dated_fields import day_of
from planner.schedule.slip.consequence import ConsequenceKind
from planner.schedule.slip.proposal import Proposal
from tests.builders.make import at, day
from tests.unit.schedule.slip.worked import by_subject, english, missed, moves, proposed, sample, shown

NOW = dt.datetime(2027, 4, 12, 4, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def journey() -> Journey:
    return sample()


@pytest.fixture(scope="module")
def proposal(journey: Journey) -> Proposal:
    return proposed(journey, missed("2027-04-13", "2027-04-14", "2027-04-21"), now=NOW)


def test_the_last_session_is_on_thursday_29_april(proposal: Proposal) -> None:
    assert proposal.replan.last == day("2027-04-29")
    assert [(move.number, str(move.new.date)) for move in proposal.moves if move.new] == [
        (6, "2027-04-15"),
        (7, "2027-04-16"),
        (8, "2027-04-19"),
        (9, "2027-04-20"),
        (10, "2027-04-22"),
        (11, "2027-04-23"),
        (12, "2027-04-26"),
        (13, "2027-04-27"),
        (14, "2027-04-28"),
        (15, "2027-04-29"),
    ]


def test_reviews_follow_their_sessions_and_the_end_review_is_on_friday_30_april(proposal: Proposal) -> None:
    assert moves(proposal, ["sample-weekly-review-1"]) == {}, "fraction 3 does not move"
    assert moves(proposal, ["sample-weekly-review-2", "sample-weekly-review-3", "sample-end-review"]) == {
        "sample-weekly-review-2.starts": "2027-04-15 11:00 → 2027-04-19 11:00",
        "sample-weekly-review-2.interpreter": "2027-04-15 11:00 → 2027-04-19 11:00",
        "sample-weekly-review-3.starts": "2027-04-22 11:00 → 2027-04-27 11:00",
        "sample-weekly-review-3.interpreter": "2027-04-22 11:00 → 2027-04-27 11:00",
        "sample-end-review.starts": "2027-04-27 09:00 → 2027-04-30 09:00",
        "sample-end-review.interpreter": "2027-04-27 09:00 → 2027-04-30 09:00",
    }


def test_the_flight_moves_to_sunday_2_may_and_the_carrier_must_say_whether_it_flies(
    proposal: Proposal,
) -> None:
    flight = by_subject(proposal)["sample-leg-tfu-akl", "departs"]
    assert (shown(flight.old), shown(flight.new)) == ("2027-04-29 01:30", "2027-05-02 01:30")
    assert flight.needs_rebooking
    assert (shown(flight.free_cancel_until), flight.free_cancel_over) == ("2027-04-26 01:30", False)
    assert [english(said) for said in flight.you_decide] == [
        "The record does not say on which days 3U3811 runs; ask the carrier."
    ]
    assert english(flight.why) == (
        "Tied: 3 days after the last session, which moves from Mon 26 Apr 2027 to Thu 29 Apr 2027."
    )


def test_four_days_of_the_stay_are_left_for_each_and_the_day_to_ask_for_more_is_named(
    proposal: Proposal,
) -> None:
    for who in ("patient", "companion"):
        assert moves(proposal, [f"sample-entry-{who}"]) == {
            f"sample-entry-{who}.exited": "2027-04-29 01:30 → 2027-05-02 01:30",
            f"sample-entry-{who}.visa": "7 → 4",
            f"sample-entry-{who}.extensions": "— → 2027-04-29",
        }
    stay = by_subject(proposal)["sample-entry-patient", "visa"]
    assert english(stay.why) == "The last legal day is Thu 6 May 2027."
    assert stay.you_decide == ()


def test_the_last_errand_falls_on_labour_day_and_a_person_must_decide(proposal: Proposal) -> None:
    discharge = by_subject(proposal)["sample-discharge", "starts"]
    assert shown(discharge.new) == "2027-05-01 10:00"
    assert [english(said) for said in discharge.you_decide] == [
        "Sat 1 May 2027 is a day off there (Labour Day); ask whether it is possible."
    ]


def test_hotel_rides_and_escort_follow_the_flight_the_evening_before(proposal: Proposal) -> None:
    assert moves(proposal, ["sample-stay-hotel", "sample-leg-hotel-tfu", "sample-leg-akl-home"]) == {
        "sample-stay-hotel.leaves": "2027-04-28 21:30 → 2027-05-01 21:30",
        "sample-stay-hotel.booking.cost": "CNY 21420 → CNY 22680",
        "sample-leg-hotel-tfu.departs": "2027-04-28 21:30 → 2027-05-01 21:30",
        "sample-leg-hotel-tfu.escort": "2027-04-28 21:30 → 2027-05-01 21:30",
        "sample-leg-akl-home.departs": "2027-04-29 19:00 → 2027-05-02 19:00",
    }
    hotel = by_subject(proposal)["sample-stay-hotel", "leaves"]
    assert hotel.needs_rebooking
    assert hotel.free_cancel_over, "free of charge only until 6 March"
    cost = by_subject(proposal)["sample-stay-hotel", "booking.cost"]
    assert english(cost.why) == "3 more nights at CNY 420.00."


def test_every_ride_to_a_session_that_moves_goes_with_it(proposal: Proposal) -> None:
    rides = [one for one in proposal.consequences if one.kind is ConsequenceKind.RIDE]
    to_sessions = {one.subject.id: day_of(one.new) for one in rides if "fraction" in one.subject.id}  # type: ignore[arg-type]
    dates = {move.number: move.new.date for move in proposal.moves if move.new}
    assert to_sessions == {
        f"sample-leg-fraction-{number:02}-{way}": date
        for number, date in dates.items()
        for way in ("out", "back")
    }
    assert all(one.needs_rebooking for one in rides), "the driver was promised the old time"


def test_clearance_and_fit_to_fly_move_with_the_flight(proposal: Proposal) -> None:
    assert moves(proposal, ["sample-doc-fit-to-fly", "sample-doc-clearance-return"]) == {
        "sample-doc-fit-to-fly.needed_by": "2027-04-27 → 2027-04-30",
        "sample-doc-clearance-return.needed_by": "2027-04-27 → 2027-04-30",
    }
    clearance = by_subject(proposal)["sample-leg-tfu-akl", "clearances"]
    assert (shown(clearance.old), shown(clearance.new)) == (
        "2027-04-15..2027-04-26",
        "2027-04-18..2027-04-29",
    )
    assert not clearance.needs_rebooking, "the form for the flight home was not sent yet"


def test_the_deposit_would_fall_3200_yuan_short(proposal: Proposal) -> None:
    assert moves(proposal, ["sample-deposit"]) == {
        "sample-deposit.draws_to": "2027-04-27 → 2027-04-30",
        "sample-deposit.daily_draw": "CNY 220000 → CNY 233200",
    }
    drawn = by_subject(proposal)["sample-deposit", "daily_draw"]
    assert [english(said) for said in drawn.you_decide] == [
        "What is paid and planned would fall short by CNY 3,200.00, from Fri 30 Apr 2027 on."
    ]


def test_follow_ups_tasks_and_payments_follow(proposal: Proposal) -> None:
    assert moves(
        proposal,
        [
            *("sample-follow-up-bloods", "sample-follow-up-mri", "sample-tele-review"),
            *("sample-task-clearance-return", "sample-task-follow-up-mri", "sample-pay-interpreter"),
        ],
    ) == {
        "sample-follow-up-bloods.starts": "2027-05-26 → 2027-05-29",
        "sample-follow-up-mri.starts": "2027-07-27 → 2027-07-30",
        "sample-tele-review.starts": "2027-08-04 10:00 → 2027-08-07 10:00",
        "sample-tele-review.interpreter": "2027-08-04 10:00 → 2027-08-07 10:00",
        "sample-task-clearance-return.due_on": "2027-04-20 → 2027-04-23",
        "sample-task-follow-up-mri.due_on": "2027-08-02 → 2027-08-05",
        "sample-pay-interpreter.due_on": "2027-04-27 → 2027-04-30",
    }


def test_what_was_before_the_course_stays(proposal: Proposal) -> None:
    stays = {"sample-plan-qa", "sample-leg-akl-tfu", "sample-pay-top-up-1", "sample-entry-patient.entered"}
    assert not stays & {one.subject.id for one in proposal.consequences}


def test_everything_hangs_on_the_sessions_in_the_end(proposal: Proposal) -> None:
    assert proposal.standing(proposal.everything) == proposal.everything
    without_sessions = proposal.everything - {"sessions"}
    assert proposal.standing(without_sessions) == frozenset()
    flight = by_subject(proposal)["sample-leg-tfu-akl", "departs"].key
    left = proposal.standing(proposal.everything - {flight})
    gone = {one.subject.id for one in proposal.consequences if one.key not in left}
    assert {"sample-leg-tfu-akl", "sample-stay-hotel", "sample-discharge", "sample-entry-companion"} <= gone
    assert "sample-end-review" not in gone


def test_a_date_that_a_person_has_said_leads_what_hangs_on_it(journey: Journey) -> None:
    thursday = at("2027-05-06 01:30")
    proposal = proposed(
        journey,
        missed("2027-04-13", "2027-04-14", "2027-04-21"),
        now=NOW,
        decided={Subject("leg", "sample-leg-tfu-akl", "departs"): thursday},
    )
    flight = by_subject(proposal)["sample-leg-tfu-akl", "departs"]
    assert flight.new == thursday
    assert flight.you_decide == ()
    assert english(flight.why) == "You have said so."
    assert moves(proposal, ["sample-stay-hotel", "sample-discharge", "sample-entry-patient"]) == {
        "sample-stay-hotel.leaves": "2027-04-28 21:30 → 2027-05-05 21:30",
        "sample-stay-hotel.booking.cost": "CNY 21420 → CNY 24360",
        "sample-discharge.starts": "2027-04-28 10:00 → 2027-05-05 10:00",
        "sample-discharge.interpreter": "2027-04-28 10:00 → 2027-05-05 10:00",
        "sample-entry-patient.exited": "2027-04-29 01:30 → 2027-05-06 01:30",
        "sample-entry-patient.visa": "7 → 0",
        "sample-entry-patient.extensions": "— → 2027-04-29",
    }


def test_keeping_the_flight_keeps_all_that_hangs_on_it(journey: Journey) -> None:
    proposal = proposed(
        journey,
        missed("2027-04-13"),
        now=NOW,
        decided={Subject("leg", "sample-leg-tfu-akl", "departs"): day("2027-04-29")},
    )
    moved = {one.subject.id for one in proposal.consequences}
    assert "sample-end-review" in moved
    assert not {"sample-leg-tfu-akl", "sample-stay-hotel", "sample-entry-patient"} & moved
