"""A control in which one types into a single line; what was typed is read at each key press."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.message import Message
from ui.fields.box import Box
from ui.fields.field import Field, FieldContext
from ui.fields.line import Line, is_plain_enter
from ui.fields.reading import Unreadable
from ui.fields.typed_words import one_line
from ui.theme.tokens import space


class LineField(Field):
    """What the one-line controls share. A subclass says how to ``read`` words and how to ``write`` a value.

    What is shown and not touched keeps its exact value, whatever its words would be read as. Enter commits,
    Escape brings back what was there before, and leaving commits only what was changed. Words that cannot be
    read stay where they are. A ``bare`` one has no edge: it is a part of a larger control.
    """

    def __init__(
        self, context: FieldContext, name: Message, parent: QWidget | None = None, *, bare: bool = False
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.desk = context.desk
        self.name = name
        self._value: Any = self.empty
        self._problem: Message | None = None
        self._before: Any = self._value
        self._before_text = ""
        self.box = Box(self.desk, self, bare=bare)
        self.line = Line(self.box, takes_key=self.take_key)
        self.box.entry = self.line
        self.box.parts.addWidget(self.line, 1)
        self.setFocusProxy(self.line)
        self.desk.language.say(self, name, "setAccessibleName")
        self.desk.language.say(self.line, name, "setAccessibleName")
        self.line.textEdited.connect(self._typed)
        self.line.left.connect(self._left)
        self.desk.language.changed.connect(self.reword)
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(space(0.5))
        self.layout_.addWidget(self.box)

    empty: Any = None

    # What a subclass says

    def read(self, words: str) -> Any:
        """The value that ``words`` say, which hold no break and nothing unseen. Raises: Unreadable."""
        raise NotImplementedError

    def write(self, value: Any) -> str:
        """The words that stand in the line for ``value``."""
        raise NotImplementedError

    def shown(self) -> None:
        """Called whenever another value stands in the control."""

    # What a field is

    @property
    def value(self) -> Any:
        return self._value

    @property
    def problem(self) -> Message | None:
        return self._problem

    def show_value(self, value: Any) -> None:
        self._settle(value)
        self.shown()

    def put_value(self, value: Any, *, commit: bool = True) -> None:
        """Have ``value`` chosen by the user: shown, told of, and committed."""
        self._value, self._problem = value, None
        self.line.put(self.write(value))
        self.shown()
        self.edited.emit()
        if commit:
            self.commit()

    def start(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    @property
    def is_changed(self) -> bool:
        """Whether something else stands here than was shown or committed last."""
        return self.line.text() != self._before_text or self._value != self._before

    def commit(self) -> None:
        """Be done with it: what can be read is written in its usual form."""
        if self._problem is None:
            self._settle(self._value)
            self.shown()
        self._mark()
        self.committed.emit()

    def restore(self) -> None:
        """What was there before."""
        self._settle(self._before)
        self.shown()
        self.edited.emit()

    def reword(self) -> None:
        """The language of the screen is another one."""
        if self._problem is None and not self.is_changed:
            self._settle(self._value)
            self.shown()
        self._mark()

    # How

    def take_key(self, event: QKeyEvent) -> bool:
        """Enter and Escape; a subclass may take more."""
        if is_plain_enter(event):
            self.commit()
            self.line.selectAll()
            return True
        if event.key() == Qt.Key.Key_Escape and self.is_changed:
            self.restore()
            self.line.selectAll()
            return True
        return False

    def _settle(self, value: Any) -> None:
        self._value = self._before = value
        self._problem = None
        words = self.write(value)
        self.line.put(words)
        self.line.forget_typing()
        self._before_text = self.line.text()
        self._mark()

    def _typed(self, words: str) -> None:
        if words == self._before_text:
            self._value, self._problem = self._before, None
        else:
            try:
                self._value, self._problem = self.read(one_line(words)), None
            except Unreadable as unreadable:
                self._value, self._problem = self._before, unreadable.message
        if self._problem is None:
            self._mark()
        self.shown()
        self.edited.emit()

    def _left(self, _reason: object) -> None:
        if self.is_changed:
            self.commit()

    def _mark(self) -> None:
        wrong = self._problem is not None
        self.box.mark_wrong(wrong)
        self.line.setAccessibleDescription(self.desk.language.text(self._problem) if self._problem else "")
