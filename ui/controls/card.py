"""A card: what belongs together on a ground of its own, one part under the other."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme.tokens import space


class Card(QFrame):
    """Its parts are added to ``body``, ``apart`` steps of the grid from each other."""

    def __init__(self, parent: QWidget | None = None, *, apart: float = 3) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(space(5), space(4), space(5), space(4))
        self.body.setSpacing(space(apart))
