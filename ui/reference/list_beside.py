"""A list at the left, what it tells of the chosen line beside it: how every part of this page is laid out."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.tokens import space

_LIST_WIDTH = space(76)


def lay_out_beside(view: QWidget, chosen_from: QWidget, told: QWidget) -> None:
    """Fill ``view``: the list ``chosen_from`` in its own width, ``told`` in all that is left."""
    chosen_from.setFixedWidth(_LIST_WIDTH)
    side = QFrame(view)
    side.setProperty("kind", "surface")
    inside = QVBoxLayout(side)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(chosen_from)
    layout = QHBoxLayout(view)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(1)
    layout.addWidget(side)
    layout.addWidget(told, 1)
