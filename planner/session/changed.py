"""What a change of the record touched, for everybody who shows some of it."""

from __future__ import annotations

from dataclasses import dataclass

from planner.edits.history import Step, Turn
from planner.record.directory import Directory
from planner.record.ids import JourneyId
from planner.record.journey import Journey


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change touched: these journeys, and whether the shared directory."""

    journeys: frozenset[JourneyId]
    directory: bool


def changed_by(step: Step) -> Changed:
    """What a step touched."""
    values = [value for turn in step.turns for value in (turn.before, turn.after)]
    return Changed(
        frozenset(value.id for value in values if isinstance(value, Journey)),
        touches_directory(step),
    )


def touches_directory(step: Step) -> bool:
    """Whether other journeys may now hold older copies of shared entries."""
    return any(_touches_directory(turn) for turn in step.turns)


def _touches_directory(turn: Turn) -> bool:
    before, after = turn.before, turn.after
    if isinstance(before, Directory) or isinstance(after, Directory):
        return True
    if before is None or after is None:
        return after is not None
    shared = ("agency", "places", "contacts")
    return any(getattr(before, name) is not getattr(after, name) for name in shared)
