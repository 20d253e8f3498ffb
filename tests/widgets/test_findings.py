"""Findings act in place: fixes run as edits, acceptances carry a reason and a name, and all is undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.appointment import Appointment, AppointmentKind, AppointmentState
from planner.record.consent import Consent
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.record.lookup import thing
from planner.record.money import Receipt, ReceiptKind
from planner.record.subject import Subject
from planner.record.when import When
from planner.rules.finding import EnterAll, EnterNew, Finding, MakeTask, OpenField, SetField, Severity
from planner.session import Session
from planner.session.importing import sample_file
from planner.store.vault import Vault
from tests.widgets.conftest import NOW, PASSPHRASE, QUICK, main_window
from ui.desk import Desk
from ui.journey.finding_row import FindingRow
from ui.journey.findings_card import FindingsCard
from ui.journey.journey_page import JourneyPage
from ui.journey.subject_section import section_of
from ui.shell.door import SessionDoor
from ui.shell.main_window import MainWindow
from ui.shell.workspace import Workspace

NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def space(desk: Desk, qtbot: QtBot, sample: Session) -> Iterator[Workspace]:
    with main_window(desk, qtbot) as window:
        window.enter(sample, None)
        assert window.workspace is not None
        window.workspace.open_journey("sample")
        yield window.workspace


@pytest.fixture
def page(space: Workspace, qtbot: QtBot) -> JourneyPage:
    page = space.page
    assert isinstance(page, JourneyPage)
    qtbot.waitUntil(lambda: page.is_complete)
    page.findings_card.more.click()
    return page


def row_with(page: JourneyPage, action: type) -> tuple[FindingRow, int]:
    """A finding that offers such a fix, and which of its fixes it is."""
    for row in page.findings_card.rows:
        for number, fix in enumerate(row.finding.fixes):
            if isinstance(fix.action, action):
                return row, number
    raise AssertionError(f"no finding offers {action.__name__}")


def said(widget: QWidget) -> set[str]:
    QApplication.processEvents()
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}


def test_each_finding_says_where_it_comes_from(page: JourneyPage) -> None:
    rows = page.findings_card.rows
    assert {row.finding.source is None for row in rows} == {True, False}
    for row in rows:
        told = [label.text() for label in row.findChildren(QLabel)]
        if row.finding.source is None:
            assert "A rule of this program" in told, row.finding.code
        else:
            assert "A rule of this program" not in told, row.finding.code


def told(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(finding.code, finding.facts) for finding in findings}


def test_the_worst_are_shown_and_the_others_when_asked_for(page: JourneyPage) -> None:
    card = page.findings_card
    assert len(card.rows) > 5
    card.more.click()
    assert len(card.rows) == 5
    assert card.more.text().startswith("Show ")
    card.more.click()
    assert card.more.hasFocus()


@pytest.mark.parametrize(("count", "rows", "more"), [(5, 5, ""), (6, 6, ""), (7, 5, "Show 2 more findings")])
def test_a_single_finding_is_not_put_behind_a_button(
    desk: Desk, qtbot: QtBot, count: int, rows: int, more: str
) -> None:
    card = FindingsCard(desk)
    qtbot.addWidget(card)
    several = [
        Finding("stay.ends", Severity.WARNING, N_("Nothing fits here."), Subject("task", f"task-{number}"))
        for number in range(count)
    ]
    card.show_findings(several, (), "")
    assert len(card.rows) == rows
    assert ("" if card.more.isHidden() else card.more.text()) == more


def test_all_steps_that_are_missing_are_entered_as_one_step_with_its_own_name(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    def call_off(journey: Journey) -> Journey:
        off = (AppointmentKind.SIMULATION, AppointmentKind.PLAN_QA, AppointmentKind.INFORMED_CONSENT)
        after = tuple(
            replace(one, state=AppointmentState.CANCELLED) if one.kind in off else one
            for one in journey.appointments
        )
        (course,) = journey.courses
        later = tuple(replace(one, starts=one.starts.moved(60)) for one in course.fractions)
        return replace(journey, appointments=after, courses=(replace(course, fractions=later),))

    space.session.run(Edit(N_("Call off"), JourneyId("sample"), call_off))
    qtbot.waitUntil(
        lambda: any(
            "no appointment is entered for" in str(r.finding.message) for r in page.findings_card.rows
        )
    )
    before = space.session.journey("sample")
    row, number = row_with(page, EnterAll)
    row.fixes[number].click()
    after = space.session.journey("sample")
    assert len(after.appointments) == len(before.appointments) + 3
    assert space.undo.text() == "Undo: Enter all 3, days not known yet"
    space.undo.trigger()
    assert space.session.journey("sample") == before


def test_a_fix_that_sets_a_field_is_an_edit_with_its_own_name(space: Workspace, page: JourneyPage) -> None:
    row, number = row_with(page, SetField)
    code = (row.finding.code, row.finding.facts)
    label = row.fixes[number].text()
    row.fixes[number].click()
    assert code not in told(space.session.open_findings("sample"))
    assert space.undo.text() == f"Undo: {label}"
    space.undo.trigger()
    assert code in told(space.session.open_findings("sample"))


def test_a_fix_that_makes_a_task_makes_it(space: Workspace, page: JourneyPage) -> None:
    before = len(space.session.journey("sample").tasks)
    row, number = row_with(page, MakeTask)
    at = page.findings_card.rows.index(row)
    label = row.fixes[number].text()
    row.fixes[number].setFocus()
    row.fixes[number].click()
    assert len(space.session.journey("sample").tasks) == before + 1
    told = page.findings_card.rows[at].fixes[number]
    assert told.text() == "Task made: open it"
    space.undo.trigger()
    assert len(space.session.journey("sample").tasks) == before
    assert page.findings_card.rows[at].fixes[number].text() == label


def test_a_task_that_was_made_is_opened_from_its_finding(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    row, number = row_with(page, MakeTask)
    at = page.findings_card.rows.index(row)
    row.fixes[number].click()
    made = space.session.journey("sample").tasks[-1]
    page.findings_card.rows[at].fixes[number].click()
    qtbot.wait(20)
    assert space.session.journey("sample").tasks[-1] == made
    panel = page.editing.panel
    assert panel is not None
    assert panel.page is not None
    assert panel.page.id == made.id


def test_a_fix_that_leads_to_a_field_opens_the_form_there(page: JourneyPage, qtbot: QtBot) -> None:
    row, number = row_with(page, OpenField)
    action = row.finding.fixes[number].action
    assert isinstance(action, OpenField)
    assert page.journey is not None
    row.fixes[number].click()
    qtbot.wait(20)
    panel = page.editing.panel
    assert panel is not None
    assert panel.page is not None
    assert panel.page.id == action.subject.id
    assert panel.page.isAncestorOf(page.focusWidget())


@pytest.mark.parametrize(
    ("code", "gone", "cls", "known"),
    [
        ("money.receipt-missing", "receipts", Receipt, {"kind": ReceiptKind.FAPIAO}),
        ("privacy.consent-missing", "consents", Consent, {"traveller": "sample-patient"}),
        ("pathway.missing-step", "appointments", Appointment, {"kind": AppointmentKind.END_REVIEW}),
    ],
)
def test_a_fix_that_enters_what_is_missing_opens_its_form_with_what_is_known(
    space: Workspace, page: JourneyPage, qtbot: QtBot, code: str, gone: str, cls: Any, known: dict[str, Any]
) -> None:
    assert page.journey is not None
    without: dict[str, Any] = {gone: ()}
    if cls is Consent:  # what was sent under them needs them in the record
        later = dt.date(2099, 1, 1)
        without = {gone: tuple(replace(one, given_on=later) for one in page.journey.consents)}
    space.session.run(Edit(N_("Nothing there"), page.journey.id, lambda journey: replace(journey, **without)))
    qtbot.waitUntil(lambda: page.is_complete)
    page.findings_card.shows_all = True
    page.findings.show(page.journey)
    found = [
        (row, at, fix.action)
        for row in page.findings_card.rows
        for at, fix in enumerate(row.finding.fixes)
        if row.finding.code == code
        and isinstance(fix.action, EnterNew)
        and known.items() <= dict(fix.action.known).items()
    ]
    assert found, [row.finding.code for row in page.findings_card.rows]
    row, at, action = found[0]
    row.fixes[at].click()
    panel = page.editing.panel
    assert panel is not None
    assert panel.page is not None
    assert panel.page.cls is cls
    assert panel.page.wanted is not None
    values = panel.page.form.values
    for name, value in action.known:
        assert values[name] == value


def test_who_lacks_a_calendar_is_taken_to_the_calendars(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    assert page.journey is not None
    course = page.journey.courses[0]
    day = When(date=dt.date(2031, 3, 3), zone="Asia/Shanghai")
    far = replace(course, fractions=tuple(replace(one, starts=day) for one in course.fractions))
    space.session.run(Edit(N_("Far off"), page.journey.id, lambda journey: replace(journey, courses=(far,))))
    qtbot.waitUntil(lambda: page.is_complete)
    page.findings_card.shows_all = True
    page.findings.show(page.journey)
    found = [row for row in page.findings_card.rows if row.finding.code == "calendar.provisional-year"]
    found[0].fixes[0].click()
    assert space.place == "world"


def test_no_fix_leads_nowhere(page: JourneyPage) -> None:
    assert page.journey is not None
    for row in page.findings_card.rows:
        for fix in row.finding.fixes:
            if isinstance(fix.action, OpenField | EnterNew):
                assert thing(page.journey, fix.action.subject.id) is not None


def test_a_finding_is_accepted_by_keyboard_with_a_reason_and_comes_back(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    row = page.findings_card.rows[1]
    code = (row.finding.code, row.finding.facts)
    row.accept.setFocus()
    qtbot.keyClick(row.accept, Qt.Key.Key_Space)
    form = row.form
    assert form is not None
    assert form.name.text() == "Casey Specimen"
    qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    assert "Say why, and enter your name." in said(form)
    assert form.reason.hasFocus()
    qtbot.keyClicks(form.reason, "Agreed with the airline")
    qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    assert code not in told(space.session.open_findings("sample"))
    assert space.undo.text() == "Undo: Acknowledge a finding"
    card = page.findings_card
    assert card.rows[1].first_control.hasFocus()
    assert card.accepted_more.text() == "Show 1 acknowledged finding"
    card.accepted_more.click()
    assert {"Agreed with the airline", "Casey Specimen, Wed 14 Apr"} <= said(card)
    card.accepted_rows[0].reopen.click()
    assert code in told(space.session.open_findings("sample"))
    assert card.accepted_more.isHidden()


def test_escape_leaves_the_form_and_changes_nothing(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    row = page.findings_card.rows[0]
    row.accept.click()
    assert row.form is not None
    qtbot.keyClick(row.form.reason, Qt.Key.Key_Escape)
    assert row.form is None
    assert row.accept.hasFocus()
    assert space.session.undo_label is None


def test_a_reason_being_written_outlives_locking(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "record"
    with Session(Vault.create(folder, PASSPHRASE, cost=QUICK), lambda: NOW) as made:
        made.import_file(sample_file())
    window = MainWindow(desk, SessionDoor(lambda: NOW), folder)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()

    def unlocked() -> tuple[JourneyPage, Session]:
        window.enter(session := Session(Vault.open(folder, PASSPHRASE, now=NOW), lambda: NOW), folder)
        assert window.workspace is not None
        window.workspace.open_journey(session.journey_ids()[0])
        page = window.workspace.page
        assert isinstance(page, JourneyPage)
        qtbot.waitUntil(lambda: page.is_complete)
        return page, session

    page, _ = unlocked()
    page.findings_card.rows[1].accept.click()
    form = page.findings_card.rows[1].form
    assert form is not None
    qtbot.waitUntil(form.isVisible)
    qtbot.keyClicks(form.reason, "Agreed with")
    window.lock()
    page, session = unlocked()
    form = page.findings_card.rows[1].form
    assert form is not None
    assert form.reason.text() == "Agreed with"
    assert page.editing.strip.isHidden()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert session.drafts.all() == ()
    assert page.findings_card.rows[1].form is None
    window.leave()


def test_an_edit_elsewhere_leaves_what_it_does_not_touch_where_it_stands(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    page.go_to_section("money")
    qtbot.wait(30)
    place = page.scroll_place
    widgets = page.cards["money"].findChildren(QLabel)
    row, number = row_with(page, SetField)
    row.fixes[number].click()
    qtbot.waitUntil(lambda: page.is_complete)
    qtbot.wait(30)
    assert page.cards["money"].findChildren(QLabel) == widgets
    assert abs(page.scroll_place - place) < 200


def test_every_kind_of_subject_has_its_section(sample_to_read: Session) -> None:
    journey = sample_to_read.journey("sample")
    patient, course = journey.travellers[0], journey.courses[0]
    assert section_of(journey, Subject.of(patient.passports[0], "expires_on")) == "people"
    assert section_of(journey, Subject.of(course.fractions[3])) == "course"
    assert section_of(journey, Subject("journey", journey.id, "notices")) == "consent"
    assert section_of(journey, Subject.of(journey.tasks[0])) == "tasks"
    assert course.centre is not None
    assert section_of(journey, Subject("place", course.centre)) == "course"
    assert section_of(journey, Subject("place", journey.places[0].id)) is None


def test_the_form_to_accept_has_room_for_words_in_the_drawer(space: Workspace, page: JourneyPage) -> None:
    space.resize(1280, 720)
    space.findings.toggle()
    drawer = space.findings.drawer
    for card, beside in ((drawer.card, False), (page.findings_card, True)):
        if beside:
            drawer.close_up()
            QTest.qWait(50)
        card.rows[0].accept.click()
        form = card.rows[0].form
        assert form is not None
        QTest.qWait(50)
        assert (form.name.y() == form.reason.y()) is beside
        assert form.name.width() >= 150
        assert form.width() <= card.width()
