"""What is in sight of the canvas, and how much of a name: whole, shortened with …, or none; never cut."""

from __future__ import annotations

from dataclasses import dataclass

from ui.journey.timeline.placed import GAP, Form, Placed

BADGE = 12.0
"""The size of the sign of a finding at the corner of a thing."""
_LEAST = 30.0
"""Less of a name than this says nothing."""


@dataclass(frozen=True, slots=True)
class Sight:
    """The x from which to which the canvas is in view; ``now`` is that of the present moment's line."""

    left: float = float("-inf")
    right: float = float("inf")
    now: float = float("nan")


EVERYTHING = Sight()


def is_inside(placed: Placed) -> bool:
    """Whether its name stands within its bar, not beside it."""
    return bool(placed.label_width) and placed.x0 <= placed.label_x < placed.x1 and not placed.beyond


def badge_at(placed: Placed, sight: Sight) -> float:
    """Where the sign of its worst finding begins: at its corner, or at the edge that a bar goes beyond."""
    lasts = placed.form not in (Form.POINT, Form.SESSION, Form.CLUSTER)
    if lasts and placed.x0 < sight.left < placed.x1 - 2 * BADGE:
        return sight.left + GAP
    corner = placed.x0 - BADGE / 2
    return max(corner, sight.left) if placed.x0 >= sight.left else corner  # whole at the edge of paper too


def name_in_sight(placed: Placed, sight: Sight, *, has_badge: bool = False) -> tuple[float, float]:
    """From which x its name is written, and how wide at most; the width is 0 where it is not.

    The name of a bar that begins before what is in sight stands at the edge of it. A name beside a sign goes
    with its sign: what is no longer in sight has none, so that it never seems to be at another time.
    """
    left, whole = placed.label_x, placed.label_width
    if not whole:
        return left, 0.0
    right = min(left + whole, sight.right - GAP)
    if is_inside(placed):
        edge = sight.left + GAP
        if has_badge and badge_at(placed, sight) > placed.x0:
            edge += BADGE + GAP
        if edge > left:
            right = min(edge + whole, placed.x1 - GAP, sight.right - GAP)
            left = edge
    elif left < sight.left + GAP:
        if left > placed.x0:
            return left, 0.0
        left = sight.left + GAP
    width = right - left
    return (left, width) if width >= min(whole, _LEAST) - 0.01 else (left, 0.0)
