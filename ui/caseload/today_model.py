"""The lines of one column of the Today page, with headings between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.message import Message
from planner.session import CaseloadLine
from ui.caseload.today_words import Entry, TodayWords

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_AT_ONCE = 30


@dataclass(frozen=True, slots=True)
class Heading:
    """What the lines below it have in common, and how many they are; 0 where the number tells nothing.

    With ``is_cut`` there are more than are told.
    """

    title: Message | str
    count: int = 0
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Nothing:
    """A sentence in place of lines: there are none, or no more are told."""

    sentence: Message


Row = Heading | Nothing | Entry


class TodayModel(QAbstractListModel):
    """Rows in the order given. Headings can be neither chosen nor acted on.

    A view measures every row it has, so it gets some at first, and more when it comes to the last of those.
    """

    def __init__(self, words: TodayWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._rows: tuple[Row, ...] = ()
        self._shown = 0

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows, as far down as those before were shown."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._shown = min(len(self._rows), max(self._shown, _AT_ONCE))
        self.endResetModel()

    def reach(self, at: int) -> None:
        """Have this row among those that the view has."""
        if at >= self._shown:
            last = min(len(self._rows), at + _AT_ONCE)
            self.beginInsertRows(_NOWHERE, self._shown, last - 1)
            self._shown = last
            self.endInsertRows()

    def canFetchMore(self, parent: _Index = _NOWHERE) -> bool:  # noqa: N802 - Qt's name
        return not parent.isValid() and self._shown < len(self._rows)

    def fetchMore(self, parent: _Index = _NOWHERE) -> None:  # noqa: N802 - Qt's name
        if self.canFetchMore(parent):
            self.reach(self._shown)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, those as well that the view has not got yet."""
        return self._rows

    def row(self, at: int) -> Row:
        """What stands in a row."""
        return self._rows[at]

    def place_of(self, journey: str, subject: str) -> int | None:
        """The row of a line, by its journey and the id of what it is about."""
        for at, row in enumerate(self._rows):
            if isinstance(row, CaseloadLine) and (row.journey, row.content.subject.id) == (journey, subject):
                return at
        return None

    def first_entry(self) -> int | None:
        """The first row that can be chosen."""
        return next((at for at, row in enumerate(self._rows) if not isinstance(row, Heading | Nothing)), None)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else self._shown

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], Heading | Nothing):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ENTRY_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(row, whole=role != Qt.ItemDataRole.DisplayRole)
        if role == Qt.ItemDataRole.ToolTipRole and not isinstance(row, Heading | Nothing):
            return self.words.whole(self.words.of(row))
        return None

    def _said(self, row: Row, *, whole: bool) -> str:
        match row:
            case Heading(title=title):
                return title if isinstance(title, str) else self.words.text(title)
            case Nothing(sentence=sentence):
                return self.words.text(sentence)
        said = self.words.of(row)
        return self.words.whole(said) if whole else said.title
