"""The row of a table that the pointer is over: all of it answers, not the one cell that Qt marks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QTableView


class RowUnderPointer(QObject):
    """Watches ``table``; a delegate asks for ``row``, -1 for none."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.row = -1
        table.setMouseTracking(True)
        table.entered.connect(self._entered)
        table.viewportEntered.connect(self._left)
        table.verticalScrollBar().valueChanged.connect(self._scrolled)
        table.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Leave:
            self._left()
        return False

    def _entered(self, index: QModelIndex) -> None:
        self._go(index.row())

    def _left(self) -> None:
        self._go(-1)

    def _scrolled(self) -> None:
        """Another row came under a pointer that stands still."""
        if self.row >= 0:
            viewport = self._table.viewport()
            self._go(self._table.indexAt(viewport.mapFromGlobal(QCursor.pos())).row())

    def _go(self, row: int) -> None:
        if row != self.row:
            before, self.row = self.row, row
            table, viewport = self._table, self._table.viewport()
            for one in (before, row):
                if one >= 0:
                    viewport.update(0, table.rowViewportPosition(one), viewport.width(), table.rowHeight(one))
