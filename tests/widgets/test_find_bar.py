"""Ctrl+F in every list and on every page: from one place to the next, and back out of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.session import Session
from tests.widgets.conftest import AtWork
from ui.accountability.accountability_page import AccountabilityPage
from ui.caseload.journeys_page import JourneysPage
from ui.caseload.today_page import TodayPage
from ui.controls.find_bar import FindBar
from ui.controls.found_mark import FoundMark
from ui.journey.history.history_view import HistoryView
from ui.journey.journey_page import JourneyPage
from ui.journey.row_frame import RowFrame
from ui.reference.world_page import WorldPage
from ui.shell.settings_page import SettingsPage
from ui.shell.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def find(space: Workspace, qtbot: QtBot, typed: str = "") -> FindBar:
    qtbot.keyClick(QApplication.focusWidget() or space, Qt.Key.Key_F, CONTROL)
    bar = space.finding.bar
    assert bar.isVisible()
    assert QApplication.focusWidget() is bar.field
    if typed:
        bar.field.selectAll()
        qtbot.keyClicks(bar.field, typed)
    return bar


def marked(space: Workspace) -> list[FoundMark]:
    return [mark for mark in space.findChildren(FoundMark) if mark.isVisible()]


def test_the_rows_of_a_journey_are_gone_through_folded_ones_too(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    folded = next(
        view for view in page.cards["documents"].rows_views if len(view.findables()) > len(view.frames)
    )
    assert not folded.is_unfolded
    last = folded.findables()[-1].words.split("\n")
    title = max(last, key=len)
    bar = find(space, qtbot, title)
    assert bar.number == 1
    for _turn in range(len(bar._found)):  # noqa: SLF001 - how many there are is not told as a number
        if folded.is_unfolded:
            break
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
        QApplication.processEvents()
    assert folded.is_unfolded
    qtbot.waitUntil(lambda: bool(marked(space)))
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert isinstance(QApplication.focusWidget(), RowFrame)
    assert not marked(space)


def test_next_and_the_one_before_go_round(space: Workspace, page: JourneyPage, qtbot: QtBot) -> None:
    bar = find(space, qtbot, "visa")
    many = bar.count.text().rpartition(" ")[2]
    assert bar.count.text() == f"1 of {many}"
    assert int(many) > 2
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == f"2 of {many}"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert bar.count.text() == f"{many} of {many}"
    qtbot.keyClicks(bar.field, "qqq")
    assert bar.count.text() == "Nothing found"
    assert not marked(space)
    assert not bar.on.isEnabled()


def test_hanzi_are_found_by_pinyin(space: Workspace, qtbot: QtBot) -> None:
    space.open_journey("sample")
    page = space.page
    assert isinstance(page, JourneyPage)
    qtbot.waitUntil(lambda: page.is_complete)
    space._desk.language.choose("zh_CN")  # noqa: SLF001 - the language of the screen
    qtbot.waitUntil(lambda: page.is_complete)
    bar = find(space, qtbot, "qianzheng")
    assert bar.number == 1
    space._desk.language.choose("en")  # noqa: SLF001 - as it was


@pytest.mark.parametrize("key", ["today", "world", "record", "settings", "keyboard"])
def test_every_page_without_a_search_of_its_own_is_looked_through(
    space: Workspace, qtbot: QtBot, key: str
) -> None:
    from ui.controls.findable import findables

    space.go(key)
    qtbot.waitUntil(lambda: bool(findables(space.page.looked_through)))
    words = findables(space.page.looked_through)
    sought = next(word for one in words for word in one.words.split() if len(word) > 3)
    bar = find(space, qtbot, sought)
    assert bar.number == 1
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert space.page.isAncestorOf(focus)


def test_a_list_goes_to_the_line(space: Workspace, qtbot: QtBot) -> None:
    space.go("world")
    page = space.page
    assert isinstance(page, WorldPage)
    page.show_view("policies")
    view = page.policies
    last = view.list.rows.thing(view.list.rows.rowCount() - 1)
    title = last.policy.title.best("en")
    bar = find(space, qtbot, title)
    assert view.list.current == last.policy.id
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view.list


def test_the_log_stays_in_view(space: Workspace, qtbot: QtBot) -> None:
    space.open_journey("sample")
    space.go("accountability")
    page = space.page
    assert isinstance(page, AccountabilityPage)
    qtbot.keyClick(page.log.list, Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is page.log.search
    assert page.views.choice == "log"
    page.log.list.setFocus()
    qtbot.keyClick(page.log.list, Qt.Key.Key_L)  # and so does a letter in the list
    qtbot.keyClicks(QApplication.focusWidget(), "ooked")
    qtbot.waitUntil(lambda: 0 < page.log.list.rows.rowCount() <= 3)
    page.show_view("people")
    qtbot.keyClick(page.people.list, Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is page.people.search


def test_the_findings_keep_it(space: Workspace, page: JourneyPage, qtbot: QtBot) -> None:
    space.findings.toggle()
    bar = find(space, qtbot, "within 24 hours")
    assert bar.number == 1
    (mark,) = marked(space)
    assert space.findings.drawer.isAncestorOf(mark)
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert space.findings.drawer.isAncestorOf(focus)


def test_the_history_and_the_timeline_of_a_journey_are_looked_through(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    from ui.journey.timeline.timeline_view import TimelineView

    page.go_to("timeline")
    view = page.shown_view
    assert isinstance(view, TimelineView)
    bar = find(space, qtbot, "simulation")
    assert bar.number == 1
    assert view.canvas.chosen
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    page.go_to("history")
    view = page.shown_view
    assert isinstance(view, HistoryView)
    qtbot.keyClick(view.table, Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is view.search
    qtbot.keyClick(view.search, Qt.Key.Key_Down)
    assert view.table.hasFocus()


def test_letters_in_a_list_begin_to_look(space: Workspace, qtbot: QtBot) -> None:
    page = space.page
    assert isinstance(page, TodayPage)
    qtbot.keyClick(page.coming, Qt.Key.Key_P)
    bar = space.finding.bar
    assert bar.isVisible()
    assert bar.field.text() == "p"
    qtbot.keyClicks(bar.field, "r")
    assert bar.field.text() == "pr"
    qtbot.keyClick(bar.cross, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_a_page_with_its_own_search_keeps_it_and_another_page_ends_the_looking(
    space: Workspace, qtbot: QtBot
) -> None:
    find(space, qtbot)
    space.go("journeys")
    assert not space.finding.bar.isVisible()
    page = space.page
    assert isinstance(page, JourneysPage)
    qtbot.keyClick(page, Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is page.search
    assert not space.finding.bar.isVisible()


def test_what_is_looked_for_changes_nothing(at_work: AtWork, sample: Session, qtbot: QtBot) -> None:
    space = at_work(sample)
    before = sample.history
    space.go("settings")
    assert isinstance(space.page, SettingsPage)
    bar = find(space, qtbot, "theme")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert sample.history == before


def test_it_has_names_for_all_it_holds(space: Workspace, qtbot: QtBot) -> None:
    bar = find(space, qtbot)
    for control in (bar, bar.field, bar.back, bar.on, bar.cross):
        assert isinstance(control, QWidget)
        assert control.accessibleName()
