"""The timeline under real hands: wheel, keys and mouse; a drag moves exactly what its preview said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.fraction import FractionState
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.session import Changed, Session
from planner.session.moving import moving
from planner.session.timeline import Lane, timeline
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.journey.timeline.placed import Form
from ui.journey.timeline.timeline_view import TimelineView
from ui.journey.view import JourneyView
from ui.journey.views import FIRST
from ui.shell.error_presenter import ErrorPresenter

SESSION_10 = "sample-fraction-10"
REVIEW = "sample-weekly-review-3"
FLIGHT = "sample-leg-tfu-akl"


def shown(desk: Desk, session: Session, qtbot: QtBot) -> Iterator[TimelineView]:
    """The sample's timeline, shown again after each change as the journey page does."""
    banner = Banner(desk)
    qtbot.addWidget(banner)
    view = TimelineView(desk, session, ErrorPresenter(banner, desk.clock))
    qtbot.addWidget(view)

    def changed(_changed: Changed) -> None:
        view.show_journey(session.journey("sample"))

    stop = session.on_change(changed)
    view.resize(1280, 620)
    view.show()
    view.show_journey(session.journey("sample"))
    qtbot.waitExposed(view)
    yield view
    stop()


@pytest.fixture
def view(desk: Desk, sample: Session, qtbot: QtBot) -> Iterator[TimelineView]:
    """For tests that change the journey."""
    yield from shown(desk, sample, qtbot)


@pytest.fixture
def still(desk: Desk, sample_to_read: Session, qtbot: QtBot) -> Iterator[TimelineView]:
    """For tests that change nothing."""
    yield from shown(desk, sample_to_read, qtbot)


def at(view: TimelineView, id: str) -> QPoint:
    """The middle of a thing's sign, in the viewport."""
    view.canvas.reveal(id)
    item = view.canvas.item(id)
    assert item is not None
    placed = item.seen.placed
    return view.canvas.mapFromScene(
        QPointF((placed.x0 + min(placed.x1, placed.x0 + 17)) / 2, item.seen.top + 10)
    )


def wheel(view: TimelineView, turned: int, modifiers: Qt.KeyboardModifier, x: float = 500.0) -> None:
    viewport = view.canvas.viewport()
    where = QPointF(x, 100)
    event = QWheelEvent(
        where,
        QPointF(viewport.mapToGlobal(where.toPoint())),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def drag(view: TimelineView, qtbot: QtBot, id: str, days: int, *, drop: bool = True) -> None:
    """Drag a thing by whole days, as a hand does: over several places on the way."""
    start, viewport = at(view, id), view.canvas.viewport()
    end = start + QPoint(round(days * view.canvas.scale_now.day_width), 0)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(viewport, start + (end - start) * step / 5)
    qtbot.waitUntil(lambda: view.mover.found is not None or view.banner.isVisible())
    if drop:
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def sessions(session: Session) -> list[dt.date]:
    return [one.starts.date for one in session.journey("sample").courses[0].fractions]


def said(view: TimelineView) -> str:
    return view.canvas.accessibleDescription()


def test_it_is_the_first_tab() -> None:
    assert FIRST[0].key == "timeline"


def test_every_thing_of_the_journey_is_shown_by_itself_or_in_a_cluster(
    still: TimelineView, sample_to_read: Session
) -> None:
    line = timeline(sample_to_read.journey("sample"))
    for marks in line.marks.values():
        for mark in marks:
            item = still.canvas.item(mark.id)
            assert item is not None
            assert mark in item.seen.placed.marks


def test_the_wheel_with_ctrl_zooms_at_the_pointer(still: TimelineView) -> None:
    canvas = still.canvas
    canvas.zoom_to(20)
    canvas.show_today()
    before, width = (canvas.visible_from + 500) / canvas.scale_now.day_width, canvas.scale_now.day_width
    wheel(still, 240, Qt.KeyboardModifier.ControlModifier)
    assert canvas.scale_now.day_width > width
    assert (canvas.visible_from + 500) / canvas.scale_now.day_width == pytest.approx(before, abs=0.05)
    wheel(still, -240, Qt.KeyboardModifier.ControlModifier)
    assert canvas.scale_now.day_width == pytest.approx(width)


def test_the_wheel_with_shift_moves_along_in_time(still: TimelineView) -> None:
    still.canvas.zoom_to(40)
    before = still.canvas.visible_from
    wheel(still, -120, Qt.KeyboardModifier.ShiftModifier)
    assert still.canvas.visible_from > before


def test_the_ground_is_dragged_and_so_is_everything_with_space(still: TimelineView) -> None:
    canvas = still.canvas
    canvas.zoom_to(40)
    canvas.show_today()
    viewport = canvas.viewport()
    ground = next(
        QPoint(x, y)
        for y in range(canvas.viewport().height() - 4, 0, -7)
        for x in range(300, 900, 11)
        if canvas.placed_at(QPoint(x, y)) is None
    )
    before = canvas.visible_from
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=ground)
    QTest.mouseMove(viewport, ground - QPoint(80, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=ground - QPoint(80, 0))
    assert canvas.visible_from == before + 80
    on = at(still, SESSION_10)
    before = canvas.visible_from
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=on)
    QTest.mouseMove(viewport, on + QPoint(60, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=on + QPoint(60, 0))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.visible_from == before - 60
    assert still.mover.found is None


def test_keys_zoom_fit_and_go_to_today(still: TimelineView, qtbot: QtBot) -> None:
    canvas = still.canvas
    fitted = canvas.scale_now.day_width
    assert still.bar.spans.choice == "all"
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: canvas.scale_now.day_width == pytest.approx(fitted * 1.25))
    still.bar.spans.button("day").click()
    qtbot.waitUntil(lambda: canvas.scale_now.day_width == pytest.approx(240))
    assert still.bar.spans.choice == "day"
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    QTest.keyClick(canvas, Qt.Key.Key_T)
    assert 0 < canvas.now_x - canvas.visible_from < canvas.viewport().width()
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.scale_now.day_width == pytest.approx(fitted)
    assert canvas.is_fitted


