"""One thing on the canvas: a graphics item that is painted, not a widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.journey.timeline.dress import Dress
from ui.journey.timeline.painting import extent, paint
from ui.journey.timeline.seen import Seen


class ThingItem(QGraphicsItem):
    """Shows what it was last told, and is painted again only when that differs.

    ``dress`` and ``visible_from`` are asked while painting: the look in force, and the left edge in sight.
    """

    def __init__(self, seen: Seen, dress: Callable[[], Dress], visible_from: Callable[[], float]) -> None:
        super().__init__()
        self.seen = seen
        self._dress = dress
        self._visible_from = visible_from
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
        self.update()

    def follows_the_view(self, visible_from: float) -> bool:
        """Whether its name moves with the left edge of the view."""
        placed = self.seen.placed
        return placed.x0 < visible_from < placed.x1 and bool(placed.label_width)

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        return self._extent

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        paint(painter, self._dress(), self.seen, self._visible_from())
