"""A journey begins with who the patient is; its sessions are laid and seen before they are."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from planner.edits.edit import DirectoryEdit, Edit
from planner.message import N_
from planner.record.agency import Agency, CaseManager
from planner.record.ids import AgencyId, CaseManagerId, JourneyId
from planner.record.journey import Journey
from planner.record.place import PlaceKind
from planner.record.text import Text
from planner.session import Session
from planner.store.vault import Vault
from tests.widgets.conftest import NOW, PASSPHRASE, QUICK, AtWork
from tests.widgets.typing import click, type_value
from ui.desk import Desk
from ui.editing.begun_journey import KEY
from ui.editing.kept_words import lines_of
from ui.editing.new_journey_page import NewJourneyPage
from ui.journey.journey_page import JourneyPage
from ui.shell.door import SessionDoor
from ui.shell.main_window import MainWindow
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
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.panel.isHidden()
    assert QApplication.focusWidget() is page.rows["traveller.surname"].field.focusProxy()


def test_what_was_begun_outlives_locking_until_it_is_begun_or_thrown_away(
    desk: Desk, tmp_path: Path, qtbot: QtBot, sample_to_read: Session
) -> None:
    folder = tmp_path / "record"
    shared = sample_to_read.directory()
    with Session(Vault.create(folder, PASSPHRASE, cost=QUICK), lambda: NOW) as made:
        made.run(DirectoryEdit(N_("Directory"), lambda _: shared))
    window = MainWindow(desk, SessionDoor(lambda: NOW), folder)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()

    def unlocked() -> NewJourneyPage:
        window.enter(Session(Vault.open(folder, PASSPHRASE, now=NOW), lambda: NOW), folder)
        assert window.workspace is not None
        return new_journey(window.workspace)

    page = unlocked()
    assert page.discard.isHidden()
    surname = page.rows["traveller.surname"].field
    surname.start()
    type_value(qtbot, surname, "SPECIMEN")
    page.pathways.buttons["proton-liver-markers"].click()
    born = page.rows["traveller.born_on"].field
    born.start()
    qtbot.keyClicks(QApplication.focusWidget(), "31 Feb")
    assert page.discard.isVisible()
    window.lock()
    again = unlocked()
    assert again.rows["traveller.surname"].field.value == "SPECIMEN"
    assert lines_of(again.rows["traveller.born_on"].field)[0] == "31 Feb"
    assert again.pathways.choice == "proton-liver-markers"
    click(again.discard)
    assert again.rows["traveller.surname"].field.value == ""
    assert again.discard.isHidden()
    window.lock()
    assert unlocked().rows["traveller.surname"].field.value == ""
    window.leave()


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
    page.begun.keep()
    assert empty.drafts.get(KEY) is not None
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
    assert empty.drafts.get(KEY) is None
    space.undo.trigger()
    assert empty.journey_ids() == []


def test_the_keyboard_comes_back_to_the_field_for_which_a_place_was_made(
    empty: Session, at_work: AtWork, qtbot: QtBot
) -> None:
    manager = CaseManager(id=CaseManagerId("li"), name=Text({"en": "Li"}))
    agency = Agency(id=AgencyId("own"), name=Text({"en": "Agency"}), case_managers=(manager,))
    empty.run(DirectoryEdit(N_("Directory"), lambda held: replace(held, agency=agency)))
    page = new_journey(at_work(empty))
    assert page.rows["journey.case_manager"].value == "li"  # the only one there is
    assert page.discard.isHidden()
    centre = page.rows["course.centre"].field
    centre.start()
    line = QApplication.focusWidget()
    qtbot.keyClicks(line, "Lotus")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    form = page.panel.page
    assert form is not None
    kind, country = form.form.row("kind"), form.form.row("country")
    assert kind is not None
    assert country is not None
    type_value(qtbot, kind.field, PlaceKind.PROTON_CENTRE)
    country.field.start()
    click(form.add)
    (place,) = empty.directory().places
    assert centre.value == place.id
    assert QApplication.focusWidget() is line


def test_who_works_here_is_the_case_manager_unless_another_is_chosen(empty: Session, at_work: AtWork) -> None:
    managers = tuple(CaseManager(id=CaseManagerId(id), name=Text({"en": id})) for id in ("li", "moana"))
    agency = Agency(id=AgencyId("own"), name=Text({"en": "Agency"}), case_managers=managers)
    empty.run(DirectoryEdit(N_("Directory"), lambda held: replace(held, agency=agency)))
    page = new_journey(at_work(empty))
    assert page.rows["journey.case_manager"].value is None  # nobody has said who works
    empty.who = CaseManagerId("moana")
    page = new_journey(at_work(empty))
    field = page.rows["journey.case_manager"].field
    assert field.value == "moana"
    assert page.discard.isHidden()  # what is filled in by itself begins no journey
    field.show_value("li")
    page.rows["traveller.surname"].field.show_value("SPECIMEN")
    page.begin.click()
    (id,) = empty.journey_ids()
    assert empty.journey(id).case_manager == "li"


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
    assert form.gap.isHidden()
    assert form.days.accessibleName().startswith("1: Tue 6 Apr ? · 2: Wed 7 Apr ? · ")
    assert sample.journey("sample").courses[0].fractions == ()
    type_value(qtbot, form.rows["start"].field, dt.date(2026, 9, 21))
    assert "8 days after session 7 (Wed 30 Sept 2026)" in form.gap.text()
    assert "a first session on Thu 8 Oct 2026, no gap would be over 4 days" in form.gap.text()
    type_value(qtbot, form.rows["start"].field, dt.date(2027, 4, 5))
    form.lay.setFocus()
    form.lay.click()
    assert page.course_actions.replan.hasFocus()  # and not on another card, with the page scrolled to it
    QTest.qWait(300)  # whatever is laid out and filled anew afterwards
    assert page.tabs.key == "course"
    assert not page.course_actions.replan.visibleRegion().isEmpty()
    made = sample.journey("sample").courses[0].fractions
    assert [(one.number, one.starts) for one in made] == [(one.number, one.starts) for one in laid]


def test_what_begins_the_journey_stays_in_view_and_says_what_is_in_the_way(
    empty: Session, sample_to_read: Session, at_work: AtWork, qtbot: QtBot
) -> None:
    shared = sample_to_read.directory()
    empty.run(DirectoryEdit(N_("Directory"), lambda _: shared))
    page = new_journey(at_work(empty))
    area = next(one for one in page.findChildren(QScrollArea) if one.isAncestorOf(page.pathways))
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for at in (0, bar.maximum()):
        bar.setValue(at)
        QApplication.processEvents()
        assert page.begin.visibleRegion().boundingRect() == page.begin.rect()
    bar.setValue(0)
    ways = list(page.pathways.buttons.values())
    ways[0].setFocus()
    for way in ways[1:]:  # the arrows take the page along, so that one sees what one chooses
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert way.isChecked()
        assert way.visibleRegion().boundingRect() == way.rect()
    right = [one.mapTo(page, one.rect().topRight()).x() for one in (page.begin, page.pathways)]
    assert right[0] == right[1]
    told = page.foot.telling
    assert told.text() == "“Surname” is still needed."
    type_value(qtbot, page.rows["traveller.surname"].field, "SPECIMEN")
    assert told.text() == "All else can be entered later."
    born = page.rows["traveller.born_on"].field
    born.start()
    line = QApplication.focusWidget()
    qtbot.keyClicks(line, "31 Feb")
    assert told.text() == "All else can be entered later."  # it is being typed
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert told.text() == "“Born on” still has to be put right."
    qtbot.keyClick(page.begin, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is line
    assert empty.journey_ids() == []


@pytest.mark.parametrize("way", ["Enter on the button", "Ctrl+Enter in a field"])
def test_a_journey_is_begun_by_the_keyboard_alone(
    way: str, empty: Session, sample_to_read: Session, at_work: AtWork, qtbot: QtBot
) -> None:
    shared = sample_to_read.directory()
    empty.run(DirectoryEdit(N_("Directory"), lambda _: shared))
    space = at_work(empty)
    page = new_journey(space)
    assert QApplication.focusWidget() is page.rows["traveller.surname"].field.focusProxy()
    qtbot.keyClicks(QApplication.focusWidget(), "SPECIMEN")
    if way == "Ctrl+Enter in a field":
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    else:
        page.pathways.buttons[""].setFocus()
        for _ in range(2):  # what throws it away stands before what begins it
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is page.begin
        qtbot.keyClick(page.begin, Qt.Key.Key_Return)
    assert isinstance(space.page, JourneyPage)
    (id,) = empty.journey_ids()
    patient = empty.journey(id).patient
    assert patient is not None
    assert patient.surname == "SPECIMEN"


def test_who_is_erased_no_longer_stands_in_a_journey_that_was_begun(
    sample: Session, at_work: AtWork, qtbot: QtBot
) -> None:
    space = at_work(sample)
    page = new_journey(space)
    patient = sample.journey("sample").patient
    assert patient is not None
    type_value(qtbot, page.rows["traveller.surname"].field, patient.surname)
    space.go("today")
    assert sample.drafts.get(KEY) is not None
    sample.erasure.erase("sample", typed=patient.full_name)
    assert new_journey(space).rows["traveller.surname"].field.value == ""
    space.go("today")
    assert sample.drafts.get(KEY) is None
