"""A task is done, or open again after all."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from planner.edits.edit import Edit
from planner.errors import InputError
from planner.message import N_, Message
from planner.record.journey import Journey
from planner.record.task import Task
from planner.record.text import Text


def complete_task(journey: Journey, task: str, on: dt.date) -> Edit:
    """The task was done on that day, by the clock of the agency. Raises: InputError when there is none."""
    return _marked(N_("Done: {what}", what=_found(journey, task).title), journey, task, on)


def reopen_task(journey: Journey, task: str) -> Edit:
    """The task is still to be done. Raises: InputError when there is none."""
    return _marked(N_("Open again: {what}", what=_found(journey, task).title), journey, task, None)


def _marked(label: Message, journey: Journey, task: str, on: dt.date | None) -> Edit:
    def marked(current: Journey) -> Journey:
        _found(current, task)
        return replace(
            current,
            tasks=tuple(replace(one, done_on=on) if one.id == task else one for one in current.tasks),
        )

    return Edit(label, journey.id, marked)


def _found(journey: Journey, task: str) -> Task:
    for one in journey.tasks:
        if one.id == task:
            return one if one.title else replace(one, title=Text({"en": "…"}))
    raise InputError(N_("There is no task “{id}” in this journey.", id=task))
