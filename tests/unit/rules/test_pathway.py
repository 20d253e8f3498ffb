"""The pathway: its steps in order, none missing, none too soon after another."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.edits.fix import fix_edit
from planner.itinerary.build import build
from planner.record.appointment import Appointment, AppointmentKind, AppointmentState
from planner.record.consent import Audience
from planner.record.document import DocumentKind
from planner.record.fraction import FractionState
from planner.record.integrity import problems
from planner.record.journey import Journey
from planner.record.visa import VisaState, VisaStep, VisaStepKind
from planner.reference.limits import Limits
from planner.rules.finding import EnterAll, EnterNew, OpenField, Severity, Subject
from tests.builders import (
    NEW_ZEALAND,
    at,
    day,
    make_appointment,
    make_course,
    make_document,
    make_entry,
    make_fraction,
    make_journey,
    make_leg,
    make_meeting,
    make_traveller,
    make_visa,
    text,
)
from tests.builders.make import AIRPORT, HOME_AIRPORT, PATIENT
from tests.unit.rules.harness import Golden, raised, shipped

KINDS = AppointmentKind


def step(kind: AppointmentKind, starts: str, **fields: Any) -> Appointment:
    return make_appointment(**{"id": kind.value, "kind": kind, "starts": at(starts)} | fields)


#: As in the worked record: markers Friday 12 March, simulation on the 22nd, first session 6 April 2027.
CONSENT = step(KINDS.INFORMED_CONSENT, "2027-03-11 15:30")
MARKERS = step(KINDS.FIDUCIAL_MARKERS, "2027-03-12 08:30")
SIMULATION = step(KINDS.SIMULATION, "2027-03-22 13:00")
PLANNING = step(KINDS.PLANNING, "2027-03-23", ends=at("2027-04-01"))
QA = step(KINDS.PLAN_QA, "2027-04-02 16:00")
REVIEW = step(KINDS.WEEKLY_REVIEW, "2027-04-08 11:00")
END_REVIEW = step(KINDS.END_REVIEW, "2027-04-13 09:00")
FOLLOW_UP = step(KINDS.FOLLOW_UP, "2027-05-26")
STEPS = (CONSENT, MARKERS, SIMULATION, PLANNING, QA, REVIEW, END_REVIEW, FOLLOW_UP)
SESSIONS = tuple(
    make_fraction(number, on, id=f"session-{number}")
    for number, on in enumerate(
        ("2027-04-06", "2027-04-07", "2027-04-08", "2027-04-09", "2027-04-12"), start=1
    )
)
COURSE = make_course(id="course", fractions=SESSIONS)
BOARD = make_meeting(id="board", decision=text("Suitable.", "适合。"))
JOURNEY = make_journey(
    id="journey", courses=(COURSE,), appointments=STEPS, mdt_meetings=(BOARD,), template=""
)
LETTER = make_document(
    id="letter", kind=DocumentKind.INVITATION_LETTER, traveller=PATIENT, issued_on=day("2027-01-15")
)
LODGE = VisaStep(id="lodge", kind=VisaStepKind.LODGE, planned=at("2027-02-03 10:00", NEW_ZEALAND))
VISA = make_visa(id="visa", state=VisaState.PREPARING, steps=(LODGE,))
PAPERS = replace(JOURNEY, documents=(LETTER,), visas=(VISA,))
HOME = make_leg(
    id="home",
    origin=AIRPORT,
    destination=HOME_AIRPORT,
    departs=at("2027-04-16 01:30"),
    arrives=at("2027-04-16 17:40", NEW_ZEALAND),
)
FIT = make_document(id="fit", kind=DocumentKind.FIT_TO_FLY)
TODAY = "2027-03-01"


def moved(kind: AppointmentKind, starts: str, **facts: Any) -> Journey:
    """The journey with one step at another time."""
    return replace(
        JOURNEY,
        appointments=tuple(
            replace(one, starts=at(starts), **facts) if one.kind is kind else one for one in STEPS
        ),
    )


def without(*kinds: AppointmentKind) -> Journey:
    return replace(JOURNEY, appointments=tuple(one for one in STEPS if one.kind not in kinds))


def first_session(starts: str) -> Journey:
    fractions = (replace(SESSIONS[0], starts=at(starts)), *SESSIONS[1:])
    return replace(JOURNEY, courses=(replace(COURSE, fractions=fractions),))


def messages(code: str, journey: Journey, today: str = TODAY) -> list[str]:
    return [str(finding.message) for finding in raised(code, journey, today)]


GOLDEN = (
    Golden(
        code="pathway.order",
        hazard="the simulation is planned after the first session",
        journey=moved(KINDS.SIMULATION, "2027-04-06 13:00"),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="pathway.order",
        hazard="markers before the talk about consent",
        journey=moved(KINDS.FIDUCIAL_MARKERS, "2027-03-11 15:00"),
        fine=moved(KINDS.FIDUCIAL_MARKERS, "2027-03-11 15:30"),
        today=TODAY,
    ),
    Golden(
        code="pathway.order",
        hazard="the end review before the last session",
        journey=moved(KINDS.END_REVIEW, "2027-04-12 10:19"),
        fine=moved(KINDS.END_REVIEW, "2027-04-12 10:20"),
        today=TODAY,
    ),
    Golden(
        code="pathway.order",
        hazard="a weekly review after the course",
        journey=moved(KINDS.WEEKLY_REVIEW, "2027-04-13 11:00"),
        fine=moved(KINDS.WEEKLY_REVIEW, "2027-04-12 11:00"),
        today=TODAY,
    ),
    Golden(
        code="pathway.order",
        hazard="the letter is older than the board it rests on",
        journey=replace(PAPERS, documents=(replace(LETTER, issued_on=day("2027-01-05")),)),
        fine=replace(PAPERS, documents=(replace(LETTER, issued_on=day("2027-01-06")),)),
        today=TODAY,
    ),
    Golden(
        code="pathway.order",
        hazard="the application is lodged before its letter is written",
        journey=replace(PAPERS, documents=(replace(LETTER, issued_on=day("2027-02-04")),)),
        fine=replace(PAPERS, documents=(replace(LETTER, issued_on=day("2027-02-03")),)),
        today="2027-01-20",
    ),
    Golden(
        code="pathway.missing-step",
        hazard="no simulation",
        journey=without(KINDS.SIMULATION),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="pathway.missing-step",
        hazard="no end review",
        journey=without(KINDS.END_REVIEW),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="pathway.missing-step",
        hazard="this template has markers",
        journey=replace(without(KINDS.FIDUCIAL_MARKERS), template="proton-liver-markers"),
        fine=replace(without(KINDS.FIDUCIAL_MARKERS), template="proton-liver"),
        today=TODAY,
    ),
    Golden(
        code="pathway.missing-step",
        hazard="flying home without a fit-to-fly certificate among the documents",
        journey=replace(JOURNEY, legs=(HOME,)),
        fine=replace(JOURNEY, legs=(HOME,), documents=(FIT,)),
        today=TODAY,
    ),
    Golden(
        code="pathway.wait-too-short",
        hazard="the simulation four days after the markers",
        journey=moved(KINDS.SIMULATION, "2027-03-16 13:00"),
        fine=moved(KINDS.SIMULATION, "2027-03-17 13:00"),
        today=TODAY,
    ),
    Golden(
        code="pathway.wait-too-short",
        hazard="Qingming is no working day for the planners",
        journey=moved(KINDS.SIMULATION, "2027-03-30 13:00"),  # 31 March, 1, 2 and 6 April
        fine=moved(KINDS.SIMULATION, "2027-03-29 13:00"),
        today=TODAY,
    ),
    Golden(
        code="pathway.decision-missing",
        hazard="the board met and nobody wrote down what it decided",
        journey=replace(JOURNEY, mdt_meetings=(make_meeting(id="board"),)),
        fine=JOURNEY,
        today="2027-01-10",
    ),
)


# ---- order -------------------------------------------------------------------------------------------------


def test_one_step_that_is_too_early_is_one_finding_with_all_that_should_come_first() -> None:
    (found,) = raised("pathway.order", first_session("2027-03-12 08:00"), TODAY)
    assert found.severity is Severity.BLOCKER
    assert found.subject.id == "session-1"
    said = str(found.message)
    assert said.startswith("session 1 is planned for")
    assert said.count("{what} ({day})") == 4, "markers, simulation, planning, plan check; not the consent"
    assert len(found.fixes) == 5


def test_one_step_that_is_too_late_is_itself_the_subject() -> None:
    (found,) = raised("pathway.order", moved(KINDS.SIMULATION, "2027-04-06 13:00"), TODAY)
    assert found.subject.id == "simulation"


def test_without_times_the_days_decide() -> None:
    assert raised("pathway.order", moved(KINDS.FIDUCIAL_MARKERS, "2027-03-11"), TODAY) == ()
    assert len(raised("pathway.order", moved(KINDS.FIDUCIAL_MARKERS, "2027-03-10"), TODAY)) == 1


def test_what_is_over_is_no_plan_any_more() -> None:
    late = moved(KINDS.FIDUCIAL_MARKERS, "2027-03-11 15:00")
    assert len(raised("pathway.order", late, "2027-03-11")) == 1
    assert raised("pathway.order", late, "2027-03-12") == ()
    assert raised("pathway.order", moved(KINDS.END_REVIEW, "2027-04-09 09:00"), "2027-04-10") == ()
    assert raised("pathway.order", moved(KINDS.WEEKLY_REVIEW, "2027-04-01 09:00"), "2027-04-02") == ()


def test_missed_and_cancelled_steps_and_those_of_another_course_do_not_count() -> None:
    for state in (AppointmentState.MISSED, AppointmentState.CANCELLED):
        gone = moved(KINDS.SIMULATION, "2027-04-06 13:00", state=state)
        assert raised("pathway.order", gone, TODAY) == ()
    two = replace(JOURNEY, courses=(COURSE, make_course(id="second", fractions=())))
    assert (
        raised("pathway.order", replace(two, appointments=first_session("2027-03-12").appointments), TODAY)
        == ()
    )
    named = moved(KINDS.SIMULATION, "2027-04-06 13:00", course="second")
    assert raised("pathway.order", replace(two, appointments=named.appointments), TODAY) == ()


def test_a_delivered_session_is_where_it_was_given() -> None:
    given = replace(SESSIONS[0], state=FractionState.DELIVERED, delivered_at=at("2027-04-02 15:00"))
    journey = replace(JOURNEY, courses=(replace(COURSE, fractions=(given, *SESSIONS[1:])),))
    (found,) = raised("pathway.order", journey, "2027-04-02")
    assert found.subject.id == "plan-qa"


def test_the_first_letter_counts_and_the_papers_rest_after_the_entry() -> None:
    again = replace(LETTER, id="again", issued_on=day("2027-02-10"))
    early = replace(LETTER, id="early", issued_on=day("2027-01-05"))
    assert raised("pathway.order", replace(PAPERS, documents=(LETTER, again)), TODAY) == ()
    assert len(raised("pathway.order", replace(PAPERS, documents=(LETTER, early)), TODAY)) == 1
    translated = replace(early, translation_of="letter")
    assert raised("pathway.order", replace(PAPERS, documents=(LETTER, translated)), TODAY) == ()
    for other in ({"issued_on": None}, {"kind": DocumentKind.OTHER}):
        assert raised("pathway.order", replace(PAPERS, documents=(replace(early, **other),)), TODAY) == ()
    entered = replace(PAPERS, documents=(early,), entries=(make_entry(id="entry"),))
    assert len(raised("pathway.order", entered, "2027-03-08")) == 1
    assert raised("pathway.order", entered, "2027-03-09") == ()
    assert raised("pathway.order", replace(PAPERS, documents=(early,), mdt_meetings=()), TODAY) == ()


@pytest.mark.parametrize(
    ("step_facts", "visa_facts", "raises"),
    [
        ({}, {}, True),
        ({"done_on": day("2027-02-05")}, {}, False),
        ({"planned": None}, {}, False),
        ({"kind": VisaStepKind.COLLECT}, {}, False),
        ({}, {"state": VisaState.GRANTED}, False),
        ({}, {"traveller": "companion"}, False),
    ],
)
def test_only_an_open_application_waits_for_its_letter(
    step_facts: dict[str, Any], visa_facts: dict[str, Any], raises: bool
) -> None:
    late = replace(LETTER, issued_on=day("2027-02-04"))
    visa = replace(VISA, steps=(replace(LODGE, **step_facts),), **visa_facts)
    journey = replace(PAPERS, documents=(late,), visas=(visa,))
    assert bool(raised("pathway.order", journey, TODAY)) is raises


# ---- missing steps -----------------------------------------------------------------------------------------


def test_everything_that_is_missing_before_the_first_session_is_named_at_once() -> None:
    bare = replace(JOURNEY, appointments=(), mdt_meetings=())
    found = raised("pathway.missing-step", bare, TODAY)
    assert [one.severity for one in found] == [
        Severity.WARNING,  # consent, simulation, plan check
        Severity.NOTE,  # no board, no consultation
        Severity.WARNING,  # no end review
        Severity.NOTE,  # no follow-up
    ]
    assert raised("pathway.missing-step", bare, "2027-04-06")[0].severity is Severity.WARNING
    assert len(raised("pathway.missing-step", bare, "2027-04-07")) == 2, "the course has begun"
    assert raised("pathway.missing-step", bare, "2027-04-13") == ()


def test_all_that_is_missing_is_entered_in_one_step_and_then_asked_for_its_days() -> None:
    bare = replace(JOURNEY, appointments=(), travellers=(make_traveller(id="patient"),))
    before = raised("pathway.missing-step", bare, TODAY)[0]
    all_of_it, the_first = before.fixes
    assert isinstance(all_of_it.action, EnterAll)
    assert isinstance(the_first.action, EnterNew)
    kinds = [dict(known)["kind"] for known in all_of_it.action.several]
    assert kinds == [KINDS.INFORMED_CONSENT, KINDS.SIMULATION, KINDS.PLAN_QA]
    ids = iter("abc")
    edit = fix_edit(bare, before, all_of_it, new_id=lambda: next(ids))
    assert edit is not None
    entered = edit.change(bare)
    assert problems(entered) == ()
    assert {(one.travellers, one.course, one.starts) for one in entered.appointments} == {
        (("patient",), bare.courses[0].id, None)
    }
    asked = raised("pathway.missing-step", entered, TODAY)[0]
    assert [fix.action for fix in asked.fixes] == [
        OpenField(Subject("appointment", id, "starts")) for id in "abc"
    ]
    dated = tuple(replace(one, starts=at("2027-03-20 10:00")) for one in entered.appointments)
    after = raised("pathway.missing-step", replace(entered, appointments=dated), TODAY)
    assert not any("Session 1" in str(one.message) for one in after)


def test_where_one_step_is_missing_its_form_is_opened() -> None:
    (found,) = raised("pathway.missing-step", without(KINDS.SIMULATION), TODAY)
    (fix,) = found.fixes
    assert isinstance(fix.action, EnterNew)
    assert dict(fix.action.known)["kind"] is KINDS.SIMULATION


@pytest.mark.parametrize("kind", [KINDS.END_REVIEW, KINDS.FOLLOW_UP])
def test_what_comes_after_the_course_and_has_no_day_yet_is_not_said_to_be_missing(
    kind: AppointmentKind,
) -> None:
    waiting = tuple(replace(one, starts=None) if one.kind is kind else one for one in STEPS)
    (found,) = raised("pathway.missing-step", replace(JOURNEY, appointments=waiting), TODAY)
    assert "has no day yet" in str(found.message)
    (there,) = [one for one in waiting if one.kind is kind]
    assert [fix.action for fix in found.fixes] == [OpenField(Subject("appointment", there.id, "starts"))]


def test_a_consultation_may_take_the_place_of_a_board() -> None:
    consulted = (*STEPS, step(KINDS.REMOTE_CONSULTATION, "2026-12-22 14:00"))
    journey = replace(JOURNEY, mdt_meetings=(), appointments=consulted)
    assert raised("pathway.missing-step", journey, TODAY) == ()


@pytest.mark.parametrize(("days", "raises"), [(6, False), (5, True)])
def test_the_longest_stretch_without_a_review_is_told(days: int, raises: bool) -> None:
    """Without the review of 8 April the course goes from the 6th to the 12th, six days later."""
    reference = replace(shipped(), limits=Limits(review_gap_days=days))
    found = raised("pathway.missing-step", without(KINDS.WEEKLY_REVIEW), TODAY, reference)
    assert bool(found) is raises
    assert raised("pathway.missing-step", JOURNEY, TODAY, reference) == ()


def test_a_course_without_a_review_takes_as_many_days_as_its_card_says() -> None:
    reference = replace(shipped(), limits=Limits(review_gap_days=5))
    journey = without(KINDS.WEEKLY_REVIEW)
    (found,) = raised("pathway.missing-step", journey, TODAY, reference)
    (plan,) = build(journey, Audience.AGENCY, today=day(TODAY)).courses
    assert found.message.params["count"] == plan.overall_days == 7
    assert "both included" in str(found.message)


def test_between_two_reviews_the_days_are_those_from_one_to_the_next() -> None:
    reference = replace(shipped(), limits=Limits(review_gap_days=3))
    (found,) = raised(
        "pathway.missing-step", moved(KINDS.WEEKLY_REVIEW, "2027-04-10 11:00"), TODAY, reference
    )
    assert "4 days later" in str(found.message)


def test_a_stretch_that_is_over_is_not_asked_for_any_more() -> None:
    reference = replace(shipped(), limits=Limits(review_gap_days=3))
    gaps = moved(KINDS.WEEKLY_REVIEW, "2027-04-10 11:00")
    assert len(raised("pathway.missing-step", gaps, "2027-04-10", reference)) == 1
    assert raised("pathway.missing-step", gaps, "2027-04-11", reference) == ()


def test_no_certificate_is_asked_for_where_nobody_flies_after_the_course() -> None:
    for legs in ((), (replace(HOME, departs=at("2027-04-11 01:30")),), (make_leg(id="out"),)):
        assert raised("pathway.missing-step", replace(JOURNEY, legs=legs), TODAY) == ()
    alone = replace(JOURNEY, legs=(replace(HOME, travellers=()),), travellers=())
    assert raised("pathway.missing-step", alone, TODAY) == ()


def test_a_course_without_sessions_misses_nothing_yet() -> None:
    empty = replace(JOURNEY, appointments=(), courses=(make_course(id="course", fractions=()),))
    for code in ("pathway.missing-step", "pathway.order", "pathway.wait-too-short"):
        assert raised(code, empty, TODAY) == ()


def test_a_template_this_version_does_not_know_asks_for_what_every_course_has() -> None:
    unknown = replace(without(KINDS.SIMULATION), template="of-tomorrow")
    assert len(raised("pathway.missing-step", unknown, TODAY)) == 1


# ---- waits -------------------------------------------------------------------------------------------------


def test_waits_that_are_over_or_reversed_are_not_told_here() -> None:
    code = "pathway.wait-too-short"
    assert raised(code, moved(KINDS.SIMULATION, "2027-03-16 13:00"), "2027-03-17") == ()
    assert raised(code, moved(KINDS.SIMULATION, "2027-03-11 13:00"), TODAY) == ()
    assert raised(code, without(KINDS.SIMULATION), TODAY) == ()
    assert raised(code, moved(KINDS.SIMULATION, "2027-04-07 13:00"), TODAY) == ()
    assert raised(code, moved(KINDS.SIMULATION, "2027-03-30 13:00"), "2027-04-07") == ()
    assert raised(code, moved(KINDS.SIMULATION, "2027-01-05 13:00"), TODAY) == (), "far more than enough"


def test_the_agency_may_want_longer_waits() -> None:
    reference = replace(shipped(), limits=Limits(marker_wait_days=11, planning_working_days=11))
    found = raised("pathway.wait-too-short", JOURNEY, TODAY, reference)
    assert [one.subject.id for one in found] == ["simulation", "session-1"]
    assert "is 10 days after" in str(found[0].message)
    assert "10 working days lie from" in str(found[1].message)
    assert "Ask the centre" in str(found[1].message)


def test_one_day_is_said_as_one() -> None:
    (said, *_) = messages("pathway.wait-too-short", moved(KINDS.SIMULATION, "2027-03-13 13:00"))
    assert " is 1 day after " in said


# ---- decisions ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("today", "raises"), [("2027-01-09", False), ("2027-01-10", True)])
def test_a_decision_is_asked_for_from_the_fourth_day_on(today: str, raises: bool) -> None:
    silent = replace(BOARD, decision=text(""))
    assert bool(raised("pathway.decision-missing", replace(JOURNEY, mdt_meetings=(silent,)), today)) is raises


def test_a_decision_in_a_document_is_one_and_a_board_without_a_day_has_none_yet() -> None:
    record = make_document(id="record", kind=DocumentKind.MDT_RECORD)
    for facts in ({"document": "record"}, {"starts": None}):
        board = replace(BOARD, decision=text(""), **facts)
        journey = replace(JOURNEY, documents=(record,), mdt_meetings=(board,))
        assert raised("pathway.decision-missing", journey, "2027-02-01") == ()
    nowhere = replace(BOARD, decision=text(""), hospital=None)
    (said,) = messages("pathway.decision-missing", replace(JOURNEY, mdt_meetings=(nowhere,)), "2027-02-01")
    assert said == "The MDT board met on 2027-01-06; its decision is not entered."
