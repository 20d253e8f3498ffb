"""Tasks: what is still to do, the soonest first, done with one click; what is done is folded away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary.item import Itinerary
from planner.message import N_, NN_, NP_
from planner.record.journey import Journey
from planner.record.task import Task
from ui.journey.row import Block, Row, Rows
from ui.journey.unfolding import what_unfolds
from ui.theme.tokens import Tone


def tasks(journey: Journey, itinerary: Itinerary, today: dt.date) -> Iterator[Block]:
    """One list."""
    owners = {one.id: one.name for one in journey.agency.case_managers}

    def order(task: Task) -> tuple[bool, dt.date, str]:
        return task.done_on is not None, task.done_on or task.due_on or dt.date.max, task.id

    rows = []
    for task in sorted(journey.tasks, key=order):
        done = task.done_on is not None
        late = not done and task.due_on is not None and task.due_on < today
        owner = owners.get(task.owner) if task.owner else None
        rows.append(
            Row(
                title=task.title or N_("A task nobody has worded"),
                on=task.done_on or task.due_on,
                is_limit=not done,
                details=(owner,) if owner else (),
                state=(NP_("task", "Late"), Tone.DANGER) if late else None,
                folded=done,
                faded=done,
                subject=task.id,
                tick=done,
            )
        )
    if rows:
        count = sum(row.folded for row in rows)
        more = what_unfolds(
            rows,
            NN_("{count} task done", "{count} tasks done", count),
            NN_("{count} more task done", "{count} more tasks done", count),
        )
        yield Rows(rows=tuple(rows), more=more)
