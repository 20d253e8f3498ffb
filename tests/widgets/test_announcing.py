"""Undo and redo say what they took back or did again, and whose, where that is not in view."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.ids import JourneyId
from planner.session import Session
from ui.reference.world_page import WorldPage
from ui.shell.settings_page import SettingsPage
from ui.shell.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier
SAMPLE = JourneyId("sample")


def note(session: Session, words: str) -> None:
    session.run(Edit(N_(words), SAMPLE, lambda journey: replace(journey, notes=words)))


def said(space: Workspace) -> str:
    return "" if space.banner.isHidden() else space.banner.accessibleName()


def test_in_view_it_is_said_at_the_foot(space: Workspace, qtbot: QtBot) -> None:
    space.open_journey("sample")
    note(space.session, "kept")
    qtbot.keyClick(space, Qt.Key.Key_Z, CONTROL)
    assert said(space) == ""
    assert space.status.saved.text() == "Undone: kept, ERIKSSON Anna Maria"
    qtbot.keyClick(space, Qt.Key.Key_Y, CONTROL)
    assert space.status.saved.text() == "Done again: kept, ERIKSSON Anna Maria"
    note(space.session, "more")
    assert space.status.saved.text() == "Sample: nothing is kept"


def test_elsewhere_it_is_said_above_the_page_and_leads_there(space: Workspace, qtbot: QtBot) -> None:
    note(space.session, "kept")
    space.go("world")
    qtbot.keyClick(space, Qt.Key.Key_Z, CONTROL)
    assert said(space) == "Undone: kept, ERIKSSON Anna Maria"
    QTest.mouseClick(space.banner.offer, Qt.MouseButton.LeftButton)
    assert space.journey is not None
    assert space.journey.id == SAMPLE


def test_a_check_of_a_policy_is_what_undo_takes_back(space: Workspace, qtbot: QtBot) -> None:
    note(space.session, "kept")
    space.go("world")
    page = space.page
    assert isinstance(page, WorldPage)
    page.show_view("policies")
    form = page.policies.form
    form.by.setText("Casey Specimen")
    QTest.mouseClick(form.mark, Qt.MouseButton.LeftButton)
    assert len(space.session.reviews.all()) == 1
    assert space.undo.text().startswith("Undo: Mark “")
    qtbot.keyClick(space, Qt.Key.Key_Z, CONTROL)
    assert space.session.reviews.all() == ()
    assert said(space).startswith("Undone: Mark “")
    assert not page.banner.isVisible()
    assert space.session.journey("sample").notes == "kept"
    qtbot.keyClick(space, Qt.Key.Key_Y, CONTROL)
    assert len(space.session.reviews.all()) == 1


def test_a_limit_goes_back_in_view(space: Workspace, qtbot: QtBot) -> None:
    space.go("settings")
    page = space.page
    assert isinstance(page, SettingsPage)
    page.limits.unfold.click()
    space.session.limits.put("stay_slack_days", 12)
    assert page.limits.boxes["stay_slack_days"].text() == "12"
    qtbot.keyClick(space, Qt.Key.Key_Z, CONTROL)
    assert page.limits.boxes["stay_slack_days"].text() == "7"
    assert said(space) == "Undone: Set the limit “{}”".format(
        next(str(one.said.name) for one in space.session.limits.all() if one.name == "stay_slack_days")
    )


def test_several_steps_are_told_together(space: Workspace) -> None:
    for words in ("first", "second"):
        note(space.session, words)
    menu = space._history.menu  # noqa: SLF001 - it opens at the mouse
    menu.aboutToShow.emit()
    [action for action in menu.actions() if not action.isSeparator()][1].trigger()
    assert said(space).startswith("Undone: second, ERIKSSON Anna Maria")
    assert "first, ERIKSSON Anna Maria" in said(space)
