"""Paints a permitted stay: the time in the country, what is left of it, the last legal day, and apply-by."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from planner.itinerary.item import Standing
from ui.journey.timeline.dress import Dress, colour, hatch, pen
from ui.journey.timeline.seen import Seen
from ui.theme.tokens import Tone

_FEW_DAYS = 7
_RADIUS = 5.0


def paint_stay(painter: QPainter, dress: Dress, rect: QRectF, seen: Seen) -> None:
    """From the entry to the exit the ground is full; what is left until the last legal day is hatched.

    Days after the last legal day are hatched the other way, over a ground of danger.
    """
    mark, colours, scale = seen.placed.mark, dress.colours, seen.scale
    rect = rect.adjusted(0.6, 1.0, -0.6, -1.0)
    if mark.standing is Standing.CANCELLED:
        painter.setPen(pen(colours.line_control, 1.2, True))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        return
    planned = mark.standing is Standing.TO_BE_CONFIRMED
    legal = min(rect.right(), scale.end(mark.ends)) if mark.ends is not None else rect.right()
    leaves = min(rect.right(), scale.at(mark.left)) if mark.left is not None else rect.right()
    leaves = max(rect.left(), leaves)  # who leaves before these days begin has all of them to spare
    tone = slack_tone(seen.slack_days)
    spare = QRectF(rect.left(), rect.top(), legal - rect.left(), rect.height())
    painter.setPen(pen(colours.info, 1.2, planned))
    painter.setBrush(Qt.BrushStyle.NoBrush if seen.ghost else colour(colours.surface))
    painter.drawRoundedRect(spare, _RADIUS, _RADIUS)
    there = QRectF(spare.left(), spare.top(), min(leaves, legal) - spare.left(), spare.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(colours.info_soft))
    if not seen.ghost:
        painter.drawRoundedRect(there.adjusted(0.6, 0.6, 0, -0.6), _RADIUS - 1, _RADIUS - 1)
    if leaves < legal:
        left = QRectF(leaves, spare.top() + 0.6, legal - leaves - 0.6, spare.height() - 1.2)
        painter.fillRect(left, hatch(colours.solid(tone), opacity=0.6))
    elif leaves > legal:
        over = QRectF(legal, spare.top(), max(leaves - legal, 4), spare.height())
        painter.fillRect(over, colour(colours.danger_soft))
        painter.fillRect(over, hatch(colours.danger, Qt.BrushStyle.FDiagPattern))
    painter.setPen(pen(colours.solid(tone), 2.4))
    painter.drawLine(QPointF(legal, rect.top() - 2), QPointF(legal, rect.bottom() + 2))
    permitted = mark.permitted
    if permitted is not None and permitted.apply_by is not None:
        _apply_by(painter, dress, scale.end(permitted.apply_by), rect)


def slack_tone(days: int | None) -> Tone:
    """The tone of so many days left of a stay."""
    if days is None:
        return Tone.INFO
    return Tone.DANGER if days < 0 else Tone.WARNING if days < _FEW_DAYS else Tone.INFO


def _apply_by(painter: QPainter, dress: Dress, x: float, rect: QRectF) -> None:
    """A small flag where the last day to ask for more ends."""
    painter.setPen(pen(dress.colours.warning, 1.4))
    painter.setBrush(colour(dress.colours.warning))
    painter.drawLine(QPointF(x, rect.top() - 2), QPointF(x, rect.bottom()))
    top = rect.top() - 2
    painter.drawPolygon(QPolygonF([QPointF(x, top), QPointF(x - 6, top + 2.5), QPointF(x, top + 5)]))
