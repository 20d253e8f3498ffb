"""Around the pages: findings beside them, the last steps, status, settings, keys, locking, secrets."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.edits.directory import change_entry
from planner.edits.edit import Edit
from planner.message import N_
from planner.record.text import Text
from planner.rules.finding import Severity
from planner.session import Session
from planner.session.importing import sample_file
from planner.store.vault import Vault
from tests.widgets.conftest import NOW, PASSPHRASE, QUICK, AtWork
from tests.widgets.typing import type_value
from ui.caseload.freshening import Freshening
from ui.controls.banner import Banner
from ui.controls.button import Button, IconButton
from ui.controls.command import Command
from ui.controls.key_names import key_names
from ui.desk import Desk
from ui.journey.journey_page import JourneyPage
from ui.shell import clipboard, work_area
from ui.shell.clipboard import ClipboardWatch
from ui.shell.door import SessionDoor
from ui.shell.keyboard_page import KeyboardPage
from ui.shell.main_window import MainWindow
from ui.shell.settings_page import SettingsPage
from ui.shell.system_events import SystemEvents
from ui.shell.whereabouts import Whereabouts, scroll_again, scrolled
from ui.shell.workspace import Workspace
from ui.theme.tokens import Tone

CONTROL = Qt.KeyboardModifier.ControlModifier


# Findings


def test_findings_of_the_journey_in_view_open_with_a_key_and_close_with_escape(
    space: Workspace, qtbot: QtBot
) -> None:
    space.open_journey("sample")
    qtbot.keyClick(space, Qt.Key.Key_F8)
    drawer = space.findings.drawer
    assert drawer.isVisible()
    assert drawer.scope.choice == "one"
    assert [row.finding for row in drawer.card.rows] == list(space.session.open_findings("sample"))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert drawer.isAncestorOf(focus)
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert not drawer.isVisible()
    assert QApplication.focusWidget() is not None


def test_all_journeys_lead_to_one_and_back(space: Workspace, qtbot: QtBot) -> None:
    qtbot.keyClick(space, Qt.Key.Key_F, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    drawer = space.findings.drawer
    assert drawer.scope.choice == "all"
    assert drawer.list.found.rowCount() == 1
    qtbot.keyClick(drawer.list, Qt.Key.Key_Return)
    assert len(drawer.card.rows) == len(space.session.open_findings("sample"))
    QTest.mouseClick(drawer.back, Qt.MouseButton.LeftButton)
    assert drawer.list.isVisible()


def test_a_finding_is_acknowledged_in_the_drawer(space: Workspace, qtbot: QtBot) -> None:
    space.findings.toggle()
    drawer = space.findings.drawer
    drawer.list.chosen.emit("sample")
    before = len(space.session.open_findings("sample"))
    row = drawer.card.rows[0]
    QTest.mouseClick(row.accept, Qt.MouseButton.LeftButton)
    assert row.form is not None
    qtbot.keyClicks(row.form.reason, "Agreed with the centre")
    if not row.form.name.text():
        qtbot.keyClicks(row.form.name, "Casey Specimen")
    qtbot.keyClick(row.form.name, Qt.Key.Key_Return)
    assert len(space.session.open_findings("sample")) == before - 1
    assert len(drawer.card.rows) == before - 1


def test_the_counter_says_how_many_there_are_in_words(space: Workspace, qtbot: QtBot) -> None:
    blockers, warnings, _notes = space.session.caseload.tally()
    qtbot.waitUntil(lambda: "all journeys" in space.findings.counter.accessibleName())
    assert str(warnings) in space.findings.counter.accessibleName()
    assert space.findings.counter.text() == str(blockers or warnings)
    space.open_journey("sample")
    qtbot.waitUntil(lambda: "this journey" in space.findings.counter.accessibleName())


def test_the_counter_follows_an_edit_of_a_place_that_changes_what_is_found(
    space: Workspace, qtbot: QtBot
) -> None:
    """An edit of a shared entry leaves the rows of journeys for later; the counter does not wait for that."""
    space.open_journey("sample")
    qtbot.waitUntil(lambda: "this journey" in space.findings.counter.accessibleName())
    before = space.findings.counter.text()
    space.session.run(change_entry(space.session.directory(), "sample-hotel", {"country": "NZ"}))
    found = [one.severity for one in space.session.open_findings("sample")]
    now = str(found.count(Severity.BLOCKER) or found.count(Severity.WARNING))
    assert now != before
    qtbot.waitUntil(lambda: space.findings.counter.text() == now)


# History and status


def test_the_menu_of_steps_goes_back_several_at_once(space: Workspace) -> None:
    keys = ["first", "second", "third"]
    for key in keys:
        space.session.run(_note(key))
    menu = space._history.menu  # noqa: SLF001 - it opens at the mouse
    menu.aboutToShow.emit()
    steps = [action for action in menu.actions() if not action.isSeparator()]
    whose = "ERIKSSON Anna Maria"
    assert [action.text() for action in steps] == [f"{key}, {whose}" for key in ("third", "second", "first")]
    steps[1].trigger()
    assert space.session.journey("sample").notes == "first"
    assert str(space.session.redo_label) == "second"
    menu.aboutToShow.emit()
    again = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.text() for action in again] == [f"{key}, {whose}" for key in ("third", "second", "first")]
    again[0].trigger()
    assert space.session.journey("sample").notes == "third"


def _note(words: str) -> Edit:
    from dataclasses import replace

    return Edit(N_(words), "sample", lambda journey: replace(journey, notes=words))  # type: ignore[arg-type]


def test_what_takes_long_is_shown_with_its_name_and_cancelled(
    space: Workspace, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_area, "AFTER_MS", 10)
    stopped = threading.Event()

    def task(_progress, cancelled):  # type: ignore[no-untyped-def]
        while not cancelled():
            stopped.wait(0.01)
        from planner.errors import Cancelled

        raise Cancelled(N_("Cancelled"))

    ended: list[bool] = []
    area = space.status.work
    assert area.isHidden()
    desk.work.start(
        space, task, done=lambda _r: None, cancelled=lambda: ended.append(True), name=N_("Backing up")
    )
    qtbot.waitUntil(area.isVisible)
    QTest.mouseClick(area.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ended == [True])
    assert not area.isVisible()


def test_what_ends_in_the_moment_it_would_be_shown_is_not_shown_for_ever(
    space: Workspace, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_area, "AFTER_MS", 0)
    about_to_end = threading.Event()
    done: list[bool] = []
    job = desk.work.start(space, lambda *_: about_to_end.set(), done=lambda _r: done.append(True))
    # Its end is told on the main thread, which has first to look whether to show it.
    assert about_to_end.wait(5)
    time.sleep(0.05)
    assert job.is_running
    qtbot.waitUntil(lambda: bool(done))
    qtbot.wait(20)
    assert not space.status.work.isVisible()


# Settings and keys


def test_a_limit_is_typed_and_put_back(space: Workspace, qtbot: QtBot) -> None:
    space.go("settings")
    page = space.page
    assert isinstance(page, SettingsPage)
    QTest.mouseClick(page.limits.unfold, Qt.MouseButton.LeftButton)
    box = page.limits.boxes["stay_slack_days"]
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "12")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert space.session.reference.limits.stay_slack_days == 12
    assert list(page.limits.resets) == ["stay_slack_days"]  # a way back only where one has left
    reset = page.limits.resets["stay_slack_days"]
    assert reset.isVisible()
    QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert space.session.reference.limits.stay_slack_days == 7
    assert box.text() == "7"
    assert not reset.isVisible()
    assert box.hasFocus()


@pytest.mark.parametrize("typed", ["abc", "-3", "7.5", "9999"])
def test_what_is_no_limit_is_said_and_stays_to_be_put_right(
    space: Workspace, qtbot: QtBot, typed: str
) -> None:
    space.go("settings")
    page = space.page
    assert isinstance(page, SettingsPage)
    QTest.mouseClick(page.limits.unfold, Qt.MouseButton.LeftButton)
    box = page.limits.boxes["stay_slack_days"]
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Tab)

    def said() -> list[str]:
        return [one.text() for one in page.limits.findChildren(QLabel) if one.isVisible()]

    assert f"“{typed}” is no limit here; a whole number from 0 to 730 is." in said()
    assert box.text() == typed
    assert space.session.reference.limits.stay_slack_days == 7
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == "7"
    assert not any("is no limit here" in one for one in said())


def test_the_agency_is_changed_in_place_and_undone(space: Workspace, qtbot: QtBot) -> None:
    space.go("settings")
    page = space.page
    assert isinstance(page, SettingsPage)
    agency = space.session.directory().agency
    assert agency is not None
    line = page.agency.fields[str(agency.id), "Telephone, 24 hours"]
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "+64 9 000 1111")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    changed = space.session.directory().agency
    assert changed is not None
    assert changed.telephone_24h == "+64 9 000 1111"
    space.session.undo()
    assert line.text() == agency.telephone_24h


def test_a_case_manager_with_one_name_in_hanzi_has_a_chinese_name(space: Workspace, qtbot: QtBot) -> None:
    space.go("settings")
    page = space.page
    assert isinstance(page, SettingsPage)
    before = space.session.directory().agency
    assert before is not None
    qtbot.mouseClick(page.agency.add, Qt.MouseButton.LeftButton)
    agency = space.session.directory().agency
    assert agency is not None
    new = next(one for one in agency.case_managers if one not in before.case_managers)
    line = page.agency.fields[str(new.id), "Name"]
    line.insert("李文")  # an input method types hanzi, not keys
    qtbot.keyClick(line, Qt.Key.Key_Return)
    changed = space.session.directory().agency
    assert changed is not None
    named = next(one for one in changed.case_managers if one.id == new.id)
    assert named.name == Text({"zh_CN": "李文"}, "zh_CN")
    assert line.text() == ""
    assert page.agency.fields[str(new.id), "Name in Chinese characters"].text() == "李文"


def test_the_zone_of_the_agency_is_a_city_and_what_is_none_stays_to_be_put_right(
    space: Workspace, qtbot: QtBot
) -> None:
    space.go("settings")
    page = space.page
    assert isinstance(page, SettingsPage)
    row = page.agency.zone
    assert row is not None
    (line,) = row.findChildren(QLineEdit)
    assert line.text() == "Auckland"
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Nowhere at all")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert row.said == ("No time zone is called “Nowhere at all”; type a city or a country.",)
    assert line.text() == "Nowhere at all"
    assert space.banner.isHidden()  # it is told where it is, and goes to no other page
    type_value(qtbot, row.field, "Europe/Zurich")
    agency = space.session.directory().agency
    assert agency is not None
    assert agency.zone == "Europe/Zurich"
    assert row.said == ()
    space.session.undo()
    assert line.text() == "Auckland"


def test_what_was_done_is_told_until_the_next_edit_and_what_went_wrong_until_it_is_dismissed(
    space: Workspace,
) -> None:
    def once_more() -> None:
        agency = space.session.directory().agency
        assert agency is not None
        changed = {"telephone_24h": agency.telephone_24h + "1"}
        space.session.run(change_entry(space.session.directory(), str(agency.id), changed))

    for tone, stays in ((Tone.OK, False), (Tone.DANGER, True)):
        space.banner.tell(N_("Journey"), tone=tone)
        once_more()
        assert space.banner.isVisible() is stays


def test_the_keyboard_map_lists_every_shortcut_there_is(space: Workspace, qtbot: QtBot) -> None:
    qtbot.keyClick(space, Qt.Key.Key_F1)
    page = space.page
    assert isinstance(page, KeyboardPage)
    told = dict(line for _name, lines in page.lines() for line in lines)
    assert told["Find or do anything"] == "Ctrl+K"
    assert told["Show the findings"] == "F8 / Ctrl+Shift+F"
    assert (told["Undo"], told["Redo"]) == ("Ctrl+Z", "Ctrl+Shift+Z / Ctrl+Y")
    assert len(told) >= len({command.text() for command in space.commands if command.shortcuts()})
    assert "Ctrl+K" in page.as_html()


# Locking


@pytest.fixture
def window(desk: Desk, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    record = tmp_path / "kept"
    with Session(Vault.create(record, PASSPHRASE, cost=QUICK), lambda: NOW) as session:
        session.import_file(sample_file())
    window = MainWindow(desk, SessionDoor(lambda: NOW), record)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def unlocked(window: MainWindow, qtbot: QtBot) -> Workspace:
    line = window.entrance.open_form.passphrase.line
    qtbot.keyClicks(line, PASSPHRASE)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace is not None)
    assert window.workspace is not None
    return window.workspace


def test_after_unlocking_one_is_where_one_was(window: MainWindow, qtbot: QtBot) -> None:
    space = unlocked(window, qtbot)
    space.go("settings")
    window.lock()
    assert window.workspace is None
    space = unlocked(window, qtbot)
    assert space.place == "settings"
    space.open_journey("sample")
    window.lock()
    space = unlocked(window, qtbot)
    assert space.place == "journey"
    assert space.journey is not None
    assert space.journey.id == "sample"


def test_after_unlocking_the_tab_is_the_one_that_was_open(window: MainWindow, qtbot: QtBot) -> None:
    space = unlocked(window, qtbot)
    space.open_journey("sample")
    page: Any = space.page
    qtbot.waitUntil(lambda: page.is_complete)
    page.go_to("itinerary")
    window.lock()
    page = unlocked(window, qtbot).page
    qtbot.waitUntil(lambda: page.is_complete and page.tabs.key == "itinerary")
    assert page.shown_view is page.view("itinerary")


def test_what_was_opened_and_closed_before_does_not_shift_what_was_scrolled(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A form that lay hidden when the record was locked is not there after it."""

    def page_with(areas: int) -> tuple[QWidget, list[QScrollArea]]:
        page = QWidget()
        qtbot.addWidget(page)
        layout = QVBoxLayout(page)
        made = [QScrollArea(page) for _ in range(areas)]
        for area in made:
            inside = QWidget()
            inside.setFixedSize(50, 5_000)
            area.setWidget(inside)
            layout.addWidget(area)
        page.resize(200, 300)
        page.show()
        return page, made

    monkeypatch.setattr("ui.shell.whereabouts._AGAIN_MS", (0,))
    before, (form, reading) = page_with(2)
    form.hide()
    reading.verticalScrollBar().setValue(700)
    after, (alone,) = page_with(1)
    scroll_again(after, scrolled(before))
    qtbot.waitUntil(lambda: alone.verticalScrollBar().value() == 700)
    alone.verticalScrollBar().setValue(0)
    scroll_again(after, (0, 0))
    assert alone.verticalScrollBar().value() == 0


