"""The program's own icon: a route with a session on it, drawn from the brand's colours at every size."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

from ui.theme.tokens import BRAND

_SIZES = (16, 24, 32, 48, 64, 128, 256)


def app_icon() -> QIcon:
    """The icon of windows and task bars."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_drawn(size))
    return icon


def _drawn(size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 64, size / 64)
    ground = QLinearGradient(0, 0, 0, 64)
    ground.setColorAt(0, QColor(BRAND.ground_top))
    ground.setColorAt(1, QColor(BRAND.ground_bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(2, 2, 60, 60), 14, 14)
    route = QPainterPath(QPointF(16, 46))
    route.cubicTo(QPointF(16, 22), QPointF(46, 42), QPointF(47, 19))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(BRAND.route), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(route)
    painter.setPen(QPen(QColor(BRAND.ink), 4.5))
    painter.setBrush(QColor(BRAND.ground_bottom))
    painter.drawEllipse(QPointF(16, 46), 6, 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(BRAND.spot))
    painter.drawEllipse(QPointF(47, 19), 8.5, 8.5)
    painter.end()
    return pixmap
