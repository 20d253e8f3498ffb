"""What can be found in what is on screen: the lines of its lists, or where there are none its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from planner.session import Sought, searchable
from ui.controls.eliding_label import ElidingLabel
from ui.controls.found_mark import FoundMark

_MOST_FETCHES = 50
_AROUND = 60
"""So many pixels are seen above and below what was found."""

Marks = Callable[[QWidget, QRect | None], None]
"""Is told the widget that was found, and where in it where that is a part of it only."""


@dataclass(frozen=True, slots=True)
class Findable:
    """Words on screen, and the way to them. ``go`` brings them into view and tells what is to be marked."""

    words: str
    go: Callable[[Marks], None]


class Looked:
    """What somebody looks for: it stands in words as typed, or they are found by it as journeys are."""

    def __init__(self, typed: str) -> None:
        self._parts = tuple(typed.casefold().split())
        self._sought = Sought(typed)

    def __bool__(self) -> bool:
        return bool(self._parts)

    def is_in(self, words: str) -> bool:
        """Whether every word of it is found there: as it stands, or all of it in pinyin and initials."""
        words = words.replace("\u2060", "")  # what holds a line together is not seen
        plain = words.casefold()
        return bool(self) and (
            all(part in plain for part in self._parts)
            or (bool(self._sought) and self._sought.finds(_tokens(words)))
        )


def findables(root: QWidget) -> list[Findable]:
    """Everything that can be found in ``root`` as it stands, in the order in which it is read."""
    lists = _lists(root)
    if lists:
        return [one for view in lists for one in _lines(view)]
    found = [(_place(widget, root), one) for widget, one in _walk(root)]
    return [one for _place_, one in sorted(found, key=lambda pair: pair[0])]


def _lists(root: QWidget) -> list[QAbstractItemView]:
    views = [
        view
        for view in root.findChildren(QAbstractItemView)
        if not isinstance(view, QHeaderView) and view.isVisible() and view.window() is root.window()
    ]
    filled = [view for view in views if view.model() is not None and view.model().rowCount()]
    return sorted(filled, key=lambda view: _place(view, root)[::-1])  # columns from left to right


def _lines(view: QAbstractItemView) -> Iterator[Findable]:
    model = view.model()
    for _turn in range(_MOST_FETCHES):
        if not model.canFetchMore(view.rootIndex()):
            break
        model.fetchMore(view.rootIndex())
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if not model.flags(index) & Qt.ItemFlag.ItemIsSelectable:
            continue  # it names those below it
        if isinstance(view, QTableView):
            cells = (model.index(row, column).data() for column in range(model.columnCount()))
            words = "\n".join(str(cell) for cell in cells if cell)
        else:
            words = str(index.data(int(Qt.ItemDataRole.AccessibleTextRole)) or index.data() or "")
        yield Findable(words, partial(_go_to_line, view, row))


def _go_to_line(view: QAbstractItemView, row: int, mark: Marks) -> None:
    if not isValid(view) or row >= view.model().rowCount():
        return
    index = view.model().index(row, 0)
    view.setCurrentIndex(index)
    view.scrollTo(index)
    place = view.visualRect(index)
    if isinstance(view, QTableView):
        place.setLeft(0)
        place.setRight(view.viewport().width() - 1)
    mark(view.viewport(), place)


def _walk(within: QWidget) -> Iterator[tuple[QWidget, Findable]]:
    for child in within.children():
        if not isinstance(child, QWidget) or child.isHidden() or child.isWindow():
            continue
        own: Callable[[], Sequence[Findable]] | None = getattr(child, "findables", None)
        if own is not None:
            yield from ((child, one) for one in own())
        elif isinstance(child, FoundMark):
            continue
        elif words := _words(child):
            yield child, Findable(words, partial(go_to_widget, child))
        else:
            yield from _walk(child)


def _words(widget: QWidget) -> str:
    match widget:
        case ElidingLabel():
            return widget.accessibleName()
        case QLabel():
            return widget.text()
        case QAbstractButton() | QLineEdit():
            return widget.text()
        case QComboBox():
            return widget.currentText()
        case QPlainTextEdit() | QTextEdit():
            return widget.toPlainText()
    return ""


def go_to_widget(widget: QWidget, mark: Marks) -> None:
    """Bring a widget into view, however deep in what scrolls it stands, and have it marked."""
    if not isValid(widget):
        return
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            to_row = getattr(around, "go_to_row", None)  # it keeps its place while rows are still drawn
            if to_row is not None:
                to_row(widget)
            else:
                around.ensureWidgetVisible(widget, 0, _AROUND)
        around = around.parentWidget()
    mark(widget, None)


def _place(widget: QWidget, root: QWidget) -> tuple[int, int]:
    at = widget.mapTo(root, QPoint(0, 0))
    return at.y(), at.x()


@lru_cache(maxsize=8_000)
def _tokens(words: str) -> tuple[str, ...]:
    return () if words.isascii() else searchable((words,))
