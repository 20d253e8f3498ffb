"""How much of a long list stands there at first, the others behind a button below it."""

from __future__ import annotations


def shown_at_first(count: int, most: int) -> int:
    """How many of ``count`` rows: ``most`` of them, and one more rather than a button as high as that row."""
    return most if count > most + 1 else count