def test_things_come_apart_when_one_looks_closer(still: TimelineView) -> None:
    def alone() -> int:
        return sum(len(placed.marks) == 1 for lane in still.canvas.stack.lanes for placed in lane.placed)

    fitted = alone()
    still.canvas.zoom_to(44)
    weeks = alone()
    still.canvas.zoom_to(240)
    assert fitted < weeks < alone()


def test_a_click_on_a_cluster_opens_it_out(still: TimelineView, qtbot: QtBot) -> None:
    placed = next(one for lane in still.canvas.stack.lanes for one in lane.placed if one.form is Form.CLUSTER)
    width = still.canvas.scale_now.day_width
    QTest.mouseClick(still.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(still, placed.mark.id))
    qtbot.waitUntil(lambda: still.canvas.scale_now.day_width > width)


def test_arrows_walk_in_time_and_between_lanes_and_each_thing_is_said(still: TimelineView) -> None:
    canvas, line = still.canvas, still.canvas.timeline
    assert line is not None
    canvas.choose(SESSION_10)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.chosen == "sample-fraction-11"
    assert said(still).startswith("Treatment. Session 11 of 15. Tue 20 Apr, 10:20")
    assert "14:20 at home" in said(still)
    assert said(still).endswith("Planned")
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    chosen = line.mark(canvas.chosen)
    assert chosen is not None
    assert chosen.lane is Lane.APPOINTMENTS
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.chosen == line.marks[Lane.COURSE][0].id
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.chosen == line.marks[Lane.COURSE][-1].id


def test_a_screen_reader_is_told_what_is_chosen(still: TimelineView, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "ui.journey.timeline.announce.QAccessible.updateAccessibility",
        lambda event: told.append(event.message() if hasattr(event, "message") else ""),
    )
    still.canvas.choose(SESSION_10)
    QTest.keyClick(still.canvas, Qt.Key.Key_Right)
    assert any("Session 11 of 15" in one for one in told)
    assert still.canvas.accessibleName() == "Timeline"
    assert QAccessible is not None


