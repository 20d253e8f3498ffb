"""The form of one dataclass of the record: its fields in groups, two side by side where they are short."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from planner.edits.field_names import field_name
from planner.message import N_, Message
from planner.record.shape import FieldShape, Kind, shape_of
from planner.record.text import Text
from planner.rules.finding import Finding
from ui.controls.button import Button
from ui.controls.tab_order import tab_through
from ui.controls.words import words
from ui.editing.field_row import FieldRow
from ui.editing.form_spec import Group, holds_things, is_short, whole
from ui.editing.specs import spec_of
from ui.fields.field import Field, FieldContext
from ui.portions import PORTION_SECONDS
from ui.theme.tokens import space

MakeField = Callable[[FieldShape, Message, FieldContext, type], Field]


class Form(QWidget):
    """The fields of one class. Lists of things are left to ``nested``, which makes a widget for each.

    Controls are made when they come to matter; with ``late`` none before there are values to show, and then
    from the top down, a portion a turn of the event loop: ``rows`` and ``missing`` make what is still owed.

    Signals:
        edited(str): what stands in the control of this field differs from a moment ago.
        committed(str): the user is done with this field.
    """

    edited = Signal(str)
    committed = Signal(str)

    def __init__(
        self,
        context: FieldContext,
        cls: Any,
        make: MakeField,
        *,
        nested: Callable[[FieldShape, Message], QWidget | None] | None = None,
        late: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.cls = cls
        self.context = context
        self._make = make
        self._nested = nested
        self._shapes = {shape.name: shape for shape in shape_of(cls)}
        self._values: dict[str, Any] = {name: _empty(shape) for name, shape in self._shapes.items()}
        self._in_hand: set[str] = set()
        self._below: QWidget | None = None
        self._rows: dict[str, FieldRow] = {}
        self._found: Mapping[str, Sequence[Finding]] = {}
        self._late = late
        self._is_out_of_order = False
        self._owed = QTimer(self)
        self._owed.setSingleShot(True)
        self._owed.timeout.connect(lambda: self._weigh(PORTION_SECONDS))
        self.groups: list[_GroupBox] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(4))
        for group in whole(cls, spec_of(cls)):
            box = _GroupBox(self, group)
            self.groups.append(box)
            layout.addWidget(box)
            if not group.folded and not late:
                box.unfold()
        if not late:
            self.weigh()

    # What stands in it

    @property
    def rows(self) -> Mapping[str, FieldRow]:
        """The row of every field that matters, in the order in which they were made."""
        self.finish()
        return self._rows

    @property
    def made(self) -> Mapping[str, FieldRow]:
        """The rows that are made by now; a field without one stands for what it was shown."""
        return self._rows

    @property
    def is_complete(self) -> bool:
        """Whether no row is owed."""
        return not self._owed.isActive()

    def finish(self) -> None:
        """Make what is still owed."""
        if not self.is_complete:
            self._owed.stop()
            self._weigh(float("inf"))

    @property
    def values(self) -> dict[str, Any]:
        """What each field of the class stands for, those not on the form included."""
        return {**self._values, **{name: row.field.value for name, row in self._rows.items()}}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show these; one with words that were not committed is left alone."""
        self._values.update(values)
        for box in self.groups:
            if box.group.folded:
                box.unfold_if(values)
            else:
                box.unfold()
        for name, row in self._rows.items():
            if name not in values:
                continue
            if row.field.value != values[name] or row.field.problem is not None:
                if name not in self._in_hand:
                    row.field.show_value(values[name])
                    row.say(None)
        self.weigh()

    def row(self, name: str) -> FieldRow | None:
        """The row of a field, shown even where it hardly matters; ``None`` for one not on the form."""
        for box in self.groups:
            if name in box.group.fields:
                box.unfold()
                if name in self._shapes and name not in self._rows:
                    box.make(name)
                row = self._rows.get(name)
                if row is not None and row.isHidden():
                    row.show()
                if row is not None:
                    box.place()
                self.weigh()
        return self._rows.get(name)

    def lead_on_to(self, below: QWidget) -> None:
        """Have Tab go on from here to what stands below."""
        self._below = below
        self._put_in_order()

    def unfold(self) -> None:
        """Show every group."""
        for box in self.groups:
            box.unfold()
        self.weigh()

    @property
    def missing(self) -> dict[str, Message]:
        """What keeps the form from being a whole thing, by field; what is wrong counts as missing."""
        found: dict[str, Message] = {}
        rows = self.rows
        for name, shape in self._shapes.items():
            row = rows.get(name)
            problem = row.field.problem if row is not None else None
            if problem is not None:
                found[name] = problem
            elif row is not None and is_missing(shape, row.field.value):
                found[name] = N_("“{field}” is still needed.", field=field_name(self.cls, name))
        return found

    def show_findings(self, found: Mapping[str, Sequence[Finding]]) -> None:
        """What the rules say of each field, under it."""
        self._found = found
        for name, row in self._rows.items():
            row.show_findings(found.get(name, ()))

    def weigh(self) -> None:
        """Show what matters as the values are now, and nothing else."""
        if not self._late:
            self._weigh(float("inf"))
        else:  # what is owed has its turn anyway
            self._weigh(0.0 if self._owed.isActive() else PORTION_SECONDS)

    def _weigh(self, seconds: float) -> None:
        held = self.values
        for name, row in self._rows.items():
            wanted = self.matters(name, held) or self._is_in_hand(row)
            if row.isHidden() is wanted:
                row.setVisible(wanted)
        until = time.perf_counter() + seconds
        made_late = [box.place(held, until) for box in self.groups]
        self._is_out_of_order |= any(made_late)
        if any(box.owes(held) for box in self.groups):
            self._is_out_of_order = True  # what comes later stands at the end of the window's chain
            self._owed.start(0)
        elif self._is_out_of_order:
            self._is_out_of_order = False
            self._put_in_order()
        for box in self.groups:
            box.settle()

    def matters(self, name: str, held: Mapping[str, Any]) -> bool:
        """Whether a field makes sense as the values are, or something stands in it."""
        irrelevant = spec_of(self.cls).irrelevant.get(name)
        return irrelevant is None or not irrelevant(held) or not _is_empty(self._shapes[name], held[name])

    # How

    def _put_in_order(self) -> None:
        """Tab goes from top to bottom, however late a control was made."""
        rows = [widget for box in self.groups for widget in box.widgets]
        below = () if self._below is None else (self._below,)
        tab_through((*(row.field if isinstance(row, FieldRow) else row for row in rows), *below))

    def make_row(self, name: str) -> QWidget | None:
        """The widget for a field, made when its group is shown."""
        shape = self._shapes[name]
        called = field_name(self.cls, name)
        if holds_things(shape):
            return self._nested(shape, called) if self._nested is not None else None
        field = self._make(shape, called, self.context, self.cls)
        row = self._rows[name] = FieldRow(self.context.desk, shape, called, field, self)
        field.show_value(self._values[name])
        if found := self._found.get(name, ()):
            row.show_findings(found)
        field.edited.connect(lambda: self._edited(name))
        field.committed.connect(lambda: self._committed(name))
        return row

    def _edited(self, name: str) -> None:
        self._in_hand.add(name)
        self.edited.emit(name)

    def _committed(self, name: str) -> None:
        if self._rows[name].field.problem is None:
            self._in_hand.discard(name)
        self.committed.emit(name)
        self.weigh()

    def _is_in_hand(self, row: FieldRow) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and row.isAncestorOf(focus) and focus.isVisible()


