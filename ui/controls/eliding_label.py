"""A label of one line that is shortened to the room there is; whole in the tooltip and to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.message import Message
from ui.desk import Desk
from ui.theme.tokens import Tone, space


class ElidingLabel(QLabel):
    """Never asks for more room than a few letters."""

    def __init__(
        self,
        desk: Desk,
        content: Message | str,
        style: str = "body",
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        ink: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._mode = mode
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(space(8))
        self.setProperty("text_style", style)
        if ink is not None:
            self.setProperty("ink", ink.value)
        self.put(content)

    def put(self, content: Message | str) -> None:
        """Show this: a ``Message`` follows the language, a ``str`` stays as it is."""
        if isinstance(content, Message):
            self._desk.language.say(self, content, "show_words")
        else:
            self._desk.language.forget(self)
            self.show_words(content)

    def show_words(self, whole: str) -> None:
        """Show these words, shortened where they do not fit."""
        self._whole = whole
        self.setAccessibleName(whole)
        self.updateGeometry()
        self._shorten()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._mode, max(self.width(), 1))
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
