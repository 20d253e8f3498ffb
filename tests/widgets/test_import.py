"""Journey files come in by button, by keyboard or dropped, and go again with one undo."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from planner.edits.edit import RemoveJourney
from planner.message import N_
from planner.paths import resources_dir
from planner.record.ids import JourneyId
from planner.session import Session
from tests.widgets.conftest import main_window
from ui.desk import Desk
from ui.shell.workspace import Workspace

PLACE = QPointF(50, 50)
COPY, LEFT, NO_KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SAMPLE = resources_dir() / "sample" / "sample.journey.json"


@pytest.fixture
def space(desk: Desk, qtbot: QtBot, empty: Session) -> Iterator[Workspace]:
    """An open record without any journey."""
    with main_window(desk, qtbot) as window:
        window.enter(empty, None)
        assert window.workspace is not None
        window.workspace.go("journeys")
        yield window.workspace


def choosing(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(path) if path else "", ""))


def held(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def dragging(data: QMimeData) -> QDragEnterEvent:
    return QDragEnterEvent(PLACE, COPY, data, LEFT, NO_KEYS)


def let_go(space: Workspace, data: QMimeData) -> bool:
    """Drag over the window and let go; whether it was taken."""
    enter = dragging(data)
    enter.ignore()
    QApplication.sendEvent(space, enter)
    if not enter.isAccepted():
        return False
    assert space.veil.isVisible()
    drop = QDropEvent(PLACE, COPY, data, LEFT, NO_KEYS)
    drop.ignore()
    QApplication.sendEvent(space, drop)
    assert not space.veil.isVisible()
    return drop.isAccepted()


def test_the_empty_record_offers_to_import_and_opens_what_came(
    space: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choosing(monkeypatch, SAMPLE)
    assert space.journeys.no_journey.isVisible()
    assert space.journeys.importing.isVisible()
    space.journeys.importing.click()
    qtbot.waitUntil(lambda: space.place == "journey")
    assert space.session.journey_ids() == ["sample"]
    assert space.banner.accessibleName() == "The journey of ERIKSSON Anna Maria is imported."


def test_ctrl_o_imports_and_the_banner_takes_it_back(
    space: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choosing(monkeypatch, SAMPLE)
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: space.place == "journey")
    space.banner.offer.click()
    assert space.session.journey_ids() == []
    assert space.place == "journeys"
    assert not space.banner.isVisible()
    assert space.redo.text() == "Redo: Import ERIKSSON Anna Maria"


def test_an_offer_to_undo_goes_when_something_else_is_done(space: Workspace, qtbot: QtBot) -> None:
    space.imports.take(SAMPLE)
    qtbot.waitUntil(lambda: space.place == "journey")
    assert space.banner.isVisible()
    space.session.run(RemoveJourney(N_("Remove the journey"), JourneyId("sample")))
    assert not space.banner.isVisible()
    assert space.place == "journeys"


def test_a_file_dropped_anywhere_is_imported_and_others_are_not_taken(
    space: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not let_go(space, held(tmp_path / "letter.pdf"))
    assert not let_go(space, QMimeData())
    assert let_go(space, held(SAMPLE))
    qtbot.waitUntil(lambda: space.place == "journey")
    assert not space.veil.isVisible()


def test_the_veil_goes_with_the_file(space: Workspace) -> None:
    data = held(SAMPLE)
    enter = dragging(data)
    QApplication.sendEvent(space, enter)
    assert space.veil.geometry() == space.rect()
    assert not space.veil.grab().toImage().isNull()
    QApplication.sendEvent(space, QDragLeaveEvent())
    assert not space.veil.isVisible()


def test_what_cannot_be_read_or_is_here_already_is_told_in_a_sentence(
    space: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.journey.json"
    broken.write_text("{", "utf-8")
    space.imports.take(broken)
    qtbot.waitUntil(lambda: not space.imports.is_busy)
    assert "broken.journey.json" in space.banner.accessibleName()
    assert space.session.journey_ids() == []
    space.imports.take(SAMPLE, SAMPLE)
    qtbot.waitUntil(lambda: not space.imports.is_busy)
    qtbot.waitUntil(lambda: "already in this record" in space.banner.accessibleName())
    assert space.session.journey_ids() == ["sample"]


def test_shared_entries_that_stay_as_they_are_are_named(
    space: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    space.session.import_file(SAMPLE)
    told = json.loads(SAMPLE.read_text("utf-8"))
    place = told["journey"]["places"][0]
    place["telephone"] = "+86 28 0000 9999"
    told["journey"]["id"] = "another"
    again = tmp_path / "again.journey.json"
    again.write_text(json.dumps(told), "utf-8")
    space.imports.take(again)
    qtbot.waitUntil(lambda: not space.imports.is_busy)
    assert "stays as this record has it: " + place["name"]["wording"]["en"] in space.banner.accessibleName()


def test_nothing_chosen_changes_nothing(space: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    choosing(monkeypatch, None)
    space.imports.choose()
    assert not space.imports.is_busy
    assert not space.banner.isVisible()
