"""Run a core function off the main thread: done, failed, cancelled, progress; told on the main thread.

A task is a plain function ``task(progress, cancelled)`` that touches no widget: ``progress(fraction)``
reports how far it is (0 to 1) and ``cancelled()`` says whether it should stop, which it does by raising
``planner.errors.Cancelled``. Exactly one of done, failed and cancelled follows, and nothing at all once
the owner is gone.

What a task holds, what came of it and whom it is told belong to the main thread, which is the last to hold
them: a ``QObject`` that ends on another thread takes the program with it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from planner.errors import Cancelled
from planner.message import Message

Progress = Callable[[float], None]
IsCancelled = Callable[[], bool]
Task = Callable[[Progress, IsCancelled], Any]
_LEAST_STEP = 0.01


@dataclass(frozen=True, slots=True)
class _Ways:
    """Who is told what came of a job, while ``owner`` is there."""

    owner: QObject
    done: Callable[[Any], object]
    failed: Callable[[BaseException], object] | None
    cancelled: Callable[[], object] | None
    progress: Callable[[float], object] | None


class Job:
    """One piece of work under way."""

    def __init__(self, owner: QObject, task: Task, name: Message | None) -> None:
        self.name = name
        self.is_running = True
        self._owner: QObject | None = owner
        self._task: Task | None = task
        self._result: Any = None
        self._error: BaseException | None = None
        self._stop = threading.Event()
        self._told = 0.0

    def cancel(self) -> None:
        """Ask it to stop; it ends as cancelled once it has noticed."""
        self._stop.set()

    @property
    def told(self) -> float:
        """How far it said it is, 0 to 1."""
        return self._told

    @property
    def is_cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def run(self, step: Callable[[float], object]) -> None:
        """Do the work, on a thread of the pool; each ``step`` is how far it is, at most a hundred of them."""

        def report(fraction: float) -> None:
            if fraction - self._told >= _LEAST_STEP or fraction >= 1.0:
                self._told = fraction
                step(min(max(fraction, 0.0), 1.0))

        assert self._task is not None
        try:
            self._result = self._task(report, self._is_to_stop)
        except BaseException as error:
            self._error = error

    def end(self) -> tuple[Any, BaseException | None]:
        """What came of it, handed over; called once, on the main thread."""
        self.is_running = False
        result, error = self._result, self._error
        self._owner = self._task = self._result = self._error = None
        return result, error

    def _is_to_stop(self) -> bool:
        return self._stop.is_set() or not shiboken6.isValid(self._owner)


class Work(QObject):
    """The one place from which work leaves the main thread.

    Signals:
        failed(object): an error that nobody else took.
        begun(object): a ``Job`` is under way.
        moved(object): a ``Job`` says that it is further on.
        over(object): a ``Job`` no longer runs; before anybody is told what came of it.
    """

    failed = Signal(object)
    begun = Signal(object)
    moved = Signal(object)
    over = Signal(object)
    _stepped = Signal(object, float)
    _ran = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._jobs: dict[Job, _Ways] = {}
        self._stepped.connect(self._step, Qt.ConnectionType.QueuedConnection)
        self._ran.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        owner: QObject,
        task: Task,
        *,
        done: Callable[[Any], object],
        failed: Callable[[BaseException], object] | None = None,
        cancelled: Callable[[], object] | None = None,
        progress: Callable[[float], object] | None = None,
        name: Message | None = None,
    ) -> Job:
        """Start ``task``; when ``owner`` is destroyed first, it is asked to stop and nobody is told.

        ``name`` is what it is called while it is under way, for who looks at the status line.
        """
        job = Job(owner, task, name)
        self._jobs[job] = _Ways(owner, done, failed, cancelled, progress)

        def run() -> None:
            job.run(lambda fraction: self._stepped.emit(job, fraction))
            self._ran.emit(job)

        self._pool.start(run)
        self.begun.emit(job)
        return job

    def _step(self, job: Job, fraction: float) -> None:
        ways = self._jobs.get(job)
        if ways is None:
            return
        if ways.progress is not None and shiboken6.isValid(ways.owner):
            ways.progress(fraction)
        self.moved.emit(job)

    def _end(self, job: Job) -> None:
        ways = self._jobs.pop(job)
        result, error = job.end()
        self.over.emit(job)
        if not shiboken6.isValid(ways.owner):
            return
        if error is None:
            ways.done(result)
        elif isinstance(error, Cancelled):
            if ways.cancelled is not None:
                ways.cancelled()
        elif ways.failed is not None:
            ways.failed(error)
        else:
            self.failed.emit(error)

    @property
    def is_busy(self) -> bool:
        """Whether anything is still under way."""
        return bool(self._jobs)

    def stop(self) -> None:
        """Ask everything to stop and wait until the threads are idle. For the end of the program."""
        for job in self._jobs:
            job.cancel()
        self._pool.waitForDone()
