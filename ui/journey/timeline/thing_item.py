"""One thing on the canvas: a graphics item that is painted, not a widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.journey.timeline.dress import Dress
from ui.journey.timeline.painting import extent, paint, written
from ui.journey.timeline.seen import Seen
from ui.journey.timeline.sight import Sight, badge_at

_FRONT = 0.5
"""Where the chosen thing stands, so that nothing beside it lies over its ring."""


class ThingItem(QGraphicsItem):
    """Shows what it was last told, and is painted again only when that differs.

    ``dress`` and ``sight`` are asked while painting: the look in force, and what is in view.
    """

    def __init__(self, seen: Seen, dress: Callable[[], Dress], sight: Callable[[], Sight]) -> None:
        super().__init__()
        self.seen = seen
        self._dress = dress
        self._sight = sight
        self._extent = extent(seen.placed, seen.top)

    def show_seen(self, seen: Seen) -> None:
        """Show it so from now on."""
        if seen == self.seen:
            return
        where = extent(seen.placed, seen.top)
        if where != self._extent:
            self.prepareGeometryChange()
            self._extent = where
        self.seen = seen
        self.setZValue(_FRONT if seen.chosen else 0.0)
        self.update()

    def name(self, sight: Sight) -> tuple[float, float]:
        """From which x its name is written, and how wide; 0 wide where it is not."""
        return written(self.seen, sight)

    def looks_alike(self, sight: Sight, before: Sight) -> bool:
        """Whether it is painted the same when that much is in view."""
        same = self.name(sight) == self.name(before)
        placed = self.seen.placed
        return same and (self.seen.severity is None or badge_at(placed, sight) == badge_at(placed, before))

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        return self._extent

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        paint(painter, self._dress(), self.seen, self._sight())
