"""A pill: one or two words on the soft colour of a tone. The words carry the meaning, the colour helps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.message import Message
from ui.desk import Desk
from ui.theme.tokens import Tone


class Pill(QLabel):
    """A state or a count."""

    def __init__(
        self, desk: Desk, content: Message | str, tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setProperty("pill", tone.value)
        if isinstance(content, Message):
            desk.language.say(self, content)
        else:
            self.setText(content)

    def mark_chosen(self, chosen: bool) -> None:
        """Stand out from the ground of a chosen row, as the pills of the painted lists do, or no longer."""
        if bool(self.property("chosen")) != chosen:
            self.setProperty("chosen", chosen)
            self.style().unpolish(self)
            self.style().polish(self)
