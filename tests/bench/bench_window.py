"""Start to a usable window with 1,000 journeys, beside a bare PySide6 window with a table of as many rows.

Each start is a new process, timed from outside until it says that its table is painted. Ours is timed as it
is used: until it asks for the passphrase, and again from Enter until the list is painted; while somebody
types, it loads what opening needs, and that pause is not counted. The passphrase is not stretched here,
since that work is slow on purpose and the same for everybody.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.measure import Measure
from tests.bench.records import NOW, PASSPHRASE, record

JOURNEYS = 1_000
ROUNDS = 9
SETTLED_SECONDS = 4  # by then everything that is put off until the window is there has been done
BAR_RATIO = 2.5
_BY_CPU = bool(os.environ.get("PLANNER_BENCH_CPU"))
_ROOT = Path(__file__).resolve().parent.parent.parent

_COMMON = """
import os, sys, time
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
    tell(told, time.thread_time())
def tell(told, figure):
    sys.stdout.write(f"{told} {figure}\\n")
    sys.stdout.flush()
def tell_memory():
    try:
        with open("/proc/self/status") as status:
            kept = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
    except OSError:  # elsewhere, the most it ever was
        import resource
        kept = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    tell("memory", kept * 1024)
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
until_painted(application, table.viewport(), "list")
sys.stdin.readline()
tell_memory()
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
def unstretched():  # a record whose key is cheap to guess would be given a dear one as it is opened
    from planner.store.vault_keys import VaultKeys
    VaultKeys.strengthen = lambda self, passphrase, cost: None
window = make_window(
    application,
    folder=folder,
    clock=lambda: dt.datetime.fromisoformat({NOW.isoformat()!r}),
    settings_folder=folder.parent / "settings",
)
window.resize(1280, 720)
window.show()
form = window.entrance.open_form
until_painted(application, form.passphrase.line, "passphrase")
wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
while not window.entrance.is_ready:
    application.processEvents(wait)
unstretched()
tell("typed", time.thread_time())
sys.stdin.readline()
form.passphrase.line.setText({PASSPHRASE!r})
form.submit()
while window.workspace is None:
    application.processEvents(wait)
until_painted(application, window.workspace.page.coming.viewport(), "list")
sys.stdin.readline()
if len(sys.argv) > 2:
    window.workspace.go("journeys")
    end = time.monotonic() + {SETTLED_SECONDS}
    while not window.workspace.page.is_loaded or time.monotonic() < end:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
tell_memory()
sys.stdin.readline()
window.leave()  # a record that was not closed is looked through when it is opened next
os._exit(0)
"""


class Start:
    """A process that starts a window and says how far it is."""

    def __init__(self, program: str, *arguments: str) -> None:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}
        self._began = time.perf_counter()
        self._worked = 0.0
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
        """What the process tells: seconds from the beginning, or from ``go``; of memory, how many bytes."""
        assert self._process.stdout is not None
        word, _, figure = self._process.stdout.readline().partition(" ")
        took = time.perf_counter() - self._began
        if word != told:
            raise RuntimeError(f"waited for {told}, heard {word!r}")
        if told == "memory":
            return float(figure)
        if _BY_CPU:  # what its main thread worked
            worked, self._worked = float(figure) - self._worked, float(figure)
            return worked
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


def bare() -> tuple[float, float]:
    """Seconds until a bare window has painted its table, and the bytes of memory it takes then."""
    process = Start(BARE)
    took = process.until("list")
    process.go()
    memory = process.until("memory")
    process.end()
    return took, memory


def ours(folder: Path, *more: str) -> tuple[float, float, float]:
    """Seconds until our window asks for the passphrase, and from Enter until the list is painted; memory.

    With anything ``more`` all journeys are loaded into the list before memory is told.
    """
    process = Start(OURS, str(folder), *more)
    asks = process.until("passphrase")
    process.until("typed")
    process.go()
    lists = process.until("list")
    process.go()
    memory = process.until("memory")
    process.end()
    return asks, lists, memory


def run() -> list[Measure]:
    """Our window beside the bare one, medians of alternating starts."""
    subprocess.run([sys.executable, "tools/catalogues.py", "compile"], cwd=_ROOT, check=True)
    with record(JOURNEYS) as folder:
        bare()
        _, _, memory = ours(folder, "and all journeys")
        pairs = [(bare(), ours(folder)) for _ in range(ROUNDS)]
    floor = statistics.median(floor for (floor, _), _ in pairs)
    least = statistics.median(least for (_, least), _ in pairs)
    starts = [
        Measure(
            name=f"{what}, {JOURNEYS:,} journeys",
            seconds=statistics.median(times),
            floor="a bare PySide6 window with a table of as many rows",
            floor_seconds=floor,
            bar_ratio=bar,
        )
        for what, times, bar in (
            ("Start to the passphrase", [asks for _, (asks, _, _) in pairs], None),
            ("From Enter to the list", [lists for _, (_, lists, _) in pairs], None),
            ("Start to a usable window", [asks + lists for _, (asks, lists, _) in pairs], BAR_RATIO),
        )
    ]
    return [
        *starts,
        Measure(
            name=f"Memory with the list of {JOURNEYS:,} journeys",
            seconds=memory,
            floor="a bare PySide6 window with a table of as many rows",
            floor_seconds=least,
            bar_ratio=BAR_RATIO,
            is_memory=True,
        ),
    ]
