"""The program's window in a process of its own, which writes down what can be seen of it twice a second.

    python -m tests.end_to_end.watched_window RECORD STATE SETTINGS

Nothing here presses or clicks: whoever watches STATE does, through the window system.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from planner.record.fraction import FractionState
from planner.session import CaseloadLine
from ui.caseload.today_page import TodayPage
from ui.shared_references import keep_singletons_alive
from ui.shell.application import make_window
from ui.shell.main_window import MainWindow

NOW = dt.datetime(2027, 4, 14, 9, 30, tzinfo=dt.UTC)
_EVERY_MS = 120


def middle(widget: QWidget | None) -> list[int] | None:
    """The middle of a widget on the screen, where it can be clicked; ``None`` where it cannot be seen."""
    if widget is None or not widget.isVisible() or widget.visibleRegion().isEmpty():
        return None
    at = widget.mapToGlobal(widget.visibleRegion().boundingRect().center())
    return [at.x(), at.y()] if isinstance(at, QPoint) else None


def to_mark(page: TodayPage) -> list[int] | None:
    """Where the first button that marks a session stands on the screen."""
    for column in (page.coming, page.needed):
        for at in range(column.entries.rowCount()):
            row = column.entries.row(at)
            index = column.entries.index(at, 0)
            if isinstance(row, CaseloadLine) and row.content.what == "fraction":
                button = column.button_of(index)
                if button is not None and column.viewport().rect().contains(button):
                    there = column.viewport().mapToGlobal(button)
                    return [there.x(), there.y()]
    return None


def seen(window: MainWindow) -> dict[str, object]:
    """What stands in the window now."""
    space = window.workspace
    if space is None:
        field = window.entrance.open_form.passphrase.line
        return {
            "place": "entrance",
            "ready": window.entrance.is_ready,
            "asks": field.isVisible() and field.hasFocus(),
            "wrong": field.property("wrong") == "true",
        }
    palette, drawer = space.palette_box, space.findings.drawer
    focus = QApplication.focusWidget()
    journey = space.session.journey("sample")
    fractions = [one for course in journey.courses for one in course.fractions]
    return {
        "place": space.place,
        "palette": palette.isVisible(),
        "chosen": palette.chosen.key if palette.chosen is not None else "",
        "findings": drawer.isVisible(),
        "delivered": sum(one.state is FractionState.DELIVERED for one in fractions),
        "has_focus": focus is not None,
        "undo": str(space.session.undo_label or ""),
        "counter": middle(space.findings.counter),
        "places": {button.name: middle(button) for button in space.navigation.buttons},
        "mark": to_mark(space.page) if isinstance(space.page, TodayPage) else None,
        "coming": middle(space.page.coming.viewport()) if space.place == "today" else None,
    }


def main(record: str, state: str, settings: str) -> None:
    """Show the window and write what can be seen of it, whole each time."""
    application = QApplication([])
    keep_singletons_alive()
    window = make_window(application, folder=Path(record), clock=lambda: NOW, settings_folder=Path(settings))
    window.desk.preferences.change(language="en", theme="light")
    window.show()
    place, draft = Path(state), Path(state + ".new")

    def write() -> None:
        draft.write_text(json.dumps(seen(window)), "utf-8")
        draft.replace(place)

    timer = QTimer()
    timer.timeout.connect(write)
    timer.start(_EVERY_MS)
    application.exec()
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:4])
