"""One of several large choices, drawn from the tokens: the system's own is hardly seen on a dark ground."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QScrollArea, QWidget

from ui.controls.mark_colours import mark_colours
from ui.desk import Desk
from ui.theme.tokens import space

_RING = 18
_DOT = 8
_EDGE = 3


class RadioButton(QRadioButton):
    """A ring with words beside it; a dot in it is the choice that holds."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        desk.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        words = self.fontMetrics().horizontalAdvance(self.text()) + space(2)
        return QSize(_RING + 2 * _EDGE + words, max(_RING + 2 * _EDGE, self.fontMetrics().height() + _EDGE))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def hitButton(self, _position: object) -> bool:  # noqa: N802 - Qt's name
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """A page follows the focus by itself when Tab moves it, and not when the arrows do."""
        super().focusInEvent(event)
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self, 0, space(12))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        colours = self._desk.theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(QRect(_EDGE, (self.height() - _RING) // 2, _RING, _RING))
        holds = self.isChecked()
        edge, ground = mark_colours(self, colours)
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(ring.adjusted(0.5, 0.5, -0.5, -0.5))
        if holds:
            inset = (_RING - _DOT) / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.on_accent))
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring.adjusted(-2, -2, 2, 2))
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.text_faint))
        left = round(ring.right()) + space(2)
        words = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
