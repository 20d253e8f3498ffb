"""The log of one journey as a table that grows as one scrolls: newest first, narrowed without losing rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt

from planner.message import N_, NP_, Message
from planner.record.journey import Journey
from planner.record.when import When
from planner.session import LoggedChange, Session
from planner.session.log_search import LogWord
from planner.session.logged import ThingTold, tell
from ui.controls.padded_cell import SIGN
from ui.controls.rows_model import NOWHERE, Index, RowsModel
from ui.desk import Desk
from ui.journey.history.value_words import ValueWords

if TYPE_CHECKING:
    from planner.record.text import Text

PAGE = 100


class Column(IntEnum):
    """The columns, from the left."""

    WHEN = 0
    HOME = 1
    WHO = 2
    WHAT = 3
    DETAIL = 4


HEADERS: dict[int, Message] = {
    Column.WHEN: NP_("column", "When"),
    Column.HOME: NP_("column", "At home"),
    Column.WHO: NP_("column", "Who"),
    Column.WHAT: NP_("column", "What"),
    Column.DETAIL: NP_("column", "Old → new"),
}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which rows are shown: by whom (an id; ``None``: all), of which kinds, on which days (both included),
    and with which words.
    """

    who: str | None = None
    kinds: frozenset[str] = frozenset()
    first: dt.date | None = None
    last: dt.date | None = None
    words: tuple[LogWord, ...] = ()


