"""A walk through every page and state of the window: for how long the main thread is kept from its events.

Every state of ``tests.pages`` is shown and left, as the pictures do, over the sample among other journeys.
An operation is a call into the program. A turn of the event loop is all that was due at once, Qt's own work
included: several calls, laying out, painting. What is over the bar is named on standard error with its state.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.measure import Measure, as_shipped

BAR = 0.050
_JOURNEYS = 60
_READY_SECONDS = 6.0
_WORTH_KEEPING = 0.005
_ROOT = Path(__file__).resolve().parent.parent.parent


def walked(only: str = "") -> dict[str, Any]:
    """The longest operation and turn, how many states were walked, and what a bare form takes.

    In a process of its own; ``only`` walks the states with these letters in their name.
    """
    from PySide6.QtWidgets import QApplication

    from tests import pages
    from tests.pages import EMPTY, FULL, NOW, WAY_IN, empty_record, full_record, settle, states
    from tests.watchdog import Watchdog
    from ui.shared_references import keep_singletons_alive
    from ui.shell.application import make_window

    keep_singletons_alive()
    application = QApplication([])
    turns = Turns()
    pages.QCoreApplication = turns  # type: ignore[misc, assignment]
    wanted = [state for state in states() if only in state.name]
    found = {"operation": 0.0, "turn": 0.0, "states": float(len(wanted))}
    with tempfile.TemporaryDirectory() as place:
        window = make_window(application, clock=lambda: NOW, settings_folder=Path(place) / "settings")
        window.resize(1280, 720)
        window.show()
        _wait(application)
        for of in (WAY_IN, FULL, EMPTY):
            some = [state for state in wanted if state.of == of]
            if some and of == FULL:
                window.enter(full_record(_JOURNEYS), None)
                _wait(application)
            elif some and of == EMPTY:
                folder = Path(place) / "record"
                window.enter(empty_record(folder), folder)
                _wait(application)
            for state in some:
                turns.longest = 0.0
                with Watchdog(_WORTH_KEEPING) as watchdog:
                    state.show(window)
                    settle(window)
                    state.leave(window)
                    settle(window)
                if state.name in ("journey", "bare-journey"):
                    _wait(application)  # one reads a journey before one turns to its tabs
                for one in watchdog.slow:
                    found["operation"] = max(found["operation"], one.seconds)
                    if one.seconds > BAR:
                        _tell(state.name, one.seconds, f"{one.name}, in {one.within}")
                found["turn"] = max(found["turn"], turns.longest)
                if turns.longest > BAR:
                    _tell(state.name, turns.longest, "a turn of the event loop")
        return {**found, "bare": _bare_form(application)}


def _tell(state: str, seconds: float, what: str) -> None:
    sys.stderr.write(f"  {state}: busy for {seconds * 1000:.0f} ms: {what}\n")


class Turns:
    """Stands for ``QCoreApplication`` where the states let events go on, and times each turn."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._clock = time.thread_time if os.environ.get("PLANNER_BENCH_CPU") else time.perf_counter

    def processEvents(self) -> None:  # noqa: N802 - Qt's name
        from PySide6.QtCore import QCoreApplication

        start = self._clock()
        QCoreApplication.processEvents()
        self.longest = max(self.longest, self._clock() - start)

    def __getattr__(self, name: str) -> Any:
        from PySide6.QtCore import QCoreApplication

        return getattr(QCoreApplication, name)


def _wait(application: Any) -> None:
    """Let what is made ready in still moments be made."""
    end = time.monotonic() + _READY_SECONDS
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.001)


def _bare_form(application: Any) -> float:
    """Seconds in which bare Qt makes, lays out and paints a form of forty lines."""
    from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

    start = time.perf_counter()
    form = QWidget()
    lines = QFormLayout(form)
    for number in range(40):
        lines.addRow(f"Line {number}", QLineEdit(str(number)))
    form.resize(460, 700)
    form.show()
    application.processEvents()
    took = time.perf_counter() - start
    form.hide()
    return took


def run() -> list[Measure]:
    """The longest operation of the walk beside a bare form."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}
    said = subprocess.run(
        [sys.executable, "-m", "tests.bench.bench_walk"],
        cwd=_ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    found = json.loads(said.splitlines()[-1])
    floor = "making and painting a bare form of forty lines"
    walk = f"a walk through {found['states']:.0f} states of the window"
    return [
        Measure(name=name, seconds=found[key], floor=floor, floor_seconds=found["bare"], bar_seconds=bar)
        for name, key, bar in (
            (f"The longest operation on {walk}", "operation", BAR),
            ("The longest turn of the event loop on it", "turn", None),
        )
    ]


if __name__ == "__main__":
    as_shipped()
    said = json.dumps(walked(*sys.argv[1:]))
    sys.stdout.write(said + "\n")
    sys.stdout.flush()
    os._exit(0)
