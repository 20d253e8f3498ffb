"""The ledger as a table: which revision, when, for whom, who holds it, and whether it still holds."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from planner.message import N_, NP_, Message
from planner.record.issue import Issue
from planner.session import Hold, Holding
from ui import labels
from ui.controls.rows_model import Index, RowsModel
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.theme.tokens import Tone

_SHORT = 12


class Column(IntEnum):
    """The columns, from the left."""

    REVISION = 0
    ISSUED = 1
    COPY = 2
    LANGUAGES = 3
    HOLDER = 4
    STATE = 5
    CHECKSUM = 6


HEADERS: dict[int, Message] = {
    Column.REVISION: NP_("column", "Revision"),
    Column.ISSUED: NP_("column", "Issued"),
    Column.COPY: NP_("column", "Copy for"),
    Column.LANGUAGES: NP_("column", "Languages"),
    Column.HOLDER: NP_("column", "Who holds it"),
    Column.STATE: NP_("column", "State"),
    Column.CHECKSUM: NP_("column", "SHA-256"),
}
HOLDS: dict[Hold, tuple[Message, Tone]] = {
    Hold.CURRENT: (NP_("copy", "Current"), Tone.OK),
    Hold.OUTDATED: (NP_("copy", "Superseded by {number}"), Tone.WARNING),
    Hold.REPLACED: (NP_("copy", "Replaced, to be collected"), Tone.WARNING),
    Hold.RETURNED: (NP_("copy", "Collected back"), Tone.NEUTRAL),
}


def hold_words(line: Holding) -> tuple[Message, Tone]:
    """How good the paper is, and the tone it is shown in."""
    message, tone = HOLDS[line.hold]
    return Message(message.msgid, {"number": line.newest}, context=message.context), tone


class LedgerModel(RowsModel):
    """One row for each copy that somebody was given, the newest first."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, HEADERS, parent)
        self._said = ContentWords(desk)
        self._rows: tuple[Holding, ...] = ()

    def show(self, lines: tuple[Holding, ...]) -> None:
        """Show these."""
        if lines == self._rows:
            return
        self.beginResetModel()
        self._rows = lines
        self.endResetModel()

    def line(self, row: int) -> Holding:
        """What stands in a row."""
        return self._rows[row]

    def row_of(self, line: Holding) -> int | None:
        """Where the same copy stands now."""
        for row, other in enumerate(self._rows):
            if other.issue.id == line.issue.id and other.holder.name == line.holder.name:
                return row
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._rows[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.issue.sha256 if column is Column.CHECKSUM else self._words(line, column)
        if role == Qt.ItemDataRole.ForegroundRole and column is Column.STATE:
            from PySide6.QtGui import QColor

            return QColor(self._desk.theme.colours.on_soft(hold_words(line)[1]))
        return None

    def _words(self, line: Holding, column: Column) -> str:
        issue, said = line.issue, self._said
        match column:
            case Column.REVISION:
                return str(issue.revision)
            case Column.ISSUED:
                return said.moment(issue.issued)
            case Column.COPY:
                name = labels.name(issue.audience)
                if issue.large_print:
                    return said.text(N_("{copy}, {paper}, large print", copy=name, paper=issue.paper))
                return said.text(N_("{copy}, {paper}", copy=name, paper=issue.paper))
            case Column.LANGUAGES:
                speaker = self._desk.language.speaker
                return " + ".join(speaker.language(locale) for locale in issue.languages)
            case Column.HOLDER:
                return line.holder.name.best(self._desk.language.locale)
            case Column.STATE:
                return said.text(hold_words(line)[0])
            case Column.CHECKSUM:
                return f"{issue.sha256[:_SHORT]}…" if issue.sha256 else ""


def to_collect(lines: tuple[Holding, ...], issue: Issue) -> Message | None:
    """That what ``issue`` supersedes is still held, and by whom; ``None`` when it is not."""
    held = [
        line.holder.name
        for line in lines
        if line.issue.revision == issue.replaces and line.hold is not Hold.RETURNED
    ]
    if not held or issue.replaces is None:
        return None
    return N_("Collect revision {number} from {names}.", number=issue.replaces, names=held)
