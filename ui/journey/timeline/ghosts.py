"""Where things would go: every mark that a move changes, at its new place in the row it stands in now."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planner.session.timeline import Mark, Timeline
from ui.journey.timeline.layout import Reach, piece_of, spot_of
from ui.journey.timeline.placed import Placed
from ui.journey.timeline.scale import Scale

#: The row and its y in which a thing stands now; ``None`` for one that is not shown.
Standing = Callable[[str], tuple[int, float] | None]


def ghosts(
    before: Timeline, after: Timeline, scale: Scale, within: Reach, where: Standing
) -> Iterator[tuple[Placed, float]]:
    """Each mark that is elsewhere in ``after``, with the y of its row. Courses and clusters have none."""
    days = Scale(within.first, 1.0, scale.zone)
    was = {mark.id: mark for marks in before.marks.values() for mark in marks}
    for lane, marks in after.marks.items():
        for mark in marks:
            stands = where(mark.id)
            old = was.get(mark.id)
            if old is None or stands is None or mark.kind == "course" or _when(old) == _when(mark):
                continue
            form, x0, x1 = piece_of(spot_of(lane, mark, days, within), scale.day_width)
            yield Placed(f"ghost/{mark.id}", (mark,), form, lane, stands[0], x0, x1), stands[1]


def _when(mark: Mark) -> tuple[object, ...]:
    return mark.starts, mark.ends, mark.left
