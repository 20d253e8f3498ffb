"""Undo and redo over immutable values: no inverse commands, just what was there before and after.

The history lives as long as the program runs and is never stored. It is one line across the whole
program, so undoing always goes back through exactly the states that were.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from planner.message import Message
from planner.record.directory import Directory
from planner.record.journey import Journey


@dataclass(frozen=True, slots=True)
class Turn:
    """One aggregate before and after; ``None`` where it was not there."""

    before: Journey | Directory | None
    after: Journey | Directory | None

    def reversed(self) -> Turn:
        """The way back."""
        return Turn(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is kept beside journeys and directory, such as a check of a policy: the way back, and forth again.

    Each writes what it does, durably, and tells whoever must know.
    """

    back: Callable[[], object]
    forth: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Step:
    """One edit as it happened: its label and all that it changed; ``beside`` where it changed no journey."""

    label: Message
    turns: tuple[Turn, ...]
    beside: Beside | None = None

    def reversed(self) -> Step:
        """The way back, under the same label."""
        turns = tuple(turn.reversed() for turn in reversed(self.turns))
        return Step(self.label, turns, self.beside and Beside(self.beside.forth, self.beside.back))


@dataclass(frozen=True, slots=True)
class History:
    """What can be undone, the last step last, and what can be redone, the next step last.

    At most ``depth`` steps are remembered; older ones stay done.
    """

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    depth: int = 500

    @property
    def undo_label(self) -> Message | None:
        """What undo would take back, or ``None``."""
        return self.done[-1].label if self.done else None

    @property
    def redo_label(self) -> Message | None:
        """What redo would do again, or ``None``."""
        return self.undone[-1].label if self.undone else None

    def did(self, step: Step) -> History:
        """After a new edit: it can be undone, and nothing can be redone any more."""
        return replace(self, done=(*self.done, step)[-self.depth :], undone=())

    def undo(self) -> tuple[Step, History]:
        """The step back to write, and the history after it. Raises: IndexError when nothing is done."""
        step = self.done[-1]
        return step.reversed(), replace(self, done=self.done[:-1], undone=(*self.undone, step))

    def redo(self) -> tuple[Step, History]:
        """The step to write again, and the history after it. Raises: IndexError when nothing is undone."""
        step = self.undone[-1]
        return step, replace(self, done=(*self.done, step), undone=self.undone[:-1])
