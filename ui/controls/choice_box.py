"""A closed list of choices that opens downwards; its arrow is an icon of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from planner.message import Message
from ui.desk import Desk
from ui.theme.icons import ICON_SIZE, draw_icon
from ui.theme.tokens import space


class ChoiceBox(QComboBox):
    """A ``QComboBox`` that does not change when one scrolls past it."""

    def __init__(self, desk: Desk, name: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setItemDelegate(QStyledItemDelegate(self))  # or the style sheet has no say in the rows
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.language.say(self, name, "setAccessibleName")
        desk.theme.changed.connect(self.update)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        painter = QPainter(self)
        left = self.width() - ICON_SIZE - space(2)
        place = QRect(left, (self.height() - ICON_SIZE) // 2, ICON_SIZE, ICON_SIZE)
        draw_icon(painter, place, "chevron-down", self._desk.theme.colours.text_muted)
