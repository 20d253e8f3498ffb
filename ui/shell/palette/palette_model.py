"""The lines of the palette: entries under the headings of their groups, worded when they are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.shell.palette.entry import GROUPS, Entry, Group

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group; a bare code would come back from Qt as plain text."""

    group: Group


Row = Heading | Entry


class PaletteModel(QAbstractListModel):
    """Rows in the order given; the heading of a group can be neither chosen nor run."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said = ContentWords(desk)
        self._rows: tuple[Row, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these entries, those of a group together where its first one stands."""
        groups: dict[Group, list[Entry]] = {}
        for entry in entries:
            groups.setdefault(entry.group, []).append(entry)
        self.beginResetModel()
        rows: list[Row] = []
        for group, held in groups.items():
            rows += [Heading(group), *held]
        self._rows = tuple(rows)
        self.endResetModel()

    def entry(self, at: int) -> Entry | None:
        """The entry in a row; ``None`` for a heading and outside."""
        row = self._rows[at] if 0 <= at < len(self._rows) else None
        return row if isinstance(row, Entry) else None

    def next_entry(self, at: int, step: int) -> int | None:
        """The row of the entry after (``step`` 1) or before (-1) row ``at``, going round at the ends."""
        count = len(self._rows)
        for away in range(1, count + 1):
            row = (at + step * away) % count
            if isinstance(self._rows[row], Entry):
                return row
        return None

    def place_of(self, key: str) -> int | None:
        """The row of the entry with this key."""
        return next(
            (n for n, row in enumerate(self._rows) if isinstance(row, Entry) and row.key == key), None
        )

    def title(self, row: Row) -> str:
        """What a row is called, in the language of the screen."""
        return self._said.text(GROUPS[row.group] if isinstance(row, Heading) else row.title)

    def detail(self, entry: Entry) -> str:
        """What is said beside an entry's title."""
        return self._said.text(entry.detail)

    def does(self, entry: Entry) -> str:
        """What Enter does."""
        return self._said.text(entry.does)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(row, Heading):
                return self.title(row)
            return self._said.listed((self.title(row), self.detail(row), row.keys))
        return None
