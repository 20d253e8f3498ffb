"""The PDF of the journey as it stands, made again after each change and never in the way of typing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from planner.errors import PlannerError
from ui.desk import Desk
from ui.shell.garbage import left_alone
from ui.work import IsCancelled, Job, Progress

#: So long a pause in typing, in milliseconds, and the paper is made again.
_PAUSE_MS = 120


class Maker(Protocol):
    """A frozen job of the session that makes a paper, on any thread."""

    def run(self, progress: Progress, cancelled: IsCancelled) -> Any: ...


class Rendering(QObject):
    """Makes the newest wish; an older one that is still under way is given up.

    ``read`` is called on what was made, on the worker too; nothing is read unless given.

    Signals:
        began: the paper is being made again.
        made(object, object): what the newest job made, and what ``read`` made of it.
        refused(object): the ``PlannerError`` for which there is no paper.
        failed(object): an error that is a fault of ours.
    """

    began = Signal()
    made = Signal(object, object)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        parent: QObject | None = None,
        *,
        read: Callable[[Any], object] = lambda made: None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._read = read
        self._prepare: Callable[[], Maker] | None = None
        self._job: Job | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._start)

    def want(self, prepare: Callable[[], Maker], *, at_once: bool = False) -> None:
        """From now on the paper is what ``prepare`` (called on the main thread) freezes."""
        self._prepare = prepare
        self._give_up()
        self.began.emit()
        self._pause.start(0 if at_once else _PAUSE_MS)

    def stop(self) -> None:
        """Nothing is wanted any more."""
        self._prepare = None
        self._pause.stop()
        self._give_up()

    @property
    def is_busy(self) -> bool:
        """Whether the newest wish is still to come."""
        return self._pause.isActive() or self._job is not None

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _start(self) -> None:
        if self._prepare is None:
            return
        try:
            maker = self._prepare()
        except PlannerError as error:
            self.refused.emit(error)
            return
        read = self._read

        def work(progress: Progress, cancelled: IsCancelled) -> tuple[Any, object]:
            with left_alone():
                made = maker.run(progress, cancelled)
            return made, read(made)

        job = self._job = self._desk.work.start(
            self,
            work,
            done=lambda result: self._end(job, self.made, *result),
            failed=lambda error: self._end(
                job, self.refused if isinstance(error, PlannerError) else self.failed, error
            ),
        )

    def _end(self, job: Job, way: Any, *values: object) -> None:
        if job is self._job:
            self._job = None
            way.emit(*values)
