"""Sheets of paper: their size, the margins that survive a duplex printer and a hole punch, and the grid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

MM = 72 / 25.4


class Paper(StrEnum):
    """The sizes an itinerary prints on."""

    A4 = "A4"
    A5 = "A5"
    LETTER = "Letter"


_SIZES = {
    Paper.A4: (210 * MM, 297 * MM),
    Paper.A5: (148 * MM, 210 * MM),
    Paper.LETTER: (612.0, 792.0),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The geometry of a page in points, from its top left corner; equal side margins, for duplex."""

    width: float
    height: float
    side: float
    top: float
    bottom: float

    def with_room_for(self, furniture: float) -> Sheet:
        """The same page with so much room above and below the text, and 5 mm more to the edge."""
        room = furniture + 5 * MM
        return replace(self, top=max(self.top, room), bottom=max(self.bottom, room))

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.side

    @property
    def depth(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom


def sheet(paper: Paper) -> Sheet:
    """The geometry of a paper: 18 mm at the sides of A4 and Letter, 12 mm on A5, for punch and duplex."""
    width, height = _SIZES[paper]
    if paper is Paper.A5:
        return Sheet(width, height, 12 * MM, 16 * MM, 14 * MM)
    return Sheet(width, height, 18 * MM, 19 * MM, 17 * MM)
