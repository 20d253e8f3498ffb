"""Pictures of every page by one command: light and dark, English and Chinese, 1280×720, 100 % and 200 %.

    python -m tests.screenshots [--out DIR] [--only NAME,NAME] [--scale 1|2] [--language en] [--theme light]

What is shown stands in ``tests.pages``. The record is the sample, moved forward to its seventh session, among
generated journeys; nobody in it exists.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.pages import EMPTY, FULL, NOW, WAY_IN, State, empty_record, full_record, settle, states
from tests.pages import moved_forward as moved_forward

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from planner.session import Session
    from ui.shell.main_window import MainWindow

SIZE = (1280, 720)
SCALES = (1, 2)
LANGUAGES = ("en", "zh_CN")
THEMES = ("light", "dark")
_GENERATED = 400
_LOOK_AGAIN_MS = 140
_MOST_LOOKS = 20
_ROOT = Path(__file__).resolve().parent.parent


def record() -> Session:
    """A throwaway record to look at."""
    return full_record(_GENERATED)


def draw(out: Path, only: str, languages: tuple[str, ...], themes: tuple[str, ...]) -> int:
    """Make all pictures at the scale this process was started with; how many."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from planner.settings import Settings, save
    from ui.shared_references import keep_singletons_alive
    from ui.shell.application import make_window

    keep_singletons_alive()
    application = QApplication([])
    application.setCursorFlashTime(0)
    scale = round(application.devicePixelRatio() * 100)
    wanted = [state for state in states() if any(part in state.name for part in only.split(","))]
    made = 0
    with tempfile.TemporaryDirectory() as place:
        settings_folder = Path(place) / "settings"
        save(Settings(recent_records=("/Users/me/Records/Journeys",)), settings_folder)
        window = make_window(application, clock=lambda: NOW, settings_folder=settings_folder)
        window.desk.preferences.change(motion="reduced")
        window.resize(*SIZE)
        window.show()

        def shoot(state: State, variant: str) -> int:
            state.show(window)
            settle(window)
            _when_still(window).save(str(out / f"{state.name}-{variant}-{scale}.png"))
            state.leave(window)
            return 1

        for of in (WAY_IN, FULL, EMPTY):
            some = [state for state in wanted if state.of == of]
            if not some:
                continue
            if of == FULL:
                window.enter(record(), None)
            elif of == EMPTY:
                folder = Path(place) / "Journeys"
                window.enter(empty_record(folder), folder)
            window.resize(*SIZE)
            QTest.qWait(1)  # what showed the record before goes, instead of speaking another language
            for language in languages:
                for theme in themes:
                    window.desk.preferences.change(language=language, theme=theme)
                    made += sum(shoot(state, f"{language}-{theme}") for state in some)
        window.close()
    return made


def _when_still(window: MainWindow) -> QPixmap:
    """The window once nothing in it changes any more: papers are drawn, findings counted."""
    from PySide6.QtTest import QTest

    before, picture = None, window.grab()
    for _ in range(_MOST_LOOKS):
        if before is not None and before.toImage() == picture.toImage():
            break
        QTest.qWait(_LOOK_AGAIN_MS)
        settle(window)
        before, picture = picture, window.grab()
    return picture


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=_ROOT / "out" / "screenshots")
    parser.add_argument("--only", default="", help="only pictures whose name holds one of these, with commas")
    parser.add_argument("--scale", type=int, choices=SCALES, help="only this scale")
    parser.add_argument("--language", choices=LANGUAGES, help="only this language")
    parser.add_argument("--theme", choices=THEMES, help="only this theme")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    if given.here:
        languages = (given.language,) if given.language else LANGUAGES
        made = draw(given.out, given.only, languages, (given.theme,) if given.theme else THEMES)
        sys.stdout.write(f"{made} pictures at {os.environ['QT_SCALE_FACTOR']}00 %\n")
        return
    for scale in (given.scale,) if given.scale else SCALES:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "QT_SCALE_FACTOR": str(scale)}
        command = [sys.executable, "-m", "tests.screenshots", "--here", "--out", str(given.out)]
        for name in ("only", "language", "theme"):
            if value := getattr(given, name):
                command += [f"--{name}", value]
        subprocess.run(command, cwd=_ROOT, env=environment, check=True)
    sys.stdout.write(f"{given.out}\n")


if __name__ == "__main__":
    main()
