"""The control for any field of the record: one of ``ui.fields``, or a form within the form."""

from __future__ import annotations

from planner.message import Message
from planner.record.shape import FieldShape
from ui.fields.field import Field, FieldContext
from ui.fields.make import make_field


def make_control(shape: FieldShape, name: Message, context: FieldContext, owner: type) -> Field:
    """The control for a field of that shape, of the class ``owner``, called ``name``."""
    try:
        return make_field(shape, name, context, owner)
    except LookupError:
        from ui.editing.value_field import ValueField
        from ui.editing.value_list import ValueList

        kind = ValueList if shape.many is not None else ValueField
        return kind(shape, name, context)
