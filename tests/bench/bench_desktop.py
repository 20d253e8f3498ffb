"""The desktop over 10,000 journeys: painting, searching, opening, editing, beside a bare PySide6 window.

Everything is timed on the main thread, as it is used: a key press until its handler returns, a journey
until its page is painted, an edit until views are refreshed. What kept the thread busy for longer than 50 ms
is named on standard error. The record is made once, in a temporary folder.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench.bench_window import caseload
from tests.bench.measure import Measure
from tests.watchdog import Watchdog

JOURNEYS = 10_000
ROUNDS = 40
PAINT_BAR, KEY_BAR, OPEN_BAR, EDIT_BAR = 0.008, 0.016, 0.100, 0.016
_PASSPHRASE = "not stretched, since this is only a bench"
_NOW = dt.datetime(2027, 4, 14, 9, 0, tzinfo=dt.UTC)
_ROOT = Path(__file__).resolve().parent.parent.parent


def timed(work: Callable[[], object]) -> float:
    """Seconds that ``work`` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def bare_table(application: Any, rows: int) -> Any:
    """A bare table with as many rows and columns, painted once."""
    from PySide6.QtCore import QAbstractTableModel, Qt
    from PySide6.QtWidgets import QTableView

    class Model(QAbstractTableModel):
        def rowCount(self, parent: Any = None) -> int:  # noqa: N802 - Qt's name
            return rows

        def columnCount(self, parent: Any = None) -> int:  # noqa: N802 - Qt's name
            return 7

        def data(self, index: Any, role: int = 0) -> Any:
            return f"{index.row()} {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None

    table = QTableView()
    table.setModel(Model(table))
    table.resize(1080, 600)
    table.show()
    application.processEvents()
    return table


def scrolled_paints(table: Any, rounds: int = ROUNDS) -> Iterator[float]:
    """Seconds for each painting of a page, at places all over the table."""
    bar = table.verticalScrollBar()
    for n in range(rounds):
        bar.setValue(bar.maximum() * n // rounds)
        yield timed(table.viewport().repaint)


def measured(folder: Path) -> dict[str, float]:
    """The figures, by name; run in a process of its own."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from planner.edits.edit import Edit
    from planner.message import N_
    from planner.session import Session
    from ui.shared_references import keep_singletons_alive
    from ui.shell.application import make_window

    application = QApplication([])
    keep_singletons_alive()
    session = Session.open(folder, _PASSPHRASE, clock=lambda: _NOW)
    window = make_window(application, clock=lambda: _NOW, settings_folder=folder.parent / "settings")
    window.resize(1280, 720)
    window.show()
    window.enter(session, folder)
    space = window.workspace
    assert space is not None

    def settle(until: Callable[[], bool], most: float = 120) -> None:
        end = time.perf_counter() + most
        while not until() and time.perf_counter() < end:
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    found: dict[str, float] = {}
    table = bare_table(application, JOURNEYS)
    found["bare paint"] = statistics.median(scrolled_paints(table))
    table.hide()

    found["today"] = statistics.median(timed(space.page.look) for _ in range(9))  # type: ignore[attr-defined]
    space.go("journeys")
    page = space.journeys
    settle(lambda: page.is_loaded)
    found["paint"] = statistics.median(scrolled_paints(page.table))

    keys: list[float] = []
    for words in ("lun", "bel", "jor", "sp-00", "dem", "zan"):
        page.search.clear()
        application.processEvents()
        for letter in words:
            keys.append(timed(partial(QTest.keyClick, page.search, letter)))
    found["key in the list"] = sorted(keys)[int(len(keys) * 0.95)]
    page.search.clear()
    application.processEvents()

    palette_keys: list[float] = []
    space.palette_box.open_up()
    for words in ("lun", "bel", "jor", "sp-00", "dem", "zan"):
        space.palette_box.field.clear()
        application.processEvents()
        for letter in words:
            palette_keys.append(timed(partial(QTest.keyClick, space.palette_box.field, letter)))
    found["key in the palette"] = sorted(palette_keys)[int(len(palette_keys) * 0.95)]
    space.palette_box.close_up()

    class Painted(QObject):
        seen = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() is QEvent.Type.Paint:
                Painted.seen = True
            return False

    opened: list[float] = []
    watch = Painted()
    ids = session.journey_ids()
    space.open_journey(ids[5])
    settle(lambda: False, 1.0)
    for key in ids[100:1000:100]:
        space.go("journeys")
        application.processEvents()
        view = space.stack.widget(space.stack.count() - 1)
        view.installEventFilter(watch)
        Painted.seen = False

        def go(key: str = key) -> None:
            space.open_journey(key)
            settle(lambda: Painted.seen, 5)

        opened.append(timed(go))
        view.removeEventFilter(watch)
    found["open"] = statistics.median(opened)

    journey = ids[900]
    space.open_journey(journey)
    settle(lambda: False, 1.0)
    edits: list[float] = []
    for n in range(15):
        edit = Edit(N_("Change"), journey, lambda one, n=n: replace(one, notes=f"note {n}"))  # type: ignore[misc]
        edits.append(timed(partial(session.run, edit)))
        application.processEvents()
    found["edit"] = statistics.median(edits)
    return found


def bare_commit() -> float:
    """Seconds for one durable commit of a small row, by SQLite alone."""
    import sqlite3

    with tempfile.TemporaryDirectory() as place:
        connection = sqlite3.connect(Path(place) / "bare.db", isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT)")

        def commit() -> None:
            connection.execute("BEGIN")
            connection.execute("INSERT INTO note (words) VALUES ('a')")
            connection.execute("COMMIT")

        took = statistics.median(timed(commit) for _ in range(50))
        connection.close()
    return took


def run() -> list[Measure]:
    """Our desktop over ten thousand journeys beside bare Qt and a bare commit."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "record"
        caseload(folder, JOURNEYS)
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}
        said = subprocess.run(
            [sys.executable, "-m", "tests.bench.bench_desktop", str(folder)],
            cwd=_ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    import json

    found = json.loads(said.splitlines()[-1])
    commit = bare_commit()
    bare, many = found["bare paint"], f"{JOURNEYS:,} journeys"
    table = "painting a page of a bare table"
    return [
        Measure(name=name, seconds=found[key], floor=floor, floor_seconds=least, bar_seconds=bar)
        for name, key, floor, least, bar in (
            (f"Painting a page of the list, {many}", "paint", table, bare, PAINT_BAR),
            (f"A key press in the search, 95th percentile, {many}", "key in the list", table, bare, KEY_BAR),
            (
                f"A key press in the palette, 95th percentile, {many}",
                "key in the palette",
                table,
                bare,
                KEY_BAR,
            ),
            (f"Today read anew, {many}", "today", table, bare, 0.050),
            (f"Opening a journey until it is painted, {many}", "open", table, bare, OPEN_BAR),
            (f"An edit with its views, {many}", "edit", "a bare durable commit", commit, commit + EDIT_BAR),
        )
    ]


if __name__ == "__main__":
    import json

    with Watchdog() as watchdog:
        found = measured(Path(sys.argv[1]))
    for one in watchdog.slow:
        sys.stderr.write(f"{one.seconds * 1000:.0f} ms: {one.name}, in {one.within}\n")
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    os._exit(0)
