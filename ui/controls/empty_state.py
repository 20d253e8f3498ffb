"""An empty page that teaches: what it is for, and the one button to start."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.message import Message
from ui.controls.balanced_label import BalancedLabel
from ui.controls.button import Button
from ui.controls.picture import Picture
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space

_PICTURE = QSize(24, 24)
_DISC = QSize(space(14), space(14))


class EmptyState(QWidget):
    """A picture, a title, a sentence; where there are some, a button to start with and another (``also``)."""

    def __init__(
        self,
        desk: Desk,
        icon: str,
        title: Message,
        sentence: Message,
        start: Button | None = None,
        parent: QWidget | None = None,
        *,
        also: Button | None = None,
        widest: int = space(100),
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(4), space(12), space(4), space(12))
        layout.setSpacing(space(2))
        layout.addStretch(2)
        disc = QFrame(self)
        disc.setProperty("kind", "disc")
        disc.setFixedSize(_DISC)
        held = QHBoxLayout(disc)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(Picture(desk, icon, _PICTURE, "accent", disc), 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(disc, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(space(2))
        self.title = words(desk, title, "title")
        layout.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter)
        self.sentence = BalancedLabel(desk, sentence, widest=widest)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.sentence)
        middle.addStretch(1)
        layout.addLayout(middle)
        if start is not None:
            layout.addSpacing(space(3))
            layout.addWidget(start, 0, Qt.AlignmentFlag.AlignHCenter)
        if also is not None:
            layout.addWidget(also, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
