"""Type that was set before, kept with the open record, so that printing again after one edit is quick."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.export.pdf.compositor import Compositor


class TypeMemory:
    """Lends what was set before to one rendering at a time, on any thread.

    It holds words of the record, so it is forgotten when the record is closed. A rendering that comes while
    another one has it sets its type from nothing rather than wait.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: Compositor | None = None
        self._age = 0

    @contextmanager
    def lend(self) -> Iterator[Compositor]:
        """What was set before, and back when the rendering is done."""
        from planner.export.pdf.compositor import Compositor

        with self._lock:
            age, kept, self._kept = self._age, self._kept, None
        compositor = kept if kept is not None else Compositor()
        try:
            yield compositor
        finally:
            with self._lock:
                if age == self._age and (kept is not None or self._kept is None):
                    self._kept = compositor

    def forget(self) -> None:
        """Let go of everything, also of what is lent just now."""
        with self._lock:
            self._age += 1
            self._kept = None
