"""Sorting the list of journeys by keyboard: Shift and arrows go along the columns, or turn the order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QTableView

from planner.message import N_
from ui.caseload.journeys_model import HEADERS, Column
from ui.desk import Desk

_ASCENDING, _DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ORDERS = {Qt.Key.Key_Up: _ASCENDING, Qt.Key.Key_Down: _DESCENDING}


def sorted_by_key(desk: Desk, table: QTableView, event: QKeyEvent) -> bool:
    """Sort as the key says, and tell it; whether it was such a key. Before the first column is no sorting."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.ShiftModifier:
        return False
    key, header = Qt.Key(event.key()), table.horizontalHeader()
    column, order = header.sortIndicatorSection(), header.sortIndicatorOrder()
    seen = [-1, *(one for one in Column if not table.isColumnHidden(one))]
    if key in _ALONG:
        at = (seen.index(column) if column in seen else 0) + _ALONG[key]
        column, order = seen[min(max(at, 0), len(seen) - 1)], _ASCENDING
    elif key in _ORDERS:
        column, order = (column if column >= 0 else seen[1]), _ORDERS[key]
    else:
        return False
    header.setSortIndicator(column, order)
    _tell(desk, table, column, order)
    return True


def _tell(desk: Desk, table: QTableView, column: int, order: Qt.SortOrder) -> None:
    if column < 0:
        told = N_("Not sorted")
    elif order is _ASCENDING:
        told = N_("Sorted by {column}, ascending", column=HEADERS[Column(column)])
    else:
        told = N_("Sorted by {column}, descending", column=HEADERS[Column(column)])
    table.setAccessibleDescription(desk.language.text(told))
    QAccessible.updateAccessibility(QAccessibleEvent(table, QAccessible.Event.DescriptionChanged))
