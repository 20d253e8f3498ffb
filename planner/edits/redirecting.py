"""Every reference to one thing led to another one instead."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from planner.record.integrity import ANY_THING
from planner.record.shape import Kind, shape_of

_Value = TypeVar("_Value")


def with_references(value: _Value, old: str, new: str) -> _Value:
    """``value`` with ``new`` wherever it, or anything it holds, refers to the thing ``old``.

    Own ids stay as they are. In a list of ids, the new one stands once. What does not change is the same
    object as before.
    """
    cls: Any = type(value)
    changed: dict[str, Any] = {}
    for shape in shape_of(cls):
        held = getattr(value, shape.name)
        if not held:
            continue
        if shape.kind is Kind.VALUE:
            after: Any = (
                with_references(held, old, new)
                if shape.many is None
                else shape.many(with_references(one, old, new) for one in held)
            )
            same = after is held if shape.many is None else all(map(_is, after, held))
        elif shape.kind is Kind.REFERENCE or (cls, shape.name) in ANY_THING:
            if shape.many is None:
                after = new if held == old else held
            else:
                after = shape.many(dict.fromkeys(new if one == old else one for one in held))
            same = after == held
        else:
            continue
        if not same:
            changed[shape.name] = after
    return replace(value, **changed) if changed else value  # type: ignore[type-var]


def _is(one: object, other: object) -> bool:
    return one is other