def test_enter_and_a_double_click_open_the_thing(still: TimelineView, qtbot: QtBot) -> None:
    still.canvas.zoom_to(44)
    still.canvas.choose(REVIEW)
    with qtbot.waitSignal(still.thing_wanted) as wanted:
        QTest.keyClick(still.canvas, Qt.Key.Key_Return)
    assert wanted.args == [REVIEW, "starts"]
    with qtbot.waitSignal(still.thing_wanted) as wanted:
        QTest.mouseDClick(still.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(still, SESSION_10))
    assert wanted.args == [SESSION_10, "starts"]


def test_a_tooltip_tells_what_when_where_and_escapes_what_is_in_the_record(
    view: TimelineView, sample: Session
) -> None:
    def spoilt(journey: Journey) -> Journey:
        first = journey.appointments[0]
        title = first.title.with_wording("en", "<b>Scan</b> & more")
        return replace(journey, appointments=(replace(first, title=title), *journey.appointments[1:]))

    sample.run(Edit(N_("Edit"), JourneyId("sample"), spoilt))
    line, words = view.canvas.timeline, view.canvas.words
    assert line is not None
    assert words is not None
    mark = line.mark(sample.journey("sample").appointments[0].id)
    assert mark is not None
    told = words.told((mark,), [], dt.date(2027, 4, 14))
    assert "&lt;b&gt;Scan&lt;/b&gt; &amp; more" in told
    assert "<b>Scan" not in told


def test_a_drag_moves_exactly_what_the_preview_said_and_undo_restores(
    view: TimelineView, sample: Session, qtbot: QtBot
) -> None:
    before = sample.journey("sample")
    view.canvas.zoom_to(44)
    drag(view, qtbot, SESSION_10, 2)
    qtbot.waitUntil(view.card.accept.isEnabled)
    found = view.mover.found
    assert found is not None
    assert sample.journey("sample") is before, "nothing happens until it is accepted"
    ghosts = {one.mark.id: one.mark for one in view.canvas.ghosts}
    assert {"sample-fraction-10", "sample-fraction-15", FLIGHT, REVIEW} <= ghosts.keys()
    view.card.everything.click()
    with qtbot.waitSignal(view.done):
        view.card.accept.click()
    after = timeline(sample.journey("sample"))
    for id, ghost in ghosts.items():
        moved = after.mark(id)
        assert moved is not None
        assert (moved.starts, moved.ends) == (ghost.starts, ghost.ends)
    assert sessions(sample)[9] == dt.date(2027, 4, 21)
    was = timeline(before)
    for marks in after.marks.values():
        for mark in marks:
            old = was.mark(mark.id)
            assert old is not None
            if mark.id not in ghosts and mark.kind != "course":
                assert (mark.starts, mark.ends) == (old.starts, old.ends)
    assert view.card.isHidden()
    assert view.canvas.ghosts == ()
    sample.undo()
    assert sample.journey("sample") == before


def test_only_what_is_ticked_goes_along(view: TimelineView, sample: Session, qtbot: QtBot) -> None:
    flight = next(one for one in sample.journey("sample").legs if one.id == FLIGHT)
    view.canvas.zoom_to(44)
    drag(view, qtbot, SESSION_10, 2)
    qtbot.waitUntil(view.card.accept.isEnabled)
    view.card.accept.click()
    assert sessions(sample)[-1] == dt.date(2027, 4, 28)
    assert next(one for one in sample.journey("sample").legs if one.id == FLIGHT) == flight


