"""The control for a field of the record, chosen by what the field holds."""

from __future__ import annotations

from typing import Any

from planner.message import Message
from planner.record.constraint import CONSTRAINTS, Bounds, Constraint
from planner.record.shape import FieldShape, Kind
from ui.fields.choice_field import ChoiceField
from ui.fields.date_field import DateField
from ui.fields.field import Field, FieldContext
from ui.fields.notes_field import NotesField
from ui.fields.number_field import DecimalField, WholeField
from ui.fields.reference_field import ReferenceField
from ui.fields.text_field import TextField
from ui.fields.time_field import TimeField
from ui.fields.truth_field import TruthField, TruthOrUnknownField

_SEVERAL_LINES = ("notes", "reason")


def make_field(shape: FieldShape, name: Message, context: FieldContext) -> Field:
    """The control for a field of that shape, called ``name``.

    Raises: LookupError where the record nests a form of its own, or a list of such.
    """
    if shape.many is not None:
        raise LookupError(f"no control of its own for {shape.name}")
    return _one(shape, name, context)


def _one(shape: FieldShape, name: Message, context: FieldContext) -> Field:
    rule = rule_of(shape)
    required = not shape.optional
    match shape.kind:
        case Kind.TEXT if shape.name in _SEVERAL_LINES:
            return NotesField(context, name)
        case Kind.TEXT:
            return TextField(context, name, rule=rule, optional=shape.optional)
        case Kind.WHOLE:
            return WholeField(context, name, rule=_bounds(rule), required=required)
        case Kind.DECIMAL:
            return DecimalField(context, name, rule=_bounds(rule), required=required)
        case Kind.TRUTH:
            return TruthOrUnknownField(context, name) if shape.optional else TruthField(context, name)
        case Kind.DATE:
            return DateField(context, name, required=required)
        case Kind.TIME:
            return TimeField(context, name, required=required)
        case Kind.CHOICE:
            return ChoiceField(context, name, shape.type, required=required)
        case Kind.REFERENCE:
            return ReferenceField(context, name, shape.type, required=required)
    raise LookupError(f"no control of its own for {shape.name}")


def rule_of(shape: FieldShape) -> Constraint | None:
    """What the record asks of a field of that name and kind, whichever class it belongs to."""
    found: list[Any] = [
        rule
        for (_, name), rule in CONSTRAINTS.items()
        if name == shape.name and (isinstance(rule, Bounds) == (shape.kind in (Kind.WHOLE, Kind.DECIMAL)))
    ]
    return found[0] if found else None


def _bounds(rule: Constraint | None) -> Bounds | None:
    return rule if isinstance(rule, Bounds) else None
