"""What is read from the top down: the page, as wide as one reads, and the area in which it scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.message import Message
from ui.controls.focus_ring import FocusRing
from ui.controls.sheet import Sheet
from ui.desk import Desk
from ui.theme.tokens import READING_WIDTH, space


class ReadingArea(QScrollArea):
    """Scrolled by keyboard too, with a frame while the keyboard is in it."""

    def __init__(
        self, desk: Desk, name: Message, parent: QWidget | None = None, *, sideways: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        desk.language.say(self, name, "setAccessibleName")
        FocusRing(desk, self)


class ReadingPage(Sheet):
    """Its parts are added to ``column``, ``apart`` steps of the grid from each other."""

    def __init__(self, *, apart: float = 4) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setMaximumWidth(READING_WIDTH)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(space(5), space(5), space(5), space(6))
        self.column.setSpacing(space(apart))
