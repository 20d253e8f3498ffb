"""Everything an itinerary holds, leaf by leaf, so that a test can look for what must not be in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any


def leaves(value: Any) -> Iterator[Any]:
    """Every value inside ``value``: through dataclasses, sequences, mappings and messages."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield name
            yield from leaves(inner)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for inner in value:
            yield from leaves(inner)
    elif is_dataclass(value):
        yield type(value)
        for field in fields(value):
            yield from leaves(getattr(value, field.name))
    else:
        yield value


def words(value: Any) -> str:
    """All text inside ``value``, numbers and dates written as ISO does, one leaf a line."""
    return "\n".join(str(leaf) for leaf in leaves(value) if not isinstance(leaf, type))
