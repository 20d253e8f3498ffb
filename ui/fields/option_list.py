"""The list that opens below a line: what can be chosen, drawn row by row, never taking the focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.desk import Desk
from ui.fields.option import Option
from ui.fields.popup import Popup
from ui.theme.icons import ICON_SIZE, draw_icon
from ui.theme.tokens import BODY, MEDIUM, SMALL, space

_MOST_ROWS = 8
_MOVES = (QEvent.Type.Resize, QEvent.Type.Move)
_EITHER = QModelIndex | QPersistentModelIndex
_LABEL = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OptionModel(QAbstractListModel):
    """The options, in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.options: Sequence[Option] = ()

    def show_options(self, options: Sequence[Option]) -> None:
        """Have these instead."""
        self.beginResetModel()
        self.options = options
        self.endResetModel()

    def rowCount(self, parent: _EITHER = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        return 0 if parent.isValid() else len(self.options)

    def data(self, index: _EITHER, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.options):
            return None
        option = self.options[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return option.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{option.label}, {option.detail}" if option.detail else option.label
        return option if role == Qt.ItemDataRole.UserRole else None


class _Rows(QStyledItemDelegate):
    def __init__(self, desk: Desk, parent: OptionList) -> None:
        super().__init__(parent)
        self._desk = desk
        self._list = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _EITHER) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, self._list.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _EITHER) -> None:
        shown: Option | None = index.data(Qt.ItemDataRole.UserRole)
        if shown is None:
            return
        colours, theme = self._desk.theme.colours, self._desk.theme
        row = option.rect.adjusted(space(1), 1, -space(1), -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._list.row:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(row, 4, 4)
        inside = row.adjusted(space(2), 0, -space(2), 0)
        icon = "plus" if shown.makes else shown.icon
        if icon:
            middle = QRect(inside.left(), inside.center().y() - ICON_SIZE // 2 + 1, ICON_SIZE, ICON_SIZE)
            draw_icon(painter, middle, icon, colours.accent if shown.makes else colours.text_muted)
            inside.setLeft(middle.right() + space(2))
        is_chosen = self._list.has_chosen and shown.value == self._list.chosen and not shown.makes
        if is_chosen:
            place = QRect(
                inside.right() - ICON_SIZE + 1, inside.center().y() - ICON_SIZE // 2 + 1, ICON_SIZE, ICON_SIZE
            )
            draw_icon(painter, place, "check", colours.accent)
            inside.setRight(place.left() - space(2))
        if self._list.two_lines and shown.detail:
            self._paint_detail_below(painter, inside, shown.detail)
            inside.setBottom(inside.center().y() + space(0.5))
        painter.setFont(theme.font(MEDIUM if is_chosen or shown.makes else BODY))
        metrics = painter.fontMetrics()
        label = metrics.elidedText(shown.label, Qt.TextElideMode.ElideRight, inside.width())
        painter.setPen(QColor(colours.accent if shown.makes else colours.text))
        painter.drawText(inside, _LABEL, label)
        room = inside.width() - metrics.horizontalAdvance(label) - space(3)
        if shown.detail and room > space(8) and not self._list.two_lines:
            painter.setFont(theme.font(SMALL))
            detail = painter.fontMetrics().elidedText(shown.detail, Qt.TextElideMode.ElideRight, room)
            painter.setPen(QColor(colours.text_muted))
            painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, detail)
        painter.restore()

    def _paint_detail_below(self, painter: QPainter, inside: QRect, detail: str) -> None:
        below = QRect(inside)
        below.setTop(inside.center().y() - space(0.5))
        painter.setFont(self._desk.theme.font(SMALL))
        painter.setPen(QColor(self._desk.theme.colours.text_muted))
        said = painter.fontMetrics().elidedText(detail, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, _LABEL, said)


class OptionList(Popup):
    """Lies over the window below ``owner``, above it where there is no room. The focus stays where it is.

    Signals:
        taken(int): a row was pressed.
    """

    taken = Signal(int)

    def __init__(self, desk: Desk, owner: QWidget, *, least_width: int = 0, two_lines: bool = False) -> None:
        super().__init__(desk, owner)
        self._desk = desk
        self._least_width = least_width
        self.chosen: Any = None
        self.has_chosen = False
        self.row = -1
        self.two_lines = two_lines
        self.row_height = desk.theme.line_height(BODY) + space(2) + 2
        if two_lines:
            self.row_height += desk.theme.line_height(SMALL)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = OptionModel(self)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Rows(desk, self))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(owner.accessibleName())
        self.view.entered.connect(lambda index: self.go(index.row()))
        self.view.clicked.connect(lambda index: self.taken.emit(index.row()))

    def show_options(self, options: Sequence[Option], row: int) -> None:
        """Show these with ``row`` highlighted (-1 for none) and lie where there is room."""
        self.model.show_options(options)
        self.row = row
        self._take_place()
        self.go(row)

    def go(self, row: int) -> None:
        """Highlight another row, and have a screen reader say it."""
        self.row = row
        self.view.viewport().update()
        if row >= 0:
            index = self.model.index(row)
            self.view.scrollTo(index)
            self._owner.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
            event = QAccessibleEvent(self.view, QAccessible.Event.Focus)
            event.setChild(row)
            QAccessible.updateAccessibility(event)

    @property
    def highlighted(self) -> Option | None:
        """The option that Enter would take."""
        return self.model.options[self.row] if 0 <= self.row < len(self.model.options) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in _MOVES and watched is self._owner:
            self._take_place()
            return False
        return super().eventFilter(watched, event)

    def _take_place(self) -> None:
        window, edge = self._owner.window(), space(1)
        rows = max(min(len(self.model.options), _MOST_ROWS), 1)
        height = rows * self.row_height + 2 * edge
        width = min(max(self._owner.width(), self._least_width), window.width() - 2 * edge)
        self.view.setGeometry(1, edge, width - 2, height - 2 * edge)
        self._lie(QSize(width, height), may_cover=False)
