"""What was done since the record was opened: called by its names, forgotten, or counted as one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from planner.edits.history import History
from planner.message import Message
from planner.session.looking_up import LookingUp


class Remembering(LookingUp):
    """The history of an open record; on the session's thread."""

    _history = History()

    @property
    def undo_label(self) -> Message | None:
        """What undo would take back, or ``None``."""
        return self._history.undo_label

    @property
    def redo_label(self) -> Message | None:
        """What redo would do again, or ``None``."""
        return self._history.redo_label

    @property
    def history(self) -> History:
        """Every step that can be undone or redone, by its label."""
        return self._history

    def forget_history(self) -> None:
        """What was done so far can no longer be undone."""
        self._history = History()

    @contextmanager
    def as_one(self) -> Iterator[None]:
        """What is done within is one step to undo, called after all of it; each is durable at once."""
        self._history = self._history.gathering()
        try:
            yield
        finally:
            self._history = self._history.settled()
