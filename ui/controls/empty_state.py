"""An empty page that teaches: what it is for, and the one button to start."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.message import Message
from ui.controls.button import Button
from ui.controls.picture import Picture
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space

_PICTURE = QSize(40, 40)


class EmptyState(QWidget):
    """A picture, a title, a sentence and, where there is one, the button to start with."""

    def __init__(
        self,
        desk: Desk,
        icon: str,
        title: Message,
        sentence: Message,
        start: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(8), space(12), space(8), space(12))
        layout.setSpacing(space(2))
        layout.addStretch(2)
        picture = Picture(desk, icon, _PICTURE, "text_faint", self)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(space(2))
        self.title = words(desk, title, "title")
        layout.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter)
        self.sentence = words(desk, sentence, "muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.sentence.setFixedWidth(space(100))
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.sentence)
        middle.addStretch(1)
        layout.addLayout(middle)
        if start is not None:
            layout.addSpacing(space(3))
            layout.addWidget(start, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
