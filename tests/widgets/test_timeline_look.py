"""What the timeline's pictures owe the eye: counts in low lanes, bands with an edge, holidays to the end."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from planner.rules.finding import Severity
from planner.session import Session
from planner.session.timeline import Lane
from tests.builders import make_journey
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.journey.timeline.painting import body
from ui.journey.timeline.timeline_view import TimelineView
from ui.shell.error_presenter import ErrorPresenter

DRAGON_BOAT = dt.date(2027, 6, 9)


@pytest.fixture
def view(desk: Desk, sample_to_read: Session, qtbot: QtBot) -> TimelineView:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    view = TimelineView(desk, sample_to_read, ErrorPresenter(banner, desk.clock))
    qtbot.addWidget(view)
    view.resize(1080, 620)
    view.show()
    view.show_journey(sample_to_read.journey("sample"))
    qtbot.waitExposed(view)
    return view


def pixels(image: QImage, code: str) -> list[QPoint]:
    """Where an image is of a colour or close to it."""
    wanted = QColor(code)

    def is_close(x: int, y: int) -> bool:
        one = image.pixelColor(x, y)
        return max(abs(one.red() - wanted.red()), abs(one.blue() - wanted.blue())) < 40

    return [QPoint(x, y) for y in range(image.height()) for x in range(image.width()) if is_close(x, y)]


@pytest.mark.parametrize("height", [420, 620, 900])
def test_a_lane_tells_its_findings_however_low_it_is(view: TimelineView, height: int) -> None:
    view.resize(1080, height)
    view.canvas.zoom_to(44)
    canvas, image = view.canvas, view.names.grab().toImage()
    line = canvas.timeline
    assert line is not None
    told = pixels(image, canvas.dress.colours.warning)
    scrolled, found = canvas.verticalScrollBar().value(), 0
    for place, marks in enumerate(line.marks.values()):
        top, bottom = (canvas.stack.tops[at] - scrolled for at in (place, place + 1))
        if bottom > image.height():
            continue
        warned = any(one.severity is Severity.WARNING for mark in marks for one in canvas.faults_of(mark))
        assert warned == any(top < at.y() < bottom for at in told)
        found += warned
    assert found > 1


def test_where_the_course_ends_is_seen(view: TimelineView) -> None:
    view.canvas.zoom_to(9)
    line = view.canvas.timeline
    assert line is not None
    [course] = [mark for mark in line.marks[Lane.COURSE] if mark.kind == "course"]
    view.canvas.reveal(course.id)
    item = view.canvas.item(course.id)
    assert item is not None
    where = body(item.seen.placed, item.seen.top)
    end = view.canvas.mapFromScene(where.topRight())
    column = view.canvas.viewport().grab(QRect(end.x() - 2, end.y(), 3, round(where.height())))
    edge = pixels(column.toImage(), view.canvas.dress.colours.accent)
    assert len({at.y() for at in edge}) > 5


def test_holidays_are_shaded_as_far_as_one_sees_whatever_the_journey_has(view: TimelineView) -> None:
    view.show_journey(make_journey(id="sample"))
    canvas = view.canvas
    x = round(canvas.scale_now.x(DRAGON_BOAT) - canvas.visible_from) + 1
    assert 0 < x < canvas.viewport().width()
    column = canvas.viewport().grab().toImage()
    surface = QColor(canvas.dress.colours.surface)
    shaded = [y for y in range(0, 100) if column.pixelColor(x, y) != surface]
    assert len(shaded) > 50


def test_the_pointer_is_told_a_holiday_and_its_days(
    view: TimelineView, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _of: told.append(words))
    view.canvas.fit()
    x = round(view.canvas.scale_now.x(dt.date(2027, 5, 1)) - view.canvas.visible_from) + 1
    at = QPoint(x, view.dates.height() - 6)
    QApplication.sendEvent(view.dates, QHelpEvent(QEvent.Type.ToolTip, at, view.dates.mapToGlobal(at)))
    assert len(told) == 1
    assert "Labour Day" in told[0]
    assert "1 May" in told[0]


def test_what_leaves_its_place_is_still_readable(view: TimelineView) -> None:
    faded = view.canvas.dress.faded.colours
    inks = {faded.text, faded.text_muted, faded.accent, faded.on_accent_soft, faded.on_neutral_soft}
    assert inks == {faded.line_control}, "which keeps 3:1 on the surface and the canvas"
    assert {faded.accent_soft, faded.neutral_soft, faded.info_soft} == {faded.surface}
