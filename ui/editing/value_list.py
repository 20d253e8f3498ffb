"""A list of values as compact rows that open in place: added, copied, moved and taken away by keyboard."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.edits.duplicates import duplicate_of
from planner.edits.thing_names import kind_name
from planner.message import N_, Message
from planner.record.shape import FieldShape
from ui.controls.button import Button, IconButton
from ui.controls.tab_order import tab_through
from ui.editing.row_button import RowButton
from ui.editing.rows_well import RowsWell
from ui.editing.telling import told
from ui.editing.value_form import ValueForm
from ui.fields.field import Field, FieldContext
from ui.theme.tokens import space


class ValueRow(QFrame):
    """One value: a line that tells it, and its form once it is opened.

    Signals:
        edited, committed: as of a field.
        copy_wanted, gone_wanted: from its buttons or keys.
        move_wanted(int): so many places down.
    """

    edited = Signal()
    committed = Signal()
    copy_wanted = Signal()
    gone_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(self, context: FieldContext, cls: Any, value: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cls = cls
        self._value = value
        self.form: ValueForm | None = None
        desk = context.desk
        self.head = RowButton(desk, self)
        self.head.clicked.connect(self.toggle)
        self.head.key_pressed.connect(self._take_key)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(space(1))
        self._tools.addStretch(1)
        self.copy = IconButton(desk, N_("Duplicate"), "copy", parent=self)
        self.copy.clicked.connect(self.copy_wanted)
        self.up = IconButton(desk, N_("Move up"), "chevron-up", parent=self)
        self.up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self.down = IconButton(desk, N_("Move down"), "chevron-down", parent=self)
        self.down.clicked.connect(lambda: self.move_wanted.emit(1))
        self.bin = IconButton(desk, N_("Remove"), "trash-2", parent=self)
        self.bin.clicked.connect(self.gone_wanted)
        for button in (self.copy, self.up, self.down, self.bin):
            self._tools.addWidget(button)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(space(1))
        self._inside.addWidget(self.head)
        self._inside.addLayout(self._tools)
        self._show_tools(False)
        self._tell()

    @property
    def is_open(self) -> bool:
        """Whether its form is shown."""
        return self.form is not None and not self.form.isHidden()

    @property
    def problem(self) -> Message | None:
        """Why it is no value."""
        if self.form is not None:
            return self.form.problem
        return None

    @property
    def value(self) -> Any:
        """The value; the last whole one while there is a problem."""
        if self.form is not None and self.form.is_whole:
            return self.form.value
        return self._value

    def show_value(self, value: Any) -> None:
        """Tell another value."""
        self._value = value
        if self.form is not None:
            self.form.show_value(value)
        self._tell()

    def toggle(self) -> None:
        """Open the form, or close it."""
        if self.is_open:
            assert self.form is not None
            self.form.hide()
            self._show_tools(False)
            self._tell()
            return
        self.open()
        assert self.form is not None
        next(iter(self.form.rows.values())).field.start()

    def open(self) -> ValueForm:
        """Open the form."""
        form = self.form
        if form is None:
            form = self.form = ValueForm(self._context, self._cls)
            if self._value is not None:
                form.show_value(self._value)
            else:
                form.weigh()
            form.edited.connect(lambda _name: self.edited.emit())
            form.committed.connect(self._committed)
            form.setContentsMargins(space(2), space(1), space(2), 0)
            self._inside.insertWidget(1, form)
            tab_through((self,))
        form.show()
        self._show_tools(True)
        self._tell()
        return form

    def reword(self) -> None:
        """Tell it again, in another language."""
        self._tell()

    def _committed(self, _name: str) -> None:
        assert self.form is not None
        self.form.tell_missing(all_of_it=False)
        if self.form.is_whole:
            self._value = self.form.value
        self._tell()
        self.committed.emit()

    def _tell(self) -> None:
        words = told(self._value, self._context) if self._value is not None else ""
        name = self._context.desk.language.text(kind_name(self._cls))
        self.head.tell(words or name, name, self.is_open)

    def _show_tools(self, shown: bool) -> None:
        for button in (self.copy, self.up, self.down, self.bin):
            button.setVisible(shown)

    def _take_key(self, event: QKeyEvent) -> None:
        event.accept()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.gone_wanted.emit()
            case Qt.Key.Key_D if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.copy_wanted.emit()
            case Qt.Key.Key_Up if alt:
                self.move_wanted.emit(-1)
            case Qt.Key.Key_Down if alt:
                self.move_wanted.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.toggle()
            case _:
                event.ignore()


class ValueList(Field):
    """Values of one class, in their order."""

    def __init__(self, shape: FieldShape, name: Message, context: FieldContext) -> None:
        super().__init__()
        self.shape = shape
        self.context = context
        self.rows: list[ValueRow] = []
        desk = context.desk
        desk.language.say(self, name, "setAccessibleName")
        desk.language.changed.connect(self._reword)
        self._well = RowsWell(self)
        kind = kind_name(shape.type)
        self.add = Button(desk, N_("Add: {kind}", kind=kind), kind="link", icon="plus", parent=self)
        self.add.clicked.connect(self.begin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(1))
        layout.addWidget(self._well)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def value(self) -> tuple[Any, ...]:
        return tuple(held for row in self.rows if (held := row.value) is not None)

    @property
    def problem(self) -> Message | None:
        return next((problem for row in self.rows if (problem := row.problem) is not None), None)

    def show_value(self, value: Any) -> None:
        wanted = tuple(value or ())
        if len(wanted) == len(self.rows):
            for row, one in zip(self.rows, wanted, strict=True):
                if row.value != one:
                    row.show_value(one)
            return
        while self.rows:
            self._drop(self.rows[-1])
        for one in wanted:
            self._put(one)
        self._put_in_order()

    def start(self) -> None:
        (self.rows[0].head if self.rows else self.add).setFocus()

    def begin(self) -> ValueRow:
        """A new row, open, to be filled in; it counts once it is whole."""
        row = self._put(None)
        self._put_in_order()
        row.toggle()
        self.edited.emit()
        if row.problem is None:  # nothing of it is needed: it is there at once
            self.committed.emit()
        return row

    def look_again(self) -> None:
        for row in self.rows:
            if row.form is not None:
                row.form.look_again()

    def kept(self) -> str:
        """What stands in it, for a draft."""
        return json.dumps([row.open().kept() for row in self.rows])

    def show_kept(self, line: str) -> None:
        """Show what ``kept`` wrote."""
        if not line:
            return
        held = json.loads(line)
        while self.rows:
            self._drop(self.rows[-1])
        for one in held:
            self._put(None).open().show_kept(one)
        self._put_in_order()

    def _put(self, value: Any, at: int | None = None) -> ValueRow:
        row = ValueRow(self.context, self.shape.type, value, self)
        row.edited.connect(self.edited)
        row.committed.connect(self.committed)
        row.copy_wanted.connect(lambda: self._copy(row))
        row.gone_wanted.connect(lambda: self._remove(row))
        row.move_wanted.connect(lambda places: self._move(row, places))
        place = len(self.rows) if at is None else at
        self.rows.insert(place, row)
        self._well.put(row, place)
        return row

    def _put_in_order(self) -> None:
        """The button is where the list is in the chain of the window; new rows are at its end."""
        tab_through((self.add, *self.rows))
        tab_through((*self.rows[-1:], self.add))

    def _drop(self, row: ValueRow) -> None:
        self.rows.remove(row)
        self._well.drop(row)

    def _copy(self, row: ValueRow) -> None:
        if row.value is None:
            return
        made = self._put(duplicate_of(replace(row.value), lambda: ""), self.rows.index(row) + 1)
        self._put_in_order()
        made.head.setFocus()
        self._changed()

    def _remove(self, row: ValueRow) -> None:
        at = self.rows.index(row)
        self._drop(row)
        left = self.rows[min(at, len(self.rows) - 1)].head if self.rows else self.add
        left.setFocus()
        self._changed()

    def _move(self, row: ValueRow, places: int) -> None:
        at = self.rows.index(row)
        to = min(max(at + places, 0), len(self.rows) - 1)
        if to == at:
            return
        self.rows.insert(to, self.rows.pop(at))
        self._well.put(row, to)
        self._put_in_order()
        row.head.setFocus()
        self._changed()

    def _changed(self) -> None:
        self.edited.emit()
        self.committed.emit()

    def _reword(self) -> None:
        for row in self.rows:
            row.reword()
