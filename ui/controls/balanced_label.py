"""A sentence on a page by itself, broken so that its lines are about equally long."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from planner.message import Message
from ui.desk import Desk
from ui.theme.tokens import space

_STEP = space(2)


class BalancedLabel(QLabel):
    """As narrow as it can be with no more lines than ``widest`` needs: no word is left on a line alone."""

    def __init__(
        self,
        desk: Desk,
        content: Message,
        style: str = "muted",
        widest: int = space(100),
        parent: QWidget | None = None,
        *,
        centred: bool = True,
    ) -> None:
        super().__init__(parent)
        self._widest = widest
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("text_style", style)
        self.setWordWrap(True)
        if centred:
            self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        desk.language.say(self, content, "show_words")

    def show_words(self, words: str) -> None:
        """Show these."""
        self.setText(words)
        self._balance()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._balance()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.minimumWidth(), super().minimumSizeHint().height())

    def _balance(self) -> None:
        highest = self._height(self._widest)
        width = self._widest
        while width > 2 * _STEP and self._height(width - _STEP) <= highest:
            width -= _STEP
        self.setFixedWidth(width)

    def _height(self, width: int) -> int:
        wrapped = Qt.TextFlag.TextWordWrap
        return self.fontMetrics().boundingRect(QRect(0, 0, width, 10_000), wrapped, self.text()).height()
