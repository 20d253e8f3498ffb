"""Work that belongs to the main thread, done in portions: keys and paintings have their turn in between."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from shiboken6 import isValid

#: How long steps may follow one another before the event loop has its turn.
PORTION_SECONDS = 0.012


class Portions(QObject):
    """Takes the steps of one iterator after the other, a portion a turn; ``begin`` puts another in its place.

    Where several have something to do, each turn is one's, and they take turns.

    Signals:
        went_on: a portion was done.
        ended: and it was the last.
    """

    went_on = Signal()
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None

    @property
    def is_complete(self) -> bool:
        """Whether no step is owed."""
        return self._steps is None

    def begin(self, steps: Iterator[None]) -> None:
        """Take these steps from the next turn on, and no more of those before."""
        self._steps = steps
        _turns().ask(self)

    def stop(self) -> None:
        """Take no further step."""
        self._steps = None

    def go_on(self) -> None:
        """Do a portion, if one is owed."""
        steps, until = self._steps, time.perf_counter() + PORTION_SECONDS
        if steps is None:
            return
        for _step in steps:
            if self._steps is not steps:
                return
            if time.perf_counter() > until:
                _turns().ask(self)
                self.went_on.emit()
                return
        if self._steps is not steps:  # the last step began others
            return
        self._steps = None
        self.went_on.emit()
        self.ended.emit()


class _Turns(QObject):
    """Gives each turn of the event loop to the one that has waited longest."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Portions] = deque()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._give)

    def ask(self, one: Portions) -> None:
        if one not in self._waiting:
            self._waiting.append(one)
        if not self._next.isActive():
            self._next.start(0)

    def _give(self) -> None:
        while self._waiting:
            one = self._waiting.popleft()
            if isValid(one) and not one.is_complete:
                if self._waiting:
                    self._next.start(0)
                one.go_on()
                return


@cache
def _turns() -> _Turns:
    application = QCoreApplication.instance()
    assert application is not None
    return _Turns(application)
