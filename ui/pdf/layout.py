"""Where each page lies on a long scroll of paper: one below the other, or two side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSizeF

from ui.theme.tokens import space

GAP = space(4)
MARGIN = space(5)
_POINTS_AN_INCH = 72.0
#: Device-independent pixels an inch, as Qt and the style sheet reckon on every system.
_PIXELS_AN_INCH = 96.0
LEAST_ZOOM, MOST_ZOOM = 0.1, 4.0


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The places of all pages, in device-independent pixels; ``zoom`` 1.0 is the size of the paper."""

    places: tuple[QRect, ...]
    width: int
    height: int
    zoom: float
    columns: int

    def page_at(self, y: int) -> int:
        """The page at a height, or the next one below it; 0 when there is none."""
        for number, place in enumerate(self.places):
            if place.bottom() >= y:
                return number
        return max(len(self.places) - 1, 0)

    def within(self, top: int, height: int) -> range:
        """The pages of which something lies between ``top`` and ``top + height``."""
        seen = [
            i for i, place in enumerate(self.places) if place.bottom() >= top and place.top() < top + height
        ]
        return range(seen[0], seen[-1] + 1) if seen else range(0)


def lay(sizes: Sequence[QSizeF], room: int, zoom: float | None, *, side_by_side: bool) -> PageLayout:
    """Lay pages of ``sizes`` points where ``room`` pixels are wide; without ``zoom``, so that they fill it.

    ``side_by_side`` puts two beside each other, unless a fixed ``zoom`` leaves no room for that.
    """
    if not sizes:
        return PageLayout((), room, 0, zoom or 1.0, 1)
    widest = max(size.width() for size in sizes) * _PIXELS_AN_INCH / _POINTS_AN_INCH
    columns = 2 if side_by_side and len(sizes) > 1 else 1
    if zoom is not None and widest * zoom * 2 + GAP + 2 * MARGIN > room:
        columns = 1
    if zoom is None:
        zoom = (room - 2 * MARGIN - (columns - 1) * GAP) / (columns * widest)
    zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
    scale = zoom * _PIXELS_AN_INCH / _POINTS_AN_INCH
    column = int(widest * zoom)
    width = max(columns * column + (columns - 1) * GAP + 2 * MARGIN, room)
    left = (width - columns * column - (columns - 1) * GAP) // 2
    places: list[QRect] = []
    top = MARGIN
    for first in range(0, len(sizes), columns):
        tallest = 0
        for beside, size in enumerate(sizes[first : first + columns]):
            wide, high = round(size.width() * scale), round(size.height() * scale)
            x = left + beside * (column + GAP) + (column - wide) // 2
            places.append(QRect(QPoint(x, top), QPoint(x + wide - 1, top + high - 1)))
            tallest = max(tallest, high)
        top += tallest + GAP
    return PageLayout(tuple(places), width, top - GAP + MARGIN, zoom, columns)
