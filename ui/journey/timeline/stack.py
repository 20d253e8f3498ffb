"""Lanes under each other: how high each is, and where its rows stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from ui.journey.timeline.placed import ROW, LaneLayout

PAD = 4.0
"""The room over and under the rows of a lane."""
_LEAST_LANE = 34.0
_MOST_ROOM = 24.0
_WIDEST_PITCH = 25.0


@dataclass(frozen=True, slots=True)
class Stack:
    """``tops`` are the y at which lanes begin and the last ends; ``pitch`` is from row to row."""

    lanes: tuple[LaneLayout, ...] = ()
    tops: tuple[float, ...] = (0.0,)
    pitch: float = ROW

    @property
    def bottom(self) -> float:
        """Where the last lane ends."""
        return self.tops[-1]

    def row_top(self, lane: int, row: int) -> float:
        """The y of a row of the lane at that place from the top; its rows stand in the middle of it."""
        height = self.tops[lane + 1] - self.tops[lane]
        rows = self.tops[lane] + (height - self.lanes[lane].rows * self.pitch) / 2
        return round(rows + row * self.pitch + (self.pitch - ROW) / 2)


def least_height(lanes: Sequence[LaneLayout]) -> float:
    """The height that all lanes need."""
    return _height(lanes, ROW)


def _height(lanes: Sequence[LaneLayout], pitch: float) -> float:
    return sum(max(_LEAST_LANE, lane.rows * pitch + 2 * PAD) for lane in lanes)


def stacked(lanes: tuple[LaneLayout, ...], height: float) -> Stack:
    """The lanes in ``height``; what is left of it is shared out among them, up to a measure."""
    spare = max(0.0, height - 1 - least_height(lanes))
    rows = sum(lane.rows for lane in lanes) or 1
    pitch = min(_WIDEST_PITCH, ROW + spare / rows)
    spare = max(0.0, height - 1 - _height(lanes, pitch))
    room = min(_MOST_ROOM, spare / len(lanes)) if lanes else 0.0
    ends = accumulate(max(_LEAST_LANE, lane.rows * pitch + 2 * PAD) + room for lane in lanes)
    tops = (0.0, *(float(round(end)) for end in ends))
    return Stack(lanes, tops, pitch)
