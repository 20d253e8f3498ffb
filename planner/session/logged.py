"""What a row of the log of changes says, as typed values of the record rather than JSON: for the history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from planner.edits.thing_names import kind_name, thing_name
from planner.message import Message
from planner.record.directory import Directory
from planner.record.journey import Journey
from planner.record.lookup import kind_of, thing
from planner.record.shape import FieldShape, Kind, classes_within, shape_of
from planner.record.text import Text
from planner.record.thing import Thing
from planner.store.change_log import LoggedChange
from planner.store.field_changes import FieldChange
from planner.store.json_values import from_json, object_from_json

#: Fields that say nothing to a person.
_UNTOLD = frozenset({"id", "extra", "sha256", "facts"})


class Became(StrEnum):
    """What became of a thing."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldTold:
    """One field that reads otherwise: ``field`` of the dataclass ``cls``, with its typed values.

    ``within`` are the fields that lead to it from the thing, outermost first, each with its class.
    """

    cls: Any
    field: str
    old: Any
    new: Any
    is_reference: bool = False
    within: tuple[tuple[Any, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ThingTold:
    """What one edit did to one thing. ``is_here`` says whether it is still (or again) in the journey."""

    id: str
    kind: Message | None
    name: str | Text | Message
    became: Became
    is_here: bool
    fields: tuple[FieldTold, ...]


def tell(change: LoggedChange, journey: Journey | None) -> tuple[ThingTold, ...]:
    """What an edit did, thing by thing in the order written; names are those of ``journey`` as it is now."""
    by_thing: dict[tuple[str, str], list[FieldChange]] = {}
    for one in change.fields:
        by_thing.setdefault((one.kind, one.id), []).append(one)
    return tuple(_thing(kind, id, changes, journey) for (kind, id), changes in by_thing.items())


def named(journey: Journey | None, id: str) -> str | Text | Message | None:
    """What a thing of ``journey`` is called; ``None`` when it holds none of that id."""
    found = thing(journey, id) if journey is not None else None
    return thing_name(found, journey) if found is not None else None


def _thing(kind: str, id: str, changes: list[FieldChange], journey: Journey | None) -> ThingTold:
    cls = _classes().get(kind)
    here = named(journey, id)
    whole = next((one for one in changes if not one.field), None)
    became = Became.CHANGED
    fields: tuple[FieldTold, ...] = ()
    name: str | Text | Message | None = here
    if whole is not None and cls is not None:
        became = Became.ADDED if whole.old is None else Became.REMOVED
        value = _object(cls, whole.new if whole.old is None else whole.old)
        if isinstance(value, Thing):
            name = name or thing_name(value, journey)
        fields = tuple(_contents(cls, value, became))
    elif cls is not None:
        fields = tuple(told for one in changes for told in _field(cls, one))
    kind_words = _kind_name(cls)
    return ThingTold(id, kind_words, name or kind_words or kind, became, here is not None, fields)


def _field(cls: Any, change: FieldChange) -> Iterator[FieldTold]:
    shape = next((one for one in shape_of(cls) if one.name == change.field), None)
    if shape is None or shape.name in _UNTOLD:
        return
    try:
        old, new = from_json(shape, change.old), from_json(shape, change.new)
    except (KeyError, TypeError, ValueError):  # written by another version: shown as it stands there
        old, new = _plain(change.old), _plain(change.new)
    yield from _difference(cls, shape, old, new, ())


def _difference(
    cls: Any, shape: FieldShape, old: Any, new: Any, within: tuple[tuple[Any, str], ...]
) -> Iterator[FieldTold]:
    """A value made of fields is told by those that differ; words in languages are one value."""
    both = is_dataclass(old) and type(old) is type(new) and shape.many is None
    if both and not _is_one_value(old):
        inside: Any = type(old)
        for inner in shape_of(inside):
            was, now = getattr(old, inner.name), getattr(new, inner.name)
            if was != now and inner.name not in _UNTOLD:
                yield from _difference(inside, inner, was, now, (*within, (cls, shape.name)))
        return
    yield FieldTold(cls, shape.name, old, new, shape.kind is Kind.REFERENCE, within)


def _contents(cls: Any, value: Any, became: Became) -> Iterator[FieldTold]:
    """Every field that says something, of a thing that came or went; what it holds of its own is told too."""
    for shape in shape_of(cls):
        held = getattr(value, shape.name, None)
        if shape.name in _UNTOLD or not held or held == shape.default:
            continue
        if shape.many is not None and any(isinstance(one, Thing) for one in held):
            continue
        old, new = (None, held) if became is Became.ADDED else (held, None)
        yield FieldTold(cls, shape.name, old, new, shape.kind is Kind.REFERENCE)


def _object(cls: Any, json: Any) -> Any:
    try:
        return object_from_json(cls, json)
    except (KeyError, TypeError, ValueError):
        return None


def _is_one_value(value: Any) -> bool:
    from planner.record.money import Money
    from planner.record.when import When

    return isinstance(value, Text | When | Money)


def _plain(json: Any) -> str:
    return "" if json is None or isinstance(json, dict | list) else str(json)


def _kind_name(cls: Any) -> Message | None:
    try:
        return kind_name(cls)
    except KeyError:
        return None


@cache
def _classes() -> dict[str, Any]:
    return {kind_of(cls): cls for top in (Journey, Directory) for cls in classes_within(top)}
