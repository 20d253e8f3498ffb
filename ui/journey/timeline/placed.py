"""What stands where on the timeline: a thing, or several that are too close to be told apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from planner.session.timeline import Lane, Mark

ROW = 20.0
"""The least height of a row, in pixels."""
GLYPH = 17.0
"""The height of what stands in a row."""
GAP = 4.0
LABEL_GAP = 4.0
AIR = 10.0
"""The room between a name and the next sign, at whose corner a finding may be shown."""


class Form(Enum):
    """What a thing looks like in time."""

    POINT = "point"  # a sign with its name beside it
    BAR = "bar"  # something that lasts
    NIGHTS = "nights"  # nights in one place
    BAND = "band"  # a permitted stay
    COURSE = "course"  # a course over its sessions
    SESSION = "session"  # a numbered session
    CLUSTER = "cluster"  # several things, counted


@dataclass(frozen=True, slots=True)
class Placed:
    """One thing, or a cluster of ``marks``, in ``row`` of its lane.

    ``x0`` to ``x1`` is the sign or bar itself; its name stands from ``label_x`` on over ``label_width``,
    both 0 for one without a name. ``beyond`` is -1 or 1 for what lies before or after the days shown and
    stands at their edge.
    """

    key: str
    marks: tuple[Mark, ...]
    form: Form
    lane: Lane
    row: int
    x0: float
    x1: float
    label: str = ""
    label_x: float = 0.0
    label_width: float = 0.0
    beyond: int = 0

    @property
    def mark(self) -> Mark:
        """The thing, or the first of several."""
        return self.marks[0]

    @property
    def left(self) -> float:
        """The leftmost pixel of anything drawn."""
        return min(self.x0, self.label_x) if self.label_width else self.x0

    @property
    def right(self) -> float:
        """The rightmost pixel of anything drawn."""
        return max(self.x1, self.label_x + self.label_width)


@dataclass(frozen=True, slots=True)
class LaneLayout:
    """A lane with all that is placed on it, from the left."""

    lane: Lane
    rows: int
    placed: tuple[Placed, ...]
