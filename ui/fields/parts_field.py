"""A control made of several lines inside one edge that give one value together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from planner.message import Message
from ui.fields.box import Box
from ui.fields.field import Field, FieldContext
from ui.fields.line_field import LineField
from ui.fields.reading import Unreadable
from ui.theme.tokens import space


class PartsField(Field):
    """What such controls share. A subclass makes its parts, bare, and says how they go together.

    It commits when Enter is pressed in a part, or when the focus leaves all of them after a change; going
    from part to part commits nothing. Escape brings back what was there before in the part where one is; what
    was typed in another part, and left, stays.
    """

    def __init__(self, context: FieldContext, name: Message) -> None:
        super().__init__()
        self.context = context
        self.desk = context.desk
        self.name = name
        self._value: Any = None
        self._before: Any = None
        self._problem: Message | None = None
        self._is_changed = False
        self.members: Sequence[LineField] = ()
        self.box = Box(self.desk, self)
        self.desk.language.say(self, name, "setAccessibleName")
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(space(0.5))
        self.layout_.addWidget(self.box)

    # What a subclass says

    def assemble(self) -> Any:
        """The value that the parts give together. Raises: Unreadable."""
        raise NotImplementedError

    def spread(self, value: Any) -> None:
        """Show the parts of ``value``."""
        raise NotImplementedError

    def shown(self) -> None:
        """Called whenever another value stands in the control."""

    def consist_of(self, *members: LineField) -> None:
        """These are the parts, the first one where typing begins."""
        self.members = members
        self.box.entry = members[0].line
        self.setFocusProxy(members[0].line)
        for member in members:
            member.edited.connect(self._part_edited)
            member.committed.connect(lambda member=member: self._part_committed(member))
            member.line.left.connect(self._part_left)

    # What a field is

    @property
    def value(self) -> Any:
        return self._value

    @property
    def problem(self) -> Message | None:
        return self._problem

    def show_value(self, value: Any) -> None:
        self._value = self._before = value
        self._problem = None
        self._is_changed = False
        self.spread(value)
        self.box.mark_wrong(False)
        self.shown()

    def commit(self) -> None:
        """Be done with it."""
        if self._problem is None:
            self._before = self._value
        self._is_changed = False
        self.box.mark_wrong(self._problem is not None)
        self.committed.emit()

    def restore(self) -> None:
        """What was there before."""
        self.show_value(self._before)
        self.edited.emit()

    # How

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape and self._problem is not None:
            self.restore()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape and self._value != self._before:
            self.commit()  # the part where one is has nothing to bring back: what was left before stays
        super().keyPressEvent(event)

    def read_again(self) -> None:
        """Something beside the lines changed what they give together."""
        self._part_edited()

    def _part_edited(self) -> None:
        self._is_changed = True
        self._problem = next((part.problem for part in self.members if part.problem is not None), None)
        if self._problem is None:
            try:
                self._value = self.assemble()
            except Unreadable as unreadable:
                self._problem = unreadable.message
        if self._problem is None:
            self.box.mark_wrong(False)
        else:
            self._value = self._before
        self.shown()
        self.edited.emit()

    def _part_committed(self, member: LineField) -> None:
        focus = QApplication.focusWidget()
        if focus is member.line or not self._holds(focus):
            self.commit()

    def _part_left(self, _reason: object) -> None:
        if self._is_changed and not self._holds(QApplication.focusWidget()):
            self.commit()

    def _holds(self, part: QWidget | None) -> bool:
        return part is not None and self.isAncestorOf(part)
