"""What is not needed yet, made ready in idle moments, so that nobody waits for it when they first want it."""

from __future__ import annotations

import datetime as dt
import importlib
import time
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.shell.garbage import leave_out_what_is_there
from ui.work import IsCancelled, Progress

#: What a list of journeys leads to, in portions of a few milliseconds. Classes of widgets belong to the
#: thread that will make them, so they are loaded on it, a portion a turn.
NEIGHBOURS = (
    "ui.fields.option_list",
    "ui.fields.zone_field",
    "ui.fields.bilingual_field",
    "ui.fields.when_field",
    "ui.fields.make",
    "ui.editing.specs",
    "ui.editing.draft_words",
    "ui.editing.form_page",
    "ui.editing.new_journey_page",
    "ui.journey.replan.happened_form",
    "ui.journey.findings_card",
    "ui.journey.section_card",
    "ui.journey.editing",
    "ui.journey.journey_page",
    "ui.findings.findings_drawer",
)
#: What one turns to later, the tabs of a journey first: not before a journey is in view, for it takes memory.
LATER = (
    "planner.session.timeline",
    "ui.journey.timeline.layout",
    "ui.journey.timeline.painting",
    "ui.journey.timeline.words",
    "ui.journey.timeline.canvas",
    "ui.journey.timeline.corner",
    "ui.journey.timeline.timeline_view",
    "ui.pdf.pdf_view",
    "ui.journey.itinerary.handing",
    "ui.journey.itinerary.itinerary_view",
    "ui.journey.replan.replan_view",
    "ui.journey.history.history_view",
    "ui.directory.directory_page",
    "ui.reference.world_page",
    "ui.record.record_page",
    "ui.shell.settings_page",
    "ui.accountability.accountability_page",
)
_BETWEEN_MS = 10
#: For so long nobody has touched anything: before what a list leads to, and before what is wanted later.
SOON_SECONDS, LATER_SECONDS = 0.4, 1.5
_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class Warming(QObject):
    """Gets ready what pages take, while nobody does anything: ``load`` on another thread, then ``names``.

    A portion is put off while somebody types, so that no key waits for one: even what another thread loads
    holds this one up where it reads a large dictionary. It stops where it is once ``owner`` is no longer in
    view, and once all is done. ``make`` makes what is looked at first, one in each portion. Each begins once
    nothing was touched for ``still_seconds``.
    """

    def __init__(
        self,
        desk: Desk,
        owner: QWidget,
        load: Callable[[], object],
        names: Iterable[str],
        *make: Callable[[], object],
        still_seconds: float,
    ) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self._load = load
        self._still_seconds = still_seconds
        self._is_loaded = False
        self._steps: Iterator[Callable[[], object]] = iter((*(_loading(name) for name in names), *make))
        self._touched = time.monotonic()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._step)
        if (window := owner.window().windowHandle()) is not None:
            window.installEventFilter(self)  # of the native window alone: that of every widget costs time
        self._next.start(_BETWEEN_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in _TOUCHES:
            self._touched = time.monotonic()
        return False

    def _step(self) -> None:
        if not self._owner.isVisible():
            self._end()
            return
        if time.monotonic() - self._touched >= self._still_seconds:
            if not self._is_loaded:
                self._is_loaded = True
                load = self._load

                def work(_progress: Progress, _cancelled: IsCancelled) -> None:
                    load()

                self._desk.work.start(self, work, done=lambda _result: self._next.start(_BETWEEN_MS))
                return
            step = next(self._steps, None)
            if step is None:
                self._end()
                return
            step()
            leave_out_what_is_there()  # or a collection in the midst of the next looks through all of it
        self._next.start(_BETWEEN_MS)

    def _end(self) -> None:
        if (window := self._owner.window().windowHandle()) is not None:
            window.removeEventFilter(self)
        self.deleteLater()


def load_calendars(today: dt.date) -> None:
    """Work out the calendars near ``today``; what computes them is large."""
    from planner.session.world import warm_calendars

    warm_calendars(today)


def _loading(name: str) -> Callable[[], object]:
    return lambda: importlib.import_module(name)
