"""What is made ready in idle moments: once, and never in the way of a key."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.shell.warming import LATER_SECONDS, Warming
from ui.shell.workspace import Workspace


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_it_loads_first_and_then_makes_one_thing_after_the_other(
    desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    done: list[str] = []
    made = [lambda name=name: done.append(name) for name in ("first", "second")]
    Warming(desk, window, lambda: done.append("loaded"), (), *made, still_seconds=0.0)
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["loaded", "first", "second"]
    qtbot.waitUntil(lambda: not window.findChildren(Warming))


def test_it_waits_until_nobody_has_touched_anything_for_so_long(
    desk: Desk, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, done = [0.0], [False]
    monkeypatch.setattr("ui.shell.warming.time", SimpleNamespace(monotonic=lambda: now[0]))
    Warming(desk, window, lambda: done.append(True), (), still_seconds=1.5)
    now[0] = 1.4
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    now[0] = 2.8
    qtbot.wait(60)
    assert not any(done)
    now[0] = 2.9
    qtbot.waitUntil(lambda: any(done))


def test_it_stops_once_its_window_is_left(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    Warming(desk, window, lambda: done.append("loaded"), (), still_seconds=0.2)
    window.hide()
    qtbot.waitUntil(lambda: not window.findChildren(Warming))
    assert not done


def test_what_a_journey_leads_to_is_made_ready_once(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[float] = []
    monkeypatch.setattr(
        "ui.shell.warming.Warming", lambda *_given, still_seconds: begun.append(still_seconds)
    )
    for _ in range(3):
        space.open_journey("sample")
        space.go("journeys")
    assert begun.count(LATER_SECONDS) == 1
