"""A group of fields of a form: its name, and its rows in two columns; perhaps folded."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from planner.message import N_
from planner.record.shape import FieldShape, Kind, shape_of
from planner.record.text import Text
from ui.controls.button import Button
from ui.controls.words import words
from ui.editing.form_spec import Group, is_short
from ui.theme.tokens import space

if TYPE_CHECKING:
    from ui.editing.form import Form


class GroupBox(QWidget):
    """A group of a form, perhaps folded."""

    def __init__(self, form: Form, group: Group) -> None:
        super().__init__(form)
        self.form = form
        self.group = group
        self._made: dict[str, QWidget] = {}
        self._tried: set[str] = set()
        self._placed: tuple[QWidget, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(2))
        desk = form.context.desk
        self.fold: Button | None = None
        if group.folded:
            name = group.name or N_("More")
            self.fold = Button(desk, name, kind="link", icon="chevron-right", parent=self)
            self.fold.clicked.connect(self._unfold_now)
            layout.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        elif group.name is not None and len(group.fields) > 1:
            layout.addWidget(words(desk, group.name, "strong"))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space(3))
        self._grid.setVerticalSpacing(space(3))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        layout.addLayout(self._grid)
        self.is_unfolded = False

    def unfold(self) -> None:
        """Have the fields of the group shown when the form is weighed next."""
        if self.is_unfolded:
            return
        self.is_unfolded = True
        if self.fold is not None:
            name = self.group.name or N_("More")
            self.form.context.desk.language.say(self.fold, name)
            self.form.context.desk.theme.give_icon(self.fold, "chevron-down", "accent")

    def _unfold_now(self) -> None:
        self.unfold()
        self.form.weigh()

    def make_once(self, field: str) -> None:
        """Make the widget of a field, if it is not made yet."""
        if field not in self._tried:
            self.make(field)

    def make(self, field: str) -> None:
        """Make the widget of a field."""
        self._tried.add(field)
        widget = self.form.make_row(field, is_all=self.group.name is not None and len(self.group.fields) == 1)
        if widget is not None:
            self._made[field] = widget
            widget.setParent(self)  # the grid would, and hide it for a turn, in which it is placed again
            if self.isVisible():
                widget.show()

    def unfold_if(self, values: Mapping[str, Any]) -> None:
        """Show the group where something stands in it."""
        shapes = {shape.name: shape for shape in shape_of(self.form.cls)}
        if any(name in values and not is_empty(shapes[name], values[name]) for name in self.group.fields):
            self.unfold()

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The widgets of the group from top to bottom."""
        return tuple(self._made[field] for field in self.group.fields if field in self._made)

    def owes(self, held: Mapping[str, Any]) -> bool:
        """Whether something that matters by the values ``held`` is not made yet."""
        return any(True for _ in self._owed(held))

    def _owed(self, held: Mapping[str, Any]) -> Iterator[str]:
        for field in self.group.fields if self.is_unfolded else ():
            if field not in self._tried and self.form.matters(field, held):
                yield field

    def place(self, held: Mapping[str, Any] | None = None, until: float = float("inf")) -> None:
        """Lay what is shown in two columns; what comes to matter by the values ``held`` is made first.

        No more of that is begun after ``until`` (by ``perf_counter``).
        """
        for field in tuple(self._owed(held)) if held is not None else ():
            if time.perf_counter() > until:
                break
            self.make(field)
        shown = [field for field in self.group.fields if field in self._made]
        widgets = tuple(self._made[field] for field in shown if not self._made[field].isHidden())
        if widgets == self._placed:
            self._come_or_go()
            return
        for widget in self._placed:
            self._grid.removeWidget(widget)
        self._placed = widgets
        shapes = {shape.name: shape for shape in shape_of(self.form.cls)}
        line = column = 0
        for field in shown:
            widget, short = self._made[field], is_short(shapes[field])
            if widget.isHidden():
                continue
            if not short and column:
                line, column = line + 1, 0
            self._grid.addWidget(widget, line, column, 1, 1 if short else 2)
            column = 1 - column if short else 0
            line += not column
        self._come_or_go()

    def settle(self) -> None:
        """Lay out anew: what was placed while the group came into view asks for it in vain."""
        for widget in self._placed:
            if (inner := widget.layout()) is not None:
                inner.invalidate()
        self._grid.invalidate()
        if (layout := self.layout()) is not None:
            layout.activate()

    def _come_or_go(self) -> None:
        """A group of which nothing is shown is not there."""
        wanted = bool(self._placed) or not self.is_unfolded
        if self.isHidden() is wanted:
            self.setVisible(wanted)


def empty(shape: FieldShape) -> Any:
    """What stands in a field of that shape before anything is known."""
    if not shape.required:
        return shape.default
    if shape.kind is Kind.TEXT:
        return ""
    return Text() if shape.type is Text else () if shape.many else None


def is_empty(shape: FieldShape, value: Any) -> bool:
    """Whether nothing stands in it."""
    return value is None or value in ((), "") or value == empty(shape)
