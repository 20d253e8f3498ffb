"""Start to a usable window with 1,000 journeys, beside a bare PySide6 window with a table of as many rows.

Each start is a new process, timed from outside until it says that its table is painted. Ours is timed as it
is used: until it asks for the passphrase, and again from Enter until the list is painted; while somebody
types, it loads what opening needs, and that pause is not counted. The passphrase is not stretched here,
since that work is slow on purpose and the same for everybody.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from planner.edits.edit import NewJourney
from planner.message import N_
from planner.session import Session
from planner.store.key_wrap import KeyCost
from planner.store.vault import Vault
from tests.bench.measure import Measure
from tests.builders import generated_journeys

JOURNEYS = 1_000
ROUNDS = 9
BAR_RATIO = 2.5
_PASSPHRASE = "not stretched, since this is only a bench"
_NOW = dt.datetime(2027, 4, 14, 9, 0, tzinfo=dt.UTC)
_ROOT = Path(__file__).resolve().parent.parent.parent

_COMMON = """
import os, sys
sys.modules["numpy"] = None  # only the tests need it, but sqlite-utils imports it where it finds it
def until_painted(application, widget, told):
    from PySide6.QtCore import QEvent, QEventLoop, QObject
    class Watch(QObject):
        painted = False
        def eventFilter(self, watched, event):
            if event.type() is QEvent.Type.Paint:
                Watch.painted = True
            return False
    watch = Watch()
    widget.installEventFilter(watch)
    while not Watch.painted:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    widget.removeEventFilter(watch)
    sys.stdout.write(told)
    sys.stdout.flush()
"""

BARE = f"""
{_COMMON}
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
class Model(QAbstractTableModel):
    rows = [[f"{{row}} {{column}}" for column in range(7)] for row in range({JOURNEYS})]
    def rowCount(self, parent=None):
        return {JOURNEYS}
    def columnCount(self, parent=None):
        return 7
    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return self.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None
application = QApplication([])
window = QMainWindow()
table = QTableView()
table.setModel(Model(table))
window.setCentralWidget(table)
window.resize(1280, 720)
window.show()
until_painted(application, table.viewport(), "list\\n")
sys.stdin.readline()
os._exit(0)
"""

OURS = f"""
{_COMMON}
import datetime as dt
from pathlib import Path
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from ui.shell.application import make_window
application = QApplication([])
folder = Path(sys.argv[1])
window = make_window(
    application,
    folder=folder,
    clock=lambda: dt.datetime.fromisoformat({_NOW.isoformat()!r}),
    settings_folder=folder.parent / "settings",
)
window.resize(1280, 720)
window.show()
form = window.entrance.open_form
until_painted(application, form.passphrase.line, "passphrase\\n")
wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
while not window.entrance.is_ready:
    application.processEvents(wait)
sys.stdout.write("typed\\n")
sys.stdout.flush()
sys.stdin.readline()
form.passphrase.line.setText({_PASSPHRASE!r})
form.submit()
while window.workspace is None:
    application.processEvents(wait)
until_painted(application, window.workspace.page.coming.viewport(), "list\\n")
sys.stdin.readline()
os._exit(0)
"""


def caseload(folder: Path, count: int = JOURNEYS) -> None:
    """A record of so many generated journeys, whose passphrase costs nothing to try."""
    vault = Vault.create(folder, _PASSPHRASE, cost=KeyCost(memory_kib=64, passes=1, lanes=1))
    with Session(vault, lambda: _NOW) as session:
        for journey in generated_journeys(count):
            session.run(NewJourney(N_("New journey"), journey))


class Start:
    """A process that starts a window and says how far it is."""

    def __init__(self, program: str, *arguments: str) -> None:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}
        self._began = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            cwd=_ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def until(self, told: str) -> float:
        """Seconds from the beginning, or from ``go``, until the process says ``told``."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        took = time.perf_counter() - self._began
        if line.strip() != told:
            raise RuntimeError(f"waited for {told}, heard {line!r}")
        return took

    def go(self) -> None:
        """Let it go on."""
        assert self._process.stdin is not None
        self._began = time.perf_counter()
        self._process.stdin.write("go\n")
        self._process.stdin.flush()

    def end(self) -> None:
        """Let it end."""
        self._process.communicate("end\n")


def bare() -> float:
    """Seconds until a bare window has painted its table."""
    process = Start(BARE)
    took = process.until("list")
    process.end()
    return took


def ours(folder: Path) -> tuple[float, float]:
    """Seconds until our window asks for the passphrase, and from Enter until the list is painted."""
    process = Start(OURS, str(folder))
    asks = process.until("passphrase")
    process.until("typed")
    process.go()
    lists = process.until("list")
    process.end()
    return asks, lists


def run() -> list[Measure]:
    """Our window beside the bare one, medians of alternating starts."""
    subprocess.run([sys.executable, "tools/catalogues.py", "compile"], cwd=_ROOT, check=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "record"
        caseload(folder)
        bare()
        ours(folder)
        pairs = [(bare(), ours(folder)) for _ in range(ROUNDS)]
    floor = statistics.median(floor for floor, _ in pairs)
    return [
        Measure(
            name=f"{what}, {JOURNEYS:,} journeys",
            seconds=statistics.median(times),
            floor="a bare PySide6 window with a table of as many rows",
            floor_seconds=floor,
            bar_ratio=bar,
        )
        for what, times, bar in (
            ("Start to the passphrase", [asks for _, (asks, _) in pairs], None),
            ("From Enter to the list", [lists for _, (_, lists) in pairs], None),
            ("Start to a usable window", [asks + lists for _, (asks, lists) in pairs], BAR_RATIO),
        )
    ]
