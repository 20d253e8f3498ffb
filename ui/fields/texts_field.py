"""Several texts, one below the other, each in every language."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.message import N_, Message
from planner.record.text import Text
from ui.controls.button import Button, IconButton
from ui.controls.tab_order import tab_through
from ui.fields.bilingual_field import BilingualField
from ui.fields.field import Field, FieldContext
from ui.theme.tokens import space


class TextsField(Field):
    """A tuple of ``Text``, without empty ones. The button below begins another."""

    def __init__(self, context: FieldContext, name: Message, *, sentences: str | None = None) -> None:
        super().__init__()
        self.context = context
        self.name = name
        self._sentences = sentences
        self._shown: tuple[Text, ...] = ()
        self.rows: list[BilingualField] = []
        self.crosses: list[IconButton] = []
        context.desk.language.say(self, name, "setAccessibleName")
        self._list = QVBoxLayout()
        self._list.setSpacing(space(1))
        self.add = Button(context.desk, N_("Add a line"), kind="link", icon="plus", parent=self)
        self.add.clicked.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(1))
        layout.addLayout(self._list)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def value(self) -> tuple[Text, ...]:
        texts = tuple(row.text for row in self.rows)
        return self._shown if texts == self._shown else tuple(text for text in texts if text)

    @property
    def problem(self) -> Message | None:
        return next((row.problem for row in self.rows if row.problem is not None), None)

    def show_value(self, value: Any) -> None:
        while len(self.rows) > len(value):
            self._take_away(self.rows[-1])
        while len(self.rows) < len(value):
            self._new_row()
        for row, text in zip(self.rows, value, strict=True):
            row.show_value(text)
        self._shown = tuple(value)

    def start(self) -> None:
        if self.rows:
            self.rows[0].start()
        else:
            self.add.setFocus()

    def remove(self, row: BilingualField) -> None:
        """Take one line away."""
        at = self.rows.index(row)
        had_words = bool(row.value)
        self._take_away(row)
        (self.rows[min(at, len(self.rows) - 1)] if self.rows else self.add).setFocus()
        if had_words:
            self.edited.emit()
            self.committed.emit()

    def _add(self) -> None:
        self._new_row().start()

    def _new_row(self) -> BilingualField:
        number = len(self.rows) + 1
        name = N_("{field}, line {number}", field=self.name, number=number)
        row = BilingualField(self.context, name, sentences=self._sentences)
        row.edited.connect(self.edited)
        row.committed.connect(self.committed)
        holder = QWidget(self)
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(1))
        cross = IconButton(self.context.desk, N_("Take this line away"), "x", parent=holder)
        cross.clicked.connect(lambda: self.remove(row))
        line.addWidget(row, 1)
        line.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        self._list.addWidget(holder)
        self.rows.append(row)
        self.crosses.append(cross)
        holder.show()
        self._put_in_order()
        return row

    def _put_in_order(self) -> None:
        """New controls come last in the whole window; the button, which was there, leads to them."""
        holders = [holder for row in self.rows if (holder := row.parentWidget()) is not None]
        tab_through((self.add, *holders))
        tab_through((*holders[-1:], self.add))

    def _take_away(self, row: BilingualField) -> None:
        del self.crosses[self.rows.index(row)]
        self.rows.remove(row)
        holder = row.parentWidget()
        assert holder is not None
        self._list.removeWidget(holder)
        holder.hide()
        holder.deleteLater()
