"""Files dropped anywhere on a journey: to the thing in view, or asked in a line which one they belong to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from planner.record.ids import JourneyId
from planner.record.lookup import thing
from planner.session import Session
from tests.widgets.conftest import NOW
from ui.attachments.drop_form import FileDropForm, likeliest, things_with_files
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.journey.journey_page import JourneyPage
from ui.shell.drop_area import DropArea
from ui.shell.error_presenter import ErrorPresenter

SAMPLE = JourneyId("sample")


@pytest.fixture
def page(desk: Desk, sample: Session, qtbot: QtBot, tmp_path: Path) -> JourneyPage:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    page = JourneyPage(desk, sample, ErrorPresenter(banner, lambda: NOW, tmp_path / "log"))
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.show_journey(SAMPLE)
    return page


def form_of(page: JourneyPage) -> FileDropForm:
    (form,) = page.findChildren(FileDropForm)
    return form


def held(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_what_it_belongs_to_is_asked_in_a_line_and_guessed_from_the_name(
    page: JourneyPage, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    letter = tmp_path / "Hospital invitation letter 2027.pdf"
    letter.write_bytes(b"%PDF-1.7")
    page.take_files([letter])
    form = form_of(page)
    assert form.isVisible()
    assert "nvitation" in form.things.currentText()
    with qtbot.waitSignal(form.attached) as told:
        qtbot.keyClick(form, Qt.Key.Key_Return)
    found = thing(sample.journey(SAMPLE), told.args[0])
    assert found is not None
    assert [one.name for one in found.attachments] == [letter.name]
    assert not form.isVisible()


def test_it_can_belong_to_anything_and_to_nothing_after_all(
    page: JourneyPage, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    before = sample.journey(SAMPLE)
    (tmp_path / "ticket.txt").write_bytes(b"words")
    page.take_files([tmp_path / "ticket.txt"])
    form = form_of(page)
    offered = [form.things.itemData(row) for row in range(form.things.count())]
    assert offered == [*(one.id for one in things_with_files(before)), before.id]
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert sample.journey(SAMPLE) == before


def test_a_file_that_does_not_come_leaves_the_reason_to_be_read(
    page: JourneyPage, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    page.take_files([tmp_path / "empty.txt"])
    form = form_of(page)
    qtbot.mouseClick(form.attach, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not form.bringing.is_busy)
    assert form.isVisible()
    assert "“empty.txt” is empty." in form.banner.accessibleName()


def test_without_a_hint_a_document_without_files_is_offered_first(sample: Session) -> None:
    journey = sample.journey(SAMPLE)
    assert likeliest(journey, ["IMG_0001.HEIC"]) == journey.documents[0].id


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
        event.ignore()
        area.dragEnterEvent(event)
        return event.isAccepted()

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
