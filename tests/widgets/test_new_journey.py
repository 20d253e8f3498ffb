"""A journey begins with who the patient is; its sessions are laid and seen before they are."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pytestqt.qtbot import QtBot

from planner.edits.edit import DirectoryEdit, Edit
from planner.message import N_
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.session import Session
from tests.widgets.conftest import AtWork
from tests.widgets.typing import click, type_value
from ui.editing.new_journey_page import NewJourneyPage
from ui.journey.journey_page import JourneyPage
from ui.shell.workspace import Workspace


def new_journey(space: Workspace) -> NewJourneyPage:
    space.go("new-journey")
    page = space.page
    assert isinstance(page, NewJourneyPage)
    return page


def test_before_the_first_journey_the_agency_is_asked_for(
    empty: Session, at_work: AtWork, qtbot: QtBot
) -> None:
    page = new_journey(at_work(empty))
    assert page.agency.isVisible()
    assert not page.begin.isVisible()
    click(page.agency)
    form = page.panel.page
    assert form is not None
    row = form.form.row("telephone_24h")
    assert row is not None
    type_value(qtbot, row.field, "+64 9 000 0001")
    click(form.add)
    agency = empty.directory().agency
    assert agency is not None
    assert agency.telephone_24h == "+64 9 000 0001"
    assert page.begin.isVisible()


def test_a_journey_begins_from_a_template_as_one_edit(
    empty: Session, sample_to_read: Session, at_work: AtWork, qtbot: QtBot
) -> None:
    shared = sample_to_read.directory()
    empty.run(DirectoryEdit(N_("Directory"), lambda _: shared))
    space = at_work(empty)
    page = new_journey(space)
    click(page.begin)
    assert page.rows["traveller.surname"].said == ("“Surname” is still needed.",)
    assert empty.journey_ids() == []
    type_value(qtbot, page.rows["traveller.surname"].field, "SPECIMEN")
    type_value(qtbot, page.rows["traveller.nationality"].field, "NZ")
    type_value(qtbot, page.rows["traveller.home_zone"].field, "Pacific/Auckland")
    centre = next(one for one in shared.places if one.treatment_days)
    type_value(qtbot, page.rows["course.centre"].field, centre.id)
    key = next(key for key in page.pathways.buttons if key)
    page.pathways.buttons[key].click()
    click(page.begin)
    shown = space.page
    assert isinstance(shown, JourneyPage)
    journey = shown.journey
    assert journey is not None
    assert journey.patient is not None
    assert (journey.patient.surname, journey.patient.nationality) == ("SPECIMEN", "NZ")
    assert journey.courses[0].centre == centre.id
    assert journey.template == key
    assert journey.tasks
    assert journey.documents
    assert journey.agency == shared.agency
    space.undo.trigger()
    assert empty.journey_ids() == []


def test_sessions_are_seen_before_they_are_laid(sample: Session, at_work: AtWork, qtbot: QtBot) -> None:
    def bare(journey: Journey) -> Journey:
        return replace(journey, courses=(replace(journey.courses[0], fractions=()),))

    laid = sample.journey("sample").courses[0].fractions
    sample.run(Edit(N_("None"), JourneyId("sample"), bare))
    space = at_work(sample)
    space.open_journey("sample")
    page = space.page
    assert isinstance(page, JourneyPage)
    page.go_to("course")
    qtbot.waitUntil(lambda: page.is_complete)
    page.course_actions.lay.click()
    form = page.course_actions.laying
    assert form is not None
    assert form.rows["fractions"].value == 15
    assert not form.lay.isEnabled()
    type_value(qtbot, form.rows["start"].field, dt.date(2027, 4, 5))
    assert form.said.text().startswith("15 sessions from Tue 6 Apr 2027 to Mon 26 Apr 2027")
    assert sample.journey("sample").courses[0].fractions == ()
    form.lay.click()
    made = sample.journey("sample").courses[0].fractions
    assert [(one.number, one.starts) for one in made] == [(one.number, one.starts) for one in laid]
