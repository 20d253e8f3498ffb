"""A list of rows: day and home time, what, and how it stands; folded rows come when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from planner.message import N_
from ui.controls.button import Button
from ui.controls.picture import Picture
from ui.controls.pill import Pill
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.row import Row, Rows
from ui.theme.icons import ICON_SIZE
from ui.theme.tokens import Tone, space

_FEWEST = 3
_DAY_WIDTH = space(43)
_TOP = Qt.AlignmentFlag.AlignTop


def shown_first(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows that are not folded; where those are few, folded ones as well, so that no list is bare."""
    spare = max(_FEWEST - sum(not row.folded for row in rows), 0)
    shown = []
    for row in rows:
        if not row.folded or spare:
            shown.append(row)
            spare -= row.folded
    return tuple(shown)


class RowsView(QWidget):
    """A block of rows."""

    def __init__(self, desk: Desk, said: ContentWords, block: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._said = said
        self._block = block
        self._with_icons = any(row.icon for row in block.rows)
        self._with_days = any(row.on or row.starts for row in block.rows)
        self._what_column = int(self._with_icons) + int(self._with_days)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(space(1))
        if block.heading is not None:
            self._layout.addWidget(words(desk, block.heading, "strong"))
        self._list: QWidget | None = None
        self.more = Button(desk, N_("Show more"), kind="link", icon="chevron-down")
        self.more.clicked.connect(self._toggle)
        self._layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.is_unfolded = False
        self._shown = shown_first(block.rows)
        self._fill()

    def _toggle(self) -> None:
        self.is_unfolded = not self.is_unfolded
        self._fill()
        self.more.setFocus()

    def _fill(self) -> None:
        if self._list is not None:
            self._layout.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
        self._list = self._make_list(self._block.rows if self.is_unfolded else self._shown)
        self._layout.insertWidget(self._layout.indexOf(self.more), self._list)
        folded = len(self._block.rows) - len(self._shown)
        self.more.setVisible(folded > 0)
        more = self._block.more or N_("{count} more", count=folded)
        name = replace(more, params={**more.params, "count": folded})
        self._desk.language.say(
            self.more, N_("Hide {what}", what=name) if self.is_unfolded else N_("Show {what}", what=name)
        )
        self._desk.theme.give_icon(self.more, "chevron-up" if self.is_unfolded else "chevron-down", "accent")

    def _make_list(self, rows: Sequence[Row]) -> QWidget:
        widget = QWidget(self)
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(3))
        grid.setVerticalSpacing(space(1.5))
        grid.setColumnStretch(self._what_column, 1)
        for number, row in enumerate(rows):
            if number:
                rule = QFrame(widget)
                rule.setProperty("kind", "rule")
                grid.addWidget(rule, 2 * number, 0, 1, self._what_column + 2)
            self._add(grid, 2 * number + 1, row)
        return widget

    def _add(self, grid: QGridLayout, line: int, row: Row) -> None:
        if self._with_icons and row.icon:
            ink = row.icon_tone.value if row.icon_tone else "text_faint"
            grid.addWidget(Picture(self._desk, row.icon, QSize(ICON_SIZE, ICON_SIZE), ink), line, 0, _TOP)
        if self._with_days:
            grid.addLayout(self._day(row), line, int(self._with_icons), _TOP)
        grid.addLayout(self._what(row), line, self._what_column)
        if row.state is not None:
            pill = Pill(self._desk, *row.state)
            grid.addWidget(pill, line, self._what_column + 1, _TOP | Qt.AlignmentFlag.AlignRight)

    def _day(self, row: Row) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        first = words(self._desk, self._said.row_day(row), "muted" if row.faded else "body", wrap=True)
        first.setFixedWidth(_DAY_WIDTH)
        column.addWidget(first)
        home = self._said.row_home(row)
        if home:
            second = words(self._desk, home, "small", wrap=True)
            second.setFixedWidth(_DAY_WIDTH)
            column.addWidget(second)
        return column

    def _what(self, row: Row) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(space(0.5))
        column.addWidget(
            words(self._desk, self._said.text(row.title), "muted" if row.faded else "medium", wrap=True)
        )
        for line in (self._said.joined(row.details), self._said.joined(row.notes)):
            if line:
                column.addWidget(words(self._desk, line, "small", wrap=True))
        for warning in row.warnings:
            label = words(self._desk, self._said.text(warning), "small", wrap=True, ink=Tone.WARNING)
            column.addWidget(label)
        column.addStretch(1)
        return column
