"""Finding one thing of a journey by its id, however deep it lies, and a journey with that thing changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from planner.record.journey import Journey
from planner.record.shape import Kind, classes_within, shape_of
from planner.record.thing import Thing

_Value = TypeVar("_Value")


@cache
def kind_of(cls: Any) -> str:
    """What a kind of thing is called beside its id: ``MdtMeeting`` is ``"mdt-meeting"``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower()


def things(value: Any) -> Iterator[Thing]:
    """``value`` if it is a thing, and every thing it holds, outermost first, in the order kept."""
    cls: Any = type(value)
    if issubclass(cls, Thing):
        yield value
    for name, many in _holders(cls):
        held = getattr(value, name)
        for one in held if many else (held,):
            yield from things(one)


def thing(journey: Journey, id: str) -> Thing | None:
    """The thing of that id, the journey itself included; ``None`` if there is none."""
    return next((one for one in things(journey) if one.id == id), None)


def with_thing(value: _Value, id: str, change: Callable[[Any], Any]) -> _Value:
    """``value`` with the thing of that id as ``change`` makes it; ``value`` itself where nothing differs."""
    if isinstance(value, Thing) and value.id == id:
        changed: _Value = change(value)
        return changed
    cls: Any = type(value)
    after: Any
    for name, many in _holders(cls):
        before = getattr(value, name)
        if many:
            after = tuple(with_thing(one, id, change) for one in before)
            differs = any(new is not old for new, old in zip(after, before, strict=True))
        else:
            after = with_thing(before, id, change)
            differs = after is not before
        if differs:
            return replace(value, **{name: after})  # type: ignore[type-var]
    return value


@cache
def _holders(cls: Any) -> tuple[tuple[str, bool], ...]:
    """The fields of ``cls`` in which things lie, each with whether it holds several; none is optional."""
    return tuple(
        (shape.name, shape.many is not None)
        for shape in shape_of(cls)
        if shape.kind is Kind.VALUE and any(issubclass(one, Thing) for one in classes_within(shape.type))
    )
