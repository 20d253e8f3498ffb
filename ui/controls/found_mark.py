"""A frame around what was found, as long as one looks for more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget
from shiboken6 import isValid

from ui.desk import Desk
from ui.theme.tokens import RADIUS_CONTROL, space

_WIDTH = 2


class FoundMark(QWidget):
    """Lies around a widget, or within one around a part of it; the mouse does not feel it."""

    def __init__(self, desk: Desk, around: QWidget, part: QRect | None = None) -> None:
        super().__init__(around if part is not None else _sheet_of(around))
        self._desk = desk
        self._around = around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if part is not None:
            self.setGeometry(part)
        else:
            moving: QWidget | None = around
            while moving is not None and moving is not self.parentWidget():
                moving.installEventFilter(self)
                moving = moving.parentWidget()
            self._lie_around()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is not self and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._lie_around()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._desk.theme.colours.warning), _WIDTH))
        inset = _WIDTH / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)

    def _lie_around(self) -> None:
        sheet = self.parentWidget()
        if isValid(self._around) and sheet is not None:
            edge, size = space(1), self._around.size()
            if isinstance(self._around, QLabel) and not self._around.wordWrap():
                size.setWidth(min(size.width(), self._around.sizeHint().width()))
            place = QRect(self._around.mapTo(sheet, QPoint(0, 0)), size)
            self.setGeometry(place.adjusted(-edge, -edge // 2, edge, edge // 2))


def _sheet_of(widget: QWidget) -> QWidget:
    """What scrolls with a widget on it, or the part of the window it stands in: nothing cuts it off."""
    sheet = widget.parentWidget() or widget
    while (above := sheet.parentWidget()) is not None and not isinstance(
        above.parentWidget(), QAbstractScrollArea
    ):
        sheet = above
    return sheet
