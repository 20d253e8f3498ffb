"""Walking through the things of a timeline by keyboard: along a lane in time, and from lane to lane."""

from __future__ import annotations

import datetime as dt

from planner.session.timeline import Lane, Mark, Timeline


def along(timeline: Timeline, mark: Mark, steps: int) -> Mark:
    """The thing ``steps`` later on its lane (negative: earlier), the last or first where there is none."""
    marks = timeline.marks[mark.lane]
    place = next(place for place, one in enumerate(marks) if one.id == mark.id)
    return marks[min(max(place + steps, 0), len(marks) - 1)]


def across(timeline: Timeline, mark: Mark, steps: int, near: dt.date | None = None) -> Mark:
    """The thing nearest in time on the next lane down (negative: up) that has any; itself where none has."""
    lanes = list(timeline.marks)
    place = lanes.index(mark.lane) + steps
    while 0 <= place < len(lanes):
        if marks := timeline.marks[lanes[place]]:
            return nearest(marks, near or mark.first)
        place += steps
    return mark


def nearest(marks: tuple[Mark, ...], day: dt.date) -> Mark:
    """The thing whose beginning is nearest to ``day``."""
    return min(marks, key=lambda one: abs((one.first - day).days))


def start(timeline: Timeline, today: dt.date) -> Mark | None:
    """Where one begins: the thing nearest to today that is still to be done, else any; ``None`` of none."""
    marks = tuple(mark for lane in Lane for mark in timeline.marks[lane])
    coming = tuple(mark for mark in marks if not mark.is_over and mark.first >= today)
    return nearest(coming or marks, today) if marks else None
