"""Fixes run as edits: a field set, a task made, nothing done by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest

from planner.edits.fix import fix_edit
from planner.message import N_
from planner.record.appointment import AppointmentKind
from planner.record.integrity import problems
from planner.record.lookup import thing
from planner.record.task import TaskOrigin
from planner.rules.finding import EnterAll, Finding, Fix, MakeTask, OpenField, SetField, Severity, Subject
from tests.builders import day, make_journey, make_leg, make_task
from tests.unit.rules.harness import Golden, golden_cases, raised

JOURNEY = make_journey(
    id="journey", case_manager=None, legs=(make_leg(id="leg"),), tasks=(make_task(id="task"),)
)
FINDING = Finding("leg.odd", Severity.NOTE, N_("Odd."), Subject("leg", "leg"))
TASK = MakeTask(Subject("leg", "leg"), N_("Ask {name} for the consent", name="Anna"), day("2027-03-05"))


def new_ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


def test_opening_a_field_is_for_the_screen() -> None:
    fix = Fix(N_("Look"), OpenField(Subject("leg", "leg", "departs")))
    assert fix_edit(JOURNEY, FINDING, fix, new_id=lambda: "new") is None


def test_a_field_is_set_on_its_thing_alone() -> None:
    fix = Fix(N_("It is done"), SetField(Subject("task", "task", "done_on"), day("2027-03-06")))
    edit = fix_edit(JOURNEY, FINDING, fix, new_id=lambda: "new")
    assert edit is not None
    assert (edit.label, edit.journey) == (fix.label, JOURNEY.id)
    after = edit.change(JOURNEY)
    assert after.tasks[0].done_on == day("2027-03-06")
    assert replace(after, tasks=JOURNEY.tasks) == JOURNEY
    assert edit.change(after) == after


def test_a_task_is_made_in_the_languages_of_the_journey() -> None:
    edit = fix_edit(JOURNEY, FINDING, Fix(N_("Make a task"), TASK), new_id=lambda: "new")
    assert edit is not None
    made = edit.change(JOURNEY).tasks[-1]
    assert (made.id, made.due_on, made.about, made.origin) == (
        "new",
        day("2027-03-05"),
        "leg",
        TaskOrigin.RULE,
    )
    assert made.origin_code == "leg.odd"
    assert made.title.in_("en") == "Ask Anna for the consent"
    assert set(made.title.wording) == {"en", "zh_CN"}
    assert made.title.is_reviewed("zh_CN")


def test_an_open_task_of_the_same_finding_is_not_made_again() -> None:
    edit = fix_edit(JOURNEY, FINDING, Fix(N_("Make a task"), TASK), new_id=lambda: "new")
    again = fix_edit(JOURNEY, FINDING, Fix(N_("Make a task"), TASK), new_id=lambda: "newer")
    assert edit is not None
    assert again is not None
    once = edit.change(JOURNEY)
    assert again.change(once) is once
    done = replace(once, tasks=(*JOURNEY.tasks, replace(once.tasks[-1], done_on=day("2027-03-05"))))
    assert len(again.change(done).tasks) == 3


def test_a_task_about_the_whole_journey_is_about_nothing_in_it() -> None:
    whole = replace(TASK, subject=Subject("journey", "journey"))
    edit = fix_edit(JOURNEY, FINDING, Fix(N_("Make a task"), whole), new_id=lambda: "new")
    assert edit is not None
    assert edit.change(JOURNEY).tasks[-1].about is None


def test_a_language_the_program_does_not_speak_is_left_out() -> None:
    russian = replace(JOURNEY, languages=("ru", "en"))
    edit = fix_edit(russian, FINDING, Fix(N_("Make a task"), TASK), new_id=lambda: "new")
    assert edit is not None
    assert set(edit.change(russian).tasks[-1].title.wording) == {"en"}


def test_several_are_entered_as_one_step() -> None:
    known = ((("kind", AppointmentKind.SIMULATION),), (("kind", AppointmentKind.PLAN_QA),))
    fix = Fix(N_("Enter all"), EnterAll(Subject("journey", "journey", "appointments"), known))
    edit = fix_edit(JOURNEY, FINDING, fix, new_id=new_ids())
    assert edit is not None
    after = edit.change(JOURNEY)
    assert [(one.id, one.kind) for one in after.appointments] == [
        ("new-1", AppointmentKind.SIMULATION),
        ("new-2", AppointmentKind.PLAN_QA),
    ]
    assert replace(after, appointments=()) == JOURNEY


@pytest.mark.parametrize("case", golden_cases(), ids=lambda case: case.name)
def test_every_fix_of_every_rule_leaves_a_sound_journey(case: Golden) -> None:
    for finding in raised(case.code, case.journey, case.today, case.reference):
        for fix in finding.fixes:
            edit = fix_edit(case.journey, finding, fix, new_id=new_ids())
            if edit is not None:
                after = edit.change(case.journey)
                assert after != case.journey
                assert problems(after) == ()
                assert thing(after, fix.action.subject.id) is not None
