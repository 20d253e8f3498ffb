"""Every file attached anywhere in a value of the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.record.shape import Kind, parts
from planner.record.thing import Attachment


def attachments(value: Any) -> Iterator[Attachment]:
    """The attachments of ``value`` and of all it holds, in the order kept."""
    if isinstance(value, Attachment):
        yield value
        return
    for shape, held in parts(value):
        if shape.kind is Kind.VALUE and held is not None:
            for one in held if shape.many else (held,):
                yield from attachments(one)
