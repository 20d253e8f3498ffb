"""Names on the timeline: readable wherever one looks, never cut by an edge, never one over another."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.session import Session
from planner.session.timeline import Lane, Mark
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.journey.timeline.placed import GAP, Form, Placed
from ui.journey.timeline.sight import Sight, name_in_sight
from ui.journey.timeline.timeline_view import TimelineView
from ui.journey.timeline.words_in_row import Named, write
from ui.shell.error_presenter import ErrorPresenter

ZOOMS = [0.0, 9.0, 20.0, 44.0, 120.0, 240.0]
"""The widths of a day that are looked at; 0 is the whole journey."""


@pytest.fixture
def view(desk: Desk, sample_to_read: Session, qtbot: QtBot) -> TimelineView:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    view = TimelineView(desk, sample_to_read, ErrorPresenter(banner, desk.clock))
    qtbot.addWidget(view)
    view.resize(1080, 520)
    view.show()
    view.show_journey(sample_to_read.journey("sample"))
    qtbot.waitExposed(view)
    return view


def looks(view: TimelineView, zoom: float) -> Iterator[None]:
    """The view at a scale, at places all along the journey."""
    if zoom:
        view.canvas.zoom_to(zoom)
    else:
        view.canvas.fit()
    bar = view.canvas.horizontalScrollBar()
    for step in range(12):
        bar.setValue(round(bar.maximum() * step / 11) + 7 * (step % 3))
        yield


def signs(view: TimelineView) -> dict[float, list[Placed]]:
    """Every sign and bar by the y of its row."""
    stack, found = view.canvas.stack, defaultdict(list)
    for place, lane in enumerate(stack.lanes):
        for placed in lane.placed:
            found[stack.row_top(place, placed.row)].append(placed)
    return found


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("zoom", ZOOMS)
def test_no_name_is_cut_by_an_edge_or_by_what_stands_beside_it(
    view: TimelineView, desk: Desk, zoom: float, language: str
) -> None:
    desk.language.choose(language)
    seen = 0
    for _ in looks(view, zoom):
        sight, rows = view.canvas.sight, defaultdict(list)
        for placed, where in view.canvas.names():
            if where.right() < sight.left or where.left() > sight.right:
                continue
            seen += 1
            assert sight.left + GAP - 0.1 <= where.left(), placed.label
            assert where.right() <= sight.right - GAP + 0.1, placed.label
            rows[where.top()].append((placed, where))
        for top, several in rows.items():
            several.sort(key=lambda one: one[1].left())
            for (one, where), (other, after) in pairwise(several):
                assert where.right() <= after.left(), (one.label, other.label)
            for sign in signs(view)[top]:
                for one, where in several:
                    beside = where.right() <= sign.x0 + 0.1 or where.left() >= sign.x1 - 0.1
                    assert beside or one.key == sign.key, (one.label, sign.label)
    assert seen > 30


@pytest.mark.parametrize("zoom", [44.0, 240.0])
def test_a_bar_that_began_before_the_view_has_its_name_at_the_edge(view: TimelineView, zoom: float) -> None:
    held = 0
    for _ in looks(view, zoom):
        sight = view.canvas.sight
        named = {placed.key: where for placed, where in view.canvas.names()}
        lane = view.canvas.stack.lanes[[one.lane for one in view.canvas.stack.lanes].index(Lane.STAY)]
        for placed in lane.placed:
            if placed.form is Form.BAND and placed.x0 < sight.left and placed.x1 > sight.left + 120:
                assert 0 < named[placed.key].left() - sight.left < 30
                held += 1
    assert held


def test_a_name_goes_with_its_sign(view: TimelineView) -> None:
    view.canvas.zoom_to(44.0)
    item = view.canvas.item("sample-weekly-review-3")
    assert item is not None
    placed = item.seen.placed
    assert placed.form is Form.POINT
    assert placed.label_width > 60
    view.canvas.pan(placed.x1 + 12 - view.canvas.visible_from)
    assert placed.key not in [one.key for one, _ in view.canvas.names()]
    y = round(item.seen.top) + 8 - view.canvas.verticalScrollBar().value()
    assert view.canvas.placed_at(QPoint(12, y)) is not placed, "nor can what is not seen be pressed"
    view.canvas.pan(-80)
    assert placed.key in [one.key for one, _ in view.canvas.names()]


def a_bar(x0: float, x1: float, width: float) -> Placed:
    mark = Mark(id="a", kind="entry", lane=Lane.STAY, field="", name="A", starts=dt.date(2027, 4, 1))
    return Placed("a", (mark,), Form.BAND, Lane.STAY, 0, x0, x1, "A name", x0 + GAP, width)


@given(st.floats(-4_000, 4_000), st.floats(100, 3_000), st.floats(40, 400), st.booleans())
def test_a_name_stays_within_its_bar_and_the_view(
    at: float, length: float, width: float, badge: bool
) -> None:
    placed, sight = a_bar(at, at + length, min(width, length - 2 * GAP)), Sight(0, 900)
    left, wide = name_in_sight(placed, sight, has_badge=badge)
    if wide:
        assert max(placed.x0, sight.left) <= left
        assert left + wide <= min(placed.x1, sight.right)
    visible = min(placed.x1, sight.right) - max(placed.x0, sight.left)
    if visible > width + 40:
        assert wide == pytest.approx(placed.label_width), "there is room for all of it"


SPANS = st.lists(st.tuples(st.floats(0, 900), st.floats(1, 200), st.floats(8, 160)), max_size=8)


@given(SPANS, st.floats(-100, 1_000), st.floats(40, 120))
def test_words_of_one_row_lie_neither_over_each_other_nor_over_now(
    spans: list[tuple[float, float, float]], now: float, width: float
) -> None:
    sight, tag = Sight(0, 900), Sight(now, now + width)
    named, at = [], 0.0
    for gap, length, wide in spans:
        named.append(Named(at + gap / 4, at + gap / 4 + length, wide))
        at = named[-1].x1
    written = list(write(named, sight, [tag]))
    found = sorted((one for one in written if one is not None), key=lambda one: one.x)
    for one in found:
        assert sight.left <= one.x
        assert one.right <= sight.right
        assert one.right <= tag.left or one.x >= tag.right
    assert all(one.right < other.x for one, other in pairwise(found))
    for days, one in zip(named, written, strict=True):
        if one is not None:
            assert one.x <= max(days.x1, days.x0 + 44), "near the days it names"
            assert one.right >= max(days.x0 - 8, sight.left)
            assert not any(
                other is not days and one.x < other.x1 and other.x0 < one.right for other in named
            ), "never over the days of another"


def test_a_holiday_beside_the_present_moment_is_named_beside_it() -> None:
    sight = Sight(0, 900)
    [before] = write([Named(360, 370, 90)], sight, [Sight(420, 496)])
    assert before is not None
    assert (before.right, before.width) == (414, 90), "it ends before the tag, over its day"
    [after] = write([Named(490, 500, 90)], sight, [Sight(420, 496)])
    assert after is not None
    assert after.x == 502
    [alone] = write([Named(360, 370, 90)], sight, [])
    assert alone is not None
    assert alone.x == 363
    assert list(write([Named(-60, -20, 30)], sight, [])) == [None]
    [cut] = write([Named(40, 44, 90)], sight, [Sight(50, 126)])
    assert cut is not None
    assert (cut.x, cut.right) == (2, 44), "shortened where little is left before the tag"


def test_a_name_is_shortened_before_the_next_holiday_and_both_are_told() -> None:
    sight = Sight(0, 900)
    first, second = write([Named(20, 24, 110), Named(90, 102, 70)], sight, [])
    assert first is not None
    assert (first.x, first.right) == (23, 84)
    assert second is not None
    assert (second.x, second.width) == (93, 70)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("zoom", [0.0, 9.0, 20.0, 44.0])
def test_holidays_and_now_share_their_row(view: TimelineView, desk: Desk, zoom: float, language: str) -> None:
    desk.language.choose(language)
    seen = 0
    for _ in looks(view, zoom):
        canvas, sight = view.canvas, view.canvas.sight
        special = view.dates.special_days()
        strips = special.strips(canvas.scale_now.date(sight.left), canvas.scale_now.date(sight.right))
        now = view.dates.now_place
        found = [one for one in special.written(strips, sight, [now] if now else []) if one is not None]
        places = sorted(
            [Sight(one.x, one.right) for one in found] + ([now] if now else []), key=lambda one: one.left
        )
        assert all(one.right <= other.left for one, other in pairwise(places))
        assert all(sight.left <= one.left and one.right <= sight.right for one in places)
        seen += len(found)
    assert seen > 2


def test_the_card_of_a_move_leaves_the_dates_in_sight_and_ticks_all_or_nothing(
    view: TimelineView, qtbot: QtBot
) -> None:
    view.canvas.zoom_to(44.0)
    view.canvas.choose("sample-fraction-10")
    QTest.keyClick(view.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: view.card.accept.isEnabled())
    card = view.card
    assert view.canvas.geometry().contains(card.geometry())
    assert card.everything.text() == "Tick everything"
    told = card.chosen
    card.everything.click()
    assert card.chosen > told
    assert card.everything.text() == "Untick everything"
    card.everything.click()
    assert card.chosen == told
    card.left.emit()
