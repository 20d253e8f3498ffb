"""One line of a list that opens its thing: by click or Enter; arrows go from line to line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.controls.pill import Pill
from ui.journey.row_stack import RowStack


class RowFrame(QFrame):
    """The frame around a row. Only the first of a list is reached by Tab; arrows reach the others.

    Signals:
        opened(str), copy_wanted(str), gone_wanted(str): of the thing with this id.
    """

    opened = Signal(str)
    copy_wanted = Signal(str)
    gone_wanted = Signal(str)

    def __init__(self, subject: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject = subject
        self.siblings: Sequence[RowFrame] = ()
        self.stack: RowStack | None = None
        self.setProperty("kind", "row")
        if subject:
            self.setProperty("opens", "true")
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.setAccessibleName(words)

    def stand(self, *, narrow: bool) -> None:
        """Have its day, if it has one, above its title or beside it."""
        if self.stack is not None:
            self.stack.stand(narrow=narrow)

    def mark_current(self, current: bool) -> None:
        """Show that its form is open, or no longer."""
        wanted = "true" if current else "false"
        if self.property("current") != wanted:
            self.setProperty("current", wanted)
            self.style().unpolish(self)
            self.style().polish(self)
            for pill in self.findChildren(Pill):
                pill.mark_chosen(current)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        is_click = event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        )
        if self.subject and is_click:
            self.opened.emit(self.subject)
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 | Qt.Key.Key_Space:
                self.opened.emit(self.subject)
            case Qt.Key.Key_D if control:
                self.copy_wanted.emit(self.subject)
            case Qt.Key.Key_Delete:
                self.gone_wanted.emit(self.subject)
            case Qt.Key.Key_Up:
                self._go(-1)
            case Qt.Key.Key_Down:
                self._go(1)
            case _:
                super().keyPressEvent(event)

    def _go(self, places: int) -> None:
        at = self.siblings.index(self) if self in self.siblings else 0
        to = min(max(at + places, 0), len(self.siblings) - 1)
        if self.siblings:
            self.siblings[to].setFocus(Qt.FocusReason.OtherFocusReason)
