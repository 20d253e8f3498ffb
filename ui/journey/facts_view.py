"""Facts about one person or thing: a name, and labels with what stands beside them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from planner.message import N_, Message
from ui.controls.button import IconButton
from ui.controls.eliding_label import ElidingLabel
from ui.controls.pill import Pill
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.row import Facts
from ui.theme.tokens import space

_LABEL_WIDTH = space(35)
_COLUMN_WIDTH = space(88)
_TOP = Qt.AlignmentFlag.AlignTop


class FactsView(QFrame):
    """A block of facts; where it is narrow its columns stand one under the other.

    Signals:
        opened(str): the form of the thing with this id is wanted.
    """

    opened = Signal(str)

    def __init__(self, desk: Desk, said: ContentWords, block: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("kind", "row")
        self.subject = block.subject
        self._wanted = block.columns
        self._columns = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(1), space(1), space(1), space(1))
        layout.setSpacing(space(2))
        layout.addLayout(self._head(said, block))
        side_by_side = self._side_by_side = QHBoxLayout()
        side_by_side.setSpacing(space(5))
        self._grids = [_grid() for _ in range(block.columns)]
        for grid in self._grids:
            side_by_side.addLayout(grid, 1)
        layout.addLayout(side_by_side)
        self._pairs: list[tuple[QLabel, QLabel]] = []
        for fact in block.facts:
            label = words(desk, _label(said, fact.label), "muted", wrap=True)
            label.setFixedWidth(_LABEL_WIDTH)
            value = words(desk, said.lines(fact.value), "body", wrap=True, ink=fact.tone)
            whole = N_("{label}: {value}", label=label.text(), value=said.joined(fact.value))
            value.setAccessibleName(desk.language.text(whole))
            self._pairs.append((label, value))
        self._arrange(block.columns)

    @property
    def columns(self) -> int:
        """How many stand side by side now."""
        return self._columns

    def mark(self, subject: str, *, unfold: bool = False) -> QWidget | None:
        """Show that the form of this thing is open (``""`` for none); all of it, if it is about that."""
        found = self.row_of(subject)
        wanted = "true" if found is not None else "false"
        if (self.property("current") or "false") != wanted:
            self.setProperty("current", wanted)
            self.style().unpolish(self)
            self.style().polish(self)
            for pill in self.findChildren(Pill):
                pill.mark_chosen(found is not None)
        return found

    def holds(self, subject: str) -> bool:
        """Whether this thing is told of here."""
        return self.row_of(subject) is not None

    def row_of(self, subject: str) -> QWidget | None:
        """All of it, if it is about this thing."""
        return self if subject and subject == self.subject else None

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as one column, since it becomes one where there is no room for more."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), _COLUMN_WIDTH), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange(max(min(self._wanted, self.width() // _COLUMN_WIDTH), 1))

    def _head(self, said: ContentWords, block: Facts) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(space(2))
        title = ElidingLabel(self._desk, said.text(block.title), "strong")
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head.addWidget(title)
        subtitle = said.text(block.subtitle)
        if subtitle:
            head.addWidget(words(self._desk, subtitle, "muted"))
        if block.state is not None:
            head.addWidget(Pill(self._desk, *block.state))
        if block.subject:
            name = N_("Edit {name}", name=said.text(block.title))
            self.edit = IconButton(self._desk, name, "pencil", parent=self)
            self.edit.clicked.connect(lambda: self.opened.emit(block.subject))
            head.addWidget(self.edit)
        head.addStretch(1)
        return head

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        length = -(-len(self._pairs) // columns)
        for place, (label, value) in enumerate(self._pairs):
            column, row = divmod(place, length)
            self._grids[column].addWidget(label, row, 0, _TOP)
            self._grids[column].addWidget(value, row, 1, _TOP)
        for column, grid in enumerate(self._grids):
            for row in range(len(self._pairs) + 1):
                grid.setRowStretch(row, int(row == length))
            used = column < columns
            grid.setColumnStretch(1, int(used))
            self._side_by_side.setStretch(column, int(used))
        self.updateGeometry()


def _label(said: ContentWords, label: Message) -> str:
    """A label in words; a day in it is not torn apart where it wraps."""
    whole = {
        name: said.text(value).replace(" ", "\u00a0") if isinstance(value, dt.date) else value
        for name, value in label.params.items()
    }
    return said.text(replace(label, params=whole))


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(space(3))
    grid.setVerticalSpacing(space(1.5))
    return grid
