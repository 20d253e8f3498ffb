"""Keeps the rows of all journeys true as time passes: one at a time, in moments when nothing else is done."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from planner.session import Session

_LOOK_AGAIN_MS = 60_000


class Freshening(QObject):
    """Computes stale rows again, a row a turn of the event loop, and looks for new ones each minute.

    Signals:
        freshened: rows are other ones now; all that were stale are done.
        minute: a minute has passed and nothing was stale: whatever shows the time may do so anew.
    """

    freshened = Signal()
    minute = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._done = 0
        self._most: int | None = None
        self._has_just_begun = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._one)

    def begin(self) -> None:
        """Start looking; in one go at most as many rows are computed as there are journeys."""
        self._most = None
        self._has_just_begun = True
        if not self._timer.isActive() or self._timer.interval():
            self._timer.start(0)

    def _one(self) -> None:
        owner = self.parent()
        if isinstance(owner, QWidget) and not owner.isVisible():  # later: perhaps the record is being closed
            self._timer.start(_LOOK_AGAIN_MS)
            return
        if self._most is None:
            self._most = self._session.caseload.size
        if self._done <= self._most and self._session.refresh_summaries(1):
            self._done += 1
            self._timer.start(0)
            return
        if self._done:
            self._done = 0
            self.freshened.emit()
        elif not self._has_just_begun:  # what is in view was read this moment
            self._session.tidy()
            self.minute.emit()
        self._has_just_begun = False
        self._timer.start(_LOOK_AGAIN_MS)
