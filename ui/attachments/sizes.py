"""How large a file is, in words."""

from __future__ import annotations

from decimal import Decimal

from planner.message import N_, Message

_KILO = 1024


def size_words(size_bytes: int) -> Message:
    """Whole kilobytes, or megabytes with one digit after the point; never zero of what is there."""
    if size_bytes < _KILO * _KILO:
        return N_("{size} KB", size=-(-size_bytes // _KILO))
    megabytes = Decimal(size_bytes) / (_KILO * _KILO)
    return N_("{size} MB", size=megabytes.quantize(Decimal("0.1")))
