"""Backups by themselves: looked for every minute, made off the main thread, told only when they fail."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from planner.message import N_
from planner.session import Session
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import Tone

_LOOK_MS = 60_000


class TimedBackup(QObject):
    """Keeps a record backed up while it is open.

    Signals:
        made: one more backup is there.
    """

    made = Signal()

    def __init__(self, desk: Desk, session: Session, errors: ErrorPresenter, space: QWidget) -> None:
        super().__init__(space)
        self._space = space
        self._desk = desk
        self._session = session
        self._errors = errors
        self._is_under_way = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        if not session.is_sample:
            self._timer.start()

    def look(self) -> None:
        """Make a backup if it is time for one."""
        if self._is_under_way or not self._space.isVisible() or not self._session.backups.is_due:
            return
        self._is_under_way = True
        job = self._session.backups.job("timed")
        self._desk.work.start(
            self,
            lambda _progress, _cancelled: job.run(),
            done=self._done,
            failed=self._failed,
            cancelled=self._over,
            name=N_("Backing up"),
        )

    def _done(self, made: Any) -> None:
        self._over()
        for notice in self._session.backups.made(made):
            self._errors.tell(notice, Tone.WARNING)
        self.made.emit()

    def _failed(self, error: BaseException) -> None:
        self._over()
        self._errors.present(error)

    def _over(self) -> None:
        self._is_under_way = False
