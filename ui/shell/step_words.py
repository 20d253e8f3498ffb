"""What a step of the history is called, with whose journey it changed."""

from __future__ import annotations

from collections.abc import Sequence

from planner.edits.history import Step
from planner.message import N_, NP_, Message
from planner.record.directory import Directory
from planner.record.journey import Journey

_MOST = 4


def journey_of(step: Step) -> Journey | None:
    """The journey that a step changed, as it last was; ``None`` where it changed several, or other things."""
    changed = [turn.after or turn.before for turn in step.turns]
    if any(isinstance(one, Directory) for one in changed):
        return None
    journeys = {one.id: one for one in changed if isinstance(one, Journey)}
    return next(iter(journeys.values())) if len(journeys) == 1 else None


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
