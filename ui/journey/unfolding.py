"""What the rows that a list has folded away are called on the button that shows them."""

from __future__ import annotations

from collections.abc import Sequence

from planner.message import Message
from ui.journey.row import Row
from ui.journey.rows_view import shown_first


def what_unfolds(rows: Sequence[Row], what: Message, more: Message) -> Message:
    """``more`` of them where some of the same kind stand above already, such as done ones; else ``what``."""
    return more if any(row.folded for row in shown_first(rows)) else what
