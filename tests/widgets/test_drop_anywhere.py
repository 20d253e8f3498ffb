"""Files dropped elsewhere than on a journey's sections: on its timeline, on its line in a list, anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.attachments.drop_form import FileDropForm
from ui.caseload.today_page import TodayPage
from ui.journey.journey_page import JourneyPage
from ui.journey.timeline.timeline_view import TimelineView
from ui.reference.world_page import WorldPage
from ui.shell.workspace import Workspace

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def over(space: Workspace, path: Path, at: QPoint) -> bool:
    """Hold a file over a place of the window; whether letting go there would do something."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.sendEvent(space, QDragEnterEvent(QPointF(at), COPY, data, LEFT, NONE))
    moves = QDragMoveEvent(QPointF(at), COPY, data, LEFT, NONE)
    QApplication.sendEvent(space, moves)
    return moves.isAccepted()


def let_go(space: Workspace, path: Path, at: QPoint) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.sendEvent(space, QDropEvent(QPointF(at), COPY, data, LEFT, NONE))


def told(space: Workspace) -> str:
    return str(space.veil.told) if space.veil.isVisible() else ""


def middle(widget: QWidget, space: Workspace, at: QPoint) -> QPoint:
    return widget.mapTo(space, at)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF-1.7")
    return path


def test_nothing_of_the_timeline_keeps_a_file_to_itself(
    space: Workspace, page: JourneyPage, letter: Path
) -> None:
    page.go_to("timeline")
    view = page.shown_view
    assert isinstance(view, TimelineView)
    under: QWidget | None = view.canvas.viewport()
    while under is not None and under is not space:
        assert not under.acceptDrops(), under
        under = under.parentWidget()
    at = middle(view.canvas, space, QPoint(200, 100))
    assert over(space, letter, at)
    assert told(space) == "Let go to attach it to this journey"
    let_go(space, letter, at)
    (form,) = page.findChildren(FileDropForm)
    assert form.isVisible()


@pytest.mark.parametrize("place", ["journeys", "today"])
def test_on_the_line_of_a_journey_it_goes_to_that_journey(
    space: Workspace, qtbot: QtBot, letter: Path, place: str
) -> None:
    space.go(place)
    page = space.page
    if isinstance(page, TodayPage):
        view = page.coming
        index = view.entries.index(view.entries.first_entry() or 0, 0)
        line = view.visualRect(index).center()
    else:
        view = space.journeys.table  # type: ignore[assignment]
        line = view.visualRect(view.model().index(0, 0)).center()
    at = middle(view.viewport(), space, line)
    assert over(space, letter, at)
    assert told(space) == "Let go to attach it to ERIKSSON Anna Maria"
    let_go(space, letter, at)
    assert space.place == "journey"
    (form,) = space.page.findChildren(FileDropForm)
    assert form.isVisible()
    assert not space.veil.isVisible()
    shown = space.page
    assert isinstance(shown, JourneyPage)
    qtbot.waitUntil(lambda: shown.is_complete)


def test_elsewhere_it_is_refused_in_words(space: Workspace, letter: Path) -> None:
    space.go("settings")
    at = QPoint(600, 300)
    assert not over(space, letter, at)
    assert told(space) == "Open a journey to attach a file"
    QApplication.sendEvent(space, QDragLeaveEvent())
    assert told(space) == ""
    let_go(space, letter, at)
    assert space.place == "settings"


@pytest.fixture
def holidays(tmp_path: Path) -> Path:
    path = tmp_path / "2028.json"
    path.write_text(
        '{"year": 2028, "papers": [], "days": [{"name": "元旦", "date": "2028-01-01", "isOffDay": true}]}'
    )
    return path


def asked(space: Workspace, page: JourneyPage, qtbot: QtBot, file: Path) -> FileDropForm:
    """What is asked of a file that may be a calendar and was let go on a journey, once it was looked into."""
    at = middle(page, space, QPoint(300, 300))
    assert over(space, file, at)
    let_go(space, file, at)
    qtbot.waitUntil(lambda: any(form.isVisible() for form in page.findChildren(FileDropForm)))
    (form,) = page.findChildren(FileDropForm)
    return form


def test_on_a_journey_a_calendar_of_holidays_is_offered_to_be_looked_through(
    space: Workspace, page: JourneyPage, qtbot: QtBot, holidays: Path
) -> None:
    form = asked(space, page, qtbot, holidays)
    assert form.see.isVisible()
    assert form.see.hasFocus()
    qtbot.keyClick(form.see, Qt.Key.Key_Return)
    assert isinstance(space.page, WorldPage)
    assert space.page.calendars.is_reading_news
    assert not form.isVisible()
    assert space.session.undo_label is None


def test_a_calendar_of_holidays_may_be_attached_all_the_same(
    space: Workspace, page: JourneyPage, qtbot: QtBot, holidays: Path
) -> None:
    form = asked(space, page, qtbot, holidays)
    assert page.journey is not None
    form.things.setCurrentIndex(form.things.findData(page.journey.id))
    with qtbot.waitSignal(form.attached):
        qtbot.mouseClick(form.attach, LEFT)
    assert [one.name for one in space.session.journey(page.journey.id).attachments] == ["2028.json"]


def test_a_calendar_of_appointments_is_a_file_like_any_other(
    space: Workspace, page: JourneyPage, qtbot: QtBot, tmp_path: Path
) -> None:
    visit = tmp_path / "visit.ics"
    visit.write_text("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Visit\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    form = asked(space, page, qtbot, visit)
    assert not form.see.isVisible()
    assert form.things.hasFocus()


def test_a_calendar_is_looked_through_wherever_it_is_dropped(space: Workspace, holidays: Path) -> None:
    file = holidays
    space.go("settings")
    assert over(space, file, QPoint(600, 300))
    assert told(space) == "Let go to see what this calendar changes"
    let_go(space, file, QPoint(600, 300))
    page = space.page
    assert isinstance(page, WorldPage)
    assert page.calendars.is_reading_news
    assert space.session.undo_label is None