class _GroupBox(QWidget):
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

    def make(self, field: str) -> None:
        """Make the widget of a field."""
        self._tried.add(field)
        widget = self.form.make_row(field)
        if widget is not None:
            self._made[field] = widget
            widget.setParent(self)  # the grid would, and hide it for a turn, in which it is placed again
            if self.isVisible():
                widget.show()

    def unfold_if(self, values: Mapping[str, Any]) -> None:
        """Show the group where something stands in it."""
        shapes = {shape.name: shape for shape in shape_of(self.form.cls)}
        if any(name in values and not _is_empty(shapes[name], values[name]) for name in self.group.fields):
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

    def place(self, held: Mapping[str, Any] | None = None, until: float = float("inf")) -> bool:
        """Lay what is shown in two columns; what comes to matter by the values ``held`` is made first.

        No more of that is begun after ``until`` (by ``perf_counter``). Whether something had to be made
        among what was there.
        """
        before = len(self._made)
        for field in tuple(self._owed(held)) if held is not None else ():
            if time.perf_counter() > until:
                break
            self.make(field)
        shown = [field for field in self.group.fields if field in self._made]
        widgets = tuple(self._made[field] for field in shown if not self._made[field].isHidden())
        made_late = bool(before) and len(self._made) > before
        if widgets == self._placed:
            self._come_or_go()
            return made_late
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
        return made_late

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


def is_missing(shape: FieldShape, value: Any) -> bool:
    """Whether a thing cannot be without what is not there yet."""
    return shape.required and shape.many is None and value is None


def _empty(shape: FieldShape) -> Any:
    if not shape.required:
        return shape.default
    if shape.kind is Kind.TEXT:
        return ""
    return Text() if shape.type is Text else () if shape.many else None


def _is_empty(shape: FieldShape, value: Any) -> bool:
    return value is None or value in ((), "") or value == _empty(shape)
