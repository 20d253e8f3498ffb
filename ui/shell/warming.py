"""What is not needed yet, made ready in idle moments, so that nobody waits for it when they first want it."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.work import IsCancelled, Progress

#: What the page of a journey is made of, in portions of a few milliseconds. Classes of widgets belong to the
#: thread that will make them, so they are loaded on it, a portion a turn of the event loop.
_PORTIONS = (
    "ui.fields.option_list",
    "ui.fields.zone_field",
    "ui.fields.bilingual_field",
    "ui.fields.when_field",
    "ui.fields.make",
    "ui.editing.form_page",
    "ui.journey.replan.happened_form",
    "ui.journey.findings_card",
    "ui.journey.section_card",
    "ui.journey.journey_page",
)


def get_ready(desk: Desk, owner: QWidget, make: Callable[[], object]) -> None:
    """Load what reading hanzi and re-planning take on another thread, then the page; ``make`` makes it.

    It stops where it is once ``owner`` is no longer in view.
    """
    steps = iter((*(_loading(name) for name in _PORTIONS), make))
    desk.work.start(owner, _load_core, done=lambda _result: _step(owner, steps))


def _load_core(_progress: Progress, _cancelled: IsCancelled) -> None:
    from planner.session import warm

    importlib.import_module("planner.session.replanning")
    warm()


def _loading(name: str) -> Callable[[], object]:
    return lambda: importlib.import_module(name)


def _step(owner: QWidget, steps: Iterator[Callable[[], object]]) -> None:
    step = next(steps, None)
    if step is not None and owner.isVisible():
        step()
        QTimer.singleShot(0, owner, lambda: _step(owner, steps))
