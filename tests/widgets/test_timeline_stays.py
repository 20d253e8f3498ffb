"""Every stay of everybody is a band of its own, in order, with its own days to spare; through the view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.edits.edit import NewJourney
from planner.message import N_
from planner.record.ids import JourneyId
from planner.session import Session
from planner.session.timeline import Lane
from tests.builders.several_stays import AGAIN, EXTENSION, FIRST, PERMIT, TREATMENT, VISIT, several_stays
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.journey.timeline.placed import Form, Placed
from ui.journey.timeline.timeline_view import TimelineView
from ui.shell.error_presenter import ErrorPresenter

PATIENTS = [VISIT, TREATMENT, f"{EXTENSION}/until", f"{PERMIT}/until"]
COMPANIONS = [FIRST, AGAIN]
NAMES = {
    VISIT: "until Tue 9 Feb · 9 days to spare",
    TREATMENT: "until Tue 20 Apr",
    f"{EXTENSION}/until": "until Thu 20 May · 2 days to spare",
    f"{PERMIT}/until": "until Tue 15 Jun if granted · 28 days to spare",
    FIRST: "until Sun 21 Mar · 9 days to spare",
    AGAIN: "until Tue 4 May · 14 days too long",
}


@pytest.fixture
def view(desk: Desk, empty: Session, qtbot: QtBot) -> TimelineView:
    empty.run(NewJourney(N_("New journey"), several_stays()))
    banner = Banner(desk)
    qtbot.addWidget(banner)
    view = TimelineView(desk, empty, ErrorPresenter(banner, desk.clock))
    qtbot.addWidget(view)
    view.resize(1280, 620)
    view.show()
    view.show_journey(empty.journey(JourneyId("several-stays")))
    qtbot.waitExposed(view)
    return view


def bands(view: TimelineView) -> dict[str, Placed]:
    lane = next(one for one in view.canvas.stack.lanes if one.lane is Lane.STAY)
    return {one.mark.id: one for one in lane.placed if one.form is Form.BAND}


def test_each_stay_is_a_band_and_says_its_own_end_and_its_own_days_to_spare(view: TimelineView) -> None:
    for width in (view.canvas.scale_now.day_width, 24.0, 60.0):
        view.canvas.zoom_to(width)
        found = bands(view)
        assert set(found) == {*PATIENTS, *COMPANIONS}
        for id, name in NAMES.items():
            placed = found[id]
            assert placed.label.startswith(name)
            assert view.canvas.dress.width(name) <= placed.label_width + 1, "none of that is cut"


def test_a_band_begins_where_the_one_before_it_ends_and_reaches_to_its_last_day(view: TimelineView) -> None:
    view.canvas.zoom_to(24)
    found, scale = bands(view), view.canvas.scale_now
    for id, band in found.items():
        assert band.mark.ends is not None
        leaves = [scale.at(band.mark.left)] if band.mark.left is not None else []
        assert band.x1 == max([scale.end(band.mark.ends), *leaves]), id
    assert found[TREATMENT].x1 == found[f"{EXTENSION}/until"].x0
    assert found[f"{EXTENSION}/until"].x1 == found[f"{PERMIT}/until"].x0
    assert len({found[id].row for id in PATIENTS}) == 1, "side by side once there is room for their names"
    assert len({found[id].row for id in COMPANIONS}) == 1


@pytest.mark.parametrize("width", [2, 5, 9, 24, 60, 240])
def test_two_people_never_share_a_row(view: TimelineView, width: float) -> None:
    view.canvas.zoom_to(width)
    found = bands(view)
    own, others = ({found[id].row for id in ids} for ids in (PATIENTS, COMPANIONS))
    assert max(own) < min(others), "the patient's stand above"


def test_the_end_of_every_stay_is_drawn(view: TimelineView) -> None:
    view.canvas.zoom_to(24)
    canvas = view.canvas
    for band in bands(view).values():
        assert band.mark.ends is not None
        end = canvas.scale_now.end(band.mark.ends)
        canvas.choose("")
        canvas.pan(end - canvas.visible_from - 300)
        item = canvas.item(band.mark.id)
        assert item is not None
        at = canvas.mapFromScene(QPointF(end, item.seen.top + 1))  # over the band itself
        picture = canvas.viewport().grab().toImage()
        ratio = picture.devicePixelRatio()
        near = [
            QColor(picture.pixel(round((at.x() + x) * ratio), round(at.y() * ratio))) for x in (-2, -1, 0)
        ]
        assert min(one.lightness() for one in near) < 140, band.mark.id


def test_arrows_walk_from_stay_to_stay_and_each_is_told_with_its_ground(view: TimelineView) -> None:
    canvas = view.canvas
    canvas.choose(TREATMENT)
    told = []
    for _ in range(5):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
        told.append(canvas.accessibleDescription())
    extended = next(one for one in told if "Extended stay of" in one)
    assert "until Thu 20 May · 2 days to spare · ERIKSSON Anna Maria · Extension of the visa" in extended
    assert "Last legal day: Thu 20 May" in extended
    canvas.choose(f"{EXTENSION}/until")
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert "Stay permit of ERIKSSON Anna Maria" in canvas.accessibleDescription()
    assert "Last legal day, if it is granted: Tue 15 Jun" in canvas.accessibleDescription()
    canvas.choose(VISIT)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert "Last day before the extension: Tue 20 Apr" in canvas.accessibleDescription()
    assert "too long" not in canvas.accessibleDescription()


def test_the_band_of_an_extension_opens_the_extension_and_is_not_dragged(
    view: TimelineView, qtbot: QtBot
) -> None:
    canvas = view.canvas
    canvas.zoom_to(24)
    canvas.choose(f"{EXTENSION}/until")
    with qtbot.waitSignal(view.thing_wanted) as wanted:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert wanted.args == [EXTENSION, "until"]
    item = canvas.item(f"{EXTENSION}/until")
    assert item is not None
    start = canvas.mapFromScene(QPointF(item.seen.placed.x0 + 40, item.seen.top + 10))
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas.viewport(), start + QPoint(60, 0))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    assert view.banner.accessibleName().startswith("The days that an extension adds are asked for")


def test_stays_are_told_in_chinese_too(view: TimelineView, desk: Desk) -> None:
    desk.language.choose("zh_CN")
    assert bands(view)[VISIT].label.startswith("至2月9日周二 · 余量9天")
