"""A search line: a magnifier, a hint of what can be typed, and a cross to empty it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from planner.message import N_, Message
from ui.controls.button import IconButton
from ui.controls.picture import Picture
from ui.desk import Desk
from ui.theme.icons import ICON_SIZE
from ui.theme.tokens import space


class SearchField(QLineEdit):
    """Searches as one types.

    Signals:
        left_downwards: the arrow down was pressed; the list below should take over.
    """

    left_downwards = Signal()

    def __init__(self, desk: Desk, hint: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        desk.language.say(self, hint, "setPlaceholderText")
        desk.language.say(self, hint, "setAccessibleName")
        magnifier = Picture(desk, "search", QSize(ICON_SIZE, ICON_SIZE), "text_faint", self)
        self.cross = IconButton(desk, N_("Clear the search"), "x", parent=self)
        self.cross.setCursor(Qt.CursorShape.ArrowCursor)
        self.cross.clicked.connect(self.clear)
        self.cross.setVisible(False)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(space(2), 0, space(1), 0)
        inside.addWidget(magnifier)
        inside.addStretch(1)
        inside.addWidget(self.cross)
        self.setTextMargins(ICON_SIZE + space(1.5), 0, self.cross.sizeHint().width(), 0)
        self.textChanged.connect(lambda text: self.cross.setVisible(bool(text)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
