"""The watchdog names what keeps the main thread busy, and only that."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from planner.message import N_
from tests.watchdog import Watchdog
from ui.controls.command import Command
from ui.desk import Desk


def ran(desk: Desk, qtbot: QtBot, work: Callable[[], object], limit_seconds: float) -> list[str]:
    """The operations that were named while ``work`` was done by a command of the program."""
    done: list[bool] = []
    command = Command(desk, N_("Work"), lambda: (work(), done.append(True)))
    with Watchdog(limit_seconds) as watchdog:
        QTimer.singleShot(0, command.trigger)
        qtbot.waitUntil(lambda: bool(done))
    return [one.name for one in watchdog.slow]


def test_a_long_operation_is_named(desk: Desk, qtbot: QtBot) -> None:
    (name,) = ran(desk, qtbot, lambda: time.sleep(0.4), limit_seconds=0.05)
    assert name.startswith("ui/controls/command.py:Command.__init__")


def test_a_quick_one_is_not(desk: Desk, qtbot: QtBot) -> None:
    assert ran(desk, qtbot, lambda: None, limit_seconds=5.0) == []
