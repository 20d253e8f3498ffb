"""What the record's dataclasses are made of, read from the classes themselves.

The journey file, its schema, the integrity check and the tests' random journeys all follow these shapes,
so that a field added to a dataclass reaches every one of them.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from planner.record.journey import Extra


class Kind(Enum):
    """What one value of a field is."""

    TEXT = auto()  # str
    WHOLE = auto()  # int
    DECIMAL = auto()  # Decimal
    TRUTH = auto()  # bool
    DATE = auto()  # datetime.date
    TIME = auto()  # datetime.time without a zone
    CHOICE = auto()  # a StrEnum
    ID = auto()  # the thing's own id
    REFERENCE = auto()  # another thing's id
    WORDS = auto()  # Mapping[str, str], words by locale
    VALUE = auto()  # a dataclass of the record


_SCALARS: dict[Any, Kind] = {
    str: Kind.TEXT,
    int: Kind.WHOLE,
    Decimal: Kind.DECIMAL,
    bool: Kind.TRUTH,
    dt.date: Kind.DATE,
    dt.time: Kind.TIME,
}


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field of a dataclass of the record.

    ``type`` is the class of one value: the ``StrEnum`` of a choice, the dataclass of a value, the
    ``NewType`` of an id, else the plain type. ``many`` is ``tuple`` or ``frozenset`` for a field that
    holds several such values. ``default`` is meaningless when ``required``.
    """

    name: str
    kind: Kind
    type: Any
    optional: bool
    many: type | None
    required: bool
    default: Any


def _kind(name: str, one: Any) -> Kind:
    if one in _SCALARS:
        return _SCALARS[one]
    if isinstance(one, NewType):
        return Kind.ID if name == "id" else Kind.REFERENCE
    if get_origin(one) is Mapping and get_args(one) == (str, str):
        return Kind.WORDS
    if isinstance(one, type) and issubclass(one, Enum):
        return Kind.CHOICE
    if is_dataclass(one):
        return Kind.VALUE
    raise TypeError(f"the record has no kind for {name}: {one!r}")


def _field(name: str, annotation: Any, default: Any) -> FieldShape:
    one, many = annotation, None
    optional = get_origin(one) in (Union, types.UnionType)
    if optional:
        (one,) = (arg for arg in get_args(one) if arg is not type(None))
    if get_origin(one) in (tuple, frozenset):
        many = get_origin(one)
        one = get_args(one)[0]
    return FieldShape(name, _kind(name, one), one, optional, many, default is MISSING, default)


@cache
def shape_of(cls: Any) -> tuple[FieldShape, ...]:
    """The fields of a dataclass of the record, in the order they are written.

    Raises:
        TypeError: when a field has a type that the record's conventions do not know.
    """
    hints = get_type_hints(cls)
    return tuple(
        _field(f.name, hints[f.name], f.default if f.default_factory is MISSING else f.default_factory())
        for f in fields(cls)
    )


@cache
def file_fields(cls: Any) -> tuple[FieldShape, ...]:
    """The fields of ``cls`` that a file spells out: all but the unknown ones that a journey keeps aside."""
    return tuple(shape for shape in shape_of(cls) if shape.type is not Extra)


@cache
def classes_within(cls: Any) -> tuple[type, ...]:
    """``cls`` and every dataclass its fields can hold, each once, outermost first."""
    found: dict[type, None] = {cls: None}
    queue = [cls]
    for outer in queue:
        for field in shape_of(outer):
            if field.kind is Kind.VALUE and field.type not in found:
                found[field.type] = None
                queue.append(field.type)
    return tuple(found)


@cache
def id_type(cls: Any) -> Any:
    """The ``NewType`` of a thing's own id; ``None`` for a value without an id."""
    return next((field.type for field in shape_of(cls) if field.kind is Kind.ID), None)


def has_id(cls: Any) -> bool:
    """Whether values of ``cls`` are known by an id: things, and attachments."""
    return id_type(cls) is not None


def parts(value: Any) -> Iterator[tuple[FieldShape, Any]]:
    """Each field of a dataclass of the record with what it holds."""
    cls: Any = type(value)
    for field in shape_of(cls):
        yield field, getattr(value, field.name)
