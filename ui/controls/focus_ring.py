"""A frame around a list or a scrolled page while the keyboard is in it: neither draws one by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.desk import Desk

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_WIDTH = 2


class FocusRing(QWidget):
    """Lies over ``around``; the mouse does not feel it.

    It is shown when one came by key. Who comes by mouse, or is led there as a page opens, sees where they
    are; with ``always`` they are told as well, as for lists that are led into by a button.
    """

    def __init__(self, desk: Desk, around: QAbstractScrollArea, *, always: bool = False) -> None:
        super().__init__(around)
        self._desk = desk
        self._always = always
        self._is_wanted = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusIn:
            if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
                self._is_wanted = self._always or event.reason() in _BY_KEY
            if self._is_wanted:
                self._lie_around()
        elif event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._lie_around()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._desk.theme.colours.focus), _WIDTH))
        inset = _WIDTH / 2
        painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))

    def _lie_around(self) -> None:
        around = self.parentWidget()
        if around is not None:
            self.setGeometry(around.rect())
            self.raise_()
            self.show()
