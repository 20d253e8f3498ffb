"""The program outlives a PySide6 that loses references to None and True (see ``ui.shared_references``)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LONG_LIFE = """
from ui.shared_references import keep_singletons_alive
keep_singletons_alive()
keep_singletons_alive()
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Speaker(QObject):
    spoke = Signal()
application = QCoreApplication([])
speaker = Speaker()
for _ in range(100_000):
    speaker.spoke.emit()
    application.processEvents()
print("alive")
"""


def test_a_hundred_thousand_signals_and_events_do_not_end_the_program(project: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", LONG_LIFE],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.stdout.strip() == "alive", run.stderr
    assert run.returncode == 0
