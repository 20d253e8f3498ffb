"""What a step of the history is called, with whose journey it changed."""

from __future__ import annotations

from collections.abc import Sequence

from planner.edits.history import Step, Turn
from planner.message import N_, NP_, Message
from planner.record.contact import Contact
from planner.record.directory import Directory
from planner.record.journey import Journey
from planner.record.place import Place

_MOST = 4


def journey_of(step: Step) -> Journey | None:
    """The journey that a step changed, as it last was; ``None`` where it changed several, or other things.

    What is entered in a journey for the first time is in the directory from then on: that is no other thing.
    """
    changed = [turn.after or turn.before for turn in step.turns if not _only_adds(turn)]
    if any(isinstance(one, Directory) for one in changed):
        return None
    journeys = {one.id: one for one in changed if isinstance(one, Journey)}
    return next(iter(journeys.values())) if len(journeys) == 1 else None


def _only_adds(turn: Turn) -> bool:
    """Whether a turn of the directory, or the way back of it, does no more than put entries there."""
    both = turn.before, turn.after
    if not all(isinstance(one, Directory) for one in both):
        return False
    less, more = sorted((_entries(one) for one in both if isinstance(one, Directory)), key=len)
    return len(less) < len(more) and all(more.get(id) == entry for id, entry in less.items())


def _entries(directory: Directory) -> dict[str, Place | Contact]:
    entries: tuple[Place | Contact, ...] = (*directory.places, *directory.contacts)
    return {one.id: one for one in entries}


def whose(step: Step) -> Message:
    """The label of a step and the name of the patient, unless the label says it."""
    journey = journey_of(step)
    if journey is None:
        return step.label
    name = journey.patient.full_name if journey.patient else ""
    if not name or name in step.label.params.values():
        return step.label
    return NP_("step", "{what}, {name}", what=step.label, name=name)


def travelled(steps: Sequence[Step], *, is_back: bool) -> Message:
    """That these steps were taken back, or done again, in this order."""
    told: tuple[Message | str, ...] = tuple(whose(step) for step in steps[:_MOST])
    if len(steps) > _MOST:
        told = (*told, "…")
    what = told[0] if len(told) == 1 else told
    return N_("Undone: {what}", what=what) if is_back else N_("Done again: {what}", what=what)
