"""Another language is chosen while a journey is read: one stays where one was, with what was unfolded."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.journey.anchor import top_of
from ui.journey.journey_page import JourneyPage
from ui.journey.rows_view import RowsView


@pytest.fixture(autouse=True)
def in_english_again(desk: Desk) -> Iterator[None]:
    yield
    desk.language.choose("en")


def switch(desk: Desk, page: JourneyPage, qtbot: QtBot, locale: str = "zh_CN") -> None:
    desk.language.choose(locale)
    assert page.area.is_held
    qtbot.waitUntil(lambda: page.is_complete and not page.area.is_held)


def folded(page: JourneyPage, key: str) -> RowsView:
    return next(view for view in page.cards[key].rows_views if len(view.findables()) > len(view.frames))


@pytest.mark.parametrize("key", ["documents", "travel", "money"])
def test_the_section_stays_in_view_and_its_tab_lit(
    desk: Desk, page: JourneyPage, qtbot: QtBot, key: str
) -> None:
    page.go_to_section(key)
    qtbot.waitUntil(lambda: page.scroll_place > 0 and not page.area.is_going)
    assert page.tabs.key == key
    before = page.cards[key].y() - page.scroll_place
    switch(desk, page, qtbot)
    assert page.tabs.key == key
    qtbot.waitUntil(lambda: abs(page.cards[key].y() - page.scroll_place - before) <= 2)
    switch(desk, page, qtbot, "en")
    assert page.tabs.key == key


def test_an_unfolded_list_is_unfolded_again_and_the_row_stands_where_it_stood(
    desk: Desk, page: JourneyPage, qtbot: QtBot
) -> None:
    page.go_to_section("documents")
    view = folded(page, "documents")
    view.unfold()
    qtbot.waitUntil(lambda: page.is_complete and not page.area.is_going)
    row = view.frames[-1]
    page.area.go_to_row(row)
    qtbot.waitUntil(lambda: not page.area.is_going)
    row.setFocus()
    subject, stood = row.subject, top_of(row, page.area.sheet) - page.scroll_place
    switch(desk, page, qtbot)
    assert any(one.is_unfolded for one in page.cards["documents"].rows_views)
    assert page.tabs.key == "documents"
    again = page.cards["documents"].row_of(subject)
    assert again is not None
    assert abs(top_of(again, page.area.sheet) - page.scroll_place - stood) <= 2
    page.open_thing(subject)
    switch(desk, page, qtbot, "en")
    assert page.tabs.key == "documents"


def test_a_view_stays_the_view(desk: Desk, page: JourneyPage, qtbot: QtBot) -> None:
    page.go_to("timeline")
    switch(desk, page, qtbot)
    assert page.shown_view is not None
    assert page.tabs.key == "timeline"
