"""The edge of a row of tabs that goes on: it fades out there, and a press of the mouse brings the rest."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.desk import Desk
from ui.theme.icons import ICON_SIZE, draw_icon
from ui.theme.tokens import RADIUS_CONTROL, space

WIDTH = space(12)
_PAD = space(1)
_STEP = 0.7
"""The share of what is in view that one press goes on by."""


class TabEdge(QWidget):
    """Lies over the left (``side`` -1) or right (1) end of ``area`` while there is more beyond it.

    The keyboard needs none: its arrows go from tab to tab, and each comes into view.
    """

    def __init__(self, desk: Desk, area: QScrollArea, side: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._area = area
        self._side = side
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        bar = area.horizontalScrollBar()
        bar.valueChanged.connect(self.look)
        bar.rangeChanged.connect(self.look)
        desk.theme.changed.connect(self.update)
        self.look()

    def look(self) -> None:
        """Be there while there is more on this side."""
        bar, place = self._area.horizontalScrollBar(), self._area.geometry()
        left = place.left() if self._side < 0 else place.right() + 1 - WIDTH
        self.setGeometry(left, place.top(), WIDTH, place.height())
        self.setVisible(bar.value() > bar.minimum() if self._side < 0 else bar.value() < bar.maximum())
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        bar = self._area.horizontalScrollBar()
        bar.setValue(bar.value() + self._side * round(self._area.viewport().width() * _STEP))
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        colours = self._desk.theme.colours
        painter = QPainter(self)
        outer, inner = (0, self.width()) if self._side < 0 else (self.width(), 0)
        fade = QLinearGradient(QPointF(outer, 0), QPointF(inner, 0))
        ground, gone = QColor(colours.surface), QColor(colours.surface)
        gone.setAlpha(0)
        fade.setColorAt(0.0, ground)
        fade.setColorAt(0.55, ground)
        fade.setColorAt(1.0, gone)
        painter.fillRect(QRectF(self.rect()).adjusted(0, 0, 0, -1), fade)
        left = _PAD if self._side < 0 else self.width() - ICON_SIZE - _PAD
        place = QRect(left, (self.height() - ICON_SIZE) // 2, ICON_SIZE, ICON_SIZE)
        pointed = self.underMouse()
        if pointed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(place.adjusted(-_PAD, -_PAD, _PAD, _PAD), RADIUS_CONTROL, RADIUS_CONTROL)
        name = "chevron-left" if self._side < 0 else "chevron-right"
        draw_icon(painter, place, name, colours.text if pointed else colours.text_muted)
