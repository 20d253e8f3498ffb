"""Lines to type in that grow with what is typed, up to a height; then they scroll."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.desk import Desk
from ui.theme.tokens import BODY, CONTROL_HEIGHT

_MOST_LINES = 8


class GrowingEdit(QPlainTextEdit):
    """Plain words in lines. Tab leaves it. ``takes_key`` sees each key press first.

    Signals:
        left: the focus is elsewhere.
        arrived: the focus is here.
    """

    left = Signal()
    arrived = Signal()

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        least_lines: int = 1,
        takes_key: Callable[[QKeyEvent], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._takes_key = takes_key
        self._least_lines = least_lines
        self._line_height = desk.theme.line_height(BODY)
        self.setTabChangesFocus(True)
        self.setProperty("kind", "field")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._grow)
        self.setFixedHeight(self._height(1))

    def put(self, words: str) -> None:
        """Show ``words``; nothing if they are there already."""
        if words != self.toPlainText():
            self.setPlainText(words)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().sizeHint().width() // 2, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if self._takes_key is not None and self._takes_key(event):
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.arrived.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        lines = math.ceil(self.document().size().height())  # QPlainTextEdit counts its height in lines
        height = self._height(lines)
        if height != self.height():
            self.setFixedHeight(height)
        scrolls = lines > _MOST_LINES
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )

    def _height(self, lines: int) -> int:
        lines = max(self._least_lines, min(lines, _MOST_LINES))
        return max(CONTROL_HEIGHT, lines * self._line_height + CONTROL_HEIGHT - self._line_height)
