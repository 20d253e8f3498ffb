"""The address of one thing of the record, and of one field of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """What something is about: a thing's kind (``"leg"``), its id, and the field to look at, if one."""

    kind: str
    id: str
    field: str = ""
