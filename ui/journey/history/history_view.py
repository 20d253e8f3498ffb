"""The history of a journey: every edit, narrowed by person, kind and day, with what stood there before."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)

from planner.edits.thing_names import KINDS
from planner.message import N_, NP_, Message
from planner.record.journey import Journey
from planner.record.lookup import kind_of
from planner.session import Session
from planner.session.log_search import log_words
from ui.controls.choice_box import ChoiceBox
from ui.controls.eliding_label import ElidingLabel
from ui.controls.empty_state import EmptyState
from ui.controls.focus_ring import FocusRing
from ui.controls.letter import is_letter
from ui.controls.padded_cell import PaddedCell
from ui.controls.rows_table import RowsTable
from ui.controls.search_field import SearchField
from ui.controls.standing import stand
from ui.desk import Desk
from ui.journey.history.edit_details import WIDTH, EditDetails
from ui.journey.history.history_model import Column, HistoryModel, Narrowing, home_zone
from ui.journey.view import JourneyView
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import space

_AFTER_TYPING_MS = 150
_ROW = space(9)
_WIDE_FROM = space(230)
_BESIDE_FROM = space(200)
"""From this width on, an edit in full stands beside the table, else under it."""
_HOME_FROM = space(170)
_WIDTHS: dict[int, int] = {
    Column.WHEN: space(40),
    Column.HOME: space(40),
    Column.WHO: space(34),
    Column.WHAT: space(72),
}
_PERIODS: dict[str, tuple[Message, int | None]] = {
    "": (N_("All days"), None),
    "today": (NP_("period", "Today"), 0),
    "week": (N_("Last 7 days"), 6),
    "month": (N_("Last 30 days"), 29),
    "day": (N_("Only the day of the marked edit"), None),
}


class HistoryView(JourneyView):
    """A table of edits, and the marked one in full beside it."""

    def __init__(
        self, desk: Desk, session: Session, _errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._quiet = False
        self._is_due: Journey | None = None
        self.model = HistoryModel(desk, session, self)
        self.who = ChoiceBox(desk, N_("By whom"), self)
        self.kind = ChoiceBox(desk, N_("What was changed"), self)
        self.period = ChoiceBox(desk, N_("On which days"), self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self.search = SearchField(desk, N_("Search the history"), self)
        self.search.setMaximumWidth(space(60))
        self.search.textChanged.connect(lambda _typed: self._typing.start(_AFTER_TYPING_MS))
        self.search.left_downwards.connect(self.table_first)
        self._typing.timeout.connect(self._narrow)
        self.position = ElidingLabel(desk, "", "small", parent=self)
        self.table = _Table(
            desk, N_("Edits, the newest first"), self.model, row_height=_ROW, widths=_WIDTHS, parent=self
        )
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setItemDelegate(PaddedCell(desk, self.table))
        FocusRing(desk, self.table)
        self.table.horizontalHeader().setSectionResizeMode(Column.DETAIL, QHeaderView.ResizeMode.Stretch)
        self.details = EditDetails(desk, self)
        self.details.thing_wanted.connect(lambda id: self.thing_wanted.emit(id, ""))
        self.none = EmptyState(
            desk,
            "history",
            N_("No such edits"),
            N_("Every edit of this journey stands here: who made it, when, and what stood there before."),
            parent=self,
        )
        self._lay_out()
        self._offer()
        for box in (self.who, self.kind, self.period):
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)  # in every language
            box.currentIndexChanged.connect(self._narrow)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.model.modelReset.connect(self._look)
        desk.language.changed.connect(self._offer)

    def show_journey(self, journey: Journey) -> None:
        if not self.isVisible():
            self._is_due = journey
            return
        self._show(journey)

    def clear(self) -> None:
        self._is_due = None
        self.search.clear()
        self.model.show(None)
        self.details.show_edit(None, -1)

    def arrive(self) -> None:
        self.table.setFocus()

    def search_here(self) -> bool:
        self.search.setFocus()
        self.search.selectAll()
        return True

    def table_first(self) -> None:
        """Go on in the table."""
        self.table.setFocus()

    def showEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self._is_due is not None:
            self._show(self._is_due)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()
        self._hide_columns()

    def _arrange(self) -> None:
        """Beside a form an edit in full goes under the table; what undo takes back is told there too."""
        beside = self.width() >= _BESIDE_FROM
        if stand(self._below, beside=beside):
            self._below.setStretch(1, 0 if beside else 1)
            self.details.stand(beside=beside)
            self.position.setVisible(beside)

    def _show(self, journey: Journey) -> None:
        self._is_due = None
        before = self.model.journey
        same = before is not None and before.id == journey.id
        index = self.table.currentIndex()
        newest = not index.isValid() or index.row() == 0
        marked = self.model.change(index.row()).number if same and index.isValid() else None
        self._quiet = True
        self.model.show(journey)
        self._offer()
        self._hide_columns()
        self._quiet = True
        row = self.model.row_of(marked) if marked is not None and not newest else 0
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(row or 0, 0))
        self._quiet = False
        self._chosen(self.table.currentIndex())
        undo, redo = self._session.undo_label, self._session.redo_label
        if undo is None and redo is None:
            self.position.put(N_("Nothing to undo since the record was opened."))
        elif redo is None:
            self.position.put(N_("Undo takes back: {what}", what=undo))
        elif undo is None:
            self.position.put(N_("Redo does again: {what}", what=redo))
        else:
            self.position.put(N_("Undo takes back: {undo}. Redo does again: {redo}", undo=undo, redo=redo))

    def _offer(self) -> None:
        """The choices of the three boxes, each in the language of the screen; what was chosen stays."""
        said = self._desk.language.text
        agency = self._session.directory().agency
        people: list[tuple[str, Any]] = [(said(N_("Everybody")), None)]
        people += [
            (one.name.best(self._desk.language.locale), one.id)
            for one in (agency.case_managers if agency else ())
        ]
        people.append((said(N_("Nobody said who")), ""))
        kinds: list[tuple[str, Any]] = sorted(
            ((said(name), kind_of(cls)) for cls, name in KINDS.items()), key=lambda one: one[0]
        )
        periods: list[tuple[str, Any]] = [(said(name), key) for key, (name, _days) in _PERIODS.items()]
        self._quiet = True
        for box, choices in (
            (self.who, people),
            (self.kind, [(said(N_("Everything")), None), *kinds]),
            (self.period, periods),
        ):
            chosen = box.currentIndex() if box.count() == len(choices) else 0
            data = box.itemData(chosen) if box.count() == len(choices) else choices[0][1]
            box.clear()
            for words, value in choices:
                box.addItem(words, value)
            box.setCurrentIndex(next((i for i, one in enumerate(choices) if one[1] == data), 0))
        self._quiet = False

    def _narrow(self, _index: int = 0) -> None:
        if self._quiet or self.model.journey is None:
            return
        today = self._session.today(self.model.journey.zone)
        first = last = None
        period = self.period.currentData()
        days = _PERIODS[period][1]
        if period == "day":
            first = last = self._marked_day() or today
        elif days is not None:
            first, last = today - dt.timedelta(days), today
        kind = self.kind.currentData()
        words = log_words(self._session, self.search.text(), self._desk.language.locale, of_all=False)
        kinds = frozenset({kind} if kind else ())
        self.model.narrow(Narrowing(self.who.currentData(), kinds, first, last, words))
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _marked_day(self) -> dt.date | None:
        from zoneinfo import ZoneInfo

        index, journey = self.table.currentIndex(), self.model.journey
        if not index.isValid() or journey is None:
            return None
        return self.model.change(index.row()).note.at.astimezone(ZoneInfo(journey.zone)).date()

    def _chosen(self, index: QModelIndex) -> None:
        if self._quiet:
            return
        self.details.show_edit(self.model, index.row() if index.isValid() else -1)

    def _look(self) -> None:
        some = self.model.rowCount() > 0
        self.table.setVisible(some)
        self.none.setVisible(not some)
        if not some and not self._quiet:
            self.details.show_edit(None, -1)

    def _hide_columns(self) -> None:
        room = self.width() - (WIDTH if self.width() >= _BESIDE_FROM else 0)
        self.table.setColumnHidden(Column.DETAIL, room < _WIDE_FROM)
        at_home = home_zone(self.model.journey) and room >= _HOME_FROM
        self.table.setColumnHidden(Column.HOME, not at_home)
        header = self.table.horizontalHeader()
        if room < _WIDE_FROM:
            header.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        elif header.sectionResizeMode(Column.WHAT) is not QHeaderView.ResizeMode.Interactive:
            header.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Interactive)
            self.table.setColumnWidth(Column.WHAT, _WIDTHS[Column.WHAT])

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(space(3), space(2), space(4), space(2))  # the columns below begin there
        line.setSpacing(space(2))
        for box in (self.who, self.kind, self.period, self.search):
            line.addWidget(box)
        line.addSpacing(space(2))
        line.addWidget(self.position, 1)
        bar = QFrame(self)
        bar.setProperty("kind", "bar")
        bar.setLayout(line)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.table, 1)
        left.addWidget(self.none, 1)
        below = self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        below.setSpacing(1)
        below.addLayout(left, 1)
        below.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(below, 1)
        self.none.hide()


class _Table(RowsTable):
    """More rows come as one scrolls."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_End and self.model() is not None:
            while self.model().canFetchMore(QModelIndex()):
                self.model().fetchMore(QModelIndex())
        if is_letter(event):
            event.ignore()  # whoever is around begins to look for it
        else:
            super().keyPressEvent(event)
