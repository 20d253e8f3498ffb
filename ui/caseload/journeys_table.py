"""The list of journeys as a table: its columns, their widths, and which are left out where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from planner.message import N_
from ui.caseload.cell_delegate import ROW_HEIGHT, CellDelegate
from ui.caseload.journeys_model import Column, JourneysModel
from ui.caseload.sorting_keys import sorted_by_key
from ui.controls.letter import is_letter
from ui.controls.rows_table import RowsTable
from ui.desk import Desk
from ui.theme.tokens import space

#: Columns whose place is needed more by others in a narrow table, with the width from which they are shown.
_ROOM_FOR = {Column.CENTRE: space(235), Column.STAY: space(190), Column.FRACTIONS: space(150)}
_WIDE, _WIDE_CENTRE = space(320), 56
_WIDTHS = {
    Column.PATIENT: 52,
    Column.CENTRE: 40,
    Column.PHASE: 32,
    Column.NEXT: 52,
    Column.FRACTIONS: 28,
    Column.STAY: 34,
    Column.FINDINGS: 31,
}


class JourneysTable(RowsTable):
    """One line a journey; Enter opens it, Shift and arrows sort, letters typed into it go on to the search.

    Signals:
        typed(str): a letter that is no command of a table.
    """

    typed = Signal(str)

    def __init__(self, desk: Desk, model: JourneysModel, parent: QWidget | None = None) -> None:
        widths: dict[int, int] = {column: space(steps) for column, steps in _WIDTHS.items()}
        super().__init__(desk, N_("Journeys"), model, row_height=ROW_HEIGHT, widths=widths, parent=parent)
        self._desk = desk
        self.setItemDelegate(CellDelegate(desk, model, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        header.setSectionResizeMode(Column.PATIENT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.NEXT, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(space(20))
        desk.theme.changed.connect(self.viewport().update)

    def sort_by(self, column: int) -> None:
        """Sort by a column; once more turns it round."""
        header = self.horizontalHeader()
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        again = header.sortIndicatorSection() == column and header.sortIndicatorOrder() is ascending
        header.setSortIndicator(column, descending if again else ascending)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        for column, room in _ROOM_FOR.items():
            self.setColumnHidden(column, self.width() < room)
        wide = self.width() >= _WIDE
        self.setColumnWidth(Column.CENTRE, space(_WIDE_CENTRE if wide else _WIDTHS[Column.CENTRE]))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if sorted_by_key(self._desk, self, event):
            return
        if is_letter(event):
            self.typed.emit(event.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
