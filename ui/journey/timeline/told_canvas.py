"""A canvas that tells of the chosen thing: as a pointer would be told of it, and to a screen reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtWidgets import QWidget

from planner.message import N_
from planner.rules.finding import Finding
from planner.session.timeline import Days, Mark, Timeline
from ui.controls.findable import Findable, Marks
from ui.desk import Desk
from ui.journey.timeline.canvas import Canvas
from ui.journey.timeline.placed import ROW
from ui.journey.timeline.told_note import ToldNote

_TELLS_AFTER_MS = 700
"""Whoever rests on a thing is told of it, as under a pointer that rests."""
_HOW = N_("Arrow keys go from item to item and from lane to lane; Enter opens one.")


class ToldCanvas(Canvas):
    """Described by the chosen thing as it stands now, else by what the keys do."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TELLS_AFTER_MS)
        self._soon.timeout.connect(self._tell_chosen)
        self.note = ToldNote(desk, self.viewport())
        self.looked.connect(self.note.hide)

    def _told(self, marks: Sequence[Mark]) -> str:
        assert self.words is not None
        faults = self.faults_of(marks[0]) if len(marks) == 1 else []
        return self.words.told(marks, faults, self.at_office)

    def _tell_chosen(self) -> None:
        """Tell of the chosen thing what the pointer would be told of it, which may be one of a cluster."""
        item, mark = self.item(self.chosen), self._chosen_mark
        if item is None or mark is None or not self.hasFocus():
            return
        placed = item.seen.placed
        left = max(placed.left, self.visible_from)
        where = QRectF(left, item.seen.top, max(placed.right - left, 1.0), ROW)
        self.note.tell(self._told((mark,)), self.mapFromScene(where).boundingRect())

    def findables(self) -> list[Findable]:
        """Every thing as it is told, by the lanes, and the way to it: it is chosen and brought into view."""
        marks = self.timeline.marks.values() if self.timeline is not None else ()
        return [
            Findable(self._told((mark,)), partial(self._go_to, mark.id)) for lane in marks for mark in lane
        ]

    def _go_to(self, id: str, _mark: Marks) -> None:
        self.choose(id)

    # -- what a screen reader is told ------------------------------------------------------------------

    @property
    def _chosen_mark(self) -> Mark | None:
        return self.timeline.mark(self.chosen) if self.timeline is not None and self.chosen else None

    def show_timeline(
        self,
        timeline: Timeline,
        days: Days,
        faults: Mapping[str, Sequence[Finding]],
        now: dt.datetime,
        today: dt.date,
        *,
        keep_place: bool,
    ) -> None:
        super().show_timeline(timeline, days, faults, now, today, keep_place=keep_place)
        self.describe()

    def clear(self) -> None:
        super().clear()
        self.describe()

    def say_anew(self) -> None:
        super().say_anew()
        self.describe()

    def choose(self, id: str, *, reveal: bool = True) -> None:
        super().choose(id, reveal=reveal)
        self.describe()

    def describe(self) -> None:
        """Keep the canvas described by the chosen thing as it stands now; nothing is said aloud."""
        mark = self._chosen_mark
        if mark is not None and self.words is not None:
            said = self.words.spoken(mark, self.faults_of(mark), self.at_office)
        elif self.timeline is not None and any(self.timeline.marks.values()):
            said = self._desk.language.text(_HOW)
        else:
            said = ""
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)

    def _tell_soon(self) -> None:
        self._soon.start()

    def _tell_nothing(self) -> None:
        self._soon.stop()
        self.note.hide()
