"""A card of re-planning: its title in its head, and its body."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.message import Message
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import READING_WIDTH, space


class ReplanCard(QFrame):
    """One part of a re-planning."""

    def __init__(self, desk: Desk, title: Message | str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setMaximumWidth(READING_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(5), space(4), space(5), space(4))
        layout.setSpacing(space(3))
        self.head = QHBoxLayout()
        self.head.setSpacing(space(2))
        self.title = words(desk, title, "title", parent=self)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(space(2))
        layout.addLayout(self.head)
        layout.addLayout(self.body)
