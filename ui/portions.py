"""Work that belongs to the main thread, done in portions: keys and paintings have their turn in between."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

#: How long steps may follow one another before the event loop has its turn.
PORTION_SECONDS = 0.012


class Portions(QObject):
    """Takes the steps of one iterator after the other, a portion a turn; ``begin`` puts another in its place.

    Signals:
        went_on: a portion was done.
        ended: and it was the last.
    """

    went_on = Signal()
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)

    @property
    def is_complete(self) -> bool:
        """Whether no step is owed."""
        return self._steps is None

    def begin(self, steps: Iterator[None]) -> None:
        """Take these steps from the next turn on, and no more of those before."""
        self._steps = steps
        self._next.start(0)

    def stop(self) -> None:
        """Take no further step."""
        self._next.stop()
        self._steps = None

    def _go_on(self) -> None:
        steps, until = self._steps, time.perf_counter() + PORTION_SECONDS
        if steps is None:
            return
        for _step in steps:
            if self._steps is not steps:
                return
            if time.perf_counter() > until:
                self._next.start(0)
                self.went_on.emit()
                return
        if self._steps is not steps:  # the last step began others
            return
        self._steps = None
        self.went_on.emit()
        self.ended.emit()
