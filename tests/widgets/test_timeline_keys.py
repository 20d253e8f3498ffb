"""The timeline without eyes and without a mouse: all of it is reached by keys, and told in words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.session import Session
from planner.session.timeline import Lane
from tests.widgets.test_timeline_view import REVIEW, SESSION_10, shown
from ui.desk import Desk
from ui.journey.timeline.timeline_view import TimelineView

HOTEL = "sample-stay-hotel"
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(desk: Desk, sample: Session, qtbot: QtBot) -> Iterator[TimelineView]:
    yield from shown(desk, sample, qtbot)


@pytest.fixture
def still(desk: Desk, sample_to_read: Session, qtbot: QtBot) -> Iterator[TimelineView]:
    yield from shown(desk, sample_to_read, qtbot)


def lines_of_tooltip(told: str) -> list[str]:
    """The lines of a tooltip as one reads them."""
    return [html.unescape(re.sub(r"<[^>]+>", "", line)) for line in told.split("<br>")]


def test_every_thing_is_reached_by_arrows_and_told_with_all_that_its_tooltip_tells(
    still: TimelineView,
) -> None:
    canvas = still.canvas
    assert canvas.timeline is not None
    assert canvas.words is not None
    still.arrive()
    marks = {mark.id: mark for several in canvas.timeline.marks.values() for mark in several}
    for _ in Lane:
        QTest.keyClick(canvas, Qt.Key.Key_Up)
    reached: list[str] = []
    for _ in Lane:
        QTest.keyClick(canvas, Qt.Key.Key_Home)
        before = ""
        while canvas.chosen != before:
            before = canvas.chosen
            reached.append(before)
            mark = marks[before]
            told = lines_of_tooltip(canvas.words.told((mark,), canvas.faults_of(mark), canvas.today))
            assert len(told) > 2
            assert all(line in canvas.accessibleDescription() for line in told), before
            QTest.keyClick(canvas, Qt.Key.Key_Right)
        QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert set(reached) == marks.keys()


def test_whoever_rests_on_a_thing_is_told_of_it_also_within_a_cluster(
    still: TimelineView, qtbot: QtBot
) -> None:
    canvas = still.canvas
    item = next(
        item
        for lane in canvas.stack.lanes
        for item in lane.placed
        if lane.lane is Lane.DOCUMENTS and len(item.marks) > 2
    )
    still.arrive()
    canvas.choose(item.marks[0].id)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    chosen = canvas.timeline.mark(canvas.chosen) if canvas.timeline is not None else None
    assert chosen in item.marks
    qtbot.waitUntil(canvas.note.isVisible, timeout=60_000)
    told = lines_of_tooltip(canvas.note.words.text())
    assert all(line in canvas.accessibleDescription() for line in told)
    assert canvas.viewport().rect().contains(canvas.note.geometry())
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.note.isHidden()
    assert canvas.chosen == chosen.id
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    qtbot.waitUntil(canvas.note.isVisible, timeout=60_000)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.note.isHidden(), "not while one walks on"


def test_what_is_told_follows_edits_and_the_language(view: TimelineView, sample: Session, desk: Desk) -> None:
    canvas = view.canvas
    canvas.choose(SESSION_10)
    assert "Mon 19 Apr, 10:20" in canvas.accessibleDescription()

    def later(journey: Journey) -> Journey:
        [course] = journey.courses
        several = tuple(
            replace(one, starts=one.starts.moved(12)) if one.id == SESSION_10 else one
            for one in course.fractions
        )
        return replace(journey, courses=(replace(course, fractions=several),))

    sample.run(Edit(N_("Edit"), JourneyId("sample"), later))
    assert "Sat 1 May, 10:20" in canvas.accessibleDescription()
    assert "Labour Day" in canvas.accessibleDescription(), "what falls on a holiday says so"
    desk.language.choose("zh_CN")
    assert "劳动节" in canvas.accessibleDescription()
    assert "Labour Day" not in canvas.accessibleDescription()
    view.clear()
    assert canvas.accessibleDescription() == ""


def test_where_nothing_is_chosen_the_keys_are_told(still: TimelineView) -> None:
    still.canvas.choose("")
    assert still.canvas.accessibleDescription().startswith("Arrow keys go from item to item")


def test_dates_lanes_and_what_is_provisional_are_told_too(still: TimelineView, desk: Desk) -> None:
    assert still.dates.accessibleName() == "Dates"
    assert "Sat 1 May – Sun 2 May · Labour Day" in still.dates.accessibleDescription()
    assert still.names.accessibleName() == "Lanes"
    assert re.search(r"Treatment: 1[67] items", still.names.accessibleDescription())
    assert still.corner.accessibleName() == "China Time"
    assert still.corner.accessibleDescription() == "2027: provisional"
    desk.language.choose("zh_CN")
    assert "劳动节" in still.dates.accessibleDescription()
    assert "治疗：" in still.names.accessibleDescription()


def test_the_end_of_nights_is_moved_by_keys(view: TimelineView, sample: Session, qtbot: QtBot) -> None:
    before = next(one for one in sample.journey(JourneyId("sample")).stays if one.id == HOTEL)
    canvas = view.canvas
    canvas.zoom_to(44)
    canvas.choose(HOTEL)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right, ALT | SHIFT)
    QTest.keyClick(canvas, Qt.Key.Key_Right, ALT | SHIFT)
    qtbot.waitUntil(lambda: view.card.accept.isEnabled() and view.mover.found is not None, timeout=60_000)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    after = next(one for one in sample.journey(JourneyId("sample")).stays if one.id == HOTEL)
    assert after.arrives == before.arrives
    assert before.leaves is not None
    assert after.leaves == before.leaves.moved(2)


def test_what_only_others_know_is_opened_once_a_move_is_accepted(
    view: TimelineView, sample: Session, qtbot: QtBot
) -> None:
    canvas = view.canvas
    canvas.zoom_to(44)
    canvas.choose(SESSION_10)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right, ALT)
    qtbot.waitUntil(lambda: view.card.accept.isEnabled() and view.mover.found is not None, timeout=60_000)
    for group in view.card.groups:
        group.unfold()
    rows = [row for group in view.card.groups for row in group.rows]
    cost = next(row for row in rows if row.open is not None and "booking.cost" in row.consequence.key)
    assert cost.open is not None
    with qtbot.waitSignal(view.thing_wanted) as wanted:
        cost.open.click()
    assert wanted.args == [cost.consequence.subject.id, "booking"]
    assert str(sample.undo_label).startswith("Re-plan")


def test_tab_passes_through(still: TimelineView) -> None:
    still.arrive()
    still.canvas.choose(REVIEW)
    QTest.keyClick(still.canvas, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not still.canvas
