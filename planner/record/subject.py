"""The address of one thing of the record, and of one field of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planner.record.lookup import kind_of
from planner.record.thing import Thing


@dataclass(frozen=True, slots=True)
class Subject:
    """What something is about: a thing's kind (``"leg"``), its id, and the field to look at, if one.

    Kinds are those of ``planner.record.lookup.kind_of``: ``"mdt-meeting"``, ``"entry"``, ``"journey"`` …
    """

    kind: str
    id: str
    field: str = ""

    @classmethod
    def of(cls, thing: Thing, field: str = "") -> Subject:
        """The subject that ``thing`` is, or one field of it."""
        kind: Any = type(thing)
        return cls(kind_of(kind), thing.id, field)
