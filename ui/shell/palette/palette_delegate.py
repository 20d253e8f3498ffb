"""Paints the lines of the palette: icon, title, what it is; at the right its keys or what Enter does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.controls.lettering import Lettering
from ui.desk import Desk
from ui.shell.palette.entry import Entry
from ui.shell.palette.palette_model import ROW_ROLE, Heading, PaletteModel
from ui.theme.icons import draw_icon
from ui.theme.tokens import BODY, CAPTION, MEDIUM, SMALL, space

ENTRY_HEIGHT = space(10)
HEADING_HEIGHT = space(8)
_ICON = 16
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class PaletteDelegate(QStyledItemDelegate):
    """Looks fonts up once; nothing is made per row."""

    def __init__(self, desk: Desk, model: PaletteModel, view: QListView) -> None:
        super().__init__(view)
        self._desk = desk
        self._model = model
        self._lettering = Lettering(desk, BODY, MEDIUM, SMALL, CAPTION)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        heading = isinstance(index.data(ROW_ROLE), Heading)
        return QSize(space(40), HEADING_HEIGHT if heading else ENTRY_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Heading | Entry = index.data(ROW_ROLE)
        rect = QRect(option.rect).adjusted(space(3), 0, -space(3), 0)
        painter.save()
        if isinstance(row, Heading):
            self._lettering.draw(
                painter, rect.adjusted(0, space(2), 0, 0), self._model.title(row), CAPTION, "text_faint"
            )
        else:
            self._entry(painter, rect, row, bool(option.state & QStyle.StateFlag.State_Selected), option)
        painter.restore()

    def _entry(
        self, painter: QPainter, rect: QRect, entry: Entry, chosen: bool, option: QStyleOptionViewItem
    ) -> None:
        colours = self._desk.theme.colours
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if chosen else colours.hover))
            painter.drawRoundedRect(QRectF(rect).adjusted(-space(1.5), 1, space(1.5), -1), 6, 6)
        icon = QRect(rect.left(), rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        draw_icon(painter, icon, entry.icon, colours.accent if chosen else colours.text_muted)
        inner = rect.adjusted(_ICON + space(3), 0, 0, 0)
        right = entry.keys or (self._model.does(entry) if chosen else "")
        if right:
            width = self._lettering.width(right, SMALL) + space(3)
            self._lettering.draw(painter, inner, right, SMALL, "text_muted", _RIGHT)
            inner.setRight(inner.right() - width)
        title, detail = self._model.title(entry), self._model.detail(entry)
        # The title keeps two thirds where both are long: it is what was looked for.
        room = inner.width() - (space(30) if detail else 0)
        shown = self._lettering.shortened(title, BODY, max(room, space(30)))
        self._lettering.draw(painter, inner, shown, BODY, "text")
        if detail:
            left = self._lettering.width(shown, BODY) + space(3)
            self._lettering.draw(painter, inner.adjusted(left, 0, 0, 0), detail, SMALL, "text_muted")
