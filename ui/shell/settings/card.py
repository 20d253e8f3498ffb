"""A card of the settings: a title, and rows of a name, a sentence, and the control that sets it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.message import Message
from ui.controls.card import Card
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space

CARD_WIDTH = space(190)


class SettingsCard(Card):
    """Rows are added from the top down."""

    def __init__(self, desk: Desk, title: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent, apart=4)
        self.desk = desk
        self.setMaximumWidth(CARD_WIDTH)
        self.body.addWidget(words(desk, title, "title"))

    def add_row(self, name: Message, why: Message, *controls: QWidget) -> QWidget:
        """A setting: what it is called, what it does, and what sets it."""
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(3))
        texts = QVBoxLayout()
        texts.setSpacing(space(0.5))
        texts.addWidget(words(self.desk, name, "strong", wrap=True))
        texts.addWidget(words(self.desk, why, "small", wrap=True))
        row.addLayout(texts, 1)
        for control in controls:
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        self.body.addWidget(holder)
        return holder
