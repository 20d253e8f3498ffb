"""Fields of a journey file that this version does not know: where they were, and how to put them back.

A place is a row of steps from the journey inwards: the name of a field; in a list of things, the thing's id;
in a list of values without ids, ``position.length.digest`` of the value as it was. Such a value is found
again by its digest, or at its position while the list is as long as it was; so an unknown field never jumps
to another seat or another allergy because a row above it was removed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from planner.record.journey import Extra
from planner.record.json_text import Json, compact, parse
from planner.record.shape import Kind, file_fields, has_id

_DIGEST_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Unknown:
    """A field that this version does not know, by the ``steps`` that lead to it, the last its own name."""

    steps: tuple[str, ...]
    json: Json


def kept(unknown: Iterable[Unknown], prefix: str = "") -> tuple[Extra, ...]:
    """Unknown fields as a journey keeps them; their pointers begin with ``prefix``."""
    return tuple(Extra(pointer=prefix + pointer(one.steps), json=compact(one.json)) for one in unknown)


def weave(tree: dict[str, Json], cls: Any, extras: Iterable[Extra]) -> None:
    """Put ``extras`` back into ``tree``, the JSON of a value of ``cls``, each where it was.

    One whose place is gone, such as a removed leg's, is left out; so is one that is a known field by now.
    """
    found = [(_place(tree, cls, steps_of(extra.pointer)), extra) for extra in extras]
    for place, extra in found:
        if place is not None:
            owner: Any = tree
            for step in place[:-1]:
                owner = owner[step] if isinstance(step, int) else owner.setdefault(step, {})
            owner[place[-1]] = parse(extra.json.encode(), extra.pointer)


def _place(tree: dict[str, Json], cls: Any, steps: tuple[str, ...]) -> list[str | int] | None:
    """The names and positions that ``steps`` lead along now; ``None`` when they lead nowhere."""
    shape = next((shape for shape in file_fields(cls) if shape.name == steps[0]), None)
    if len(steps) == 1:
        return [steps[0]] if shape is None else None
    if shape is None or shape.kind is not Kind.VALUE:
        return None
    inner = tree.get(shape.name)
    if shape.many is None:
        if inner is None and shape.optional:
            return None
        rest = _place(inner or {}, shape.type, steps[1:])
        return None if rest is None else [shape.name, *rest]
    position = _position(inner or [], steps[1], has_id(shape.type))
    if position is None or inner is None or len(steps) == 2:
        return None
    rest = _place(inner[position], shape.type, steps[2:])
    return None if rest is None else [shape.name, position, *rest]


def _position(items: Sequence[Json], step: str, by_id: bool) -> int | None:
    if by_id:
        return next((place for place, item in enumerate(items) if item["id"] == step), None)
    return find_item(items, step)


def item_step(item: Json, position: int, length: int) -> str:
    """The step to ``item``, the value at ``position`` (from 0) of a list of ``length`` values without ids."""
    return f"{position}.{length}.{_digest(item)}"


def find_item(items: Sequence[Json], step: str) -> int | None:
    """The position now of the value that ``step`` led to; ``None`` when it is gone or cannot be told."""
    position, length, digest = step.split(".")
    alike = [place for place, item in enumerate(items) if _digest(item) == digest]
    if int(position) in alike or (not alike and int(length) == len(items)):
        return int(position)
    return alike[0] if alike else None


def _digest(item: Json) -> str:
    return hashlib.sha256(compact(item).encode()).hexdigest()[:_DIGEST_LENGTH]


def pointer(steps: Iterable[str]) -> str:
    """Steps joined by ``/``, a ``/`` within one written ``~1`` and a ``~`` as ``~0`` (RFC 6901)."""
    return "/".join(step.replace("~", "~0").replace("/", "~1") for step in steps)


def steps_of(pointer: str) -> tuple[str, ...]:
    """The steps that were joined to ``pointer``."""
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/"))
