"""The new dates of the sessions beside the old ones."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from planner.message import N_, NP_
from planner.session.replanning import FractionMove
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.theme.tokens import Tone, space

_COLUMNS = 2


class SessionMoves(QWidget):
    """Every session that changes, in two columns read downwards."""

    def __init__(
        self, desk: Desk, said: ContentWords, moves: Sequence[FractionMove], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(2))
        grid.setVerticalSpacing(space(1.5))
        lines = math.ceil(len(moves) / _COLUMNS)
        none = desk.language.text(NP_("consequence", "none"))
        for place, move in enumerate(moves):
            line, left = place % lines, 5 * (place // lines)
            old = said.day(move.old.date) if move.old else none
            new = said.day(move.new.date) if move.new else desk.language.text(NP_("session", "cancelled"))
            grid.addWidget(words(desk, str(move.number), "strong"), line, left)
            grid.addWidget(words(desk, old, "muted"), line, left + 1)
            grid.addWidget(words(desk, "→", "muted"), line, left + 2)
            grid.addWidget(words(desk, new, "medium"), line, left + 3)
        for column in range(_COLUMNS):
            grid.setColumnMinimumWidth(5 * column, space(6))
            grid.setColumnStretch(5 * column + 4, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(2))
        layout.addLayout(grid)
        if any(move.new is not None and move.new.provisional for move in moves):
            # which year's: late December waits for the calendar of the year after
            provisional = N_(
                "Provisional: an official holiday calendar that is not loaded could still move these dates."
            )
            layout.addWidget(words(desk, provisional, "small", wrap=True, ink=Tone.WARNING))
