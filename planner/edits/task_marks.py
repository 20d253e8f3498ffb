"""A task is done."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from planner.edits.edit import Edit
from planner.errors import InputError
from planner.message import N_
from planner.record.journey import Journey
from planner.record.task import Task
from planner.record.text import Text


def complete_task(journey: Journey, task: str, on: dt.date) -> Edit:
    """The task was done on that day, by the clock of the agency. Raises: InputError when there is none."""

    def done(current: Journey) -> Journey:
        _found(current, task)
        return replace(
            current,
            tasks=tuple(replace(one, done_on=on) if one.id == task else one for one in current.tasks),
        )

    return Edit(N_("Done: {what}", what=_found(journey, task).title), journey.id, done)


def _found(journey: Journey, task: str) -> Task:
    for one in journey.tasks:
        if one.id == task:
            return one if one.title else replace(one, title=Text({"en": "…"}))
    raise InputError(N_("There is no task “{id}” in this journey.", id=task))
