"""A box to tick, drawn from the tokens: the tick is an icon, so it is sharp at every scale."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from planner.message import Message
from ui.controls.mark_colours import mark_colours
from ui.desk import Desk
from ui.theme.icons import draw_icon
from ui.theme.tokens import space

_BOX = 18
_EDGE = 3


class CheckBox(QCheckBox):
    """A tick box with words beside it, or with an accessible name alone."""

    def __init__(
        self, desk: Desk, name: Message, *, words: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        desk.language.say(self, name, "setText" if words else "setAccessibleName")
        desk.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        words = self.fontMetrics().horizontalAdvance(self.text()) + space(2) if self.text() else 0
        return QSize(_BOX + 2 * _EDGE + words, max(_BOX + 2 * _EDGE, self.fontMetrics().height() + _EDGE))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def hitButton(self, _position: object) -> bool:  # noqa: N802 - Qt's name
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        colours = self._desk.theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(_EDGE, (self.height() - _BOX) // 2, _BOX, _BOX)
        edge, ground = mark_colours(self, colours)
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self.isChecked():
            draw_icon(painter, box.adjusted(2, 2, -2, -2), "check", colours.on_accent)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(-2, -2, 2, 2), 6, 6)
        if self.text():
            painter.setPen(QColor(colours.text if self.isEnabled() else colours.text_faint))
            left = box.right() + space(2)
            words = QRect(left, 0, self.width() - left, self.height())
            said = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)