def test_escape_while_dragging_and_after_it_leaves_everything(
    still: TimelineView, sample_to_read: Session, qtbot: QtBot
) -> None:
    before = sample_to_read.journey("sample")
    still.canvas.zoom_to(44)
    drag(still, qtbot, REVIEW, 1, drop=False)
    assert still.note.isVisible()
    assert "Fri 23 Apr (1 day later)" in "".join(label.text() for label in still.note.findChildren(QLabel))
    QTest.keyClick(still.canvas, Qt.Key.Key_Escape)
    assert still.note.isHidden()
    assert still.canvas.ghosts == ()
    QTest.mouseRelease(still.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert still.card.isHidden()
    drag(still, qtbot, REVIEW, 1)
    qtbot.waitUntil(lambda: still.card.isVisible() and still.card.accept.isEnabled())
    QTest.keyClick(still.card, Qt.Key.Key_Escape)
    assert still.card.isHidden()
    assert sample_to_read.journey("sample") is before
    assert sample_to_read.undo_label is None


def test_alt_with_arrows_moves_by_a_day_and_enter_accepts(
    view: TimelineView, sample: Session, qtbot: QtBot
) -> None:
    view.canvas.zoom_to(44)
    view.canvas.choose(REVIEW)
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(view.canvas, Qt.Key.Key_Right, alt)
    QTest.keyClick(view.canvas, Qt.Key.Key_Right, alt)
    QTest.keyClick(view.canvas, Qt.Key.Key_Left, alt)
    qtbot.waitUntil(lambda: view.card.accept.isEnabled() and view.mover.found is not None)
    assert "1 day later" in said(view)
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    review = next(one for one in sample.journey("sample").appointments if one.id == REVIEW)
    assert review.starts is not None
    assert review.starts.date == dt.date(2027, 4, 23)
    assert str(sample.undo_label).startswith("Move ")


def test_alt_with_an_arrow_is_taken_from_the_shortcut_that_goes_back(still: TimelineView) -> None:
    still.canvas.choose(REVIEW)
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    event.ignore()
    QApplication.sendEvent(still.canvas, event)
    assert event.isAccepted()


def test_a_delivered_session_stays_and_says_so(view: TimelineView, sample: Session, qtbot: QtBot) -> None:
    def delivered(journey: Journey) -> Journey:
        [course] = journey.courses
        first = replace(course.fractions[0], state=FractionState.DELIVERED)
        return replace(journey, courses=(replace(course, fractions=(first, *course.fractions[1:])),))

    sample.run(Edit(N_("Edit"), JourneyId("sample"), delivered))
    view.canvas.zoom_to(44)
    drag(view, qtbot, "sample-fraction-01", 1)
    assert view.banner.isVisible()
    assert "Session 1 was delivered on" in view.banner.accessibleName()
    assert view.card.isHidden()
    assert view.canvas.ghosts == ()


def test_what_cannot_go_there_says_why(still: TimelineView, qtbot: QtBot) -> None:
    still.canvas.zoom_to(44)
    drag(still, qtbot, SESSION_10, -1)
    assert still.banner.isVisible()
    assert "Only the first session still to come" in still.banner.accessibleName()


def test_the_end_of_a_stay_is_dragged_by_itself(view: TimelineView, sample: Session, qtbot: QtBot) -> None:
    view.canvas.zoom_to(44)
    view.canvas.show_today()
    item = view.canvas.item("sample-stay-hotel")
    assert item is not None
    view.canvas.pan(item.seen.placed.x1 - view.canvas.visible_from - 600)
    end = view.canvas.mapFromScene(QPointF(item.seen.placed.x1 - 2, item.seen.top + 10))
    viewport = view.canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=end)
    for step in range(1, 5):
        QTest.mouseMove(viewport, end + QPoint(22 * step, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end + QPoint(88, 0))
    qtbot.waitUntil(view.card.accept.isEnabled)
    before = next(one for one in sample.journey("sample").stays if one.id == "sample-stay-hotel")
    view.card.accept.click()
    after = next(one for one in sample.journey("sample").stays if one.id == "sample-stay-hotel")
    assert after.arrives == before.arrives
    assert before.leaves is not None
    assert after.leaves == before.leaves.moved(2)


def test_an_edit_keeps_the_place_and_touches_only_what_changed(
    view: TimelineView, sample: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.journey.timeline.thing_item import ThingItem

    canvas = view.canvas
    canvas.zoom_to(44)
    canvas.show_today()
    place, items = canvas.visible_from, {id: canvas.item(id) for id in (SESSION_10, REVIEW)}
    updated: list[str] = []
    update = ThingItem.update
    monkeypatch.setattr(
        ThingItem, "update", lambda self: (updated.append(self.seen.placed.key), update(self))[1]
    )
    edit = moving(sample.journey("sample"), REVIEW, 1, reference=sample.reference, now=sample.now()).edit(
        (), new_id=sample.new_id
    )
    sample.run(edit)
    assert canvas.visible_from == place
    assert {id: canvas.item(id) for id in items} == items
    assert REVIEW in updated
    assert SESSION_10 not in updated


def test_headers_stay_in_place_and_move_with_the_canvas(still: TimelineView) -> None:
    still.canvas.zoom_to(240)
    still.canvas.pan(5000)
    assert still.dates.x() == still.canvas.x()
    assert still.names.y() == still.canvas.y()
    first = still.dates.grab().toImage()
    still.canvas.pan(500)
    assert still.dates.grab().toImage() != first


def test_it_speaks_chinese_at_once(still: TimelineView, desk: Desk) -> None:
    still.canvas.choose(SESSION_10)
    words = still.canvas.words
    desk.language.choose("zh_CN")
    assert still.canvas.words is not words
    label = still.canvas.item("sample-stay-hotel")
    assert label is not None
    assert label.seen.placed.label == "成都演示花园酒店"


def test_another_journey_is_shown_whole_and_none_shows_nothing(
    still: TimelineView, sample_to_read: Session
) -> None:
    assert isinstance(still, JourneyView)
    still.canvas.zoom_to(240)
    still.clear()
    assert still.canvas.timeline is None
    assert still.canvas.item(SESSION_10) is None
    still.grab()
    still.show_journey(sample_to_read.journey("sample"))
    assert still.canvas.is_fitted


def test_the_legend_opens_and_closes(still: TimelineView) -> None:
    still.bar.legend.click()
    assert still.legend.isVisible()
    QTest.keyClick(still.legend.close_button, Qt.Key.Key_Escape)
    assert still.legend.isHidden()


def test_a_pinch_zooms_where_the_fingers_are(still: TimelineView) -> None:
    canvas = still.canvas
    canvas.zoom_to(20)
    width, day = canvas.scale_now.day_width, (canvas.visible_from + 300) / canvas.scale_now.day_width
    where = QPointF(300, 80)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        where,
        where,
        QPointF(canvas.viewport().mapToGlobal(where.toPoint())),
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(canvas.viewport(), event)
    assert canvas.scale_now.day_width == pytest.approx(width * 1.5)
    assert (canvas.visible_from + 300) / canvas.scale_now.day_width == pytest.approx(day, abs=0.05)


def test_nothing_glides_where_motion_is_reduced(still: TimelineView, desk: Desk) -> None:
    desk.preferences.change(motion="reduced")
    still.bar.spans.button("week").click()
    assert still.canvas.scale_now.day_width == pytest.approx(44)


def test_findings_stand_on_what_they_are_about(still: TimelineView, sample_to_read: Session) -> None:
    still.canvas.zoom_to(44)
    subjects = {one.subject.id: one for one in sample_to_read.open_findings("sample")}
    line = still.canvas.timeline
    assert line is not None
    marked = [mark for marks in line.marks.values() for mark in marks if mark.id in subjects]
    assert marked
    for mark in marked:
        item = still.canvas.item(mark.id)
        assert item is not None
        assert item.seen.severity is not None
        assert subjects[mark.id] in still.canvas.faults_of(mark)


def test_ghosts_stay_true_when_one_zooms_before_accepting(still: TimelineView, qtbot: QtBot) -> None:
    still.canvas.zoom_to(44)
    drag(still, qtbot, REVIEW, 2)
    qtbot.waitUntil(lambda: still.card.isVisible() and still.card.accept.isEnabled())
    [ghost] = [one for one in still.canvas.ghosts if one.mark.id == REVIEW]
    still.canvas.zoom_to(88)
    [wider] = [one for one in still.canvas.ghosts if one.mark.id == REVIEW]
    middle = (wider.x0 + wider.x1) / 2
    assert middle == pytest.approx(ghost.x0 + ghost.x1)
    assert middle == pytest.approx(still.canvas.scale_now.at(wider.mark.starts))


def test_tab_leaves_the_canvas(still: TimelineView) -> None:
    still.arrive()
    assert QApplication.focusWidget() is still.canvas
    assert still.canvas.chosen, "something is chosen, so that the arrows have a place to begin"
    QTest.keyClick(still.canvas, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not still.canvas
