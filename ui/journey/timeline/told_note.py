"""What a tooltip tells of a thing, for the keyboard: a note at the thing, which is gone with the next key."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space

_APART = space(1.5)
_WIDEST = space(110)


class ToldNote(QFrame):
    """Over the canvas, never in the way of the mouse."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = words(desk, "", "small", wrap=True, can_be_marked=False, parent=self)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(3), space(2), space(3), space(2))
        layout.addWidget(self.words)
        self.hide()

    def tell(self, told: str, thing: QRect) -> None:
        """Tell rich text whose contents are escaped, under ``thing`` or else over it."""
        self.words.setText(told)
        room = self._over.rect().adjusted(_APART, _APART, -_APART, -_APART)
        self.words.setWordWrap(False)
        width = min(self.sizeHint().width(), _WIDEST, room.width())
        self.words.setWordWrap(True)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        x = max(room.left(), min(thing.left(), room.right() - width))
        y = thing.bottom() + _APART
        if y + height > room.bottom():
            y = max(room.top(), thing.top() - _APART - height)
        self.setGeometry(x, y, width, height)
        self.raise_()
        self.show()
