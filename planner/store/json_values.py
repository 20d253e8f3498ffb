"""Values of the record as JSON, where the store keeps them so: inside a column, and in the log of changes.

A dataclass becomes an object without the fields that have their default value; a code its string; a
decimal, date or time a string; a tuple or set a list. Nothing is checked on the way back, since nothing
but the store wrote it; what comes from files goes through ``planner.record.codec``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from planner.record.shape import FieldShape, Kind, parts, shape_of


def to_json(value: Any) -> Any:
    """``value`` as what ``json.dumps`` takes."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | bool):
        return value
    if is_dataclass(value):
        return {
            field.name: to_json(item)
            for field, item in parts(value)
            if field.required or (item is not field.default and item != field.default)
        }
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dt.date | dt.time):  # a datetime is a date
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(to_json(item) for item in value)
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    raise TypeError(f"no JSON for {type(value).__name__}")


def from_json(field: FieldShape, value: Any) -> Any:
    """What ``to_json`` made ``value`` from, for a field of that shape."""
    if value is None:
        return None
    if field.many is not None:
        return field.many(_one(field, item) for item in value)
    return _one(field, value)


def object_from_json(cls: Any, value: Mapping[str, Any]) -> Any:
    """The dataclass of the record that ``to_json`` made ``value`` from."""
    return cls(
        **{field.name: from_json(field, value[field.name]) for field in shape_of(cls) if field.name in value}
    )


def _one(field: FieldShape, value: Any) -> Any:
    match field.kind:
        case Kind.VALUE:
            return object_from_json(field.type, value)
        case Kind.CHOICE | Kind.DECIMAL:
            return field.type(value)
        case Kind.DATE | Kind.TIME:
            return field.type.fromisoformat(value)
    return value