class HistoryModel(RowsModel):
    """Rows are read from the log a page at a time, when somebody scrolls to them."""

    def __init__(self, desk: Desk, session: Session, parent: QObject | None = None) -> None:
        super().__init__(desk, HEADERS, parent)
        self._session = session
        self.words = ValueWords(desk)
        self._rows: list[LoggedChange] = []
        self._told: dict[int, tuple[ThingTold, ...]] = {}
        self._taken_back: frozenset[int] = frozenset()
        self._position: int | None = None
        self._oldest: int | None = None
        self._is_whole = True
        self.narrowing = Narrowing()

    # What it shows

    @property
    def journey(self) -> Journey | None:
        """Whose history it is."""
        return self.words.journey

    def show(self, journey: Journey | None) -> None:
        """Show the history of this journey from its newest edit on."""
        same = self.journey is not None and journey is not None and journey.id == self.journey.id
        self.words.journey = journey
        newest = self._rows[0].number if same and self._rows else None
        self._read_again(most=len(self._rows) if newest is not None else PAGE)

    def narrow(self, narrowing: Narrowing) -> None:
        """Show only these rows."""
        if narrowing != self.narrowing:
            self.narrowing = narrowing
            self._read_again(most=PAGE)

    def change(self, row: int) -> LoggedChange:
        """What stands in a row."""
        return self._rows[row]

    def told(self, row: int) -> tuple[ThingTold, ...]:
        """What that edit did, thing by thing."""
        change = self._rows[row]
        found = self._told.get(change.number)
        if found is None:
            found = self._told[change.number] = tell(change, self.journey)
        return found

    def is_taken_back(self, row: int) -> bool:
        """Whether that edit was undone afterwards and not done again."""
        return self._rows[row].number in self._taken_back

    def is_next_to_undo(self, row: int) -> bool:
        """Whether undo would take that edit back now."""
        return self._rows[row].edit == self._position

    def row_of(self, number: int) -> int | None:
        """The row of the edit of that number, ``None`` while it is not shown."""
        return next((row for row, one in enumerate(self._rows) if one.number == number), None)

    # QAbstractTableModel

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        return not parent.isValid() and not self._is_whole

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's name
        if parent.isValid() or self._is_whole:
            return
        found = self._next_page()
        if found:
            first = len(self._rows)
            self.beginInsertRows(NOWHERE, first, first + len(found) - 1)
            self._rows += found
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            words = self.label(row) if column is Column.WHAT else self._words(row, column)
            return words or (None if role == Qt.ItemDataRole.ToolTipRole else "")
        if role == SIGN:
            return "undo-2" if column is Column.WHAT and self.is_next_to_undo(row) else None
        if role == Qt.ItemDataRole.ForegroundRole and self.is_taken_back(row):
            from PySide6.QtGui import QColor

            return QColor(self._desk.theme.colours.text_faint)
        return None

    # How

    def who(self, change: LoggedChange) -> str:
        """Who did it."""
        if not change.note.who:
            return self._desk.language.text(N_("name not given"))
        managers = self._session.directory().agency
        names: dict[str, Text] = {one.id: one.name for one in managers.case_managers} if managers else {}
        name = names.get(change.note.who)
        return name.best(self._desk.language.locale) if name else change.note.who

    def moment(self, change: LoggedChange, zone: str) -> str:
        """When it was done, as clocks in ``zone`` show it."""
        local = change.note.at.astimezone(ZoneInfo(zone))
        time = local.time().replace(microsecond=0)
        return self._desk.language.speaker.when(When(date=local.date(), time=time, zone=zone), "short_day")

    def label(self, row: int) -> str:
        """What it was called, what became of it, and whether undo takes it back now."""
        told = self._told_of(row)
        if self.is_next_to_undo(row):
            told = N_("{what} (undo takes this back)", what=told)
        return self._desk.language.text(told)

    def name(self, row: int) -> str:
        """What it was called, and what became of it."""
        return self._desk.language.text(self._told_of(row))

    def _told_of(self, row: int) -> Message:
        note = self._rows[row].note
        match note.kind:
            case "undo":
                told = N_("Undone: {what}", what=note.label)
            case "redo":
                told = N_("Done again: {what}", what=note.label)
            case _:
                told = note.label
        if self.is_taken_back(row) and not self.is_next_to_undo(row):
            told = N_("{what} (taken back)", what=told)
        return told

    def _words(self, row: int, column: Column) -> str:
        change, journey = self._rows[row], self.journey
        match column:
            case Column.WHEN:
                return self.moment(change, journey.zone) if journey is not None else ""
            case Column.HOME:
                zone = home_zone(journey)
                return self.moment(change, zone) if zone else ""
            case Column.WHO:
                return self.who(change)
            case Column.WHAT:
                return self.name(row)
            case Column.DETAIL:
                return self.words.short(self.told(row))

    def _read_again(self, most: int) -> None:
        self.beginResetModel()
        self._rows, self._told = [], {}
        self._oldest, self._is_whole = None, self.journey is None
        self._stand()
        while not self._is_whole and len(self._rows) < max(most, 1):
            self._rows += self._next_page()
        self.endResetModel()

    def _next_page(self) -> list[LoggedChange]:
        """The next rows that pass, at least one unless the log ends."""
        found: list[LoggedChange] = []
        while not found and not self._is_whole and self.journey is not None:
            words = self.narrowing.words
            read = self._session.log(self.journey.id, before=self._oldest, limit=PAGE, words=words)
            self._is_whole = len(read) < PAGE
            if read:
                self._oldest = read[-1].number
            found = [one for one in read if self._passes(one)]
        return found

    def _passes(self, change: LoggedChange) -> bool:
        wanted = self.narrowing
        if wanted.who is not None and change.note.who != wanted.who:
            return False
        if wanted.kinds and not any(one.kind in wanted.kinds for one in change.fields):
            return False
        if wanted.first is None and wanted.last is None:
            return True
        assert self.journey is not None
        day = change.note.at.astimezone(ZoneInfo(self.journey.zone)).date()
        return (wanted.first or day) <= day <= (wanted.last or day)

    def _stand(self) -> None:
        """Which edits were taken back, and which one undo would take back now: the newest that still stands.

        Undo goes back through one line over all journeys, so the whole log is looked at, newest first.
        """
        undone, taken, position = 0, set(), None
        for change in _edits(self._session.log(None, limit=400)):
            if change.note.kind == "undo":
                undone += 1
            elif undone:
                undone -= 1
                taken.add(change.edit)
            elif position is None:
                position = change.edit
        rows = self._session.log(self.journey.id, limit=400) if self.journey is not None else []
        self._taken_back = frozenset(one.number for one in rows if one.edit in taken)
        self._position = position if self._session.undo_label is not None else None


def home_zone(journey: Journey | None) -> str:
    """The patient's home zone, where it is not that of the country of treatment."""
    patient = journey.patient if journey is not None else None
    zone = patient.home_zone if patient is not None else ""
    return zone if journey is not None and zone != journey.zone else ""


def _edits(rows: list[LoggedChange]) -> list[LoggedChange]:
    """One row for each edit: one that touched several journeys has one for each of them."""
    return list({one.edit: one for one in rows}.values())
