"""A short run of what ``make torture`` does for longer: fifty kills, a hundred damages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="forks and kills as POSIX does")
def test_nothing_acknowledged_is_lost_and_nothing_wrong_is_shown_as_right(project: Path) -> None:
    command = [sys.executable, "-W", "error", "-m", "tests.torture", "--kills", "50", "--damages", "100"]
    run = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert run.stdout, run.stderr
    report = json.loads(run.stdout)
    assert report["kills"]["faults"] == []
    assert report["damages"]["faults"] == []
    assert report["kills"]["kills"] == 50
    assert report["kills"]["edits"] > 50, "it was alive before it was killed"
    assert report["kills"]["backups"] > 5
    assert report["kills"]["restores"] > 5
    assert report["damages"]["times"] == 100
    assert report["damages"]["told"]["record.db"] > 30
