"""Puts the desktop together and runs it."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from planner.i18n import translator
from ui.desk import Desk
from ui.language import Language
from ui.preferences import Preferences
from ui.shared_references import keep_singletons_alive
from ui.shell.door import SessionDoor
from ui.shell.garbage import Collector
from ui.shell.main_window import MainWindow, chosen_locale
from ui.theme.app_icon import app_icon
from ui.theme.theme import Theme
from ui.work import Work

Clock = Callable[[], dt.datetime]
SYSTEM_CLOCK: Clock = partial(dt.datetime.now, dt.UTC)
_TITLE_BAR = 40
"""Pixels that the title bar and the frame take at most; nobody says how many before the window is shown."""


def make_window(
    application: QApplication,
    *,
    folder: Path | None = None,
    clock: Clock = SYSTEM_CLOCK,
    settings_folder: Path | None = None,
) -> MainWindow:
    """The window, dressed and worded, not shown yet. ``folder`` is the record to ask for."""
    keep_singletons_alive()
    preferences = Preferences(settings_folder)
    values = preferences.values
    desk = Desk(
        theme=Theme(application, values.theme),
        language=Language(chosen_locale(values.language), translator),
        work=Work(),
        preferences=preferences,
        clock=clock,
    )
    window = MainWindow(desk, SessionDoor(clock), folder)
    Collector(window)  # the window's child, and gone with it
    return window


def run(arguments: Sequence[str]) -> int:
    """Open the window until it is closed; the exit status.

    ``--vault DIR`` asks for the passphrase of that record, ``--sample`` goes straight into the sample.
    """
    given = list(arguments)
    folder = Path(given[given.index("--vault") + 1]) if "--vault" in given else None
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("treatment-journey-planner")
    window = make_window(application, folder=folder)
    window.errors.install()
    QTimer.singleShot(0, window, lambda: application.setWindowIcon(app_icon()))
    QTimer.singleShot(0, window, _wipe_left_over)
    if "--sample" in given:
        window.entrance.go("sample")
    _fit_on_screen(window)
    if window.desk.preferences.values.window_maximised:
        window.showMaximized()
    else:
        window.show()
    return application.exec()


def _fit_on_screen(window: MainWindow) -> None:
    """No taller or wider than the screen it comes on, such as a small notebook's, with its title bar."""
    room = window.screen().availableGeometry().size() - QSize(0, _TITLE_BAR)
    window.resize(window.size().boundedTo(room))


def _wipe_left_over() -> None:
    """Readable copies that an earlier run left when it ended by force."""
    from ui.attachments.temporary_copies import base_folder, wipe_left_over

    wipe_left_over(base_folder())
