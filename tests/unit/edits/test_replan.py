"""Accepting a re-planning: what was chosen, all of it and nothing else, as one edit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace
from itertools import count

import pytest

from planner.edits.replan import accept
from planner.errors import InputError
from planner.message import NN_
from planner.record.appointment import AppointmentKind
from planner.record.booking import Booking, BookingState
from planner.record.document import DocumentKind, DocumentState
from planner.record.fraction import Fraction, FractionState, MissedReason
from planner.record.integrity import problems
from planner.record.journey import Journey
from planner.record.leg import MedicalClearance, ServiceRequest
from planner.record.treatment_days import DatedPolicy, MachineDown
from planner.schedule.interruption import Interruption
from planner.schedule.slip.consequence import SESSIONS
from planner.schedule.slip.proposal import Happened, Proposal, propose
from tests.builders.make import (
    CENTRE,
    COMPANION,
    DOCTOR,
    DRIVER,
    INTERPRETER,
    PATIENT,
    at,
    confirmed,
    day,
    make_appointment,
    make_companion,
    make_course,
    make_deposit,
    make_document,
    make_entry,
    make_fraction,
    make_payment,
    make_place,
    make_stay,
    make_task,
    make_traveller,
    money,
    text,
    tie,
)
from tests.unit.schedule.slip.worked import (
    FEWER,
    LAST,
    LONG_BEFORE,
    MISS,
    REFERENCE,
    course,
    flight,
    journey,
    missed,
    moves,
    proposed,
    slip,
)


def done(proposal: Proposal, chosen: Collection[str] | None = None) -> Journey:
    """The journey after ``chosen`` was accepted, or everything."""
    ids = count(1)
    every = proposal.everything if chosen is None else chosen
    edit = accept(proposal, every, new_id=lambda: f"new-{next(ids)}")
    after = edit.change(proposal.journey)
    assert problems(after) == ()
    return after


def sessions(whole: Journey) -> list[tuple[str, int, str, str]]:
    return [
        (one.id, one.number, f"{one.starts.date:%m-%d}", one.state.value)
        for one in whole.courses[0].fractions
    ]


def three(**fields: object) -> tuple[Fraction, ...]:
    """Sessions ``f1``, ``f2``, ``f3`` on 6, 7, 8 April."""
    return tuple(make_fraction(n, f"2027-04-0{n + 5}", id=f"f{n}", **fields) for n in (1, 2, 3))


class TestSessions:
    def test_a_missed_session_stays_as_history_and_its_fraction_gets_a_new_one(self) -> None:
        whole = journey(courses=(course(*three(interpreter=INTERPRETER, room=text("Room 1"))),))
        happened = Happened(
            interruption=missed("2027-04-07"), reason=MissedReason.PATIENT_UNWELL, words=text("Fever")
        )
        after = done(proposed(whole, happened))
        assert sessions(after) == [
            ("f1", 1, "04-06", "planned"),
            ("f2", 2, "04-07", "missed"),
            ("new-1", 2, "04-08", "planned"),
            ("f3", 3, "04-09", "planned"),
        ]
        _, old, new, _ = after.courses[0].fractions
        assert (old.missed_reason, old.missed_words) == (MissedReason.PATIENT_UNWELL, text("Fever"))
        assert (new.room, new.interpreter) == (text("Room 1"), INTERPRETER)
        assert (old.room, old.interpreter, old.starts) == (
            text("Room 1"),
            INTERPRETER,
            at("2027-04-07 10:20"),
        )

    def test_why_is_not_known_unless_somebody_says(self) -> None:
        after = done(proposed(journey(), MISS))
        gone = [one for one in after.courses[0].fractions if one.state is FractionState.MISSED]
        assert [one.missed_reason for one in gone] == [None]

    def test_a_session_that_only_moves_is_the_same_one_unconfirmed(self) -> None:
        firm = three(state=FractionState.CONFIRMED, confirmation=confirmed(), duration_minutes=30)
        after = done(proposed(journey(courses=(course(*firm),)), missed("2027-04-06")))
        by_id = {one.id: one for one in after.courses[0].fractions}
        assert sessions(after) == [
            ("f1", 1, "04-06", "missed"),
            ("new-1", 1, "04-07", "planned"),
            ("f2", 2, "04-08", "planned"),
            ("f3", 3, "04-09", "planned"),
        ]
        assert [by_id[one].confirmation for one in ("new-1", "f2", "f3")] == [None] * 3
        assert by_id["new-1"].duration_minutes == 30
        assert by_id["f1"].confirmation == confirmed(), "history"

    def test_a_session_that_stays_keeps_its_confirmation(self) -> None:
        firm = three(state=FractionState.CONFIRMED, confirmation=confirmed())
        after = done(proposed(journey(courses=(course(*firm),)), MISS))
        first, second, *_ = after.courses[0].fractions
        assert (first, second) == firm[:2]

    def test_one_marked_missed_before_is_planned_again_with_who_came_to_it(self) -> None:
        fractions = (
            make_fraction(1, "2027-04-06", id="f1"),
            make_fraction(2, "2027-04-07", id="once", state=FractionState.MISSED, driver=DRIVER),
            make_fraction(2, "2027-04-08", id="twice", state=FractionState.MISSED, interpreter=INTERPRETER),
            make_fraction(2, "2027-04-12", id="called-off", state=FractionState.CANCELLED),
        )
        proposal = proposed(journey(courses=(course(*fractions),)), Interruption())
        assert moves(proposal) == {"twice.interpreter": "2027-04-08 10:20 → 2027-04-09 10:20"}
        new = next(one for one in done(proposal).courses[0].fractions if one.id == "new-1")
        assert (new.number, new.starts, new.interpreter) == (2, at("2027-04-09 10:20"), INTERPRETER)

    def test_a_delivered_session_never_moves(self) -> None:
        given = make_fraction(
            1, "2027-04-06", id="f1", state=FractionState.DELIVERED, delivered_at=at("2027-04-06 18:05")
        )
        whole = journey(courses=(course(given, *three()[1:]),))
        after = done(proposed(whole, missed("2027-04-07", "2027-04-08")))
        assert after.courses[0].fractions[0] is given

    def test_days_without_a_machine_are_the_reason(self) -> None:
        down = MachineDown(first=day("2027-04-07"), last=day("2027-04-07"))
        happened = Happened(
            interruption=Interruption(machine_down=(down,), missed=(day("2027-04-08"),)),
            reason=MissedReason.PATIENT_UNWELL,
        )
        now = dt.datetime(2027, 4, 8, 9, tzinfo=dt.UTC)
        after = done(proposed(journey(courses=(course(*three()),)), happened, now=now))
        reasons = {one.id: one.missed_reason for one in after.courses[0].fractions if not one.stands}
        assert reasons == {"f2": MissedReason.MACHINE_DOWN, "f3": MissedReason.PATIENT_UNWELL}

    def test_fewer_as_ordered_cancel_the_rest(self) -> None:
        after = done(proposed(journey(courses=(course(*three()),)), FEWER))
        assert sessions(after)[2] == ("f3", 3, "04-08", "cancelled")
        assert after.courses[0].fractions_prescribed == 2
        edit = accept(proposed(journey(courses=(course(*three()),)), FEWER), {SESSIONS}, new_id=str)
        assert edit.label == NN_("Cancel {count} session", "Cancel {count} sessions", 1)

    def test_the_course_says_who_ordered_it_and_when_as_far_as_that_is_known(self) -> None:
        ordered = Interruption(fractions=2, ordered_by=DOCTOR, ordered_on=day("2027-04-05"))
        whole = journey(courses=(course(*three(), clinician=None, prescribed_on=day("2027-03-01")),))
        after = done(proposed(whole, ordered)).courses[0]
        assert (after.clinician, after.prescribed_on) == (DOCTOR, day("2027-04-05"))
        kept = done(proposed(whole, FEWER)).courses[0]
        assert (kept.clinician, kept.prescribed_on) == (None, day("2027-03-01"))

    def test_one_that_is_missed_and_no_more_ordered_is_missed(self) -> None:
        both = Interruption(missed=(day("2027-04-08"),), fractions=2, ordered_by="Dr Example")
        after = done(proposed(journey(courses=(course(*three()),)), both))
        assert sessions(after)[2] == ("f3", 3, "04-08", "missed")

    def test_more_as_ordered_are_added(self) -> None:
        more = Interruption(fractions=4, ordered_by="Dr Example")
        whole = journey(courses=(course(*three(), session_minutes=25, room=text("Room 2")),))
        after = done(proposed(whole, more))
        assert sessions(after)[3] == ("new-1", 4, "04-09", "planned")
        added = after.courses[0].fractions[3]
        assert (added.duration_minutes, added.room, added.starts) == (
            25,
            text("Room 2"),
            at("2027-04-09 10:20"),
        )
        assert after.courses[0].fractions_prescribed == 4

    def test_a_new_course_is_laid(self) -> None:
        bare = make_course(id="course", fractions=(), fractions_prescribed=2)
        after = done(proposed(journey(courses=(bare,)), Interruption(new_start=day("2027-04-05"))))
        assert sessions(after) == [("new-1", 1, "04-06", "planned"), ("new-2", 2, "04-07", "planned")]

    def test_other_courses_stay(self) -> None:
        other = make_course(id="other")
        whole = journey(courses=(other, course(*three())))
        after = done(propose(whole, "course", MISS, reference=REFERENCE, now=LONG_BEFORE))
        assert after.courses[0] is other

    def test_a_second_session_keeps_who_approved_it_while_it_stays(self) -> None:
        fractions = (
            make_fraction(1, "2027-04-06"),
            make_fraction(2, id="second", starts=at("2027-04-06 17:00"), second_session_clinician=DOCTOR),
            make_fraction(3, "2027-04-08"),
        )
        after = done(proposed(journey(courses=(course(*fractions),)), MISS))
        assert after.courses[0].fractions[1] is fractions[1]


class TestConsequences:
    def test_nothing_chosen_changes_nothing(self) -> None:
        proposal = slip(tasks=(make_task(due_on=day("2027-04-09"), due_tie=LAST),))
        assert done(proposal, ()) is proposal.journey
        assert done(proposal, proposal.everything - {SESSIONS}) is proposal.journey

    def test_the_sessions_alone_can_be_accepted(self) -> None:
        proposal = slip(tasks=(make_task(id="task", due_on=day("2027-04-09"), due_tie=LAST),))
        after = done(proposal, {SESSIONS})
        assert after.tasks == proposal.journey.tasks
        assert after.courses != proposal.journey.courses

    def test_what_was_not_touched_is_the_same_object(self) -> None:
        proposal = slip(
            tasks=(make_task(due_on=day("2027-04-09"), due_tie=LAST),), legs=(flight(departs_tie=None),)
        )
        after = done(proposal)
        assert after.legs is proposal.journey.legs
        assert after.places is proposal.journey.places

    def test_appointments_lose_their_confirmation_and_keep_their_length(self) -> None:
        planning = make_appointment(
            id="planning",
            kind=AppointmentKind.PLANNING,
            starts=at("2027-04-09"),
            ends=at("2027-04-13"),
            starts_tie=LAST,
            confirmation=confirmed(),
        )
        (after,) = done(slip(appointments=(planning,))).appointments
        assert (after.starts, after.ends, after.confirmation) == (at("2027-04-10"), at("2027-04-14"), None)

    def test_one_without_a_new_date_stays_as_it_was(self) -> None:
        visit = make_appointment(starts=at("2027-04-08 09:00"), starts_tie=tie("fraction", number=3))
        leg = flight(departs_tie=tie("fraction", number=3))
        stay = make_stay(leaves_tie=tie("fraction", number=3))
        entry = make_entry(exited=at("2027-04-09 01:30"), exit_tie=tie("fraction", number=3))
        paper = make_document(needed_by=day("2027-04-08"), needed_by_tie=tie("fraction", number=3))
        task = make_task(due_on=day("2027-04-08"), due_tie=tie("fraction", number=3))
        whole = journey(
            appointments=(visit,),
            legs=(leg,),
            stays=(stay,),
            entries=(entry,),
            documents=(paper,),
            tasks=(task,),
        )
        proposal = proposed(whole, FEWER)
        assert len(proposal.consequences) == 6
        after = done(proposal)
        assert (after.appointments, after.legs, after.stays) == ((visit,), (leg,), (stay,))
        assert (after.entries, after.documents, after.tasks) == ((entry,), (paper,), (task,))

    def test_people_who_are_not_chosen_do_not_come_along(self) -> None:
        visit = make_appointment(
            id="visit", starts=at("2027-04-09"), starts_tie=LAST, interpreter=INTERPRETER, driver=DRIVER
        )
        fractions = (make_fraction(1, "2027-04-08", id="f1", interpreter=INTERPRETER, driver=DRIVER),)
        leg = flight(escort=INTERPRETER, driver=DRIVER)
        proposal = proposed(journey(appointments=(visit,), courses=(course(*fractions),), legs=(leg,)), MISS)
        everyone = done(proposal)
        assert [one.interpreter for one in everyone.appointments] == [INTERPRETER]
        assert everyone.courses[0].fractions[1].interpreter == INTERPRETER
        people = {one.key for one in proposal.consequences if one.person in (INTERPRETER, DRIVER)}
        nobody = done(proposal, proposal.everything - people)
        (visit_after,), (leg_after,) = nobody.appointments, nobody.legs
        assert (visit_after.interpreter, visit_after.driver) == (None, None)
        assert (leg_after.escort, leg_after.driver) == (None, DRIVER), "the driver is the ride's own booking"
        old, new = nobody.courses[0].fractions
        assert (old.interpreter, old.driver) == (INTERPRETER, DRIVER)
        assert (new.interpreter, new.driver) == (None, None)

    def test_nobody_is_dropped_where_the_move_itself_was_declined(self) -> None:
        visit = make_appointment(
            id="visit", starts=at("2027-04-09"), starts_tie=LAST, interpreter=INTERPRETER
        )
        after = done(slip(appointments=(visit,)), {SESSIONS})
        assert after.appointments == (visit,)

    def test_a_booked_leg_is_changed_and_its_terms_are_no_longer_known(self) -> None:
        booking = Booking(
            state=BookingState.CONFIRMED,
            reference="SPCMN1",
            cost=money("2200", "NZD"),
            free_cancel_until=at("2027-04-05 12:00"),
        )
        (after,) = done(slip(legs=(flight(booking=booking),))).legs
        assert after.departs == at("2027-04-10 01:30")
        assert after.arrives == at("2027-04-10 17:40", "Pacific/Auckland")
        assert after.booking == Booking(
            state=BookingState.CHANGED, reference="SPCMN1", cost=money("2200", "NZD")
        )

    def test_an_idea_stays_an_idea(self) -> None:
        (after,) = done(slip(legs=(flight(booking=Booking()),))).legs
        assert after.booking == Booking()

    def test_a_clearance_is_to_be_asked_for_again_for_the_new_departure(self) -> None:
        first = MedicalClearance(traveller=PATIENT, granted_on=day("2027-03-01"), reference="OLD")
        other = MedicalClearance(traveller=COMPANION, granted_on=day("2027-03-02"))
        held = MedicalClearance(
            traveller=PATIENT, sent_on=day("2027-03-30"), granted_on=day("2027-04-01"), reference="MEDA-9"
        )
        travellers = (make_traveller(), make_companion())
        proposal = slip(legs=(flight(clearances=(first, held, other)),), travellers=travellers)
        keys = {one.key for one in proposal.consequences if one.person == COMPANION}
        (after,) = done(proposal, proposal.everything - keys).legs
        assert after.clearances == (
            first,
            MedicalClearance(traveller=PATIENT, for_departure=at("2027-04-10 01:30")),
            other,
        )

    def test_a_service_is_to_be_confirmed_again(self) -> None:
        requests = (
            ServiceRequest(traveller=PATIENT, code="WCHR", confirmation=confirmed()),
            ServiceRequest(traveller=PATIENT, code="LSML", confirmation=confirmed()),
        )
        proposal = slip(legs=(flight(service_requests=requests),))
        meal = {one.key for one in proposal.consequences if one.subject.field.endswith("LSML")}
        (after,) = done(proposal, proposal.everything - meal).legs
        assert [one.confirmation for one in after.service_requests] == [None, confirmed()]

    def test_nights_and_what_they_cost(self) -> None:
        stay = make_stay(
            id="stay",
            leaves=at("2027-04-09 12:00"),
            leaves_tie=LAST,
            nightly_rate=money("400"),
            booking=Booking(state=BookingState.BOOKED, cost=money("12800")),
        )
        (after,) = done(slip(stays=(stay,))).stays
        assert after.leaves == at("2027-04-10 12:00")
        assert after.booking == Booking(state=BookingState.CHANGED, cost=money("13200"))

    def test_a_cost_that_nobody_knows_stays(self) -> None:
        stay = make_stay(leaves=at("2027-04-09 12:00"), leaves_tie=LAST, booking=Booking(cost=money("1")))
        (after,) = done(slip(stays=(stay,))).stays
        assert after.booking.cost == money("1")

    def test_papers_for_the_old_departure_are_needed_again(self) -> None:
        paper = make_document(
            kind=DocumentKind.FIT_TO_FLY,
            state=DocumentState.ACCEPTED,
            needed_for="leg",
            needed_by=day("2027-04-08"),
        )
        (after,) = done(slip(legs=(flight(),), documents=(paper,))).documents
        assert (after.state, after.needed_by) == (DocumentState.NEEDED, day("2027-04-10"))

    def test_deadlines_exits_and_draws(self) -> None:
        whole = done(
            slip(
                entries=(make_entry(exited=at("2027-04-09 01:30"), exit_tie=LAST),),
                documents=(make_document(needed_by=day("2027-04-09"), needed_by_tie=LAST),),
                payments=(make_payment(due_on=day("2027-04-09"), due_tie=LAST),),
                deposits=(
                    make_deposit(
                        daily_draw=money("1"),
                        draws_from=day("2027-04-01"),
                        draws_to=day("2027-04-09"),
                        draws_to_tie=LAST,
                    ),
                ),
                tasks=(make_task(due_on=day("2027-04-09"), due_tie=LAST),),
            )
        )
        tenth = day("2027-04-10")
        assert whole.entries[0].exited == at("2027-04-10 01:30")
        assert whole.documents[0].needed_by == tenth
        assert whole.documents[0].state is DocumentState.NEEDED
        assert (whole.payments[0].due_on, whole.deposits[0].draws_to, whole.tasks[0].due_on) == (tenth,) * 3

    def test_a_machine_that_is_down_is_kept_with_the_centre(self) -> None:
        down = MachineDown(first=day("2027-04-08"), last=day("2027-04-08"))
        places = (make_place(id=CENTRE, treatment_days=(DatedPolicy(),)),)
        proposal = proposed(journey(places=places), Interruption(machine_down=(down,)))
        (centre,) = done(proposal).places
        assert centre.treatment_days == (DatedPolicy(machine_down=(down,)),)
        assert done(proposal, {SESSIONS}).places == places


class TestTheEdit:
    def test_is_named_by_how_many_sessions_move(self) -> None:
        edit = accept(proposed(journey(), MISS), (), new_id=lambda: "new")
        assert str(edit.label) == "Re-plan 1 session"
        both = accept(proposed(journey(), missed("2027-04-07")), (), new_id=lambda: "new")
        assert str(both.label) == "Re-plan 2 sessions"

    def test_is_for_its_journey(self) -> None:
        proposal = proposed(journey(), MISS)
        assert accept(proposal, (), new_id=lambda: "new").journey == proposal.journey.id

    def test_gives_the_same_ids_however_often_it_runs(self) -> None:
        proposal = proposed(journey(), MISS)
        ids = count(1)
        edit = accept(proposal, proposal.everything, new_id=lambda: f"new-{next(ids)}")
        assert edit.change(proposal.journey) == edit.change(proposal.journey)

    def test_refuses_a_journey_that_has_changed_since(self) -> None:
        proposal = proposed(journey(), MISS)
        edit = accept(proposal, proposal.everything, new_id=lambda: "new")
        assert edit.change(replace(proposal.journey)), "an equal journey is the same"
        with pytest.raises(InputError, match="has changed since"):
            edit.change(replace(proposal.journey, reference="OTHER"))
