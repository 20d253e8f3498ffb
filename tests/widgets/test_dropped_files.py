"""Files dropped anywhere on a journey: to the thing in view, or asked in a line which one they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.record.ids import JourneyId
from planner.record.lookup import thing
from planner.session import Session
from tests.widgets.conftest import NOW
from ui.attachments.drop_form import FileDropForm, things_with_files
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.journey.journey_page import JourneyPage
from ui.portions import Portions
from ui.shell.drop_area import DropArea
from ui.shell.error_presenter import ErrorPresenter

SAMPLE = JourneyId("sample")


@pytest.fixture
def page(desk: Desk, sample: Session, qtbot: QtBot, tmp_path: Path) -> Iterator[JourneyPage]:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    page = JourneyPage(desk, sample, ErrorPresenter(banner, lambda: NOW, tmp_path / "log"))
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.show_journey(SAMPLE)
    qtbot.waitUntil(lambda: page.is_complete)
    yield page
    for portions in page.findChildren(Portions):  # or they would go on once the record is closed
        portions.stop()


def form_of(page: JourneyPage) -> FileDropForm:
    (form,) = page.findChildren(FileDropForm)
    return form


def held(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(area: DropArea, *paths: Path) -> None:
    """Let files go over the window, as the system tells it."""
    data, place, copying = held(*paths), QPointF(5, 5), Qt.DropAction.CopyAction
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(place, copying, data, button, none)
    QApplication.sendEvent(area, enters)
    assert enters.isAccepted()
    QApplication.sendEvent(area, QDropEvent(place, copying, data, button, none))


@pytest.fixture
def area(desk: Desk, page: JourneyPage, qtbot: QtBot) -> DropArea:
    """What files are let go over, with the journey in view."""
    area = DropArea(desk)
    qtbot.addWidget(area)
    area.resize(400, 300)
    area.files_taker = lambda: page
    return area


def test_a_dropped_file_is_asked_about_in_a_line_with_what_its_name_says(
    page: JourneyPage, area: DropArea, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    letter = tmp_path / "Hospital_invitation-letter companion 2027.pdf"
    letter.write_bytes(b"%PDF-1.7")
    drop(area, letter)
    form = form_of(page)
    assert form.isVisible()
    assert form.things.currentText() == "Document: Invitation letter, companion"
    said = {label.text() for label in form.findChildren(QLabel)}
    assert f"Attach “{letter.name}” to what its name suggests:" in said
    assert thing(sample.journey(SAMPLE), "sample-doc-invitation-companion").attachments == ()  # type: ignore[union-attr]
    with qtbot.waitSignal(form.attached) as told:
        qtbot.keyClick(form, Qt.Key.Key_Return)
    assert told.args == ["sample-doc-invitation-companion"]
    found = thing(sample.journey(SAMPLE), told.args[0])
    assert found is not None
    assert [one.name for one in found.attachments] == [letter.name]
    assert not form.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    ("name", "first"),
    [("护照.jpg", "Document: Copy of the passport, patient"), ("IMG_0001.HEIC", None)],
)
def test_what_a_name_does_not_say_is_asked_and_nothing_is_chosen(
    name: str,
    first: str | None,
    page: JourneyPage,
    area: DropArea,
    sample: Session,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    file = tmp_path / name
    file.write_bytes(b"\xff\xd8\xff")
    before = sample.journey(SAMPLE)
    drop(area, file)
    form = form_of(page)
    things = form.things
    assert things.currentIndex() == -1
    assert things.placeholderText() == "Which document is it?"
    assert not form.attach.isEnabled()
    assert things.itemText(0) == (first or "Document: Clinical summary, one page")
    qtbot.keyClick(things, Qt.Key.Key_Return)  # asks again, by opening the list
    assert things.view().isVisible()
    things.hidePopup()
    assert sample.journey(SAMPLE) == before
    qtbot.keyClick(things, Qt.Key.Key_Down)
    assert form.attach.isEnabled()
    chosen = things.currentData()
    with qtbot.waitSignal(form.attached) as told:
        qtbot.keyClick(things, Qt.Key.Key_Return)
    assert told.args == [chosen]


def test_it_can_belong_to_anything_and_to_nothing_after_all(
    page: JourneyPage, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    before = sample.journey(SAMPLE)
    (tmp_path / "ticket.txt").write_bytes(b"words")
    page.take_files([tmp_path / "ticket.txt"])
    form = form_of(page)
    offered = [form.things.itemData(row) for row in range(form.things.count())]
    with_files = [one.id for one in things_with_files(before)]
    assert sorted(offered[:-1]) == sorted(with_files)
    assert offered[-1] == before.id
    assert offered[0].startswith("sample-doc-ticket-")  # a ticket may be either
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert sample.journey(SAMPLE) == before


def test_a_file_that_does_not_come_leaves_the_reason_to_be_read(
    page: JourneyPage, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    page.take_files([tmp_path / "empty.txt"])
    form = form_of(page)
    form.things.setCurrentIndex(0)
    qtbot.mouseClick(form.attach, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not form.bringing.is_busy)
    assert form.isVisible()
    assert "“empty.txt” is empty." in form.banner.accessibleName()


def test_the_window_takes_files_where_the_page_does_and_journeys_everywhere(
    desk: Desk, page: JourneyPage, qtbot: QtBot, tmp_path: Path
) -> None:
    area = DropArea(desk)
    qtbot.addWidget(area)
    area.resize(400, 300)
    other, journey = tmp_path / "a.pdf", tmp_path / "b.journey.json"

    def enters(*paths: Path) -> bool:
        data = held(*paths)
        event = QDragEnterEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        area.dragEnterEvent(event)
        moves = QDragMoveEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        area.dragMoveEvent(moves)
        return event.isAccepted() and moves.isAccepted()

    assert enters(journey)
    assert not enters(other)
    area.files_taker = lambda: page
    assert enters(other)
    other.write_bytes(b"%PDF-1.7")
    data = held(other, journey)
    imported: list[list[Path]] = []
    area.dropped.connect(imported.append)
    area.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert imported == [[journey]]
    assert form_of(page).isVisible()
