"""The course and its tally; visa steps, documents, payments and tasks, for those who do them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from planner.itinerary.item import Standing
from planner.record.consent import Audience
from planner.record.course import Course, Modality
from planner.record.document import DocumentKind, DocumentSource, DocumentState
from planner.record.fraction import FractionState, MissedReason
from planner.record.journey import Journey
from planner.record.money import PaymentKind, PaymentState
from planner.record.visa import VisaState, VisaStep, VisaStepKind
from tests.builders.make import (
    CENTRE,
    COMPANION,
    DOCTOR,
    DRIVER,
    INTERPRETER,
    NEW_ZEALAND,
    PATIENT,
    at,
    confirmed,
    day,
    make_companion,
    make_course,
    make_document,
    make_fraction,
    make_journey,
    make_payment,
    make_place,
    make_places,
    make_task,
    make_traveller,
    make_visa,
    money,
    text,
)
from tests.unit.itinerary.looking import facts, item, keys, made
from tests.unit.itinerary.timeline import words


def with_course(course: Course, **fields: Any) -> Journey:
    return make_journey(courses=(course,), **fields)


def couple(**fields: Any) -> Journey:
    return make_journey(travellers=(make_traveller(), make_companion()), **fields)


def test_each_session_carries_its_number_of_the_total() -> None:
    sessions = [one for one in made(with_course(make_course(3))).days for one in one.items]
    assert [(one.number, one.total) for one in sessions] == [(1, 3), (2, 3), (3, 3)]
    assert words(sessions[0].title) == "Proton session 1 of 3"


def test_a_session_tells_room_people_length_and_both_clocks() -> None:
    fraction = make_fraction(
        1, id="f", room=text("Room 2"), interpreter=INTERPRETER, driver=DRIVER, confirmation=confirmed()
    )
    found = item(with_course(make_course(1, fractions=(fraction,), session_minutes=30)), "f")
    assert found.place is not None
    assert [words(where) for where in found.place.where] == ["Room 2"]
    assert [line.contact for line in found.people] == [INTERPRETER, DRIVER]
    assert (found.starts, found.ends) == (at("2027-04-06 10:20"), at("2027-04-06 10:50"))
    assert found.home == at("2027-04-06 14:20", NEW_ZEALAND)
    assert (found.standing, found.who) == (Standing.CONFIRMED, ("Anna Maria",))
    own_length = make_fraction(1, id="f", duration_minutes=45)
    journey = with_course(make_course(1, fractions=(own_length,), session_minutes=30), travellers=())
    assert (item(journey, "f").duration_minutes, item(journey, "f").who) == (45, ())
    assert item(with_course(make_course(1, fractions=(fraction,))), "f").ends is None


@pytest.mark.parametrize(
    ("prescribed", "total"), [(15, 15), (None, 2)], ids=["as prescribed", "as many as are numbered"]
)
def test_the_total_is_the_prescribed_one(prescribed: int | None, total: int) -> None:
    course = make_course(2, fractions_prescribed=prescribed, modality=Modality.CARBON)
    first = made(with_course(course)).days[0].items[0]
    assert (first.total, words(first.title)) == (total, f"Carbon-ion session 1 of {total}")
    assert facts(made(with_course(course)))["Sessions"] == total
    nothing = make_course(0, fractions_prescribed=None, centre=None)
    assert facts(made(with_course(nothing))) == {"Treatment": "Proton therapy"}


def test_the_figures_of_a_course_are_those_of_the_sessions_that_stand() -> None:
    course = make_course(
        4,
        site=text("Liver"),
        fractions=(
            make_fraction(1, "2027-04-06", state=FractionState.DELIVERED),
            make_fraction(
                2, "2027-04-07", state=FractionState.MISSED, missed_reason=MissedReason.MACHINE_DOWN
            ),
            make_fraction(2, "2027-04-08"),
            make_fraction(3, "2027-04-09", state=FractionState.CANCELLED),
            make_fraction(3, "2027-04-12", state=FractionState.CONFIRMED),
        ),
    )
    (plan,) = made(with_course(course)).courses
    assert (plan.first, plan.last, plan.overall_days, plan.longest_gap_days) == (
        day("2027-04-06"),
        day("2027-04-12"),
        7,
        4,
    )
    assert (plan.prescribed, plan.delivered) == (4, 1)
    assert (plan.dose_per_fraction_gy_rbe, plan.total_dose_gy_rbe) == (Decimal("3.87"), Decimal("15.48"))
    assert [(s.number, s.standing.value) for s in plan.sessions] == [
        (1, "done"),
        (2, "missed"),
        (2, "to-be-confirmed"),
        (3, "confirmed"),
    ]
    assert [words(s.reason) for s in plan.sessions] == ["", "The machine was down", "", ""]
    assert [s.provisional for s in plan.sessions] == [False, False, True, True]
    assert plan.clinician is not None
    assert plan.clinician.contact == DOCTOR
    agencys = made(with_course(course), Audience.AGENCY).courses[0]
    assert [s.standing for s in agencys.sessions].count(Standing.CANCELLED) == 1


def test_why_a_session_was_missed_is_told_in_its_own_words_first_and_not_invented() -> None:
    missed = {"state": FractionState.MISSED}
    course = make_course(
        2,
        clinician=None,
        fractions=(
            make_fraction(1, "2027-04-06", missed_words=text("Power cut"), **missed),
            make_fraction(2, "2027-04-07", **missed),
        ),
    )
    (plan,) = made(with_course(course)).courses
    assert [words(s.reason) for s in plan.sessions] == ["Power cut", ""]
    assert (plan.first, plan.overall_days, plan.longest_gap_days, plan.clinician) == (None,) * 4


def test_a_delivered_session_stands_at_its_real_time() -> None:
    late = make_fraction(1, id="f", state=FractionState.DELIVERED, delivered_at=at("2027-04-07 08:00"))
    found = item(with_course(make_course(1, fractions=(late,))), "f")
    assert (found.on, found.starts) == (day("2027-04-07"), at("2027-04-07 08:00"))


def test_without_a_dose_no_total_is_made_up() -> None:
    (plan,) = made(with_course(make_course(1, dose_per_fraction_gy_rbe=None))).courses
    assert plan.total_dose_gy_rbe is None
    (unprescribed,) = made(with_course(make_course(1, fractions_prescribed=None))).courses
    assert unprescribed.total_dose_gy_rbe is None


def test_the_companion_sees_the_tally_and_not_the_dose() -> None:
    (plan,) = made(couple(courses=(make_course(2, site=text("Liver")),)), Audience.COMPANION).courses
    assert (plan.site, plan.dose_per_fraction_gy_rbe, plan.total_dose_gy_rbe) == (text(), None, None)
    assert len(plan.sessions) == 2


def test_a_hospital_is_told_of_the_course_in_its_own_house() -> None:
    other = make_place(id="other", kind=make_places()[3].kind)
    journey = make_journey(
        places=(*make_places(), other), courses=(make_course(1), make_course(1, centre="other"))
    )
    assert len(made(journey, Audience.HOSPITAL).courses) == 2
    assert len(made(journey, Audience.HOSPITAL, recipient=CENTRE).courses) == 1


def step(kind: VisaStepKind, **fields: Any) -> VisaStep:
    return VisaStep(id=f"step-{kind.value}", kind=kind, **fields)


def test_visa_steps_are_told_to_who_takes_them() -> None:
    steps = (
        step(VisaStepKind.LODGE, planned=at("2027-02-03 10:00", NEW_ZEALAND), place=CENTRE),
        step(VisaStepKind.ONLINE_FORM, planned=at("2027-01-25", NEW_ZEALAND), done_on=day("2027-01-26")),
        step(VisaStepKind.COLLECT, planned=at("2027-02-17", NEW_ZEALAND), next_action=text("Bring the slip")),
        step(VisaStepKind.FEE),
        step(VisaStepKind.GRANTED, done_on=day("2027-02-15")),
    )
    journey = couple(
        visas=(make_visa(steps=steps), make_visa(traveller=COMPANION, state=VisaState.WITHDRAWN))
    )
    assert keys(journey) == ["step-online-form", "step-lodge", "step-collect"]
    assert keys(journey, Audience.AGENCY) == [
        "step-online-form",
        "step-lodge",
        "step-granted",
        "step-collect",
    ]
    form, lodge, collect = (item(journey, key) for key in keys(journey))
    assert (form.on, form.standing, form.starts) == (day("2027-01-26"), Standing.DONE, None)
    assert (lodge.starts, lodge.standing) == (at("2027-02-03 10:00", NEW_ZEALAND), Standing.CONFIRMED)
    assert (collect.starts, words(collect.subtitle)) == (None, "Bring the slip")
    assert keys(journey, Audience.COMPANION) == []


def test_a_document_is_asked_of_who_brings_it_until_it_is_here() -> None:
    def wanted(id: str, **fields: Any) -> Any:
        given = {"id": id, "needed_by": day("2027-02-01"), "source": DocumentSource.PATIENT}
        return make_document(**given | fields)

    journey = couple(
        documents=(
            wanted("hers", traveller=PATIENT),
            wanted("nobodys"),
            wanted("his", traveller=COMPANION, source=DocumentSource.COMPANION),
            wanted("here", state=DocumentState.RECEIVED),
            wanted("the-hospitals", source=DocumentSource.HOSPITAL),
            wanted("nobody-knows", source=None),
            wanted("card", source=None, kind=DocumentKind.ARRIVAL_CARD, traveller=PATIENT),
            wanted("undated", needed_by=None),
        )
    )
    assert keys(journey) == ["card", "hers", "nobodys"]
    assert keys(journey, Audience.COMPANION) == ["his"]
    assert len(keys(journey, Audience.AGENCY)) == 7
    assert words(item(journey, "hers").title) == "Needed by today: Pathology report"
    assert words(item(journey, "card").title) == "Fill in the arrival card online"
    assert item(journey, "here", Audience.AGENCY).standing is Standing.DONE


def test_payments_are_told_to_who_pays() -> None:
    def due(id: str, **fields: Any) -> Any:
        return make_payment(**{"id": id, "due_on": day("2027-02-01")} | fields)

    journey = couple(
        payments=(
            due("hers", payer=PATIENT),
            due("nobodys", payee=None),
            due("his", payer=COMPANION),
            due("paid", paid_on=day("2027-01-20"), state=PaymentState.RECEIVED),
            due("cancelled", state=PaymentState.CANCELLED),
            due("failed", state=PaymentState.FAILED),
            due("refund", kind=PaymentKind.REFUND, what=text(), due_on=day("2027-05-10")),
            due("undated", due_on=None),
        )
    )
    assert keys(journey) == ["paid", "hers", "nobodys", "refund"]
    assert keys(journey, Audience.COMPANION) == ["his"]
    assert len(keys(journey, Audience.AGENCY)) == 7
    paid = item(journey, "paid")
    assert (paid.on, paid.standing, facts(paid)) == (
        day("2027-01-20"),
        Standing.DONE,
        {"Payment": money("100000")},
    )
    assert words(item(journey, "refund").title) == "Refund"
    assert item(journey, "cancelled", Audience.AGENCY).standing is Standing.CANCELLED
    assert item(journey, "failed", Audience.AGENCY).standing is Standing.CONFIRMED


def test_tasks_are_the_agencys_own() -> None:
    journey = make_journey(
        tasks=(
            make_task(id="open", due_on=day("2027-02-01")),
            make_task(id="done", due_on=day("2027-02-01"), done_on=day("2027-01-30")),
            make_task(id="undated"),
        )
    )
    assert keys(journey) == []
    assert keys(journey, Audience.AGENCY) == ["done", "open"]
    assert item(journey, "done", Audience.AGENCY).standing is Standing.DONE
