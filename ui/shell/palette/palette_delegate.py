"""Paints the lines of the palette: icon, title, what it is; at the right its keys or what Enter does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.desk import Desk
from ui.shell.palette.entry import Entry
from ui.shell.palette.palette_model import ROW_ROLE, Heading, PaletteModel
from ui.theme.icons import draw_icon
from ui.theme.tokens import BODY, CAPTION, MEDIUM, SMALL, TypeStyle, space

ENTRY_HEIGHT = space(10)
HEADING_HEIGHT = space(8)
_ICON = 16
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class PaletteDelegate(QStyledItemDelegate):
    """Looks fonts up once; nothing is made per row."""

    def __init__(self, desk: Desk, model: PaletteModel, view: QListView) -> None:
        super().__init__(view)
        self._desk = desk
        self._model = model
        self._fonts = {style: desk.theme.font(style) for style in (BODY, MEDIUM, SMALL, CAPTION)}
        self._metrics = {style: QFontMetrics(font) for style, font in self._fonts.items()}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        heading = isinstance(index.data(ROW_ROLE), Heading)
        return QSize(space(40), HEADING_HEIGHT if heading else ENTRY_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Heading | Entry = index.data(ROW_ROLE)
        rect = QRect(option.rect).adjusted(space(3), 0, -space(3), 0)
        painter.save()
        if isinstance(row, Heading):
            self._text(
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
            width = self._metrics[SMALL].horizontalAdvance(right) + space(3)
            self._text(painter, inner, right, SMALL, "text_muted", _RIGHT)
            inner.setRight(inner.right() - width)
        title, detail = self._model.title(entry), self._model.detail(entry)
        # The title keeps two thirds where both are long: it is what was looked for.
        room = inner.width() - (space(30) if detail else 0)
        shown = self._metrics[BODY].elidedText(title, Qt.TextElideMode.ElideRight, max(room, space(30)))
        self._text(painter, inner, shown, BODY, "text")
        if detail:
            left = self._metrics[BODY].horizontalAdvance(shown) + space(3)
            self._text(painter, inner.adjusted(left, 0, 0, 0), detail, SMALL, "text_muted")

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        style: TypeStyle,
        token: str,
        align: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        painter.setFont(self._fonts[style])
        painter.setPen(QColor(str(getattr(self._desk.theme.colours, token))))
        shown = self._metrics[style].elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, align, shown)
