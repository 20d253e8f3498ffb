"""Parts side by side where there is room for it, else one under the other."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout


def stand(parts: QBoxLayout, *, beside: bool) -> bool:
    """Lay ``parts`` out that way; whether they stood the other way before."""
    way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
    if parts.direction() is way:
        return False
    parts.setDirection(way)
    return True
