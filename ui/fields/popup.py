"""What lies over the window below a field while something is chosen; the focus stays in the field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QGraphicsDropShadowEffect, QWidget

from ui.desk import Desk
from ui.theme.tokens import space

_APART = space(1)


class Popup(QFrame):
    """Belongs to ``owner``: it closes when one scrolls, when the window takes another size, and with it.

    Signals:
        gone: it closed, whatever the reason.
    """

    gone = Signal()

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner.window())
        self._owner = owner
        self.setProperty("kind", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 110 if desk.theme.colours.dark else 46))
        self.setGraphicsEffect(shadow)
        owner.window().installEventFilter(self)
        owner.installEventFilter(self)
        owner.destroyed.connect(self.deleteLater)
        above: QWidget | None = owner.parentWidget()
        while above is not None:
            if isinstance(above, QAbstractScrollArea):
                above.verticalScrollBar().valueChanged.connect(self.close_up)
            above = above.parentWidget()

    def close_up(self) -> None:
        """Close; the object goes with it."""
        if not self.isHidden():
            self._owner.removeEventFilter(self)
            self.window().removeEventFilter(self)
            self.hide()
            self.gone.emit()
            self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Hide):
            self.close_up()
        return False

    def _lie(self, size: QSize, *, may_cover: bool) -> None:
        """Lie below the owner, above it where there is no room; where there is none either, over the owner
        if that may be, else below the edge of the window.
        """
        window = self._owner.window()
        at = self._owner.mapTo(window, QPoint(0, self._owner.height() + _APART))
        above = self._owner.mapTo(window, QPoint(0, -_APART)).y() - size.height()
        lowest = window.height() - size.height() - _APART
        if at.y() > lowest and (above >= 0 or may_cover):
            at.setY(above if above >= 0 else max(_APART, lowest))
        at.setX(max(_APART, min(at.x(), window.width() - size.width() - _APART)))
        self.setGeometry(QRect(at, size))
        self.show()
        self.raise_()
