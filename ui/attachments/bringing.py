"""Bringing files in: one after the other, off the thread, and attached by one edit when all are there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from planner.edits.attaching import attach
from planner.errors import PlannerError
from planner.record.thing import Attachment
from planner.session import Session
from planner.session.days import office_zone
from ui.desk import Desk
from ui.work import Job


class Bringing(QObject):
    """Copies files into the record for one thing at a time.

    A file that cannot be brought does not keep the others from coming.

    Signals:
        began(str, int): copying the file of this name; so many wait after it.
        progressed(float): how much of it is there, 0 to 1.
        refused(object): the ``PlannerError`` of a file that does not come, or another error.
        ended(int): so many files were attached, by one edit.
    """

    began = Signal(str, int)
    progressed = Signal(float)
    refused = Signal(object)
    ended = Signal(int)

    def __init__(self, desk: Desk, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._waiting: list[Path] = []
        self._brought: list[Attachment] = []
        self._where: tuple[str, str] | None = None
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether files are still coming."""
        return self._where is not None

    def bring(self, journey_id: str, thing_id: str, paths: Sequence[Path]) -> None:
        """Attach these files to a thing. While others come for another thing, nothing is taken."""
        if self._where not in (None, (journey_id, thing_id)) or not paths:
            return
        self._where = (journey_id, thing_id)
        self._waiting += paths
        if self._job is None:
            self._next()

    def stop(self) -> None:
        """Take no more files; those that are there already are attached."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        self._job = None
        if not self._waiting:
            self._attach()
            return
        path = self._waiting.pop(0)
        self.began.emit(path.name, len(self._waiting))
        self._job = self._desk.work.start(
            self,
            self._session.attachments.bring(path).run,
            done=self._came,
            failed=self._failed,
            cancelled=self._next,
            progress=self.progressed.emit,
        )

    def _came(self, brought: Any) -> None:
        assert self._where is not None
        try:
            zone = office_zone(self._session.journey(self._where[0]))
        except PlannerError as error:  # the journey was removed meanwhile
            self._waiting.clear()
            self.refused.emit(error)
        else:
            self._brought.append(self._session.attachments.attachment(brought, zone))
        self._next()

    def _failed(self, error: BaseException) -> None:
        self.refused.emit(error)
        self._next()

    def _attach(self) -> None:
        where, self._where = self._where, None
        brought, self._brought = self._brought, []
        if where is None or not brought:
            self.ended.emit(0)
            return
        try:
            journey = self._session.journey(where[0])
            self._session.run(attach(journey, where[1], brought))
        except PlannerError as error:
            self.refused.emit(error)
            self.ended.emit(0)
        else:
            self.ended.emit(len(brought))
