"""Building a whole journey with mouse and keyboard, thing by thing, driven by the shapes of the record.

Things are typed in the order in which they come to be needed. A field that names a thing not yet there is
filled in on a second round through the forms, as a person would come back to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.edits.referring import is_reference, plan
from planner.record.shape import FieldShape, Kind, shape_of
from planner.record.text import Text
from planner.record.tie import Anchor
from tests.widgets.typing import click, press_enter, replace_words, step_to, type_value
from ui.editing.form import Form
from ui.editing.form_page import FormPage
from ui.editing.form_spec import holds_things, whole
from ui.editing.specs import spec_of
from ui.editing.value_field import ValueField
from ui.editing.value_list import ValueList
from ui.fields.field import Field
from ui.fields.money_field import MoneyField
from ui.fields.pick_field import PickField
from ui.fields.tie_field import Direction, TieField
from ui.fields.when_field import WhenField

#: So many letters are typed before one looks whether it is in the list.
_BEGINNING = 5


class Typist:
    """Types things into the forms of a panel. ``ids`` leads from the ids of the original to the new ones."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.ids: dict[str, str] = {}
        self.later: dict[str, list[str]] = {}

    def fill(self, page: FormPage, thing: Any) -> None:
        """Type every field of ``thing`` that can be typed now."""
        left = self.fill_form(page.form, thing)
        if left:
            self.later[thing.id] = left

    def fill_form(self, form: Form, value: Any) -> list[str]:
        """Type the fields of a value into its form; the names of those that must wait."""
        form.unfold()
        waiting = []
        for shape in typed_fields(type(value)):
            wanted = getattr(value, shape.name)
            if self.names_unknown(shape, wanted, type(value)):
                waiting.append(shape.name)
                continue
            row = form.row(shape.name)
            assert row is not None, (type(value).__name__, shape.name)
            meant = self.translated(wanted, shape, type(value))
            if row.field.value == meant:
                continue
            self.enter(row.field, wanted if isinstance(row.field, ValueField | ValueList) else meant)
            assert row.field.value == meant, (type(value).__name__, shape.name, row.field.value, meant)
        return waiting

    def enter(self, field: Field, value: Any) -> None:
        """Type a value into a control, or into the form it opens."""
        if isinstance(field, ValueField):
            self._value(field, value)
        elif isinstance(field, ValueList):
            self._values(field, value)
        elif value is not None and isinstance(field, WhenField | MoneyField | TieField):
            self._parts(field, value)
        elif isinstance(field, PickField) and value != field.empty:
            self._pick(field, value)
        else:
            type_value(self.qtbot, field, value)

    def _pick(self, field: PickField, value: Any) -> None:
        """Begin to type what it is called, and take it from the list once it is there."""
        replace_words(field.line, field.write(value)[:_BEGINNING])
        if any(option.value == value for option in field.listed):
            step_to(field, value)
            press_enter(field.line)
        if field.value != value:
            type_value(self.qtbot, field, value)

    def _parts(self, field: WhenField | MoneyField | TieField, value: Any) -> None:
        """What stands there already is not typed again: a zone, a currency, which days count."""
        parts: list[tuple[Field, Any]]
        if isinstance(field, WhenField):
            parts = [(field.zone, value.zone), (field.time, value.time), (field.date, value.date)]
        elif isinstance(field, MoneyField):
            parts = [(field.currency, value.currency), (field.amount, value.amount)]
        else:
            parts = [
                (field.anchor, (value.anchor, value.thing if value.anchor is Anchor.THING else None)),
                (field.side, Direction.BEFORE if value.days < 0 else Direction.AFTER),
                (field.counting, value.counting),
            ]
        for part, wanted in parts:
            if part.value != wanted:
                self.enter(part, wanted)
        if isinstance(field, TieField):
            if value.anchor is Anchor.FRACTION:
                type_value(self.qtbot, field.number, value.number)
            if not field.course.isHidden() and field.course.value != value.course:
                type_value(self.qtbot, field.course, value.course)
            type_value(self.qtbot, field.days, abs(value.days))

    def _value(self, field: ValueField, value: Any) -> None:
        if value is None:
            click(field.take_away)
            return
        if field.form is None:
            click(field.begin)
        assert field.form is not None
        assert not self.fill_form(field.form, value)

    def _values(self, field: ValueList, values: tuple[Any, ...]) -> None:
        while field.rows:
            field.rows[-1].head.setFocus()
            QTest.keyClick(field.rows[-1].head, Qt.Key.Key_Delete)
        for value in values:
            click(field.add)
            form = field.rows[-1].form
            assert form is not None
            assert not self.fill_form(form, value)
            click(field.rows[-1].head)

    def names_unknown(self, shape: FieldShape, held: Any, cls: type) -> bool:
        """Whether a value names something that is not in the new record yet."""
        return any(id not in self.ids for id in ids_in(shape, held, cls))

    def translated(self, held: Any, shape: FieldShape, cls: type) -> Any:
        """The value with the ids of the new record."""
        if held is None or held == ():
            return held
        if is_reference(cls, shape):
            return tuple(self.ids[one] for one in held) if shape.many else self.ids[held]
        if shape.kind is not Kind.VALUE or shape.type is Text:
            return held
        if shape.many:
            return tuple(self.whole(one) for one in held)
        return self.whole(held)

    def renamed(self, value: Any) -> Any:
        """The original with the ids of the new record, everywhere."""
        changed: dict[str, Any] = {}
        cls = type(value)
        for shape in shape_of(cls):
            held = getattr(value, shape.name)
            if shape.kind is Kind.ID:
                changed[shape.name] = self.ids[held]
            elif held is None or held == ():
                continue
            elif is_reference(cls, shape):
                changed[shape.name] = tuple(self.ids[one] for one in held) if shape.many else self.ids[held]
            elif shape.kind is Kind.VALUE and shape.type is not Text:
                changed[shape.name] = (
                    tuple(self.renamed(one) for one in held) if shape.many else self.renamed(held)
                )
        return replace(value, **changed)

    def whole(self, value: Any) -> Any:
        """A value with the ids of the new record all through."""
        cls = type(value)
        named = {shape.name for shape, _ in plan(cls)}
        changed = {
            shape.name: self.translated(getattr(value, shape.name), shape, cls)
            for shape in shape_of(cls)
            if shape.name in named
        }
        return replace(value, **changed) if changed else value


def typed_fields(cls: type) -> list[FieldShape]:
    """The fields of a class that its form holds, choices first: they say which others matter."""
    on_form = {name for group in whole(cls, spec_of(cls)) for name in group.fields}
    fields = [shape for shape in shape_of(cls) if shape.name in on_form and not holds_things(shape)]
    return sorted(fields, key=lambda shape: shape.kind is not Kind.CHOICE)


def ids_in(shape: FieldShape, held: Any, cls: type) -> Iterator[str]:
    """Every id that what a field holds names."""
    if held is None or held == ():
        return
    if is_reference(cls, shape):
        yield from held if shape.many else (held,)
    elif shape.kind is Kind.VALUE and shape.type is not Text:
        for one in held if shape.many else (held,):
            for inner in shape_of(type(one)):
                yield from ids_in(inner, getattr(one, inner.name), type(one))
