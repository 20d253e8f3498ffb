"""Undo and redo over immutable values: no inverse commands, just what was there before and after.

The history lives as long as the program runs and is never stored. It is one line across the whole
program, so undoing always goes back through exactly the states that were.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from planner.message import N_, Message
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

    At most ``depth`` steps are remembered; older ones stay done. ``gathered`` is how many were done since
    they count as one, ``None`` while each is a step of its own.
    """

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    depth: int = 500
    gathered: int | None = None

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
        done, gathered = self.done, self.gathered
        if gathered and done[-1].beside is None and step.beside is None:
            done, step = done[:-1], _as_one(done[-1], step)
        gathered = None if gathered is None else gathered + 1
        return replace(self, done=(*done, step)[-self.depth :], undone=(), gathered=gathered)

    def gathering(self) -> History:
        """What is done from now on counts as one step."""
        return replace(self, gathered=0)

    def settled(self) -> History:
        """Each counts for itself again."""
        return replace(self, gathered=None)

    def undo(self) -> tuple[Step, History]:
        """The step back to write, and the history after it. Raises: IndexError when nothing is done."""
        step = self.done[-1]
        return step.reversed(), replace(self, done=self.done[:-1], undone=(*self.undone, step))

    def redo(self) -> tuple[Step, History]:
        """The step to write again, and the history after it. Raises: IndexError when nothing is undone."""
        step = self.undone[-1]
        return step, replace(self, done=(*self.done, step), undone=self.undone[:-1])


def _as_one(first: Step, then: Step) -> Step:
    """Both, called after both; of each journey, and of the directory, how it was before and is after."""
    turns: dict[str | None, Turn] = {}
    for turn in (*first.turns, *then.turns):
        key = next((one.id for one in (turn.before, turn.after) if isinstance(one, Journey)), None)
        known = turns.get(key)
        turns[key] = turn if known is None else Turn(known.before, turn.after)
    return Step(N_("{first}; {then}", first=first.label, then=then.label), tuple(turns.values()))
