"""In a wide panel a form stands in the middle, no wider than one can well read."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout

from ui.theme.tokens import space

_WIDEST = space(170)


def keep_in_middle(width: int, left: int, right: int, *layouts: QLayout | None) -> None:
    """Have ``layouts`` of so wide a widget keep ``left`` and ``right`` of it free, and what is too wide."""
    side = max(0, (width - _WIDEST) // 2)
    for layout in layouts:
        if layout is not None:
            edges = layout.contentsMargins()
            layout.setContentsMargins(left + side, edges.top(), right + side, edges.bottom())
