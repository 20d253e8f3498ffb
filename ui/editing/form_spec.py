"""What the form of one kind of thing is like: its fields in groups, and which of them matter when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from planner.message import N_, Message
from planner.record.shape import FieldShape, Kind, shape_of
from planner.record.thing import Thing
from ui import labels

Values = Mapping[str, Any]
Irrelevant = Callable[[Values], bool]

#: Never on a form: ids are the program's own, files have a place of their own, so has what is not understood.
NOT_ON_FORMS = ("id", "attachments", "extra", "acknowledgements", "issues")


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together, under ``name``; ``folded`` ones are shown when they are asked for."""

    fields: tuple[str, ...]
    name: Message | None = None
    folded: bool = False


@dataclass(frozen=True, slots=True)
class FormSpec:
    """The form of one class. What no group names stands under "More", so that no field is ever missing.

    ``irrelevant`` says of a field, from the values of all, that it makes no sense here (the terminal of a
    walk); it is hidden then, unless something stands in it. ``own`` are fields the form leaves to others.
    """

    groups: tuple[Group, ...]
    irrelevant: Mapping[str, Irrelevant] = field(default_factory=dict)
    own: tuple[str, ...] = ()


def whole(cls: Any, spec: FormSpec) -> tuple[Group, ...]:
    """The groups of the form of ``cls``, with those fields last that ``spec`` does not place."""
    names = [shape.name for shape in shape_of(cls) if shape.name not in NOT_ON_FORMS]
    placed = {name for group in spec.groups for name in group.fields} | set(spec.own)
    rest = tuple(name for name in names if name not in placed and name != "notes")
    groups = list(spec.groups)
    if rest:
        groups.append(Group(rest, N_("More") if groups else None, folded=bool(groups)))
    if "notes" in names and "notes" not in placed:
        groups.append(Group(("notes",)))
    return tuple(groups)


def holds_things(shape: FieldShape) -> bool:
    """Whether the field is a list of things, each with a form of its own."""
    return shape.kind is Kind.VALUE and shape.many is not None and issubclass(shape.type, Thing)


#: Words that fill a line of their own.
_LONG_TEXTS = frozenset(
    {
        *("notes", "reason", "needed_for", "about", "website", "email", "name_at_hospital", "sha256"),
        *("name_pinyin", "address_pinyin"),
    }
)
#: A choice called by more letters than this needs a line of its own.
_LONGEST_CHOICE = 26


@cache
def is_short(shape: FieldShape) -> bool:
    """Whether half the width of a form is enough."""
    if shape.many is not None:
        return False
    if shape.kind is Kind.TEXT:
        return shape.name not in _LONG_TEXTS
    if shape.kind is Kind.CHOICE:
        return all(len(str(labels.name(one))) <= _LONGEST_CHOICE for one in shape.type)
    return shape.kind in (Kind.WHOLE, Kind.DECIMAL, Kind.DATE, Kind.TIME)
