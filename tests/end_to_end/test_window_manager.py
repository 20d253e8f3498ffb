"""The main story by real key presses and clicks, under a real window manager on a screen of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from planner.session import Session
from planner.session.importing import sample_file
from planner.store.key_wrap import KeyCost
from planner.store.vault import Vault
from tests.end_to_end.watched_window import NOW

PROGRAMS = ("Xvfb", "openbox", "xdotool")
MISSING = [name for name in PROGRAMS if shutil.which(name) is None]
pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.skipif(bool(MISSING), reason=f"no {', '.join(MISSING)} here: they come with Debian"),
]
ROOT = Path(__file__).resolve().parent.parent.parent
PASSPHRASE = "correct horse battery staple"
_PATIENCE = 40


@dataclass(frozen=True)
class Screen:
    """A window on a screen, seen through what it writes down, touched through the window system alone."""

    display: str
    state: Path

    def seen(self) -> dict[str, Any]:
        try:
            held: dict[str, Any] = json.loads(self.state.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return held

    def until(self, holds: Callable[[dict[str, Any]], object], what: str) -> dict[str, Any]:
        """What is seen once ``holds`` does."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            seen = self.seen()
            if seen and holds(seen):
                return seen
            time.sleep(0.1)
        raise AssertionError(f"waited in vain for {what}; last seen: {self.seen()}")

    def do(self, *words: str) -> None:
        subprocess.run(
            ["xdotool", *words], env={**os.environ, "DISPLAY": self.display}, check=True, timeout=30
        )

    def press(self, *keys: str) -> None:
        self.do("key", "--clearmodifiers", "--delay", "30", *keys)

    def write(self, words: str) -> None:
        self.do("type", "--delay", "15", words)

    def click(self, at: list[int]) -> None:
        self.do("mousemove", str(at[0]), str(at[1]), "click", "1")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    record = tmp_path / "record"
    vault = Vault.create(record, PASSPHRASE, cost=KeyCost(memory_kib=64, passes=1, lanes=1))
    with Session(vault, lambda: NOW) as session:
        session.import_file(sample_file())
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND"))}
    environment = {
        **kept,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(tmp_path),
        "LANGUAGE": "en",
    }
    manager = subprocess.Popen(
        ["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    state = tmp_path / "state.json"
    program = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.end_to_end.watched_window",
            str(record),
            str(state),
            str(tmp_path / "settings"),
        ],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Screen(display, state)
        assert program.poll() is None, program.stderr.read() if program.stderr else ""
    finally:
        for process in (program, manager, server):
            process.terminate()
            process.wait(20)
        if program.stderr:
            program.stderr.close()


def test_the_main_story_by_real_keys_and_clicks(screen: Screen) -> None:
    # Unlock by typing the passphrase at once, a wrong one first: the keyboard is in its field each time.
    screen.until(lambda s: s.get("ready") and s.get("asks"), "the way in with the keyboard in it")
    screen.write("correct house")
    screen.press("Return")
    screen.until(lambda s: s.get("wrong") and s.get("asks"), "the wrong passphrase marked, to be typed over")
    screen.write(PASSPHRASE)
    screen.press("Return")
    seen = screen.until(lambda s: s["place"] == "today" and s.get("coming"), "Today")
    assert seen["has_focus"]

    # Find the journey by a few letters of a name, and go there.
    screen.press("ctrl+k")
    screen.until(lambda s: s["palette"], "the palette")
    screen.write("eriks")
    screen.until(lambda s: s["chosen"] == "journey sample", "the journey in the palette")
    screen.press("Return")
    screen.until(lambda s: s["place"] == "journey" and not s["palette"], "the journey")

    # The findings by a key, and away again with Escape; the keyboard is somewhere all along.
    screen.press("F8")
    screen.until(lambda s: s["findings"], "the findings")
    screen.press("Escape")
    seen = screen.until(lambda s: not s["findings"], "the page without the findings")
    assert seen["has_focus"]

    # The pages by keys and by clicks.
    screen.click(seen["places"]["Journeys"])
    screen.until(lambda s: s["place"] == "journeys", "the list")
    screen.press("ctrl+1")
    screen.until(lambda s: s["place"] == "today", "Today again")
    screen.press("F1")
    screen.until(lambda s: s["place"] == "keyboard", "the keyboard map")

    # Mark a session of the day: one click on its line, one in the menu; take it back with Ctrl+Z.
    screen.press("ctrl+1")
    seen = screen.until(lambda s: s["place"] == "today" and s.get("mark"), "a session to mark")
    before = seen["delivered"]
    screen.click(seen["mark"])
    time.sleep(0.4)
    screen.press("Down", "Return")
    screen.until(lambda s: s["delivered"] == before + 1, "the session marked as delivered")
    screen.press("ctrl+z")
    screen.until(lambda s: s["delivered"] == before, "the mark taken back")

    # Lock, unlock, and be where one was.
    screen.press("ctrl+2")
    screen.until(lambda s: s["place"] == "journeys", "the list")
    screen.press("Return")
    screen.until(lambda s: s["place"] == "journey", "the journey from the list")
    screen.press("ctrl+l")
    screen.until(lambda s: s["place"] == "entrance" and s.get("asks"), "the way in after locking")
    screen.write(PASSPHRASE)
    screen.press("Return")
    screen.until(lambda s: s["place"] == "journey", "the journey where one was")
