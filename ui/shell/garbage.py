"""What Python's garbage collector looks through, when, and on which thread.

Left to itself it begins wherever memory is wanted: in the midst of a word that somebody types, for tens of
milliseconds; in the midst of a painting, whose widget it may end; on a thread that works, where it ends
objects of Qt that belong to the main thread, and with them the program. So it is switched off, and the window
collects between two events. What is there to stay is left out, and what was shown of a record is collected
soon after that is closed, while nobody types.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
_MANY = 20_000
_being_set: set[object] = set()


class Collector(QObject):
    """Collects what Python would, as often as it would, but on the main thread and between events alone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY_MS)

    def look(self) -> None:
        """Collect the oldest generation that is due, unless a paper is being set."""
        if _being_set:
            return
        made, most = gc.get_count(), gc.get_threshold()
        due = [generation for generation in range(len(made)) if made[generation] > most[generation]]
        if due:
            gc.collect(due[-1])


def leave_out_what_is_there() -> None:
    """Never look again through what there is now: what the program is made of, and the pages of a record."""
    gc.freeze()


@contextmanager
def left_alone() -> Iterator[None]:
    """Collect nothing while a paper is set, and leave out what is remembered of it if that is a lot.

    Otherwise the next thing that the window makes would pay for looking through all of it.
    """
    paper = object()
    _being_set.add(paper)
    try:
        yield
    finally:
        if gc.get_count()[0] > _MANY:
            gc.freeze()
        _being_set.discard(paper)


def sweep() -> None:
    """Collect what was shown of a record that is closed, what was left out included."""
    gc.unfreeze()
    gc.collect()
