"""The record page: backups listed, checked and put back; passphrases, people and the recovery code."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.edits.edit import DirectoryEdit, Edit, NewJourney
from planner.errors import StoreError
from planner.message import N_
from planner.session import Session
from planner.session.keys import groups_of
from planner.store.vault import Vault
from tests.builders import generated_journeys
from tests.widgets.conftest import NOW, PASSPHRASE, QUICK
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.record.record_page import RecordPage
from ui.shell.door import SessionDoor
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.main_window import MainWindow
from ui.shell.settings_page import SettingsPage
from ui.shell.top_bar import TopBar

NEW = "purple lantern seven rivers"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is stretched when a record is opened."""
    monkeypatch.setattr("planner.session.opening.KeyCost", lambda: QUICK)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A record of two journeys, one of them in a backup."""
    vault = Vault.create(tmp_path / "患者 record", PASSPHRASE, cost=QUICK)
    with Session(vault, lambda: NOW) as session:
        session.keys.cost = QUICK
        one, other = generated_journeys(2)
        session.run(NewJourney(N_("New journey"), one))
        session.backups.make()
        session.run(NewJourney(N_("New journey"), other))
        yield session


@pytest.fixture
def page(desk: Desk, session: Session, qtbot: QtBot, tmp_path: Path) -> RecordPage:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    errors = ErrorPresenter(banner, lambda: NOW, tmp_path / "log")
    page = RecordPage(desk, session, errors, lambda *_: None)
    qtbot.addWidget(page)
    bar = TopBar(desk)
    qtbot.addWidget(bar)
    page.resize(1080, 1600)
    page.show()
    page.arrive(bar)
    return page


def click(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]


def test_a_backup_is_made_listed_and_found_good(page: RecordPage, qtbot: QtBot) -> None:
    card = page.backups
    assert card.state.text() == "The record has changed since the newest backup."
    assert len(card.rows) == 1
    qtbot.keyClick(card.now, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(card.rows) == 2)
    assert card.state.text() == "The newest backup has everything."
    click(qtbot, card.rows[0].check)
    qtbot.waitUntil(lambda: not card.rows[0].pill.isHidden())
    assert card.rows[0].pill.text() == "Good"


def test_a_damaged_backup_is_told_in_its_row(page: RecordPage, session: Session, qtbot: QtBot) -> None:
    path = session.backups.all()[0].folder / "record.db"
    path.write_bytes(path.read_bytes()[:-1])
    row = page.backups.rows[0]
    click(qtbot, row.check)
    qtbot.waitUntil(lambda: not row.pill.isHidden())
    assert row.pill.text() == "Damaged"
    assert row.told.text() == "The database of this backup was changed or damaged after it was made."


def test_restoring_asks_first_by_keyboard_too(page: RecordPage, qtbot: QtBot) -> None:
    row = page.backups.rows[0]
    with qtbot.assertNotEmitted(row.restore_wanted):
        qtbot.keyClick(row.restore, Qt.Key.Key_Space)
        assert not row.really.isHidden()
        qtbot.keyClick(row.cancel, Qt.Key.Key_Space)
    assert row.restore.isEnabled()


@pytest.fixture
def window(desk: Desk, session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(desk, SessionDoor(lambda: NOW))
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.enter(session, session.folder)
    yield window
    window.close()


def test_a_backup_has_one_time_wherever_it_is_told(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    try:
        space = window.workspace
        assert space is not None
        agency = replace(next(iter(generated_journeys(1))).agency, zone="Asia/Shanghai")
        space.session.run(DirectoryEdit(N_("Directory"), lambda held: replace(held, agency=agency)))
        space.go("settings")
        here = NOW.astimezone(ZoneInfo("Pacific/Auckland"))
        assert space.status.backup.text() == f"Backed up {here:%H:%M}"
        page = space.page
        assert isinstance(page, SettingsPage)
        assert page.backups.last.text().endswith(f"{here.day} Apr 2027, {here:%H:%M}")
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_backup_is_put_back_and_that_is_undone_in_the_window(window: MainWindow, qtbot: QtBot) -> None:
    def at() -> Session:
        assert window.workspace is not None
        return window.workspace.session

    def record_page() -> RecordPage:
        assert window.workspace is not None
        page = window.workspace.page
        assert isinstance(page, RecordPage)
        return page

    assert window.workspace is not None
    window.workspace.go("record")
    before = at()
    row = record_page().backups.rows[0]
    click(qtbot, row.restore)
    click(qtbot, row.really)
    qtbot.waitUntil(lambda: at() is not before, timeout=10_000)
    assert len(at().journey_ids()) == 1
    assert window.banner.accessibleName().startswith("The record is as it was on Wed 14 Apr 2027")
    then = at()
    click(qtbot, window.banner.offer)
    qtbot.waitUntil(lambda: at() is not then, timeout=10_000)
    assert len(at().journey_ids()) == 2
    assert at().accountability.verify().is_whole


def test_who_was_erased_after_the_backup_is_named_when_it_is_put_back_and_erased_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    def at() -> Session:
        assert window.workspace is not None
        return window.workspace.session

    def record_page() -> RecordPage:
        assert window.workspace is not None
        page = window.workspace.page
        assert isinstance(page, RecordPage)
        return page

    before = at()
    backed_up = before.journey_ids()[0]
    before.erasure.erase(backed_up, typed=before.erasure.preview(backed_up).to_type)
    assert window.workspace is not None
    window.workspace.go("record")
    assert not record_page().back_again.isVisible()
    row = record_page().backups.rows[0]
    click(qtbot, row.restore)
    click(qtbot, row.really)
    qtbot.waitUntil(lambda: at() is not before, timeout=10_000)
    assert at().journey_ids() == [backed_up]
    assert "erasure was made after this backup" in window.banner.accessibleName()
    card = record_page().back_again
    assert card.isVisible()
    name = at().erasure.preview(backed_up).name
    assert any(name in label.text() for label in card.findChildren(QLabel))
    click(qtbot, card.erase)
    qtbot.waitUntil(lambda: not card.isVisible(), timeout=10_000)
    assert at().journey_ids() == []
    assert [one.journey for one in at().erasure.certificates()] == [backed_up, backed_up]
    assert at().accountability.verify().is_whole


def test_closing_the_window_backs_up_what_has_changed(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    key = session.journey_ids()[0]
    session.run(Edit(N_("Edit"), key, lambda journey: replace(journey, notes="last words")))
    window.close()
    with Session.open(session.folder, PASSPHRASE, clock=lambda: NOW) as again:
        latest = again.backups.latest
        assert latest is not None
        assert latest.reason == "quit"
        assert not again.backups.is_changed


def test_the_full_check_says_what_it_found(page: RecordPage, qtbot: QtBot) -> None:
    click(qtbot, page.health.now)
    qtbot.waitUntil(lambda: page.health.found.count() >= 8, timeout=10_000)
    assert page.health.now.isEnabled()


def test_the_passphrase_is_changed_by_who_knows_the_present_one(
    page: RecordPage, session: Session, qtbot: QtBot
) -> None:
    card = page.passphrase
    click(qtbot, card.change)
    qtbot.keyClicks(card.before.line, "not the present one")
    for line in (card.new.passphrase.line, card.new.again.line):
        line.setText(NEW)
    qtbot.keyClick(card.new.again.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open" in card.banner.accessibleName())
    card.before.line.setText(PASSPHRASE)
    click(qtbot, card.keep)
    qtbot.waitUntil(lambda: card.banner.accessibleName() == "The passphrase is changed.")
    assert card.form.isHidden()
    assert card.before.secret == card.new.secret == "", "nothing typed stays"
    session.close()
    Session.open(session.folder, NEW, clock=lambda: NOW).close()
    with pytest.raises(StoreError):
        Session.open(session.folder, PASSPHRASE, clock=lambda: NOW)


def test_somebody_else_is_let_in_and_out_again(page: RecordPage, session: Session, qtbot: QtBot) -> None:
    card = page.people
    click(qtbot, card.add)
    click(qtbot, card.keep)
    assert card.banner.accessibleName() == "Type their name."
    card.name.setText("陈样本")
    for line in (card.new.passphrase.line, card.new.again.line):
        line.setText(NEW)
    click(qtbot, card.keep)
    qtbot.waitUntil(lambda: "opens the record from now on" in card.banner.accessibleName())
    (theirs,) = card.removes.values()
    assert theirs.accessibleName() == "Remove 陈样本"
    click(qtbot, theirs)
    assert card.removes == {}
    assert [holder.id for holder in session.keys.holders()] == [None]


def test_a_new_recovery_code_counts_only_once_it_is_on_paper(
    page: RecordPage, session: Session, qtbot: QtBot
) -> None:
    card = page.recovery
    assert card.state.text().startswith("There is none")
    click(qtbot, card.make)
    assert card.sheet is not None
    assert card.state.text() == "The code below counts once it is confirmed; until then nothing changes."
    assert not card.state.property("ink")
    click(qtbot, card.sheet.later)
    assert not session.keys.has_recovery_code
    assert card.state.text().startswith("There is none")
    click(qtbot, card.make)
    sheet = card.sheet
    asked = int(sheet.typed.accessibleName().split()[1]) - 1
    sheet.typed.setText(groups_of(sheet.code)[asked])
    qtbot.keyClick(sheet.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.keys.has_recovery_code and card.sheet is None)
    assert card.state.text() == "Made on Wed 14 Apr 2027."


def test_ones_name_is_kept_and_the_log_tells_that_keys_were_changed(
    page: RecordPage, session: Session, qtbot: QtBot
) -> None:
    page.passphrase.name.setFocus()
    qtbot.keyClicks(page.passphrase.name, "Casey Specimen")
    qtbot.keyClick(page.passphrase.name, Qt.Key.Key_Return)
    assert session.keys.who.name == "Casey Specimen"
    assert session.accountability.events()[0].kind.value == "keys"


def test_a_sample_has_nothing_to_keep(
    desk: Desk, sample_to_read: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    banner, bar = Banner(desk), TopBar(desk)
    page = RecordPage(desk, sample_to_read, ErrorPresenter(banner, lambda: NOW, tmp_path), lambda *_: None)
    for widget in (banner, bar, page):
        qtbot.addWidget(widget)
    page.arrive(bar)
    assert not page.backups.now.isEnabled()
    assert not page.recovery.isEnabled()
    assert page.backups.state.text() == "The sample is thrown away, so it has no backups."


def test_every_control_has_a_name_for_a_screen_reader(page: RecordPage) -> None:
    from PySide6.QtWidgets import QAbstractButton, QLineEdit

    page.recovery.show_sheet()
    page.passphrase.show_form(True)
    page.people.show_form(True)
    nameless = [
        control
        for kind in (QAbstractButton, QLineEdit)
        for control in page.findChildren(kind)
        if not control.accessibleName() and not (isinstance(control, QAbstractButton) and control.text())
    ]
    assert nameless == []
