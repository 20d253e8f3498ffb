"""Templates laid into a journey: relative to anchors, once, and again when an anchor moves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.edits.edit import Edit, NewJourney
from planner.edits.template import following, lay_for_newcomers, relay, start_journey
from planner.message import N_
from planner.record.document import Document, DocumentKind, DocumentState
from planner.record.integrity import problems
from planner.record.journey import Journey
from planner.record.task import Task, TaskOrigin
from planner.reference.template import Template, Whose, shipped_templates
from tests.builders import (
    at,
    day,
    journeys,
    make_case_manager,
    make_companion,
    make_course,
    make_document,
    make_entry,
    make_journey,
    make_meeting,
    make_task,
    make_traveller,
    tie,
)
from tests.builders.make import COMPANION, PATIENT
from tests.unit.rules.harness import shipped

CALENDARS = shipped().calendars
PROTON = shipped_templates()["proton-liver"]
SECOND = shipped_templates()["second-opinion"]
#: Enquiry on 23 November, board on 6 January, arrival on 8 March, sessions 6 to 26 April, home on 29 April.
BARE = make_journey(
    id="journey", travellers=(make_traveller(), make_companion()), opened_on=day("2026-11-23")
)
DATED = replace(
    BARE,
    mdt_meetings=(make_meeting(id="board"),),
    entries=(make_entry(id="entry", exited=at("2027-04-29 01:30")),),
    courses=(make_course(15, id="course"),),
)


def ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


def laid(journey: Journey, template: Template = PROTON) -> Journey:
    return start_journey(journey, template, CALENDARS, new_id=ids()).journey


def task(journey: Journey, code: str) -> Task:
    return next(one for one in journey.tasks if one.origin_code == code)


def documents(journey: Journey, kind: DocumentKind) -> list[Document]:
    return [one for one in journey.documents if one.kind is kind]


def with_task(journey: Journey, code: str, **facts: Any) -> Journey:
    tasks = tuple(replace(one, **facts) if one.origin_code == code else one for one in journey.tasks)
    return replace(journey, tasks=tasks)


def arriving(journey: Journey, on: str) -> Journey:
    entries = tuple(replace(one, entered=at(f"{on} 05:35")) for one in journey.entries)
    return replace(journey, entries=entries)


def arrives(on: str) -> Edit:
    return Edit(N_("Change the entry"), BARE.id, lambda journey: arriving(journey, on))


# ---- laying ------------------------------------------------------------------------------------------------


def test_every_step_is_laid_on_its_date() -> None:
    journey = laid(DATED)
    assert problems(journey) == ()
    assert journey.template == "proton-liver"
    assert len(journey.tasks) == len(PROTON.tasks)
    assert {one.origin for one in journey.tasks} == {TaskOrigin.TEMPLATE}
    for code, due in {
        "privacy-notice": "2026-11-23",
        "board-material": "2026-12-30",
        "letters": "2027-01-13",
        "visas-apply": "2027-01-25",
        "registration": "2027-03-08",
        "sessions": "2027-04-01",  # two working days before Tuesday 6 April; Monday is Qingming
        "end-review": "2027-04-19",
        "fit-to-fly": "2027-04-27",
        "refund": "2027-05-20",
    }.items():
        assert task(journey, code).due_on == day(due), code


def test_documents_are_laid_for_whom_they_are() -> None:
    journey = laid(DATED)
    assert [one.traveller for one in documents(journey, DocumentKind.VISA)] == [PATIENT, COMPANION]
    assert [one.traveller for one in documents(journey, DocumentKind.KINSHIP_PROOF)] == [COMPANION]
    assert [one.traveller for one in documents(journey, DocumentKind.PATHOLOGY)] == [PATIENT]
    patient, companion = documents(journey, DocumentKind.PASSPORT_COPY)
    assert patient.title.in_("en") == "Copy of the passport, ERIKSSON Anna Maria"
    assert companion.title.in_("zh_CN") == "护照复印件（SPECIMEN Test Person）"
    pathology = documents(journey, DocumentKind.PATHOLOGY)[0]
    assert (pathology.needed_by, pathology.translations_needed) == (day("2026-12-30"), ("zh_CN",))
    assert pathology.state is DocumentState.NEEDED
    assert documents(journey, DocumentKind.TICKET)[0].carried_by_hand


def test_what_hangs_on_an_unknown_date_waits_for_it() -> None:
    journey = laid(BARE)
    assert task(journey, "privacy-notice").due_on == day("2026-11-23")
    assert task(journey, "board-material").due_on is None
    assert task(journey, "board-material").due_tie is not None
    edit = relay(replace(journey, mdt_meetings=DATED.mdt_meetings), CALENDARS)
    assert edit is not None
    dated = edit.change(replace(journey, mdt_meetings=DATED.mdt_meetings))
    assert task(dated, "board-material").due_on == day("2026-12-30")


def test_laying_twice_lays_nothing_twice_and_completes_what_is_missing() -> None:
    journey = laid(DATED)
    assert laid(journey) == journey
    alone = laid(replace(DATED, travellers=(make_traveller(),)))
    both = laid(replace(alone, travellers=DATED.travellers))
    assert len(both.tasks) == len(alone.tasks)
    new = [one for one in both.documents if one not in alone.documents]
    assert {one.traveller for one in new} == {COMPANION}
    each = (Whose.EACH, Whose.COMPANION)
    assert len(new) == sum(one.whose in each for one in PROTON.documents)


def test_a_companion_who_comes_later_gets_their_documents_and_nobody_else_any() -> None:
    alone = laid(replace(DATED, travellers=(make_traveller(),)))
    assert lay_for_newcomers(alone, CALENDARS, new_id=ids()) is None
    thrown_away = tuple(one for one in alone.documents if one.kind is not DocumentKind.VISA)
    alone = replace(alone, documents=thrown_away)
    assert lay_for_newcomers(alone, CALENDARS, new_id=ids()) is None, "what was removed stays so"
    joined = replace(alone, travellers=DATED.travellers)
    numbers = count(1)
    edit = lay_for_newcomers(joined, CALENDARS, new_id=lambda: f"later-{next(numbers)}")
    assert edit is not None
    after = edit.change(joined)
    new = after.documents[len(joined.documents) :]
    assert {one.traveller for one in new} == {COMPANION}
    assert edit.label.params == {"count": len(new), "names": ["SPECIMEN Test Person"]}
    assert after.tasks == joined.tasks
    assert problems(after) == ()
    assert lay_for_newcomers(after, CALENDARS, new_id=ids()) is None


def test_without_a_template_nobody_lacks_its_documents() -> None:
    assert lay_for_newcomers(DATED, CALENDARS, new_id=ids()) is None


def test_what_was_entered_by_hand_takes_the_place_of_the_first() -> None:
    own = make_document(id="own", kind=DocumentKind.DICOM, traveller=PATIENT)
    translated = make_document(id="zh", kind=DocumentKind.PATHOLOGY, traveller=PATIENT, translation_of="own")
    others = make_document(id="others", kind=DocumentKind.PASSPORT_COPY, traveller=COMPANION)
    journey = laid(replace(DATED, documents=(own, translated, others)))
    assert [one.needed_by for one in documents(journey, DocumentKind.DICOM)] == [None, day("2027-04-28")]
    assert len(documents(journey, DocumentKind.PATHOLOGY)) == 2
    assert [one.traveller for one in documents(journey, DocumentKind.PASSPORT_COPY)] == [COMPANION, PATIENT]


def test_a_journey_without_anybody_has_the_patients_documents() -> None:
    journey = laid(replace(DATED, travellers=(), entries=()))
    patients = [one for one in PROTON.documents if one.whose is Whose.PATIENT]
    assert len(journey.documents) == len(patients)
    assert {one.traveller for one in journey.documents} == {None}


def test_a_second_opinion_may_become_a_journey() -> None:
    journey = laid(laid(DATED, SECOND))
    assert journey.template == "proton-liver"
    codes = [one.origin_code for one in journey.tasks]
    assert len(codes) == len(set(codes))
    assert set(codes) >= {one.code for one in PROTON.tasks}


def test_a_new_journey_may_start_from_a_template() -> None:
    new = start_journey(BARE, SECOND, CALENDARS, new_id=ids())
    assert isinstance(new, NewJourney)
    assert new.journey == laid(BARE, SECOND)
    assert "Second opinion" in str(new.label)


def test_running_the_edit_again_makes_the_same() -> None:
    journey = replace(laid(replace(DATED, travellers=(make_traveller(),))), travellers=DATED.travellers)
    edit = lay_for_newcomers(journey, CALENDARS, new_id=ids())
    assert edit is not None
    assert edit.change(journey) == edit.change(journey)


def test_the_case_manager_owns_the_tasks() -> None:
    manager = make_case_manager(id="manager")
    agency = replace(BARE.agency, case_managers=(manager,))
    journey = laid(replace(DATED, agency=agency, case_manager="manager"))
    assert {one.owner for one in journey.tasks} == {"manager"}


# ---- laying again ------------------------------------------------------------------------------------------


def test_open_steps_follow_an_anchor_that_moves() -> None:
    journey = arriving(laid(DATED), "2027-03-10")
    edit = relay(journey, CALENDARS)
    assert edit is not None
    moved = edit.change(journey)
    assert task(moved, "registration").due_on == day("2027-03-10")
    assert documents(moved, DocumentKind.VISA)[0].needed_by == day("2027-03-06")
    assert task(moved, "board-material") == task(journey, "board-material")
    assert relay(moved, CALENDARS) is None
    counted = sum(old != new for old, new in zip(journey.tasks, moved.tasks, strict=True))
    counted += sum(old != new for old, new in zip(journey.documents, moved.documents, strict=True))
    assert edit.label.params["count"] == counted


def test_done_ones_and_those_made_by_hand_never_move() -> None:
    own = make_task(id="own", due_on=day("2027-03-08"), due_tie=tie("arrival"))
    by_rule = replace(own, id="by-rule", origin=TaskOrigin.RULE)
    note = make_document(
        id="note", kind=DocumentKind.REFERRAL, needed_by=day("2027-03-08"), needed_by_tie=tie("arrival")
    )
    journey = with_task(laid(DATED), "registration", done_on=day("2027-03-01"))
    had = tuple(
        replace(one, state=DocumentState.RECEIVED) if one.kind is DocumentKind.VISA else one
        for one in journey.documents
    )
    journey = replace(journey, tasks=(*journey.tasks, own, by_rule), documents=(*had, note))
    later = arriving(journey, "2027-03-10")
    edit = relay(later, CALENDARS)
    assert edit is not None
    moved = edit.change(later)
    for same in ("own", "by-rule"):
        assert next(one for one in moved.tasks if one.id == same).due_on == day("2027-03-08")
    assert task(moved, "registration").due_on == day("2027-03-08")
    assert documents(moved, DocumentKind.VISA) == documents(journey, DocumentKind.VISA)
    assert documents(moved, DocumentKind.REFERRAL) == [note]
    assert task(moved, "arrival-cards").due_on == day("2027-03-08"), "two days before the 10th"


def test_where_the_anchor_is_gone_the_last_date_stays() -> None:
    journey = replace(laid(DATED), mdt_meetings=())
    assert relay(journey, CALENDARS) is None


def test_without_a_known_template_only_its_tasks_move() -> None:
    journey = arriving(replace(laid(DATED), template="of-tomorrow"), "2027-03-10")
    edit = relay(journey, CALENDARS)
    assert edit is not None
    moved = edit.change(journey)
    assert moved.documents == journey.documents
    assert task(moved, "registration").due_on == day("2027-03-10")


# ---- following an edit -------------------------------------------------------------------------------------


def test_one_edit_moves_the_anchor_and_what_hangs_on_it() -> None:
    journey = laid(DATED)
    edit = following(arrives("2027-03-10"), CALENDARS)
    moved = edit.change(journey)
    assert moved.entries[0].entered == at("2027-03-10 05:35")
    assert task(moved, "registration").due_on == day("2027-03-10")
    assert str(edit.label) == "Change the entry"


def test_a_date_that_somebody_has_set_stays_as_it_was_set() -> None:
    journey = with_task(laid(DATED), "registration", due_on=day("2027-03-09"))
    moved = following(arrives("2027-03-10"), CALENDARS).change(journey)
    assert task(moved, "registration").due_on == day("2027-03-09")
    elsewhere = Edit(N_("Note"), BARE.id, lambda one: replace(one, notes="x"))
    assert task(following(elsewhere, CALENDARS).change(journey), "registration").due_on == day("2027-03-09")


def test_a_date_that_becomes_known_gives_its_steps_theirs() -> None:
    journey = laid(BARE)
    board = Edit(N_("Board"), BARE.id, lambda one: replace(one, mdt_meetings=DATED.mdt_meetings))
    assert task(following(board, CALENDARS).change(journey), "board-material").due_on == day("2026-12-30")


def test_an_edit_that_changes_nothing_changes_nothing() -> None:
    nothing = Edit(N_("Nothing"), BARE.id, lambda journey: journey)
    journey = laid(DATED)
    assert following(nothing, CALENDARS).change(journey) is journey


# ---- whatever the journey ----------------------------------------------------------------------------------


@settings(max_examples=60)
@given(journey=journeys(), template=st.sampled_from(list(shipped_templates().values())))
def test_any_journey_can_be_laid_out_and_is_then_at_rest(journey: Journey, template: Template) -> None:
    numbers = count()
    after = start_journey(journey, template, CALENDARS, new_id=lambda: f"laid-{next(numbers)}").journey
    assert after.tasks[: len(journey.tasks)] == journey.tasks
    assert after.documents[: len(journey.documents)] == journey.documents
    assert problems(after) == problems(journey)
    assert start_journey(after, template, CALENDARS, new_id=lambda: "never").journey == after
    assert lay_for_newcomers(after, CALENDARS, new_id=lambda: "never") is None
    settle = relay(after, CALENDARS)
    rested = settle.change(after) if settle else after
    assert relay(rested, CALENDARS) is None
    untouched = [one for one in journey.tasks if one.origin is not TaskOrigin.TEMPLATE or one.done_on]
    assert set(untouched) <= set(rested.tasks)


@pytest.mark.parametrize("days", [-30, 1, 365])
def test_moving_there_and_back_is_as_if_nothing_had_moved(days: int) -> None:
    journey = laid(DATED)
    on = dt.date(2027, 3, 8) + dt.timedelta(days)
    there = following(arrives(on.isoformat()), CALENDARS).change(journey)
    assert task(there, "medicines").due_on == on - dt.timedelta(3)
    assert following(arrives("2027-03-08"), CALENDARS).change(there) == journey
