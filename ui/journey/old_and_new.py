"""What something was and what it becomes: the old quiet, the new firm, and no date torn between lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space

_TOP = Qt.AlignmentFlag.AlignTop


def old_and_new(
    desk: Desk, old: str, new: str, most: int, *, styles: tuple[str, str] = ("muted", "medium")
) -> QGridLayout:
    """On one line where both have room in ``most`` pixels, else under each other; neither pushes to a side.

    ``styles`` are steps of the type scale for the old and the new.
    """
    before, arrow, after = (
        words(desk, old, styles[0]),
        words(desk, "→", styles[0]),
        words(desk, new, styles[1]),
    )
    is_wide = sum(label.sizeHint().width() for label in (before, arrow, after)) + space(3) > most
    for label in (before, after):
        if label.sizeHint().width() > most:
            label.setWordWrap(True)
            label.setMinimumWidth(most)
    grid = QGridLayout()
    grid.setHorizontalSpacing(space(1.5))
    grid.setVerticalSpacing(0)
    if is_wide:
        grid.addWidget(before, 0, 0, 1, 2)
        grid.addWidget(arrow, 1, 0, _TOP)
        grid.addWidget(after, 1, 1)
    else:
        for column, label in enumerate((before, arrow, after)):
            grid.addWidget(label, 0, column, _TOP)
    return grid
