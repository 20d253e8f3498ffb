"""Several lines of words that never print: the case manager's own notes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.message import Message
from planner.record.constraint import text_expected
from ui.fields.field import Field, FieldContext
from ui.fields.growing_edit import GrowingEdit
from ui.fields.problems import should_be
from ui.fields.typed_words import seen


class NotesField(Field):
    """Words of any length. Enter begins a new line, Ctrl+Enter commits, Escape brings back what was there."""

    def __init__(self, context: FieldContext, name: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = self._before = ""
        self._is_showing = False
        self.edit = GrowingEdit(context.desk, self, least_lines=2, takes_key=self._take_key)
        self.setFocusProxy(self.edit)
        for part in (self, self.edit):
            context.desk.language.say(part, name, "setAccessibleName")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit)
        self.edit.textChanged.connect(self._typed)
        self.edit.left.connect(self._left)

    @property
    def value(self) -> str:
        return self._value

    @property
    def problem(self) -> Message | None:
        expected = text_expected(seen(self.edit.words))
        return should_be(expected) if expected is not None else None

    def show_value(self, value: Any) -> None:
        self._is_showing = True
        self._value = self._before = value or ""
        self.edit.put(self._value)
        self._is_showing = False

    def _typed(self) -> None:
        if not self._is_showing:
            self._value = seen(self.edit.words)
            self.edited.emit()

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._value != self._before:
            self.show_value(self._before)
            self.edited.emit()
            return True
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit()
            return True
        return False

    def _left(self) -> None:
        if self._value != self._before:
            self._commit()

    def _commit(self) -> None:
        self._before = self._value
        self.edit.forget_typing()
        self.committed.emit()
