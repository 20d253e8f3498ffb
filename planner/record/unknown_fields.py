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
    finder = _Finder()
    found = [(finder.place(tree, cls, steps_of(extra.pointer)), extra) for extra in extras]
    for place, extra in found:
        if place is not None:
            owner: Any = tree
            for step in place[:-1]:
                owner = owner[step] if isinstance(step, int) else owner.setdefault(step, {})
            owner[place[-1]] = parse(extra.json.encode(), extra.pointer)


class _Finder:
    """Follows steps through a tree that does not change meanwhile, looking through each list once."""

    def __init__(self) -> None:
        self._marks: dict[int, dict[str, list[int]]] = {}

    def place(self, tree: dict[str, Json], cls: Any, steps: tuple[str, ...]) -> list[str | int] | None:
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
            rest = self.place(inner or {}, shape.type, steps[1:])
            return None if rest is None else [shape.name, *rest]
        if not inner or len(steps) == 2:
            return None
        position = self.position(inner, steps[1], has_id(shape.type))
        rest = None if position is None else self.place(inner[position], shape.type, steps[2:])
        return None if position is None or rest is None else [shape.name, position, *rest]

    def position(self, items: Sequence[Json], step: str, by_id: bool) -> int | None:
        """The position in ``items`` of what ``step`` names."""
        if id(items) not in self._marks:
            marks = self._marks[id(items)] = {}
            for place, item in enumerate(items):
                marks.setdefault(item["id"] if by_id else _digest(item), []).append(place)
        marks = self._marks[id(items)]
        return marks.get(step, [None])[0] if by_id else _choose(marks, len(items), step)


def item_step(item: Json, position: int, length: int) -> str:
    """The step to ``item``, the value at ``position`` (from 0) of a list of ``length`` values without ids."""
    return f"{position}.{length}.{_digest(item)}"


def _choose(marks: dict[str, list[int]], count: int, step: str) -> int | None:
    """The position of the value that ``step`` led to; ``None`` when it is gone or cannot be told.

    ``marks`` are the positions by digest, ``count`` is how many values there are now.
    """
    position, length, digest = step.split(".")
    alike = marks.get(digest, [])
    if int(position) in alike or (not alike and int(length) == count):
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
