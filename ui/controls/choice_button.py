"""A large choice: a picture, what it is, and one line of why one would take it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from planner.message import Message
from ui.controls.picture import Picture
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space

_PICTURE = QSize(20, 20)


class ChoiceButton(QPushButton):
    """A button as wide as its column, with a title and an explanation."""

    def __init__(
        self, desk: Desk, icon: str, title: Message, why: Message, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "choice")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        desk.language.say(self, title, "setAccessibleName")
        desk.language.say(self, why, "setAccessibleDescription")
        texts = QVBoxLayout()
        texts.setSpacing(space(0.5))
        for label in (words(desk, title, "strong"), words(desk, why, "small", wrap=True)):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            texts.addWidget(label)
        layout = self._inside = QHBoxLayout(self)
        layout.setContentsMargins(space(4), space(3), space(4), space(3))
        layout.setSpacing(space(3))
        layout.addWidget(Picture(desk, icon, _PICTURE, "accent", self), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._inside.minimumSize()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._inside.heightForWidth(width)
