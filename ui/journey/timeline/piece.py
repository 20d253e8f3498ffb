"""A thing of a row while rows are made, and the names of a row: whole, shorter, cut, or none."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planner.session.timeline import Lane, Mark
from ui.journey.timeline.placed import AIR, GAP, LABEL_GAP, Form, Placed

Measure = Callable[[str], float]
Named = Callable[[Mark], str]
Shorter = Callable[[Mark], Sequence[str]]

NAMELESS = (Form.SESSION, Form.CLUSTER)
_LEAST_LABEL = 44.0
"""A name is left out rather than cut to less than this."""


class Piece:
    """A thing at a scale; several marks once they are counted together.

    ``names`` are its name and shorter ones, the longest first, each with its width. ``full`` is where the
    full ground of a stay ends, on which its name is best read.
    """

    __slots__ = (
        *("beyond", "form", "full", "label", "marks", "name_at", "name_width", "names", "row", "x0", "x1"),
    )

    def __init__(
        self, mark: Mark, form: Form, x0: float, x1: float, *, beyond: int = 0, full: float = math.inf
    ) -> None:
        self.marks: tuple[Mark, ...] = (mark,)
        self.form = form
        self.beyond = beyond
        self.row = 0
        self.x0, self.x1, self.full = x0, x1, full
        self.names: tuple[tuple[str, float], ...] = ()
        self.label = ""
        self.name_at = self.name_width = 0.0

    @property
    def whole(self) -> float:
        """How wide its whole name is."""
        return self.names[0][1] if self.names else 0.0

    @property
    def least(self) -> float:
        """How wide the shortest of its names is."""
        return self.names[-1][1] if self.names else 0.0

    @property
    def full_end(self) -> float:
        """Where it would end with its name, the shortest if it has several."""
        if self.form in NAMELESS or not self.least:
            return self.x1
        if self.form is Form.POINT or self.least + 2 * GAP > self.x1 - self.x0:
            return self.x1 + LABEL_GAP + self.least
        return self.x1

    @property
    def told_until(self) -> float:
        """Where it would end with its name, and room for the sign of a finding at what comes next."""
        return self.full_end + (AIR - GAP if self.full_end > self.x1 else 0.0)

    @property
    def left(self) -> float:
        """The leftmost pixel of anything drawn."""
        return min(self.x0, self.name_at) if self.name_width else self.x0

    @property
    def right(self) -> float:
        """The rightmost pixel of anything drawn."""
        return max(self.x1, self.name_at + self.name_width)

    def write(self, at: float, room: float) -> None:
        """Write its name at ``at``: the longest that ``room`` holds, else the shortest, cut."""
        self.label, width = next((one for one in self.names if one[1] <= room), self.names[-1])
        self.name_at, self.name_width = at, min(width, room)

    def placed(self, lane: Lane) -> Placed:
        """What was found, for good."""
        return Placed(
            key=self.marks[0].id if len(self.marks) == 1 else f"{self.marks[0].id}…",
            marks=self.marks,
            form=self.form,
            lane=lane,
            row=self.row,
            x0=self.x0,
            x1=self.x1,
            label=self.label if self.name_width else "",
            label_x=self.name_at,
            label_width=self.name_width,
            beyond=self.beyond,
        )


@dataclass(frozen=True, slots=True)
class Naming:
    """How things are named: ``shorter`` names too, where there are any, the longest first.

    What ``is_still`` cannot be moved along, such as paper: a name goes before its sign rather than be cut.
    """

    named: Named
    measure: Measure
    shorter: Shorter = lambda _mark: ()
    is_still: bool = False

    def prepare(self, piece: Piece) -> None:
        """Tell a piece what it may be called."""
        mark = piece.marks[0]
        if name := self.named(mark):
            piece.names = tuple((one, self.measure(one)) for one in (name, *self.shorter(mark)))

    def name(self, row: Sequence[Piece], edge: float) -> None:
        """The names of a row: whole where there is room before the next thing, else cut, else none.

        What stands so near to ``edge`` that little of its name has room has its name before it.
        """
        limit = edge
        for place in range(len(row) - 1, -1, -1):
            one = row[place]
            free_from = row[place - 1].full_end + GAP if place else 0.0
            if one.names and one.form not in NAMELESS:
                self._give(one, free_from, limit, edge)
            limit = one.left - (GAP if one.form in (Form.BAR, Form.NIGHTS) else AIR)

    def _give(self, one: Piece, free_from: float, limit: float, edge: float) -> None:
        begins, ends = (max(one.x0, 0.0), min(one.x1, edge)) if self.is_still else (one.x0, one.x1)
        if one.least <= one.full - begins - 2 * GAP:
            ends = min(ends, one.full)  # no word on what is hatched
        width, inside = one.whole, ends - begins - 2 * GAP
        lasts = one.form is not Form.POINT
        fits = lasts and width <= inside
        after = edge - one.x1 - LABEL_GAP
        cramped = after < (width if self.is_still else max(width / 2, _LEAST_LABEL))
        before = next((w for _, w in one.names if one.x0 - AIR - w >= free_from), 0.0)
        held = next((w for _, w in one.names if lasts and w <= inside), 0.0)
        if not fits and cramped and before > held:
            one.write(one.x0 - AIR - before, before)  # a finding may be shown at the corner
            return
        room = limit - one.x1 - LABEL_GAP
        if fits or (lasts and inside >= _LEAST_LABEL * 2 and room < min(width, inside)):
            one.write(begins + GAP, inside)
        elif room >= min(one.least, _LEAST_LABEL):
            one.write(one.x1 + LABEL_GAP, room)
