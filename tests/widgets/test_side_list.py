"""The list beside a detail: rows cost only when they are seen, headings are passed over, the choice stays."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.message import N_
from ui.controls.side_list import Line, SideList
from ui.desk import Desk


@pytest.fixture
def worded() -> list[Any]:
    """What was put into words, in order."""
    return []


def made(qtbot: QtBot, desk: Desk, worded: list[Any], *, has_headings: bool = False) -> SideList:
    def line(thing: Any) -> Line:
        worded.append(thing)
        return Line(str(thing), "below", is_heading=str(thing).startswith("#"))

    view = SideList(desk, N_("Directory"), line, has_headings=has_headings)
    qtbot.addWidget(view)
    view.resize(300, 500)
    view.show()
    return view


def test_of_ten_thousand_only_the_visible_are_worded(qtbot: QtBot, desk: Desk, worded: list[Any]) -> None:
    view = made(qtbot, desk, worded)
    view.show_things([(number, number) for number in range(10_000)])
    view.choose(9_000)
    view.grab()
    assert worded
    assert len(worded) < 100
    assert 9_000 in worded


def test_the_model_behaves(qtbot: QtBot, desk: Desk, worded: list[Any], qtmodeltester: ModelTester) -> None:
    view = made(qtbot, desk, worded, has_headings=True)
    qtmodeltester.check(view.rows)
    view.show_things([("h", "#head"), ("a", "one"), ("b", "two")])
    qtmodeltester.check(view.rows)


def test_headings_are_passed_over(qtbot: QtBot, desk: Desk, worded: list[Any]) -> None:
    view = made(qtbot, desk, worded, has_headings=True)
    view.show_things([("h", "#head"), ("a", "one"), ("i", "#next"), ("b", "two")])
    view.choose_first()
    assert view.current == "a"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current == "b"
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.current == "a"


def test_the_choice_stays_while_it_is_shown(qtbot: QtBot, desk: Desk, worded: list[Any]) -> None:
    view = made(qtbot, desk, worded)
    told: list[Any] = []
    view.show_things([("a", "one"), ("b", "two")])
    view.choose("b")
    view.chosen.connect(told.append)
    view.show_things([("c", "three"), ("b", "two")])
    assert view.current == "b"
    view.show_things([("c", "three")])
    assert view.current is None
    assert told[-1] is None
    assert not view.choose("b")


def test_another_language_words_again_what_is_seen(qtbot: QtBot, desk: Desk, worded: list[Any]) -> None:
    view = made(qtbot, desk, worded)
    view.show_things([("a", "one")])
    view.grab()
    count = len(worded)
    desk.language.choose("zh_CN")
    view.grab()
    assert len(worded) > count
