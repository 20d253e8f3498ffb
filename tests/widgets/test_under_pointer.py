"""Whatever can be pressed answers to the pointer, and stops when the pointer leaves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.message import N_
from planner.record.consent import Audience
from planner.session import PrintOptions, Session
from ui.caseload.journeys_page import JourneysPage
from ui.controls.button import Button, IconButton
from ui.controls.check_box import CheckBox
from ui.controls.radio_button import RadioButton
from ui.controls.segments import Segments
from ui.desk import Desk
from ui.fields.calendar_sheet import CalendarSheet
from ui.fields.chip import Chip
from ui.journey.session_calendar import SessionCalendar
from ui.shell.navigation_button import NavigationButton

DAY = dt.date(2027, 4, 14)
AWAY = QPoint(2, 2)
HAND = Qt.CursorShape.PointingHandCursor


def shown(widget: QWidget, qtbot: QtBot, kind: str = "surface") -> QFrame:
    """A window with the widget in it and room around it."""
    window = QFrame()
    qtbot.addWidget(window)
    window.setProperty("kind", kind)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(40, 40, 40, 40)
    layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    window.show()
    qtbot.waitExposed(window)
    QTest.mouseMove(window, AWAY)
    return window


def picture(window: QWidget) -> QImage:
    return window.grab().toImage()


def answers(window: QWidget, place: QPoint) -> bool:
    """Whether the window looks otherwise while the pointer is there, and as before once it is gone."""
    before = picture(window)
    QTest.mouseMove(window, place)
    under = picture(window)
    QTest.mouseMove(window, AWAY)
    assert picture(window) == before
    return under != before


def toggled(button: QPushButton, kind: str) -> QPushButton:
    button.setProperty("kind", kind)
    button.setCheckable(True)
    return button


MADE: dict[str, tuple[str, Callable[[Desk], QWidget]]] = {
    **{
        kind: ("surface", lambda desk, kind=kind: Button(desk, N_("Add"), kind=kind))  # type: ignore[misc]
        for kind in ("primary", "plain", "quiet", "link", "inline", "danger")
    },
    "icon": ("surface", lambda desk: IconButton(desk, N_("Close"), "x")),
    "icon in the drawer": ("drawer", lambda desk: IconButton(desk, N_("Close"), "x")),
    "rail": ("sidebar", lambda _desk: NavigationButton("")),
    "tick box": ("surface", lambda desk: CheckBox(desk, N_("Close"))),
    "ring": ("surface", lambda desk: RadioButton(desk)),
    **{
        kind: ("surface", lambda _desk, kind=kind: toggled(QPushButton("Add"), kind))  # type: ignore[misc]
        for kind in ("tab", "chip", "segment", "tag", "choice")
    },
}


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("kind", MADE)
def test_a_control_answers(desk: Desk, qtbot: QtBot, kind: str, look: str) -> None:
    desk.theme.choose(look)
    ground, make = MADE[kind]
    widget = make(desk)
    window = shown(widget, qtbot, ground)
    assert answers(window, widget.geometry().center())


def test_what_is_ticked_answers_and_what_cannot_be_used_does_not(desk: Desk, qtbot: QtBot) -> None:
    box = CheckBox(desk, N_("Close"))
    window = shown(box, qtbot)
    box.setChecked(True)
    assert answers(window, box.geometry().center())
    box.setEnabled(False)
    assert not answers(window, box.geometry().center())


def test_a_segment_answers_unless_it_is_the_one_that_holds(desk: Desk, qtbot: QtBot) -> None:
    segments = Segments(desk, N_("Close"), {"one": "One", "other": "Other"})
    segments.choose("one")
    window = shown(segments, qtbot)
    assert answers(window, segments.button("other").mapTo(window, QPoint(9, 9)))
    assert not answers(window, segments.button("one").mapTo(window, QPoint(9, 9)))


def test_of_a_chip_only_the_cross_answers(desk: Desk, qtbot: QtBot) -> None:
    chip = Chip(desk, "English")
    window = shown(chip, qtbot)
    assert not answers(window, chip.mapTo(window, QPoint(8, chip.height() // 2)))
    assert answers(window, chip.mapTo(window, chip.cross.center()))
    QTest.mouseMove(chip, chip.cross.center())
    assert chip.cursor().shape() is HAND


def test_days_and_arrows_of_a_calendar_answer(desk: Desk, qtbot: QtBot) -> None:
    owner = QPushButton("April")
    window = shown(owner, qtbot)
    window.resize(400, 480)
    sheet = CalendarSheet(desk, owner, DAY, DAY)
    assert answers(window, sheet.mapTo(window, sheet.rect_of(DAY + dt.timedelta(1)).center()))
    right = QPoint(sheet.width() - 16, 24)
    assert answers(window, sheet.mapTo(window, right))
    assert answers(window, sheet.mapTo(window, right - QPoint(28, 0)))
    QTest.mouseMove(sheet, QPoint(20, 24))  # the name of the month
    assert sheet.cursor().shape() is not HAND


def test_only_the_sessions_of_a_course_answer(desk: Desk, qtbot: QtBot, sample_to_read: Session) -> None:
    plan = sample_to_read.itinerary("sample", PrintOptions(audience=Audience.AGENCY)).courses[0]
    calendar = SessionCalendar(desk, plan, DAY)
    window = shown(calendar, qtbot)
    session = plan.sessions[2]
    at = calendar.rect_of(session).center()
    assert answers(window, calendar.mapTo(window, at))
    QTest.mouseMove(calendar, at)
    assert calendar.cursor().shape() is HAND
    QTest.mouseMove(calendar, QPoint(calendar.width() - 20, at.y()))  # a Sunday
    assert calendar.cursor().shape() is not HAND


def test_a_row_of_the_caseload_answers_from_end_to_end(desk: Desk, qtbot: QtBot, caseload: Session) -> None:
    """Not the one cell that the pointer is over; and after scrolling the row that is under it then."""
    page = JourneysPage(desk, caseload)
    qtbot.addWidget(page)
    page.resize(1064, 640)
    page.show()
    qtbot.waitUntil(lambda: page.is_loaded)
    table = page.table
    viewport = table.viewport()

    def grounds(row: int) -> set[str]:
        """The colours of the upper edge of the row, where nothing is written."""
        image = viewport.grab().toImage()
        top = table.rowViewportPosition(row) + 2
        return {image.pixelColor(x, top).name() for x in range(4, viewport.width() - 4, 16)}

    colours = desk.theme.colours
    QTest.mouseMove(viewport, QPoint(300, table.rowViewportPosition(3) + 20))
    assert grounds(3) == {colours.canvas}
    assert grounds(4) == {colours.surface}
    QTest.mouseMove(viewport, QPoint(300, table.rowViewportPosition(4) + 20))
    assert grounds(3) == {colours.surface}
    assert grounds(4) == {colours.canvas}
    table.verticalScrollBar().setValue(table.rowHeight(0))
    assert grounds(4) == {colours.surface}
    assert grounds(5) == {colours.canvas}
    QTest.mouseMove(page, QPoint(5, 5))
    assert grounds(5) == {colours.surface}
