"""The bar at the foot of a page: what is told of it, and the buttons that end it, however it is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.message import Message
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space


class FootBar(QFrame):
    """``telling`` at the left; at the right the buttons it is given, the one that goes on last."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("kind", "foot")
        self.telling = words(desk, "", "muted", wrap=True, parent=self)
        self._over: QWidget | None = None
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(space(6), space(2), space(6), space(2))
        self.line.setSpacing(space(2))
        self.line.addWidget(self.telling, 1)

    def hold(self, *buttons: QWidget) -> None:
        """Show these, from left to right."""
        for button in buttons:
            self.line.addWidget(button)

    def tell(self, message: Message) -> None:
        """Say how things stand."""
        self._desk.language.say(self.telling, message)

    def stand_under(self, card: QWidget) -> None:
        """Begin and end where this does, however wide it becomes; both stand on the same page."""
        self._over = card
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._over and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            QTimer.singleShot(0, self, self._go_under)
        return super().eventFilter(watched, event)

    def _go_under(self) -> None:
        if self._over is not None and self._over.window() is self.window():
            left = self._over.mapTo(self.window(), QPoint()).x() - self.mapTo(self.window(), QPoint()).x()
            self.stand_between(max(left, 0), max(self.width() - left - self._over.width(), 0))

    def stand_between(self, left: int, right: int) -> None:
        """Begin and end where what it belongs to does: so far from either side."""
        edges = self.line.contentsMargins()
        self.line.setContentsMargins(left, edges.top(), right, edges.bottom())
