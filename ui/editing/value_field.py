"""A value with fields of its own (a booking, a confirmation) as a form within the form."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from planner.edits.thing_names import kind_name
from planner.message import N_, Message
from planner.record.shape import FieldShape
from ui.controls.button import Button
from ui.controls.tab_order import tab_through
from ui.editing.value_form import ValueForm
from ui.fields.field import Field, FieldContext
from ui.theme.tokens import space


class ValueField(Field):
    """Nothing, with a button to begin; or the value's own fields, with one to take it away again."""

    def __init__(self, shape: FieldShape, name: Message, context: FieldContext) -> None:
        super().__init__()
        self.shape = shape
        self.context = context
        self.form: ValueForm | None = None
        self._value: Any = None if shape.required or shape.optional else shape.default
        desk = context.desk
        desk.language.say(self, name, "setAccessibleName")
        kind = kind_name(shape.type)
        self.begin = Button(desk, N_("Add: {kind}", kind=kind), kind="link", icon="plus", parent=self)
        self.begin.clicked.connect(self._begin)
        self.take_away = Button(desk, N_("Remove: {kind}", kind=kind), kind="inline", parent=self)
        self.take_away.clicked.connect(self._take_away)
        self._well = QFrame(self)
        self._well.setProperty("kind", "well")
        self._inside = QVBoxLayout(self._well)
        self._inside.setContentsMargins(space(3), space(3), space(3), space(2))
        self._inside.setSpacing(space(2))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.take_away)
        self._inside.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._well)
        self._arrange()

    @property
    def value(self) -> Any:
        if self.form is None:
            return self._value
        return self.form.value if self.form.is_whole else self._value

    @property
    def problem(self) -> Message | None:
        return self.form.problem if self.form is not None else None

    def show_value(self, value: Any) -> None:
        self._value = value
        if value is None:
            self._drop_form()
        else:
            self._make_form().show_value(value)
        self._arrange()

    def start(self) -> None:
        if self.form is None:
            self.begin.setFocus()
        else:
            next(iter(self.form.rows.values())).field.start()

    def look_again(self) -> None:
        if self.form is not None:
            self.form.look_again()

    def follow(self) -> bool:
        if self.form is None or not self.form.follow():
            return False
        self._value = self.value
        return True

    def kept(self) -> str:
        """What stands in it, for a draft."""
        return self.form.kept() if self.form is not None else ""

    def show_kept(self, line: str) -> None:
        """Show what ``kept`` wrote."""
        if line:
            self._make_form().show_kept(line)
            self._arrange()

    def _begin(self) -> None:
        self._make_form().show_values({})
        self._arrange()
        self.start()
        self.edited.emit()

    def _take_away(self) -> None:
        self._value = None
        self._drop_form()
        self._arrange()
        self.begin.setFocus()
        self.edited.emit()
        self.committed.emit()

    def _make_form(self) -> ValueForm:
        if self.form is None:
            self.form = ValueForm(self.context, self.shape.type)
            self.form.edited.connect(lambda _name: self.edited.emit())
            self.form.committed.connect(self._committed)
            self._inside.insertWidget(0, self.form)
            tab_through((self.begin, self.form, self.take_away))
        return self.form

    def _drop_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _committed(self, _name: str) -> None:
        assert self.form is not None
        self.form.tell_missing(all_of_it=False)
        if self.form.is_whole:
            self._value = self.form.value
        self.committed.emit()

    def _arrange(self) -> None:
        self.begin.setVisible(self.form is None)
        self._well.setVisible(self.form is not None)
        self.take_away.setVisible(self.shape.optional or self.shape.required)
