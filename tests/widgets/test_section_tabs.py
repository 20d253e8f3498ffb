"""The row of tabs of a journey where there is no room for all of them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.journey.section_tabs import SectionTabs


def in_sight(tabs: SectionTabs, key: str) -> bool:
    """Whether a tab is wholly in view, and nothing lies over it."""
    button = tabs.button(key)
    place = QRect(button.mapTo(tabs, QPoint()), button.size())
    covered = any(edge.isVisible() and edge.geometry().intersects(place) for edge in tabs.edges)
    return tabs.rect().contains(place) and not covered


def test_the_mouse_brings_tabs_that_have_no_room(desk: Desk, qtbot: QtBot) -> None:
    tabs = SectionTabs(desk)
    qtbot.addWidget(tabs)
    tabs.resize(620, 40)
    tabs.show()
    tabs.show_section("timeline")
    left, right = tabs.edges
    assert (left.isVisible(), right.isVisible()) == (False, True)
    assert in_sight(tabs, "timeline")
    assert not in_sight(tabs, "history")
    for _ in range(4):
        if right.isVisible():
            qtbot.mouseClick(right, Qt.MouseButton.LeftButton)
    assert (left.isVisible(), right.isVisible()) == (True, False)
    assert in_sight(tabs, "history")
    qtbot.mouseClick(tabs.button("history"), Qt.MouseButton.LeftButton)
    assert tabs.key == "history"
    for _ in range(4):
        if left.isVisible():
            qtbot.mouseClick(left, Qt.MouseButton.LeftButton)
    assert in_sight(tabs, "timeline")


def test_the_tab_in_use_is_in_sight_and_edges_go_where_all_have_room(desk: Desk, qtbot: QtBot) -> None:
    tabs = SectionTabs(desk)
    qtbot.addWidget(tabs)
    tabs.resize(620, 40)
    tabs.show()
    for key in ("consent", "visa", "history", "timeline", "course"):
        tabs.show_section(key)
        assert in_sight(tabs, key), key
    tabs.show_section("history")
    tabs.resize(400, 40)
    assert in_sight(tabs, "history")
    tabs.resize(1_900, 40)
    assert not any(edge.isVisible() for edge in tabs.edges)


def test_the_ring_of_the_keyboard_is_round_at_its_corners(desk: Desk, qtbot: QtBot) -> None:
    tabs = SectionTabs(desk)
    qtbot.addWidget(tabs)
    tabs.resize(1400, 40)
    tabs.show()
    tabs.activateWindow()
    tab = tabs.button("tasks")
    tab.setFocus()
    qtbot.waitUntil(tab.hasFocus)
    seen = tab.grab().toImage()
    focus = desk.theme.colours.focus
    assert seen.pixelColor(0, seen.height() // 2).name() == focus
    assert seen.pixelColor(0, 0).name() != focus
