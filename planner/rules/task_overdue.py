"""``task.overdue``: a task was due, and is not done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, SetField, Severity, Subject

CODE = "task.overdue"


def task_overdue(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """The day it is due is the last to do it."""
    for task in journey.tasks:
        if task.due_on is not None and task.due_on < today and task.done_on is None:
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "“{task}” was due on {due} and is not done.",
                    task=task.title or N_("a task without a title"),
                    due=task.due_on,
                ),
                Subject("task", task.id, "done_on"),
                None,
                (
                    Fix(N_("It is done"), SetField(Subject("task", task.id, "done_on"), today)),
                    Fix(N_("Set another day"), OpenField(Subject("task", task.id, "due_on"))),
                ),
                task.due_on,
            )
