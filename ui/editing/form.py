"""The form of one dataclass of the record: its fields in groups, two side by side where they are short."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from planner.edits.field_names import field_name
from planner.message import N_, Message
from planner.record.date_order import broken_orders
from planner.record.shape import FieldShape, Kind, shape_of
from planner.rules.finding import Finding
from ui.controls.tab_order import tab_through
from ui.editing.field_row import FieldRow
from ui.editing.form_spec import holds_things, whole
from ui.editing.from_leg import said_by_leg
from ui.editing.group_box import GroupBox, empty, is_empty
from ui.editing.made_for import knowing
from ui.editing.specs import spec_of
from ui.editing.starting_zone import followers, has_place, zone_for
from ui.fields.field import Field, FieldContext
from ui.fields.referred import candidates
from ui.portions import PORTION_SECONDS, Portions
from ui.theme.tokens import space

MakeField = Callable[[FieldShape, Message, FieldContext, type], Field]
MakeNested = Callable[[FieldShape, Message, bool], QWidget]


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
        nested: MakeNested | None = None,
        late: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.cls = cls
        self.context = context
        self._make = make
        self._nested = nested
        self._shapes = {shape.name: shape for shape in shape_of(cls)}
        self._values: dict[str, Any] = {name: empty(shape) for name, shape in self._shapes.items()}
        self._in_hand: set[str] = set()
        self._asked_for: set[str] = set()
        self._followed: tuple[str, ...] = ()
        self._before: tuple[QWidget, ...] = ()
        self._after: tuple[QWidget, ...] = ()
        self._rows: dict[str, FieldRow] = {}
        self._found: Mapping[str, Sequence[Finding]] = {}
        #: Whether it warns of dates that are the wrong way round; of what is in the record, findings do.
        self.warns_of_order = False
        self._left_last = ""
        self._late = late
        self._is_laid_out = self._is_out_of_order = False
        self._owes = False
        self._making = Portions(self)
        self.groups: list[GroupBox] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(4))
        for group in whole(cls, spec_of(cls)):
            box = GroupBox(self, group)
            self.groups.append(box)
            layout.addWidget(box)
            if not group.folded and not late:
                box.unfold()
        if not late:
            self.weigh()
        self._is_laid_out = True

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
        return not self._owes

    def finish(self) -> None:
        """Make what is still owed."""
        if not self.is_complete:
            self._making.stop()
            self._weigh(float("inf"))

    @property
    def in_hand(self) -> frozenset[str]:
        """The fields in which something else stands than was shown or committed."""
        return frozenset(self._in_hand)

    def take_in_hand(self, name: str) -> None:
        """What stands in that field is what somebody was typing."""
        self._in_hand.add(name)

    @property
    def values(self) -> dict[str, Any]:
        """What each field of the class stands for, those not on the form included."""
        return {**self._values, **{name: row.field.value for name, row in self._rows.items()}}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show these. Words that were not committed stay, unless another value came to stand there since."""
        old = dict(self._values)
        if "id" in values and values["id"] != old["id"]:
            self._asked_for.clear()
        self._values.update(values)
        for box in self.groups:
            if box.group.folded:
                box.unfold_if(values)
            else:
                box.unfold()
        for name, row in self._rows.items():
            if name not in values:
                continue
            is_typed = name in self._in_hand or row.field.problem is not None
            if is_typed and values[name] == old[name]:
                continue
            if is_typed or row.field.value != values[name]:
                self._in_hand.discard(name)
                row.field.show_value(values[name])
                row.say(None)
        self.look_again()
        self.weigh()

    def row(self, name: str) -> FieldRow | None:
        """The row of a field, shown even where it hardly matters; ``None`` for one not on the form."""
        for box in self.groups:
            if name in box.group.fields:
                box.unfold()
                self._asked_for.add(name)
                box.make_once(name)
                row = self._rows.get(name)
                if row is not None and row.isHidden():
                    row.show()
                box.place()
                self.weigh()
        return self._rows.get(name)

    def stand_between(self, before: Sequence[QWidget], after: Sequence[QWidget]) -> None:
        """Have Tab come here from what stands above and go on to what stands below."""
        self._before, self._after = tuple(before), tuple(after)
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
            self._weigh(0.0 if self._owes else PORTION_SECONDS)
            if self._owes and self._making.is_complete:
                self._making.begin(self._make_owed())

    def _make_owed(self) -> Iterator[None]:
        while self._owes:
            self._weigh(PORTION_SECONDS)
            yield

    def _weigh(self, seconds: float) -> None:
        held = self.values
        for name, row in self._rows.items():
            wanted = self.matters(name, held) or self._is_in_hand(row)
            if row.isHidden() is wanted:
                row.setVisible(wanted)
        until = time.perf_counter() + seconds
        for box in self.groups:
            box.place(held, until)
        self._owes = any(box.owes(held) for box in self.groups)
        if self._is_out_of_order and not self._owes:
            self._is_out_of_order = False
            self._put_in_order()
        self._warn_of_order()
        for box in self.groups:
            box.settle()

    def matters(self, name: str, held: Mapping[str, Any]) -> bool:
        """Whether a field makes sense as the values are, something stands in it, or one went to it."""
        if name in self._asked_for:
            return True
        irrelevant = spec_of(self.cls).irrelevant.get(name)
        return irrelevant is None or not irrelevant(held) or not is_empty(self._shapes[name], held[name])

    # How

    def _warn_of_order(self) -> None:
        """Say beside the field that was left last, else beside the later, which dates cannot follow so."""
        rows = self._rows
        unsure = {name: None for name, row in rows.items() if row.field.problem is not None}
        told: dict[str, list[Message]] = {}
        if self.warns_of_order:
            for order, message in broken_orders(self.cls, {**self.values, **unsure}):
                beside = self._left_last if self._left_last == order.earlier else order.later
                told.setdefault(beside, []).append(message)
        for name, row in rows.items():
            row.warn(told.get(name, ()))

    def _put_in_order(self) -> None:
        """Tab goes from top to bottom, however late a control was made."""
        rows = [widget for box in self.groups for widget in (box.fold, *box.widgets) if widget is not None]
        tab_through((*self._before, *rows, *self._after))

    def make_row(self, name: str, *, is_all: bool = False) -> QWidget | None:
        """The widget for a field, made when its group is shown; it may be all of that."""
        self._is_out_of_order |= self._is_laid_out  # it comes last in the window, behind what stands below
        shape = self._shapes[name]
        called = field_name(self.cls, name)
        if holds_things(shape):
            return self._nested(shape, called, is_all) if self._nested is not None else None
        field = self._make(shape, called, self._context_of(name), self.cls)
        row = self._rows[name] = FieldRow(self.context.desk, shape, called, field, self, is_all=is_all)
        field.show_value(self._values[name])
        if found := self._found.get(name, ()):
            row.show_findings(found)
        field.edited.connect(lambda: self._edited(name))
        field.committed.connect(lambda: self._committed(name))
        return row

    def _edited(self, name: str) -> None:
        field = self._rows[name].field
        if field.problem is None and field.value == self._values[name]:
            self._in_hand.discard(name)
        else:
            self._in_hand.add(name)
        self.edited.emit(name)

    def _committed(self, name: str) -> None:
        if self._rows[name].field.problem is None:
            self._in_hand.discard(name)
            self._followed = self._let_follow(name)
        self._left_last = name
        self.committed.emit(name)
        self.look_again()
        self.weigh()

    @property
    def followed(self) -> dict[str, Any]:
        """What the field committed last changed beside it, such as a place the zone of what happens there."""
        return {name: self._rows[name].field.value for name in self._followed}

    def _let_follow(self, name: str) -> tuple[str, ...]:
        others = followers(self.cls, name)
        said = said_by_leg(self.cls, name, self._rows[name].field.value, self.context.journey())
        if others or said:
            self.finish()
        rows = {other: self._rows[other] for other in others if other in self._rows}
        found = tuple(other for other, row in rows.items() if row.field.follow() and not row.field.problem)
        for other in found:
            rows[other].say(None)
        return (*found, *(other for other, value in said.items() if self._proposed(other, value)))

    def _proposed(self, name: str, value: Any) -> bool:
        """Show this where nothing stands; whether it stands there now."""
        row = self._rows.get(name)
        if row is None or row.field.problem is not None or row.field.value is not None:
            return False
        row.field.show_value(value)
        return True

    def let_go_of_gone(self) -> None:
        """What names a thing that is not in the record any more, since that was undone, names nothing."""
        for name, row in self._rows.items():
            shape, held = self._shapes[name], row.field.value
            if shape.kind is not Kind.REFERENCE or not held:
                continue
            there = candidates(shape.type, self.context)
            if shape.many is None and held not in there:
                row.field.show_value(None)
            elif shape.many is not None and any(one not in there for one in held):
                row.field.show_value(tuple(one for one in held if one in there))

    def follow(self) -> bool:
        """What the form is within follows a place that was chosen; whether any value in it did."""
        return any([row.field.follow() for row in self._rows.values()])

    def look_again(self) -> None:
        """What stands around the form changed."""
        for row in self._rows.values():
            row.field.look_again()

    def value_of(self, name: str) -> Any:
        """What one field stands for."""
        row = self._rows.get(name)
        return row.field.value if row is not None else self._values[name]

    def _context_of(self, name: str) -> FieldContext:
        """With the zone of the place that the field is about, and what a place or person made here is."""
        context = knowing(self.context, self.cls, name, self.value_of)
        if not has_place(self.cls, name):
            return context
        around = context.zone or str

        def there() -> str:
            return zone_for(self.cls, name, self.value_of, context)

        return replace(context, zone=lambda: there() or around(), place_zone=there)

    def _is_in_hand(self, row: FieldRow) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and row.isAncestorOf(focus) and focus.isVisible()


def is_missing(shape: FieldShape, value: Any) -> bool:
    """Whether a thing cannot be without what is not there yet."""
    return shape.required and shape.many is None and value in (None, "")
