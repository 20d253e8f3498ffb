"""The issued revisions of a journey: who holds which, and what can be done with each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)

from planner.message import N_, NN_
from planner.session import Hold, Holding
from ui.controls.button import Button, IconButton
from ui.controls.eliding_label import ElidingLabel
from ui.controls.flow_layout import FlowLayout
from ui.controls.focus_ring import FocusRing
from ui.controls.padded_cell import PaddedCell
from ui.controls.rows_table import RowsTable
from ui.desk import Desk
from ui.journey.itinerary.ledger_model import Column, LedgerModel
from ui.theme.tokens import space

_ROW = space(8)
_MOST_ROWS = 5
_ROOM_FROM = space(170)
_WIDE_FROM = space(240)
_WIDTHS: dict[int, int] = {
    Column.REVISION: space(18),
    Column.ISSUED: space(42),
    Column.COPY: space(40),
    Column.LANGUAGES: space(42),
    Column.HOLDER: space(46),
    Column.STATE: space(48),
    Column.CHECKSUM: space(34),
}


class LedgerView(QFrame):
    """A line that unfolds into the ledger.

    Signals:
        view_wanted(object): show the paper of this ``Holding``.
        compare_wanted(object): compare it with another revision.
        hand_wanted(object): give it to somebody else too.
        back_wanted(object): its holder gave it back.
    """

    view_wanted = Signal(object)
    compare_wanted = Signal(object)
    hand_wanted = Signal(object)
    back_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("kind", "foot")
        self.model = LedgerModel(desk, self)
        self.unfold = IconButton(desk, N_("Issued revisions"), "chevron-up")
        self.unfold.setCheckable(True)
        self.unfold.clicked.connect(self._toggle)
        self._heading = ElidingLabel(desk, N_("Nothing issued yet"), "strong")
        self.table = _Table(
            desk, N_("Issued revisions"), self.model, row_height=_ROW, widths=_WIDTHS, parent=self
        )
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setItemDelegate(PaddedCell(desk, self.table))
        FocusRing(desk, self.table, always=True)
        self.table.horizontalHeader().setSectionResizeMode(Column.HOLDER, QHeaderView.ResizeMode.Stretch)
        self.view = Button(desk, N_("View"), kind="inline")
        self.compare = Button(desk, N_("Compare…"), kind="inline")
        self.hand = Button(desk, N_("Hand out…"), kind="inline")
        self.back = Button(desk, N_("Collected back"), kind="inline")
        self.copy = Button(desk, N_("Copy SHA-256"), kind="inline")
        for button, signal in (
            (self.view, self.view_wanted),
            (self.compare, self.compare_wanted),
            (self.hand, self.hand_wanted),
            (self.back, self.back_wanted),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: self._emit(signal))
        self.copy.clicked.connect(self._copy)
        self.table.activated.connect(lambda _index: self._emit(self.view_wanted))
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self._lay_out()
        self._fold(False)

    def show_ledger(self, lines: tuple[Holding, ...]) -> None:
        """Show these, the newest first; keeps the row that is marked."""
        marked = self.current
        self.model.show(lines)
        row = self.model.row_of(marked) if marked is not None else None
        if lines:
            self.table.setCurrentIndex(self.model.index(row or 0, 0))
        numbers = {line.issue.revision for line in lines}
        told = NN_("{count} revision issued", "{count} revisions issued", len(numbers))
        self._heading.put(told if numbers else N_("Nothing issued yet"))
        self.unfold.setEnabled(bool(lines))
        if not lines:
            self._fold(False)
        self.table.setFixedHeight(
            self.table.horizontalHeader().sizeHint().height() + _ROW * min(max(len(lines), 1), _MOST_ROWS) + 2
        )
        self._chosen(self.table.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        for column in (Column.LANGUAGES, Column.CHECKSUM):
            self.table.setColumnHidden(column, self.width() < _WIDE_FROM)

    @property
    def current(self) -> Holding | None:
        """The copy that is marked."""
        index = self.table.currentIndex()
        return self.model.line(index.row()) if index.isValid() else None

    def mark(self, issue_id: str) -> None:
        """Mark the first copy of this issue, and unfold the table where there is room for it."""
        for row in range(self.model.rowCount()):
            if self.model.line(row).issue.id == issue_id:
                self.table.setCurrentIndex(self.model.index(row, 0))
                break
        parent = self.parentWidget()
        if self.model.rowCount() and parent is not None and parent.height() >= _ROOM_FROM:
            self._fold(True)

    @property
    def is_open(self) -> bool:
        """Whether the table is shown."""
        return self.unfold.isChecked()

    def _toggle(self, shown: bool) -> None:
        self._fold(shown)
        if shown:
            self.table.setFocus()

    def _fold(self, shown: bool) -> None:
        self.unfold.setChecked(shown)
        self._desk.theme.give_icon(self.unfold, "chevron-down" if shown else "chevron-up")
        self.table.setVisible(shown)
        self._actions.setVisible(shown)

    def _chosen(self, _index: QModelIndex) -> None:
        line = self.current
        newest = line is not None and line.issue.revision == line.newest
        self.view.setEnabled(line is not None and line.issue.pdf is not None)
        self.copy.setEnabled(line is not None and bool(line.issue.sha256))
        self.hand.setEnabled(newest)
        self.back.setEnabled(line is not None and line.hold is not Hold.RETURNED)
        revisions = {self.model.line(row).issue.revision for row in range(self.model.rowCount())}
        self.compare.setEnabled(len(revisions) > 1)

    def _emit(self, signal: SignalInstance) -> None:
        if (line := self.current) is not None:
            signal.emit(line)

    def _copy(self) -> None:
        if (line := self.current) is not None:
            QApplication.clipboard().setText(line.issue.sha256)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(space(3), space(1), space(3), space(1))
        head.setSpacing(space(2))
        head.addWidget(self.unfold)
        head.addWidget(self._heading, 1)
        self._actions = QWidget(self)
        line = FlowLayout(space(2), 0, self._actions)
        line.setContentsMargins(space(1.75), 0, space(3), space(2))  # words under those of the table
        for button in (self.view, self.compare, self.hand, self.back, self.copy):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self._actions)


class _Table(RowsTable):
    """Enter takes the row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
