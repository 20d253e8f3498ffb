"""A cell of a table with room on either side of its words, which are shortened where they do not fit."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.controls.row_under_pointer import RowUnderPointer
from ui.desk import Desk
from ui.theme.icons import ICON_SIZE, draw_icon
from ui.theme.tokens import BODY, space

SIGN = Qt.ItemDataRole.UserRole + 20
"""The role under which a model names an icon that stands before the words."""


class PaddedCell(QStyledItemDelegate):
    """One line of words, in the colour that the model gives, after the icon it names as ``SIGN``."""

    def __init__(self, desk: Desk, table: QTableView) -> None:
        super().__init__(table)
        self._desk = desk
        self._pointed = RowUnderPointer(table)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = self._desk.theme.colours
        rect, state = option.rect, option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
        elif index.row() == self._pointed.row:
            painter.fillRect(rect, QColor(colours.canvas))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(ink if isinstance(ink, QColor) else QColor(colours.text))
        painter.setFont(self._desk.theme.font(BODY))
        place = rect.adjusted(space(3), 0, -space(2), 0)
        sign = index.data(SIGN)
        if isinstance(sign, str):
            top = place.center().y() - ICON_SIZE // 2
            draw_icon(painter, QRect(place.left(), top, ICON_SIZE, ICON_SIZE), sign, colours.text_muted)
            place.adjust(ICON_SIZE + space(1.5), 0, 0, 0)
        words = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
