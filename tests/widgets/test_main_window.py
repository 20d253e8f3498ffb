"""The whole window: open, look, undo, change language and theme, lock; by keyboard, and nothing nameless."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit, NewJourney
from planner.errors import StoreError
from planner.message import N_
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.record.text import Text
from planner.session import Session
from planner.store.vault import Vault
from tests.builders import generated_journeys
from tests.screenshots import moved_forward
from tests.widgets.conftest import NOW, PASSPHRASE, QUICK, main_window
from tests.widgets.typing import type_value
from ui.desk import Desk
from ui.editing.field_row import FieldRow
from ui.editing.new_journey_page import NewJourneyPage
from ui.journey.journey_page import JourneyPage
from ui.shell.door import SessionDoor
from ui.shell.first_agency_form import FirstAgencyForm, name_of_agency
from ui.shell.garbage import leave_out_what_is_there
from ui.shell.main_window import MainWindow
from ui.shell.sheet_form import SheetForm
from ui.shell.workspace import Workspace


@pytest.fixture
def window(desk: Desk, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with main_window(desk, qtbot) as window:
        yield window


@pytest.fixture
def space(window: MainWindow) -> Workspace:
    """The sample, open on the day of ``NOW``."""
    window.enter(Session.sample(clock=lambda: NOW), None)
    assert window.workspace is not None
    return window.workspace


def journey_page(space: Workspace) -> JourneyPage:
    space.open_journey("sample")
    page = space.page
    assert isinstance(page, JourneyPage)
    return page


def press(
    qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier
) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifier)


def said(widget: QWidget) -> set[str]:
    """Every visible word of a widget."""
    QApplication.processEvents()
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}


def move_forward() -> Edit:
    return Edit(N_("Mark fraction {number} delivered", number=7), JourneyId("sample"), moved_forward)


def test_a_real_record_opens_with_its_passphrase_and_locks_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "Journeys"
    Vault.create(folder, PASSPHRASE, cost=QUICK).close()
    window.entrance.ask_for(folder)
    qtbot.keyClicks(window.entrance.open_form.passphrase.line, PASSPHRASE)
    qtbot.keyClick(window.entrance.open_form.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace is not None)
    assert window.workspace is not None
    assert window.workspace.page.no_journey.isVisible()
    window.workspace.go("journeys")
    assert window.workspace.journeys.no_journey.isVisible()
    press(qtbot, Qt.Key.Key_L)
    assert window.workspace is None
    assert window.entrance.isVisible()
    assert window.entrance.open_form.record.folder == folder
    Vault.open(folder, PASSPHRASE, now=NOW).close()


@pytest.mark.parametrize("place", ["today", "journeys"])
def test_an_empty_record_leads_to_the_sample_and_back(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, place: str
) -> None:
    folder = tmp_path / "Journeys"
    window.enter(Session(Vault.create(folder, PASSPHRASE, cost=QUICK), lambda: NOW), folder)
    assert window.workspace is not None
    window.workspace.go(place)
    button = next(
        one
        for one in window.workspace.page.findChildren(QPushButton)
        if one.text() == "Look at the sample" and one.isVisible()
    )
    button.click()
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.session.is_sample)
    Vault.open(folder, PASSPHRASE, now=NOW).close()  # nobody holds it any more
    press(qtbot, Qt.Key.Key_L)
    assert window.entrance.isVisible()
    assert window.entrance.open_form.record.folder == folder
    window.enter(Session.sample(clock=lambda: NOW), None)
    for key in ("today", "journeys"):
        window.workspace.go(key)
        words = {one.text() for one in window.workspace.page.findChildren(QPushButton)}
        assert "Look at the sample" not in words


def test_a_wrong_passphrase_is_told_by_the_store_itself(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "Journeys"
    Vault.create(folder, PASSPHRASE, cost=QUICK).close()
    window.entrance.ask_for(folder)
    form = window.entrance.open_form
    form.passphrase.line.setText("not this one")
    form.submit()
    qtbot.waitUntil(lambda: not form.banner.isHidden())
    assert form.banner.accessibleName().startswith("This passphrase does not open the record.")


def whose_after_making(window: MainWindow, qtbot: QtBot, folder: Path) -> FirstAgencyForm:
    """Make a new record there, keep its sheet for later, and stand where it is asked whose it is."""
    window.entrance.go("new")
    form = window.entrance.new_form
    form.record.choose(folder)
    for field in (form.passphrase, form.again):
        field.line.setText(PASSPHRASE)
    form.submit()
    qtbot.waitUntil(lambda: window.entrance.key == "sheet", timeout=20_000)
    assert isinstance(window.entrance.form, SheetForm)
    qtbot.mouseClick(window.entrance.form.sheet.later, Qt.MouseButton.LeftButton)
    whose = window.entrance.form
    assert isinstance(whose, FirstAgencyForm)
    return whose


def test_a_new_record_is_made_and_opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    whose = whose_after_making(window, qtbot, tmp_path / "New record")
    assert whose.name.hasFocus() or not whose.isActiveWindow()
    whose.submit()
    assert whose.banner.accessibleName() == "“Name of the agency” is still needed."
    for line, typed in (
        (whose.name, "Demo Journeys"),
        (whose.telephone, "+64 7 000 0001"),
    ):
        qtbot.keyClicks(line, typed)
    whose.name_in_chinese.setText("示范行程")  # an input method types hanzi, not keys
    whose.manager.setText("李文")
    qtbot.keyClick(whose.manager, Qt.Key.Key_Return)
    assert window.workspace is not None
    assert window.workspace.place == "new-journey"
    session = window.workspace.session
    agency = session.directory().agency
    assert agency is not None
    assert agency.name.wording == {"en": "Demo Journeys", "zh_CN": "示范行程"}
    assert agency.telephone_24h == "+64 7 000 0001"
    assert session.who == agency.case_managers[0].id
    assert agency.case_managers[0].name == Text({"zh_CN": "李文"}, "zh_CN")
    assert (tmp_path / "New record" / "vault.json").exists()
    assert window.desk.preferences.values.recent_records == (str(tmp_path / "New record"),)


@pytest.mark.parametrize(("name", "chinese"), [("示范行程", ""), ("", "示范行程"), ("示范行程", "示范行程")])
def test_an_agency_with_one_name_in_hanzi_has_a_chinese_name(name: str, chinese: str) -> None:
    assert name_of_agency(name, chinese) == Text({"zh_CN": "示范行程"}, "zh_CN")


def test_whose_the_record_is_may_wait(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    whose = whose_after_making(window, qtbot, tmp_path / "Later")
    qtbot.mouseClick(whose.skip, Qt.MouseButton.LeftButton)
    assert window.workspace is not None
    assert window.workspace.place == "today"
    assert window.workspace.session.directory().agency is None


def opened_again(window: MainWindow, qtbot: QtBot, folder: Path) -> MainWindow:
    """Close the window, and open the record in another once more."""
    window.close()
    other = MainWindow(window.desk, SessionDoor(lambda: NOW), folder)
    qtbot.addWidget(other, before_close_func=lambda one: one.leave())
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    other.entrance.open_form.passphrase.line.setText(PASSPHRASE)
    other.entrance.open_form.submit()
    return other


def test_whose_the_record_is_is_asked_again_as_it_was_left_until_it_is_said_or_put_off(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.shell.first_agency_form.zone_here", lambda: "Pacific/Auckland")
    folder = tmp_path / "Left"
    whose = whose_after_making(window, qtbot, folder)
    assert shown_in(whose.zone) == "Auckland"  # of this computer, to be seen and changed
    qtbot.keyClicks(whose.name, "Demo Journeys")
    type_value(qtbot, whose.zone.field, "Europe/Zurich")
    window = opened_again(window, qtbot, folder)
    qtbot.waitUntil(lambda: window.entrance.key == "agency", timeout=20_000)
    again = window.entrance.form
    assert isinstance(again, FirstAgencyForm)
    assert again is not whose
    assert again.name.text() == "Demo Journeys"
    assert shown_in(again.zone) == "Zurich"
    qtbot.mouseClick(again.go, Qt.MouseButton.LeftButton)
    assert window.workspace is not None
    agency = window.workspace.session.directory().agency
    assert agency is not None
    assert agency.zone == "Europe/Zurich"
    third = opened_again(window, qtbot, folder)
    qtbot.waitUntil(lambda: third.workspace is not None, timeout=20_000)


def test_what_was_typed_of_an_agency_is_there_again_after_not_now(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "Typed"
    whose = whose_after_making(window, qtbot, folder)
    qtbot.keyClicks(whose.telephone, "+64 7 000 0001")
    qtbot.mouseClick(whose.skip, Qt.MouseButton.LeftButton)
    assert window.workspace is not None
    window = opened_again(window, qtbot, folder)
    qtbot.waitUntil(lambda: window.entrance.key == "agency", timeout=20_000)
    again = window.entrance.form
    assert isinstance(again, FirstAgencyForm)
    assert again.telephone.text() == "+64 7 000 0001"
    again.telephone.clear()
    qtbot.mouseClick(again.skip, Qt.MouseButton.LeftButton)
    third = opened_again(window, qtbot, folder)
    qtbot.waitUntil(lambda: third.workspace is not None, timeout=20_000)


def test_an_agency_that_was_being_entered_is_there_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "Begun"
    whose = whose_after_making(window, qtbot, folder)
    qtbot.mouseClick(whose.skip, Qt.MouseButton.LeftButton)

    def telephone(window: MainWindow) -> FieldRow:
        assert window.workspace is not None
        window.workspace.go("new-journey")
        page = window.workspace.page
        assert isinstance(page, NewJourneyPage)
        if page.panel.page is None:
            qtbot.mouseClick(page.agency, Qt.MouseButton.LeftButton)
        assert page.panel.page is not None
        row = page.panel.page.form.row("telephone_24h")
        assert row is not None
        return row

    type_value(qtbot, telephone(window).field, "+64 9 000 0001")
    window = opened_again(window, qtbot, folder)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)  # which was put off
    assert telephone(window).value == "+64 9 000 0001"


def shown_in(row: FieldRow) -> str:
    """The words in the line of a field."""
    (line,) = row.findChildren(QLineEdit)
    return line.text()


def test_the_list_leads_to_the_journey_and_back(space: Workspace, qtbot: QtBot) -> None:
    assert space.place == "today"
    qtbot.keyClick(space, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert space.place == "journeys"
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert space.place == "journey"
    assert "ERIKSSON Anna Maria" in said(space.bar)
    press(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert space.place == "journeys"


def test_the_journey_tells_who_where_phase_and_what_comes_next(space: Workspace, qtbot: QtBot) -> None:
    page = journey_page(space)
    words = said(page.header)
    assert {"Treatment", "0/15", "7 days spare", "until Thu 6 May"} <= words
    assert any("at home" in word for word in words)


def test_every_section_of_the_sample_has_something_to_read(space: Workspace, qtbot: QtBot) -> None:
    page = journey_page(space)
    qtbot.waitUntil(lambda: page.is_complete)
    for key, card in page.cards.items():
        assert card.accessibleName()
        assert len(said(card)) > 3, key
    whole = set().union(*(said(card) for card in page.cards.values()))
    assert {"Flight 3U3812 to Chengdu", "Sun 7 Mar, 22:00", "Hepatocellular carcinoma"} & whole
    assert "05:30 at home" in whole


def test_a_tab_brings_its_section_to_the_top_and_scrolling_follows(space: Workspace, qtbot: QtBot) -> None:
    page = journey_page(space)
    qtbot.waitUntil(lambda: page.is_complete)
    for key in ("course", "documents", "money"):
        page.tabs.button(key).click()
        qtbot.wait(20)
        assert page.tabs.key == key
        assert (
            abs(page.cards[key].mapTo(page, page.cards[key].rect().topLeft()).y() - page.top_of_reading) < 40
        )


def test_a_section_sought_before_it_is_filled_is_gone_to_when_it_is(space: Workspace, qtbot: QtBot) -> None:
    page = journey_page(space)
    page.go_to_section("money")
    assert not page.is_complete
    qtbot.waitUntil(lambda: page.is_complete)
    card = page.cards["money"]
    qtbot.waitUntil(lambda: abs(card.mapTo(page, card.rect().topLeft()).y() - page.top_of_reading) < 40)
    assert page.tabs.key == "money"


def test_what_one_reads_stays_in_view_when_a_form_opens_and_closes(space: Workspace, qtbot: QtBot) -> None:
    """Everything above it is taller beside a form, where lines are shorter."""
    page = journey_page(space)
    qtbot.waitUntil(lambda: page.is_complete)
    card = page.cards["course"]

    def is_at_top() -> bool:
        return abs(card.mapTo(page, card.rect().topLeft()).y() - page.top_of_reading) < 40

    page.tabs.button("course").click()
    qtbot.waitUntil(is_at_top)
    wide = card.y()
    assert page.journey is not None
    assert page.open_thing(page.journey.courses[0].id)
    qtbot.waitUntil(lambda: card.y() != wide and is_at_top())
    panel = page.editing.panel
    assert panel is not None
    panel.close_all()
    qtbot.waitUntil(lambda: card.y() == wide and is_at_top())
    assert page.tabs.key == "course"


def test_arrow_keys_walk_the_tabs(space: Workspace, qtbot: QtBot) -> None:
    page = journey_page(space)
    page.tabs.button("people").setFocus()
    press(qtbot, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    assert page.tabs.key == "documents"
    assert page.tabs.button("documents").hasFocus()
    press(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier)
    assert page.tabs.key == "people"


def test_nothing_of_one_patient_is_left_on_the_page_of_another(space: Workspace, qtbot: QtBot) -> None:
    """The sections are filled one after the other; until then they must be empty, not those of before."""
    page = journey_page(space)
    qtbot.waitUntil(lambda: page.is_complete)
    other = next(iter(generated_journeys(1)))
    space.session.run(NewJourney(N_("New journey"), other))
    space.open_journey(other.id)
    assert not page.is_complete
    shown = {label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)}
    assert not [text for text in shown if "ERIKSSON" in text or "3U3812" in text]


def test_folded_rows_come_when_asked_for_and_go_again(space: Workspace, qtbot: QtBot) -> None:
    from ui.journey.rows_view import RowsView

    page = journey_page(space)
    qtbot.waitUntil(lambda: page.is_complete)
    page.go_to_section("consent")
    view = page.cards["consent"].findChildren(RowsView)[0]
    folded = len(said(view))
    assert view.more.text().startswith("Show 13 more consents given")
    view.more.click()
    assert len(said(view)) > folded
    assert view.more.text().startswith("Hide")
    view.more.click()
    assert len(said(view)) == folded


def test_an_edit_is_seen_everywhere_and_undo_names_it(space: Workspace, qtbot: QtBot) -> None:
    page = journey_page(space)
    assert not space.undo.isEnabled()
    space.session.run(move_forward())
    assert "7/15" in said(page.header)
    assert space.journeys.model.summary(0).fractions_delivered == 7
    assert space.undo.text() == "Undo: Mark fraction 7 delivered"
    assert space.undo.toolTip() == "Undo: Mark fraction 7 delivered (Ctrl+Z)"
    press(qtbot, Qt.Key.Key_Z)
    assert "0/15" in said(page.header)
    assert space.redo.text() == "Redo: Mark fraction 7 delivered"
    assert not space.undo.isEnabled()
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert "7/15" in said(page.header)


def test_a_change_of_language_words_every_page_without_a_restart(
    space: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    page = journey_page(space)
    space.session.run(move_forward())
    desk.preferences.change(language="zh_CN")
    assert space.navigation.button("journeys").name == "行程"
    assert page.tabs.button("visa").text() == "签证与停留"
    assert "治疗" in said(page.header)
    assert "人员" in said(page.cards["people"])
    assert space.undo.text() != "Undo: Mark fraction 7 delivered"
    assert space.window().windowTitle() == "诊疗行程管家"
    desk.preferences.change(language="en")
    assert "People" in said(page.cards["people"])


def test_settings_hold_at_once_and_after_a_restart(
    space: Workspace, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    from ui.preferences import Preferences
    from ui.shell.settings_page import SettingsPage

    press(qtbot, Qt.Key.Key_Comma)
    page = space.page
    assert isinstance(page, SettingsPage)
    page.theme.button("dark").click()
    assert desk.theme.colours.dark
    page.language.button("zh_CN").click()
    assert desk.language.locale == "zh_CN"
    page.print.paper.button("A5").click()
    page.print.large_print.click()
    kept = Preferences(tmp_path / "settings").values
    assert (kept.theme, kept.language, kept.paper, kept.large_print) == ("dark", "zh_CN", "A5", True)


def test_settings_that_cannot_be_kept_are_told_at_the_top(
    space: Workspace, window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise StoreError(N_("The settings cannot be written to {file}.", file="x"))

    monkeypatch.setattr("planner.settings.save", refuse)
    desk.preferences.change(theme="dark")
    assert window.banner.isVisible()
    assert "cannot be written" in window.banner.accessibleName()
    assert desk.theme.colours.dark


def test_a_fault_of_our_own_is_reported_without_contents(
    space: Workspace, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = "ERIKSSON L898902C3"
    monkeypatch.setattr("planner.paths.log_dir", lambda: tmp_path / "log")

    def broken(journey: Journey) -> Journey:
        raise ValueError(secret) from KeyError(secret)

    try:
        space.session.run(Edit(N_("Break"), JourneyId("sample"), broken))
    except ValueError as error:
        window.errors.present(error)
    [report] = (tmp_path / "log").iterdir()
    text = report.read_text("utf-8")
    assert "ValueError" in text
    assert "KeyError" in text
    assert "planner/session/session.py" in text
    assert "in broken" in text
    assert not any(part in text for part in ("ERIKSSON", "L898902C3", str(tmp_path)))
    assert str(report) in window.banner.accessibleName()


def test_an_idle_record_locks_itself(window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    from ui.shell.auto_lock import AutoLock

    watch = AutoLock(window)
    handle = window.windowHandle()
    with qtbot.assertNotEmitted(watch.idle, wait=50):
        watch.watch(handle, 0)
    with qtbot.waitSignal(watch.idle, timeout=2_000):
        watch.watch(handle, 0.001)
    watch.watch(handle, 10)
    assert watch.is_watching
    watch.rest()
    assert not watch.is_watching


def test_closing_the_window_closes_the_record_and_keeps_its_size(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    session = Session.sample(clock=lambda: NOW)
    folder = session.folder
    window.enter(session, None)
    window.resize(1100, 700)
    window.close()
    assert not folder.exists()
    assert (desk.preferences.values.window_width, desk.preferences.values.window_height) == (1100, 700)


@pytest.mark.parametrize(("width", "height"), [(960, 540), (940, 500), (1280, 720)])
def test_a_small_window_still_shows_everything_that_matters(
    window: MainWindow, space: Workspace, qtbot: QtBot, width: int, height: int
) -> None:
    """960×540 is what a screen of 1920×1080 has left at 200 %."""
    window.resize(width, height)
    page = journey_page(space)
    qtbot.wait(50)
    assert window.size().toTuple() == (width, height)
    assert page.reading_is_as_wide_as_the_page
    page.toggle_export()
    qtbot.wait(50)
    assert page.reading_is_as_wide_as_the_page
    page.export.close()
    space.go("journeys")
    table = space.journeys.table
    assert table.horizontalHeader().length() <= table.viewport().width()
    assert not any(button.name != button.accessibleName() for button in space.navigation.buttons)
    narrow = width < 1100
    assert all(bool(button.text()) is not narrow for button in space.navigation.buttons)
    assert all(button.name in button.toolTip() for button in space.navigation.buttons) is narrow


def test_what_was_shown_of_a_record_is_let_go_once_it_is_closed(window: MainWindow, qtbot: QtBot) -> None:
    window.enter(Session.sample(clock=lambda: NOW), None)
    assert window.workspace is not None
    look_around(window.workspace, qtbot)
    leave_out_what_is_there()  # as when all has been made ready
    session, shown = weakref.ref(window.workspace.session), weakref.ref(window.workspace)
    window.lock()
    for _ in range(30):
        qtbot.wait(100)  # with a loop of its own, in which Qt destroys what it was asked to
        if shown() is None and session() is None:
            break
    assert (shown(), session()) == (None, None)


def look_around(space: Workspace, qtbot: QtBot) -> None:
    """Open a form of many parts, and pages with buttons in the bar."""
    page = journey_page(space)
    qtbot.waitUntil(lambda: page.is_complete)
    assert page.journey is not None
    assert page.open_thing(page.journey.mdt_meetings[0].id)
    qtbot.wait(100)
    space.go("directory")
    space.go("today")
    qtbot.wait(100)


def test_a_missed_session_is_replanned_from_wherever_one_is(space: Workspace) -> None:
    course = space.session.journey("sample").courses[0]
    session = course.fractions[3]
    space.go("today")
    space.replan_session("sample", session.id)
    page = space.page
    assert isinstance(page, JourneyPage)
    assert page.replan is not None
    assert page.replan.form.missed_session == session
