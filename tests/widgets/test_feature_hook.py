"""What PySide6 reads of the modules that are imported: with its hook left as it is, and as it is set here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_READ = """
import linecache
from pathlib import Path
{first}
import planner.session
import ui.shell.application
ours = tuple(str(Path(package.__file__).parent) for package in (planner, ui))
print(sum(name.startswith(ours) for name in linecache.cache))
"""


@pytest.mark.parametrize(
    ("first", "is_read"), [("", False), ("import PySide6", True)], ids=["as we start", "Qt before all"]
)
def test_no_source_is_read_but_by_a_qt_that_came_first(first: str, is_read: bool, project: Path) -> None:
    """Where the second is read no more, PySide6 has mended it, and ``ui.feature_hook`` can go."""
    read = subprocess.run(
        [sys.executable, "-c", _READ.format(first=first)],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (int(read.stdout) > 0) is is_read
