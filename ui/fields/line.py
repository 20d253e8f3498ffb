"""A line to type in, without an edge of its own: it stands in a box with others."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolTip, QWidget

from ui.fields.box import redraw_edges
from ui.theme.tokens import space

#: How far from its edges a line draws its words.
_INSET = 2

KeyTaker = Callable[[QKeyEvent], bool]


class Line(QLineEdit):
    """A bare line. ``takes_key`` sees each key press first and says whether that was all.

    Signals:
        arrived: the focus is here now.
        left(object): the focus is elsewhere; the ``Qt.FocusReason``.
        pressed: the left button of the mouse went down.
    """

    arrived = Signal()
    left = Signal(object)
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None, *, takes_key: KeyTaker | None = None) -> None:
        super().__init__(parent)
        self.takes_key = takes_key
        self.setProperty("kind", "bare")
        self.setFrame(False)
        self.setMinimumWidth(space(8))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are about what is typed here while there is such; else they are the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            nothing = (
                event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable(),
                event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable(),
            )
            if any(nothing):
                event.ignore()
                return False
        if isinstance(event, QHelpEvent) and self.elided and not self.toolTip():
            QToolTip.showText(event.globalPos(), self.displayText(), self)
            return True
        return super().event(event)

    @property
    def elided(self) -> str:
        """What can be seen of it where that is not all and nobody types in it; else ``""``."""
        words, room = self.displayText(), self.width() - 2 * _INSET
        if self.hasFocus() or self.fontMetrics().horizontalAdvance(words) <= room:
            return ""
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if not (elided := self.elided):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        place = self.rect().adjusted(_INSET, 0, -_INSET, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if self.takes_key is not None and self.takes_key(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        if self.text() and self.selectedText() == self.text():
            self.selectAll()
        redraw_edges(self)
        self.arrived.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        redraw_edges(self)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit(event.reason())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def selectAll(self) -> None:  # noqa: N802 - Qt's name
        """Mark everything with the cursor at the beginning, so that the beginning is what one sees."""
        self.end(False)
        self.home(True)

    def put(self, text: str) -> None:
        """Show ``text`` from its beginning; nothing if it is there already, so that the cursor stays."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def forget_typing(self) -> None:
        """What is typed so far is done with: undo is not about it any more. The cursor stays."""
        if not (self.isUndoAvailable() or self.isRedoAvailable()):
            return
        at, start, marked = self.cursorPosition(), self.selectionStart(), len(self.selectedText())
        self.setText(self.text())
        self.setCursorPosition(at)
        if marked:
            self.setSelection(start, marked)


def is_plain_enter(event: QKeyEvent) -> bool:
    """Whether Enter was pressed, on either part of the keyboard, without Ctrl, Alt or Shift."""
    others = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not others.value