def test_what_a_banner_says_has_the_colour_of_its_tone(desk: Desk, qtbot: QtBot) -> None:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    banner.tell(N_("Done."), tone=Tone.OK)
    label = next(one for one in banner.findChildren(QLabel) if one.text() == "Done.")
    label.ensurePolished()
    green = label.palette().windowText().color()
    banner.tell(N_("Done."), tone=Tone.DANGER)
    label.ensurePolished()
    assert label.palette().windowText().color() != green


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_a_button_as_space_does(desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    for button in (Button(desk, N_("Add")), IconButton(desk, N_("Add"), "plus")):
        qtbot.addWidget(button)
        button.show()
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, key)
        with qtbot.assertNotEmitted(button.clicked):
            QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_enter_takes_a_choice_of_the_first_page(window: MainWindow, qtbot: QtBot) -> None:
    window.entrance.go("welcome")
    choice = window.entrance.welcome_form.choices["new"]
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.entrance.key == "new")


def test_typing_the_passphrase_may_begin_as_soon_as_the_window_is_there(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(window.entrance.open_form.passphrase.line.hasFocus)


def test_a_journey_that_is_gone_is_passed_over(space: Workspace) -> None:
    space.return_to(Whereabouts("journey", "nobody"))
    assert space.place == "today"


def test_the_record_locks_when_the_computer_is_away(window: MainWindow, qtbot: QtBot) -> None:
    space = unlocked(window, qtbot)
    session = space.session
    qtbot.waitUntil(lambda: window._system is not None)  # noqa: SLF001 - made after the first painting
    assert window._system is not None  # noqa: SLF001
    window._system.told(False)  # noqa: SLF001 - a screen saver that ends
    assert window.workspace is space
    window._system.told(True)  # noqa: SLF001 - the bus calls it
    assert window.workspace is None
    with pytest.raises(Exception, match="closed"):
        session.journey_ids()


def test_a_heartbeat_that_comes_late_means_sleep(qtbot: QtBot) -> None:
    moments = iter([NOW, NOW + dt.timedelta(seconds=15), NOW + dt.timedelta(minutes=20)])
    events = SystemEvents(lambda: next(moments))
    away: list[bool] = []
    events.away.connect(lambda: away.append(True))
    events.beat()
    assert away == []
    events.beat()
    assert away == [True]


# Secrets on the clipboard


def test_a_secret_leaves_the_clipboard_and_other_words_stay(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "CLEAR_AFTER_MS", 50)
    watch = ClipboardWatch()
    board = QApplication.clipboard()
    secret, plain = QLineEdit("N1234567"), QLineEdit("Hotel")
    secret.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
    form = QWidget()
    column = QVBoxLayout(form)
    column.addWidget(secret)
    column.addWidget(plain)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    plain.setFocus()
    plain.selectAll()
    plain.copy()
    assert not watch.is_counting
    secret.setFocus()
    secret.selectAll()
    secret.copy()
    assert board.text() == "N1234567"
    qtbot.waitUntil(lambda: board.text() == "")
    secret.copy()
    board.setText("copied since")
    watch.clear()
    assert board.text() == "copied since"


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        ("en", ["Enter", "Ctrl+Enter", "Space", "Alt+←", "Esc"]),
        ("zh_CN", ["回车", "Ctrl+回车", "空格", "Alt+←", "Esc"]),
    ],
)
def test_keys_are_called_as_they_are_in_the_language_of_the_screen(
    desk: Desk, locale: str, names: list[str]
) -> None:
    desk.language.choose(locale)
    assert [key_names(one) for one in ("Return", "Ctrl+Return", "Space", "Alt+Left", "Esc")] == names
    assert key_names("↑ ↓") == "↑ ↓"  # no key has this name
    desk.language.choose("en")


