"""What an edit changed, field by field, in words of the record: for the log of changes.

Things are matched by their ids, so that moving one is no change of it. A thing that came or went is one
change with the field ``""`` and the whole thing as its new or old value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from planner.store.json_values import to_json


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one thing of a ``kind`` (``visa-step``); ``old`` and ``new`` are JSON values.

    ``field`` is empty when the whole thing was added (``old`` is ``None``) or removed (``new`` is ``None``).
    """

    kind: str
    id: str
    field: str
    old: Any
    new: Any


def field_changes(old: Any, new: Any) -> list[FieldChange]:
    """The changes from ``old`` to ``new``, two states of one thing; ``None`` when it is not there."""
    return list(_thing(old, new))


def _thing(old: Any, new: Any) -> Iterator[FieldChange]:
    if old is new:
        return
    thing = new if old is None else old
    if old is None or new is None:
        yield FieldChange(
            _kind(thing), thing.id, "", None if old is None else to_json(old), new and to_json(new)
        )
        return
    for field in fields(thing):
        was, now = getattr(old, field.name), getattr(new, field.name)
        if was is now:
            continue
        if _are_things(was, now):
            yield from _things(was, now)
        elif hasattr(was, "id") and hasattr(now, "id") and was.id == now.id:
            yield from _thing(was, now)
        elif was != now:
            yield FieldChange(_kind(thing), thing.id, field.name, to_json(was), to_json(now))


def _things(was: tuple[Any, ...], now: tuple[Any, ...]) -> Iterator[FieldChange]:
    olds, news = ({thing.id: thing for thing in things} for things in (was, now))
    for thing_id, old in olds.items():
        yield from _thing(old, news.get(thing_id))
    for thing_id, new in news.items():
        if thing_id not in olds:
            yield from _thing(None, new)


def _are_things(was: Any, now: Any) -> bool:
    return (
        isinstance(was, tuple)
        and isinstance(now, tuple)
        and all(hasattr(item, "id") for item in (*was, *now))
    )


def _kind(thing: Any) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", type(thing).__name__).lower()
