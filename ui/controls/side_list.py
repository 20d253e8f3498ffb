"""A list beside a detail: two lines, an icon and a pill a row, painted; only the visible rows cost."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    SIGNAL,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.message import Message
from ui.controls.letter import is_letter
from ui.controls.lettering import Lettering
from ui.desk import Desk
from ui.theme.icons import ICON_SIZE, draw_icon
from ui.theme.tokens import CAPTION, MEDIUM, RADIUS_CONTROL, SMALL, STRONG, Tone, TypeStyle, Weight, space

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEIGHT = space(13)
_SHORT_HEIGHT = space(10)
_TIME = "00:00"  # the widest that leads a line
_HEADING_HEIGHT = space(8)
_PILL = TypeStyle(SMALL.size_px, Weight.MEDIUM)


@dataclass(frozen=True, slots=True)
class Line:
    """What a row shows, already in words. A heading names the rows below it and cannot be chosen.

    ``lead`` stands small before it all, ``aside`` at the right; ``tone`` is that of the pill or, without
    one, of the icon.
    """

    title: str
    subtitle: str = ""
    icon: str = ""
    pill: str = ""
    aside: str = ""
    lead: str = ""
    tone: Tone = Tone.NEUTRAL
    is_heading: bool = False


class SideListModel(QAbstractListModel):
    """Things by their keys; ``line_of`` words one of them when its row is looked at, and again after
    ``reword``."""

    def __init__(self, line_of: Callable[[Any], Line], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line_of = line_of
        self._things: Sequence[tuple[Hashable, Any]] = ()
        self._rows: dict[Hashable, int] = {}
        self._lines: dict[int, Line] = {}

    def show(self, things: Sequence[tuple[Hashable, Any]]) -> None:
        """Show these things, each with its key, in this order."""
        self.beginResetModel()
        self._things = things
        self._rows = {key: row for row, (key, _) in enumerate(things)}
        self._lines.clear()
        self.endResetModel()

    def reword(self) -> None:
        """The words of every row may be others now."""
        self._lines.clear()
        if self._things:
            self.dataChanged.emit(self.index(0), self.index(len(self._things) - 1))

    def key(self, row: int) -> Any:
        """The key of the thing in a row."""
        return self._things[row][0]

    def thing(self, row: int) -> Any:
        """The thing in a row."""
        return self._things[row][1]

    def row_of(self, key: Hashable) -> int | None:
        """The row of a key, ``None`` while it is not shown."""
        return self._rows.get(key)

    def line(self, row: int) -> Line:
        """What stands in a row."""
        found = self._lines.get(row)
        if found is None:
            found = self._lines[row] = self._line_of(self._things[row][1])
        return found

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._things)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.line(index.row())
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            parts = (line.lead, line.title, line.subtitle, line.aside, line.pill)
            return "\n".join(part for part in parts if part)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self.line(index.row()).is_heading:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


class SideList(QListView):
    """The list; the arrow keys choose, and letters typed go on to a search.

    ``has_headings`` says that rows differ in height, which costs as many looks as there are rows;
    ``is_short`` that they have one line.

    Signals:
        chosen(object): the thing of this key is the current one now.
        typed(str): a letter that is no command of a list.
        entered_row: Enter was pressed on a row.
    """

    chosen = Signal(object)
    typed = Signal(str)
    entered_row = Signal()

    def __init__(
        self,
        desk: Desk,
        name: Message,
        line_of: Callable[[Any], Line],
        parent: QWidget | None = None,
        *,
        has_headings: bool = False,
        is_short: bool = False,
    ) -> None:
        super().__init__(parent)
        self.is_short = is_short
        self._is_quiet = False
        self._was_shown = False
        self.setUniformItemSizes(not has_headings)  # else every row is asked how high it is
        self.rows = SideListModel(line_of, self)
        self.setModel(self.rows)
        self.setItemDelegate(_LineDelegate(desk, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setViewportMargins(0, space(1), 0, 0)
        desk.language.say(self, name, "setAccessibleName")
        desk.language.changed.connect(self.rows.reword)
        desk.theme.changed.connect(self.viewport().update)

    @property
    def current(self) -> Any:
        """The key of the chosen thing, ``None`` for none."""
        index = self.currentIndex()
        return self.rows.key(index.row()) if index.isValid() else None

    @property
    def chosen_thing(self) -> Any:
        """The chosen thing itself, ``None`` for none."""
        index = self.currentIndex()
        return self.rows.thing(index.row()) if index.isValid() else None

    def show_things(self, things: Sequence[tuple[Hashable, Any]]) -> None:
        """Show these things, keeping the chosen one where it still is."""
        before = self.current
        self._is_quiet = True
        self.rows.show(things)
        self._is_quiet = False
        if not (before is not None and self.choose(before)):
            self.chosen.emit(None)

    def choose(self, key: Hashable) -> bool:
        """Make the thing of that key the current one; whether it is shown."""
        row = self.rows.row_of(key)
        if row is None:
            return False
        self.setCurrentIndex(self.rows.index(row))
        self._bring_into_view()
        return True

    def choose_first(self) -> None:
        """Choose the first thing that is no heading, if any."""
        for row in range(self.rows.rowCount()):
            if not self.rows.line(row).is_heading:
                self.setCurrentIndex(self.rows.index(row))
                return

    def _bring_into_view(self) -> None:
        """The chosen row, and the heading it stands under where that is the row before."""
        row = self.currentIndex().row()
        if row > 0 and self.rows.line(row - 1).is_heading:
            self.scrollTo(self.rows.index(row - 1))
        if row >= 0:
            self.scrollTo(self.rows.index(row))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if not self._was_shown:  # what is chosen was chosen before there was a list to see it in
            self._was_shown = True
            self.doItemsLayout()
            self.scrollToTop()
            self._bring_into_view()

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        if not self._is_quiet and current.isValid() and not self.rows.line(current.row()).is_heading:
            self.chosen.emit(self.rows.key(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if is_letter(event):
            if self.receivers(SIGNAL("typed(QString)")):
                self.typed.emit(event.text())
            else:
                event.ignore()  # whoever is around begins to look for it
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)


class _LineDelegate(QStyledItemDelegate):
    """Paints a row; nothing is made per row."""

    def __init__(self, desk: Desk, view: SideList) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._lettering = Lettering(desk, CAPTION, SMALL, MEDIUM, STRONG, _PILL)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        line: Line = index.data(LINE_ROLE)
        height = _SHORT_HEIGHT if self._view.is_short else _HEIGHT
        return QSize(space(20), _HEADING_HEIGHT if line.is_heading else height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: Line = index.data(LINE_ROLE)
        rect = QRect(option.rect)
        colours = self._desk.theme.colours
        painter.save()
        if line.is_heading:
            inner = rect.adjusted(space(4), space(2), -space(3), 0)
            self._lettering.draw(painter, inner, line.title, CAPTION, "text_faint")
            painter.restore()
            return
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_chosen or (under_mouse and self._view.viewport().underMouse()):  # Qt marks rows that scroll by
            framed = is_chosen and self._view.hasFocus()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.focus), 2) if framed else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if is_chosen else colours.canvas))
            edge = 1 if framed else 0
            ground = QRectF(rect).adjusted(space(1.5) + edge, 1 + edge, -space(1.5) - edge, -1 - edge)
            painter.drawRoundedRect(ground, RADIUS_CONTROL, RADIUS_CONTROL)
        inner = rect.adjusted(space(4), 0, -space(4), 0)
        if line.lead:
            self._lettering.draw(painter, inner, line.lead, SMALL, "text_muted")
            inner.setLeft(inner.left() + self._lettering.width(_TIME, SMALL) + space(4))
        if line.icon:
            place = QRect(inner.left(), inner.center().y() - ICON_SIZE // 2, ICON_SIZE, ICON_SIZE)
            draw_icon(painter, place, line.icon, self._icon_colour(line, is_chosen))
            inner.setLeft(place.right() + space(3))
        if line.pill:
            inner.setRight(self._draw_pill(painter, inner, line, is_chosen) - space(2))
        if line.aside:
            width = self._lettering.width(line.aside, SMALL)
            place = QRect(inner.right() - width, inner.top(), width + 1, inner.height())
            self._lettering.draw(painter, place, line.aside, SMALL, "text_faint")
            inner.setRight(place.left() - space(3))
        middle = inner.center().y()
        if line.subtitle:
            upper = QRect(inner.left(), middle - space(4.5), inner.width(), space(5))
            lower = QRect(inner.left(), middle + 1, inner.width(), space(4.5))
            self._lettering.draw(painter, upper, line.title, STRONG, "text")
            self._lettering.draw(painter, lower, line.subtitle, SMALL, "text_muted")
        else:
            self._lettering.draw(
                painter, inner, line.title, MEDIUM if self._view.is_short else STRONG, "text"
            )
        painter.restore()

    def _icon_colour(self, line: Line, is_chosen: bool) -> str:
        colours = self._desk.theme.colours
        if not line.pill and line.tone is not Tone.NEUTRAL:
            return colours.solid(line.tone)
        return colours.accent if is_chosen else colours.text_muted

    def _draw_pill(self, painter: QPainter, rect: QRect, line: Line, is_chosen: bool) -> int:
        """Paint the pill at the right; its left edge."""
        colours = self._desk.theme.colours
        wanted = self._lettering.width(line.pill, _PILL) + space(4) + 2
        width, height = min(wanted, rect.width() // 2), space(5.5)
        pill = QRect(rect.right() - width, rect.center().y() - height // 2 + 1, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.surface if is_chosen else colours.soft(line.tone)))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        inside = pill.adjusted(space(2), 0, -space(2), 0)
        self._lettering.draw(
            painter, inside, line.pill, _PILL, f"on_{line.tone.value}_soft", Qt.AlignmentFlag.AlignCenter
        )
        return pill.left()
