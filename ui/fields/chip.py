"""One of several values, as a small rounded label with a cross."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desk import Desk
from ui.theme.icons import draw_icon
from ui.theme.tokens import BODY, space

_CROSS = 12
_HEIGHT = space(6)


class Chip(QWidget):
    """Shows ``label``. The keyboard reaches it from the line beside it; ``is_marked`` is where it stands.

    Signals:
        removed: the cross was pressed.
    """

    removed = Signal()

    def __init__(self, desk: Desk, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.label = label
        self.is_marked = False
        self._is_pointed = False
        self.setMouseTracking(True)
        self.setAccessibleName(label)
        self.setToolTip(label)
        self.setFont(desk.theme.font(BODY))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def mark(self, marked: bool) -> None:
        """The keyboard stands on it, or no longer."""
        self.is_marked = marked
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        words = self.fontMetrics().horizontalAdvance(self.label)
        return QSize(words + space(2) + space(1) + _CROSS + space(1.5), _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint().boundedTo(QSize(space(40), _HEIGHT))

    @property
    def cross(self) -> QRect:
        """Where the cross is."""
        return QRect(self.width() - _CROSS - space(1.5), (self.height() - _CROSS) // 2, _CROSS, _CROSS)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._at_cross(event):
            self.removed.emit()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._point(self._at_cross(event))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._point(False)
        super().leaveEvent(event)

    def _at_cross(self, event: QMouseEvent) -> bool:
        return self.cross.adjusted(-6, -6, 6, 6).contains(event.position().toPoint())

    def _point(self, at_cross: bool) -> None:
        """The cross alone answers to the pointer: nothing else of the chip does anything."""
        if at_cross != self._is_pointed:
            self._is_pointed = at_cross
            if at_cross:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self.unsetCursor()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        colours = self._desk.theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = colours.focus if self.is_marked else colours.neutral_soft
        painter.setPen(QPen(QColor(edge), 2 if self.is_marked else 1))
        painter.setBrush(QColor(colours.neutral_soft))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        words = QRect(space(2), 0, self.cross.left() - space(3), self.height())
        shown = self.fontMetrics().elidedText(self.label, Qt.TextElideMode.ElideRight, words.width() + 1)
        painter.setPen(QColor(colours.on_neutral_soft))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self._is_pointed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.surface))
            painter.drawRoundedRect(self.cross.adjusted(-3, -3, 3, 3), 4, 4)
        draw_icon(painter, self.cross, "x", colours.text if self._is_pointed else colours.neutral)
