"""Words that share one row of dates: none lies over another, none is cut by the edge of the view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ui.journey.timeline.sight import Sight

APART = 6.0
"""The room between words, in pixels."""
_EDGE = 2.0
_BESIDE = 40.0
"""Words that stand farther than this after what they name would seem to name something else."""
_LEAST = 32.0
INDENT = 3.0
"""How far within its days a name begins."""
_BEFORE = 8.0
"""Words that end farther than this before what they name would seem to name what comes before it."""


@dataclass(frozen=True, slots=True)
class Named:
    """Days from ``x0`` to ``x1``, and how wide their name is."""

    x0: float
    x1: float
    width: float


@dataclass(frozen=True, slots=True)
class Written:
    """Where a name is written; narrower than the name where it has to be shortened."""

    x: float
    width: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width


def free(sight: Sight, taken: Iterable[Sight]) -> tuple[Sight, ...]:
    """What of the view is left beside what is taken, from the left."""
    found, at = [], sight.left + _EDGE
    for one in sorted(taken, key=lambda one: one.left):
        if min(one.left - APART, sight.right - _EDGE) > at:
            found.append(Sight(at, min(one.left - APART, sight.right - _EDGE)))
        at = max(at, one.right + APART)
    if sight.right - _EDGE > at:
        found.append(Sight(at, sight.right - _EDGE))
    return tuple(found)


def is_free(place: Sight, sight: Sight, taken: Iterable[Sight]) -> bool:
    """Whether words at ``place`` are wholly in the view and touch nothing that is taken."""
    in_view = sight.left <= place.left and place.right <= sight.right
    return in_view and not any(one.left < place.right and place.left < one.right for one in taken)


def write(several: Sequence[Named], sight: Sight, taken: Iterable[Sight]) -> Iterator[Written | None]:
    """Where each name is written: over its days, close beside them, shortened, or not at all.

    No name goes over the days of another.
    """
    held = list(taken)
    days = [Sight(one.x0, one.x1) for one in several]
    for place, one in enumerate(several):
        found = None
        if one.x1 > sight.left and one.x0 < sight.right:
            found = _place(one, sight, free(sight, [*held, *days[:place], *days[place + 1 :]]))
        if found is not None:
            held.append(Sight(found.x, found.right))
        yield found


def _place(one: Named, sight: Sight, rooms: Sequence[Sight]) -> Written | None:
    first = max(one.x0, sight.left)
    whole = [room for room in rooms if room.right - room.left >= one.width]
    for room in whole:
        start = max(first + INDENT, room.left)
        if start + one.width <= room.right and start <= max(first + _BESIDE, one.x1 - one.width):
            return Written(start, one.width)
    for room in whole:  # so that it ends where the room does, over its days all the same
        start = room.right - one.width
        if start <= first + INDENT and room.right >= first + min(INDENT, one.x1 - first):
            return Written(start, one.width)
    for room in whole:  # right before its days
        if first - _BEFORE <= room.right <= first + INDENT and one.x0 >= sight.left:
            return Written(room.right - one.width, one.width)
    for room in rooms:
        start = max(first + INDENT, room.left)
        if start <= first + _BESIDE and room.right - start >= min(_LEAST, one.width):
            return Written(start, min(one.width, room.right - start))
    for room in rooms:
        wide = room.right - room.left
        if room.left < first <= room.right + _BEFORE and one.x0 >= sight.left and wide >= _LEAST:
            return Written(room.right - min(one.width, wide), min(one.width, wide))
    return None
