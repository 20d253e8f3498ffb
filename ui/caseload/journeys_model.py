"""The caseload as a table: rows are summaries, put in order and narrowed without ever touching a journey."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from planner.message import NP_, Message
from ui.alphabet import alphabet
from ui.caseload.cell_words import CellWords
from ui.caseload.phases import phase_order
from ui.controls.rows_model import NOWHERE, Index, RowsModel
from ui.desk import Desk

if TYPE_CHECKING:
    from planner.session import JourneySummary

SUMMARY_ROLE = int(Qt.ItemDataRole.UserRole)
_LAST_DAY = dt.datetime.max.replace(tzinfo=dt.UTC)


class Column(IntEnum):
    """The columns, from the left."""

    PATIENT = 0
    CENTRE = 1
    PHASE = 2
    NEXT = 3
    FRACTIONS = 4
    STAY = 5
    FINDINGS = 6


HEADERS: dict[int, Message] = {
    Column.PATIENT: NP_("column", "Patient"),
    Column.CENTRE: NP_("column", "Centre"),
    Column.PHASE: NP_("column", "Phase"),
    Column.NEXT: NP_("column", "Next"),
    Column.FRACTIONS: NP_("column", "Sessions"),
    Column.STAY: NP_("column", "Permitted stay"),
    Column.FINDINGS: NP_("column", "Findings"),
}


def _next_key(summary: JourneySummary) -> dt.datetime:
    if summary.next_when is None:
        return _LAST_DAY
    from planner.record.when import order_key

    return order_key(summary.next_when)[0]


_KEYS: dict[Column, Callable[[Any], Any]] = {
    Column.PATIENT: lambda s: s.patient_name.casefold(),
    Column.PHASE: lambda s: phase_order(s.phase),
    Column.NEXT: _next_key,
    Column.FRACTIONS: lambda s: (s.fractions_prescribed is None, s.fractions_delivered),
    Column.STAY: lambda s: (s.stay_slack_days is None, s.stay_slack_days),
    Column.FINDINGS: lambda s: (-s.blockers, -s.warnings, -s.notes),
}


def _place(rows: Sequence[JourneySummary], summary: JourneySummary) -> int | None:
    """Where this very row stands: ten thousand are not compared field by field."""
    return next((place for place, one in enumerate(rows) if one is summary), None)


class JourneysModel(RowsModel):
    """Every journey of the record, or those that a filter leaves.

    A row is found through a list of summaries, so ten thousand cost what the visible ones cost.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, HEADERS, parent)
        self.words = CellWords(desk)
        self._all: list[JourneySummary] = []
        self._known: dict[str, JourneySummary] = {}
        self._in_phase: Counter[str] = Counter()
        self._rows: list[JourneySummary] = []
        self._ids: Sequence[str] | None = None
        self._phases: frozenset[str] | None = None
        self._sort: tuple[Column, Qt.SortOrder] | None = None

    # What it shows

    def show(self, summaries: Iterable[JourneySummary]) -> None:
        """Replace all rows, keeping filter and order."""
        self._all = list(summaries)
        self._known = {str(summary.id): summary for summary in self._all}
        self._in_phase = Counter(summary.phase for summary in self._all)
        self._arrange()

    def add(self, summaries: Sequence[JourneySummary]) -> None:
        """Add rows at the end, or where filter and order put them."""
        self._all.extend(summaries)
        self._known.update((str(summary.id), summary) for summary in summaries)
        self._in_phase.update(summary.phase for summary in summaries)
        if self._ids is not None or self._sort is not None:
            self._arrange()
            return
        passing = [summary for summary in summaries if self._passes(summary)]
        if passing:
            first = len(self._rows)
            self.beginInsertRows(NOWHERE, first, first + len(passing) - 1)
            self._rows.extend(passing)
            self.endInsertRows()

    def remove(self, journey_id: str) -> None:
        """A journey is no longer there."""
        gone = self._known.pop(journey_id, None)
        if gone is not None:
            self._in_phase[gone.phase] -= 1
            self._all = [summary for summary in self._all if summary.id != journey_id]
            self._arrange()

    def replace(self, summary: JourneySummary) -> None:
        """One journey changed: show its new row where the old one stood, or first if it is new."""
        old = self._known.get(str(summary.id))
        known = None if old is None else _place(self._all, old)
        row = self.row_of(summary.id)
        self._known[str(summary.id)] = summary
        self._in_phase[summary.phase] += 1
        if old is None or known is None:
            self._all.insert(0, summary)
        else:
            self._in_phase[old.phase] -= 1
            self._all[known] = summary
        if known is None or row is None or self._sort is not None or not self._passes(summary):
            self._arrange()
            return
        self._rows[row] = summary
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def narrow(self, *, ids: Sequence[str] | None = None, phases: frozenset[str] | None = None) -> None:
        """Show only these journeys, in this order unless sorted, and only those in these phases."""
        if (ids, phases) != (self._ids, self._phases):
            self._ids, self._phases = ids, phases
            self._arrange()

    @property
    def total(self) -> int:
        """How many journeys there are, shown or not."""
        return len(self._all)

    def summary(self, row: int) -> JourneySummary:
        """What stands in a row."""
        return self._rows[row]

    def row_of(self, journey_id: str) -> int | None:
        """The row of a journey, ``None`` while it is not shown."""
        summary = self._known.get(journey_id)
        return None if summary is None else _place(self._rows, summary)

    def count_in(self, phases: frozenset[str]) -> int:
        """How many journeys are in these phases, whatever the filter."""
        return sum(self._in_phase[phase] for phase in phases)

    # QAbstractTableModel

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        summary = self._rows[index.row()]
        if role == SUMMARY_ROLE:
            return summary
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.line(summary, Column(index.column()).name)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.words.whole(summary, Column(index.column()).name)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        named = super().headerData(section, orientation, role)
        return None if named is None else named + self._arrow(Column(section))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; by -1, as the record keeps them or as the search found them."""
        self._sort = (Column(column), order) if column >= 0 else None
        self._arrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    # How it gets there

    def _arrow(self, column: Column) -> str:
        """Which way the rows are ordered, beside the name of the column that orders them."""
        if self._sort is None or self._sort[0] is not column:
            return ""
        return "  ↓" if self._sort[1] is Qt.SortOrder.DescendingOrder else "  ↑"

    def _passes(self, summary: JourneySummary) -> bool:
        in_phase = self._phases is None or summary.phase in self._phases
        return in_phase and (self._ids is None or summary.id in self._ids)

    def _arrange(self) -> None:
        rows = self._all
        if self._ids is not None:
            rows = [self._known[key] for key in self._ids if key in self._known]
        if self._phases is not None:
            rows = [summary for summary in rows if summary.phase in self._phases]
        if self._sort is not None:
            column, order = self._sort
            key = self._by_centre() if column is Column.CENTRE else _KEYS[column]
            rows = sorted(rows, key=key, reverse=order is Qt.SortOrder.DescendingOrder)
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def _by_centre(self) -> Callable[[JourneySummary], Any]:
        """By the name that is shown, as its readers look it up; the few centres are compared once each."""
        locale = self._desk.language.locale
        sounds = cache(alphabet(locale))
        return lambda summary: sounds(summary.centre.best(locale))

    def _reword(self) -> None:
        self.words.forget()
        if self._sort is not None and self._sort[0] is Column.CENTRE:
            self._arrange()
        super()._reword()
