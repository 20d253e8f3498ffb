"""Run a core function off the main thread: done, failed, cancelled, progress; told on the main thread.

A task is a plain function ``task(progress, cancelled)`` that touches no widget: ``progress(fraction)``
reports how far it is (0 to 1) and ``cancelled()`` says whether it should stop, which it does by raising
``planner.errors.Cancelled``. Exactly one of done, failed and cancelled follows, and nothing at all once
the owner is gone.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from planner.errors import Cancelled
from planner.message import Message

Progress = Callable[[float], None]
IsCancelled = Callable[[], bool]
_LEAST_STEP = 0.01


class Job(QObject):
    """One piece of work under way.

    Signals:
        progressed(float): how far it is, 0 to 1, at most a hundred times.
        ended(object, object): result and error, once, on the main thread.
    """

    progressed = Signal(float)
    ended = Signal(object, object)

    def __init__(self, task: Callable[[Progress, IsCancelled], Any], name: Message | None = None) -> None:
        super().__init__()
        self.name = name
        self._task = task
        self._stop = threading.Event()
        self._told = 0.0
        self.is_running = True

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

    def run(self) -> None:
        """Do the work; called on a thread of the pool."""
        try:
            result = self._task(self._report, self._stop.is_set)
        except BaseException as error:
            self.ended.emit(None, error)
        else:
            self.ended.emit(result, None)

    def _report(self, fraction: float) -> None:
        if fraction - self._told >= _LEAST_STEP or fraction >= 1.0:
            self._told = fraction
            self.progressed.emit(min(max(fraction, 0.0), 1.0))


class Work(QObject):
    """The one place from which work leaves the main thread.

    Signals:
        failed(object): an error that nobody else took.
        begun(object): a ``Job`` is under way.
        over(object): a ``Job`` no longer runs; before anybody is told what came of it.
    """

    failed = Signal(object)
    begun = Signal(object)
    over = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._jobs: set[Job] = set()

    def start(
        self,
        owner: QObject,
        task: Callable[[Progress, IsCancelled], Any],
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
        job = Job(task, name)
        self._jobs.add(job)

        def ended(result: object, error: BaseException | None) -> None:
            self._jobs.discard(job)
            job.is_running = False
            # The connections hold this function, which holds the job: neither would ever go, and with them
            # what the work was for, long after a record is closed.
            job.ended.disconnect(ended)
            job.progressed.disconnect(progressed)
            self.over.emit(job)
            if not shiboken6.isValid(owner):
                return
            if error is None:
                done(result)
            elif isinstance(error, Cancelled):
                if cancelled is not None:
                    cancelled()
            elif failed is not None:
                failed(error)
            else:
                self.failed.emit(error)

        def progressed(fraction: float) -> None:
            if progress is not None and shiboken6.isValid(owner) and job.is_running:
                progress(fraction)

        job.ended.connect(ended, Qt.ConnectionType.QueuedConnection)
        job.progressed.connect(progressed, Qt.ConnectionType.QueuedConnection)
        owner.destroyed.connect(job.cancel)
        self._pool.start(job.run)
        self.begun.emit(job)
        return job

    @property
    def is_busy(self) -> bool:
        """Whether anything is still under way."""
        return bool(self._jobs)

    def stop(self) -> None:
        """Ask everything to stop and wait until the threads are idle. For the end of the program."""
        for job in self._jobs:
            job.cancel()
        self._pool.waitForDone()