def test_the_keyboard_map_names_no_key_that_ordinary_keyboards_lack(desk: Desk, qtbot: QtBot) -> None:
    """As systems name them: F14 and Alt+Backspace for undo, a key called Open."""
    command = Command(desk, N_("Undo"), lambda: None, keys=("F14", "Ctrl+Z", "Alt+Backspace", "Open"))
    page = KeyboardPage(desk, lambda: (command,))
    qtbot.addWidget(page)
    assert page.lines()[0][1] == (("Undo", "Ctrl+Z"),)


def test_the_keyboard_map_has_every_key_of_every_command(space: Workspace) -> None:
    """Whatever was opened before; each key once."""
    space.go("keyboard")
    page = space.page
    assert isinstance(page, KeyboardPage)
    before = page.lines()
    space.open_journey("sample")
    journey = space.page
    assert isinstance(journey, JourneyPage)
    for tab in ("timeline", "itinerary"):
        journey.go_to(tab)
    journey.open_thing("sample-patient")
    space.go("keyboard")
    assert page.lines() == before
    told = {keys for _, lines in before for _, several in lines for keys in several.split(" / ")}
    for command in space.all_commands():
        shown = {key_names(one) for one in command.shortcuts()}
        assert shown & told or not shown, command.plain_name


@pytest.fixture
def moments() -> list[dt.datetime]:
    """The present moment, to be put forward."""
    return [NOW]


@pytest.fixture
def passing(moments: list[dt.datetime]) -> Iterator[Session]:
    """The sample while time passes."""
    with Session.sample(clock=lambda: moments[0]) as session:
        yield session


def test_a_journey_in_view_follows_the_time(
    passing: Session, moments: list[dt.datetime], at_work: AtWork, qtbot: QtBot
) -> None:
    """Nothing is edited for three days, and yet something else comes next."""
    space = at_work(passing)
    space.open_journey("sample")
    page = space.journey_page()
    qtbot.waitUntil(lambda: page.is_complete)

    def told() -> str:
        return " ".join(label.text() for label in page.header.findChildren(QLabel))

    before, time = told(), space.findChild(Freshening)
    assert isinstance(time, Freshening)
    time.minute.emit()
    assert told() == before
    assert "Thu 15 Apr" in before
    moments[0] = NOW + dt.timedelta(days=3)
    with qtbot.waitSignal(time.freshened):
        time.begin()
    qtbot.waitUntil(lambda: "Thu 15 Apr" not in told())
    assert "Mon 19 Apr" in told()
