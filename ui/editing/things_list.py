"""Things within a thing (the passports of a traveller) as rows that lead to their forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.edits.thing_names import kind_name
from planner.message import N_, Message
from planner.record.thing import Thing
from ui.controls.button import Button
from ui.controls.tab_order import tab_through
from ui.controls.words import words
from ui.editing.row_button import RowButton
from ui.editing.rows_well import RowsWell
from ui.editing.telling import told
from ui.fields.field import FieldContext
from ui.theme.tokens import space


class ThingsList(QWidget):
    """The rows of one list, which ``show_things`` fills, and the button for a new one.

    Signals:
        open_wanted(str): the form of the thing with this id.
        add_wanted: the form of a new one.
        copy_wanted(str), gone_wanted(str): of the thing with this id.
        move_wanted(str, int): the thing so many places down.
    """

    open_wanted = Signal(str)
    add_wanted = Signal()
    copy_wanted = Signal(str)
    gone_wanted = Signal(str)
    move_wanted = Signal(str, int)

    def __init__(
        self,
        context: FieldContext,
        cls: Any,
        name: Message,
        parent: QWidget | None = None,
        *,
        is_all: bool = False,
    ) -> None:
        super().__init__(parent)
        self.cls = cls
        self._context = context
        self._shown: tuple[Thing, ...] = ()
        self.rows: dict[str, RowButton] = {}
        desk = context.desk
        desk.language.say(self, name, "setAccessibleName")
        desk.language.changed.connect(self._reword)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(1))
        layout.addWidget(words(desk, name, "strong" if is_all else "small", wrap=True))
        self._well = RowsWell(self)
        layout.addWidget(self._well)
        kind = kind_name(cls)
        self.add = Button(desk, N_("Add: {kind}", kind=kind), kind="link", icon="plus", parent=self)
        self.add.clicked.connect(self.add_wanted)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_things(self, held: Sequence[Thing]) -> None:
        """Show these, in their order."""
        if tuple(held) == self._shown:
            return
        self._shown = tuple(held)
        for row in self.rows.values():
            self._well.drop(row)
        self.rows = {}
        for thing in held:
            row = self.rows[thing.id] = self._row(thing)
            self._well.put(row, len(self.rows) - 1)
        tab_through((self.add, self._well))  # the button is where the list is in the chain of the window
        tab_through((*tuple(self.rows.values())[-1:], self.add))
        self._reword()

    def _row(self, thing: Thing) -> RowButton:
        row = RowButton(self._context.desk, self)
        row.clicked.connect(lambda: self.open_wanted.emit(thing.id))
        row.key_pressed.connect(lambda event: self._take_key(event, thing.id))
        return row

    def _take_key(self, event: QKeyEvent, id: str) -> None:
        event.accept()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.gone_wanted.emit(id)
            case Qt.Key.Key_D if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.copy_wanted.emit(id)
            case Qt.Key.Key_Up if alt:
                self.move_wanted.emit(id, -1)
            case Qt.Key.Key_Down if alt:
                self.move_wanted.emit(id, 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.open_wanted.emit(id)
            case _:
                event.ignore()

    def _reword(self) -> None:
        kind = self._context.desk.language.text(kind_name(self.cls))
        for thing in self._shown:
            self.rows[thing.id].tell(told(thing, self._context) or kind, kind)
