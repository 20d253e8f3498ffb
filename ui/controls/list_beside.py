"""A list at the left, what it tells of the chosen line beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.tokens import space


def lay_out_beside(
    view: QWidget,
    listed: QWidget,
    told: QWidget,
    *,
    width: int = space(76),
    narrowed_by: QWidget | None = None,
    banner: QWidget | None = None,
) -> None:
    """Fill ``view``: the list so wide, under what narrows it, and ``told`` under the banner in all that is
    left.
    """
    side = QFrame(view)
    side.setProperty("kind", "surface")
    side.setFixedWidth(width)
    left = QVBoxLayout(side)
    left.setContentsMargins(0, 0, 0, 0)
    left.setSpacing(space(2))
    if narrowed_by is not None:
        row = QHBoxLayout()
        row.setContentsMargins(space(4), space(3), space(4), 0)
        row.addWidget(narrowed_by)
        left.addLayout(row)
    left.addWidget(listed, 1)
    right = QVBoxLayout()
    right.setSpacing(0)
    if banner is not None:
        right.addWidget(banner)
    right.addWidget(told, 1)
    layout = QHBoxLayout(view)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(1)
    layout.addWidget(side)
    layout.addLayout(right, 1)
