"""All pages in small, to go to one of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.message import N_
from ui.controls.focus_ring import FocusRing
from ui.desk import Desk
from ui.pdf.pages import PdfPages, Wish
from ui.theme.tokens import SMALL, space

_NAME = "list"
_PICTURE_WIDTH = space(22)
WIDTH = space(34)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PagesModel(QAbstractListModel):
    """The pages by number; their pictures come as they are drawn."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.pages: PdfPages | None = None

    def show(self, pages: PdfPages | None) -> None:
        """Show these pages."""
        before, after = self.rowCount(), pages.count if pages is not None else 0
        if after > before:
            self.beginInsertRows(_NOWHERE, before, after - 1)
            self.pages = pages
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(_NOWHERE, after, before - 1)
            self.pages = pages
            self.endRemoveRows()
        self.pages = pages
        if pages is not None:
            pages.drawn.connect(self._drawn)
            if after:
                self.dataChanged.emit(self.index(0), self.index(after - 1))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() or self.pages is None else self.pages.count

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.pages is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = N_("Page {page} of {pages}", page=index.row() + 1, pages=self.pages.count)
            return self._desk.language.text(said)
        return None

    def _drawn(self, name: str, page: int) -> None:
        if name == _NAME and page < self.rowCount():
            self.dataChanged.emit(self.index(page), self.index(page))


class _Miniature(QStyledItemDelegate):
    """A small page with its number below."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        high = picture_size(index).height()
        return QSize(_PICTURE_WIDTH + space(6), high + self._desk.theme.line_height(SMALL) + space(4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colours = self._desk.theme.colours
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        size = picture_size(index)
        place = QRect(0, 0, size.width(), size.height())
        place.moveTopLeft(rect.topLeft())
        place.translate((rect.width() - size.width()) // 2, space(1.5))
        painter.fillRect(place, Qt.GlobalColor.white)
        model = index.model()
        pages = model.pages if isinstance(model, PagesModel) else None
        if pages is not None and (image := pages.picture(_NAME, index.row())):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        here = bool(state & QStyle.StateFlag.State_Selected)
        pointed = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = colours.accent if here else colours.line_control
        painter.setPen(QPen(QColor(edge), 2 if here or pointed else 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        words = QRect(rect.left(), place.bottom() + space(1), rect.width(), rect.bottom() - place.bottom())
        painter.setFont(self._desk.theme.font(SMALL))
        painter.setPen(QColor(colours.text if here or pointed else colours.text_muted))
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, index.data())


def picture_size(index: _Index) -> QSize:
    """How large a miniature is, in device-independent pixels."""
    model = index.model()
    if not isinstance(model, PagesModel) or model.pages is None:
        return QSize()
    size = model.pages.sizes[index.row()]
    return QSize(_PICTURE_WIDTH, round(_PICTURE_WIDTH * size.height() / max(size.width(), 1.0)))


class PageList(QListView):
    """The miniatures.

    Signals:
        chosen(int): go to this page.
    """

    chosen = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.pages = PagesModel(desk, self)
        self.setModel(self.pages)
        self.setItemDelegate(_Miniature(desk, self))
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        desk.language.say(self, N_("Pages"), "setAccessibleName")
        FocusRing(desk, self)
        self.selectionModel().currentChanged.connect(self._current)
        self.verticalScrollBar().valueChanged.connect(self._ask)

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show these pages."""
        self.pages.show(pages)
        self._ask()

    def show_page(self, page: int) -> None:
        """Mark this page as the one that is read; says nothing to anybody."""
        self._quiet = True
        self.setCurrentIndex(self.pages.index(page))
        self._quiet = False

    def resizeEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._ask()

    def showEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._ask()

    def _current(self, index: QModelIndex) -> None:
        if not self._quiet and index.isValid():
            self.chosen.emit(index.row())

    def _ask(self, _value: int = 0) -> None:
        pages = self.pages.pages
        if pages is None or not self.isVisible():
            return
        first = self.indexAt(self.viewport().rect().topLeft()).row()
        last = self.indexAt(self.viewport().rect().bottomLeft()).row()
        first, last = max(first, 0), last if last >= 0 else pages.count - 1
        ratio = self.devicePixelRatioF()
        pages.wish(
            _NAME,
            [
                Wish(page, (picture_size(self.pages.index(page)).toSizeF() * ratio).toSize())
                for page in range(first, last + 1)
            ],
        )
