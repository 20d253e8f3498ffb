"""The journeys page: find one as you type, see at a glance how each stands, open it with Enter."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.message import N_, NN_
from ui.caseload.freshening import Freshening
from ui.caseload.journeys_model import JourneysModel
from ui.caseload.journeys_table import JourneysTable
from ui.caseload.phase_filter import PhaseFilter
from ui.caseload.sample_button import sample_button
from ui.controls.button import Button
from ui.controls.empty_state import EmptyState
from ui.controls.key_names import key_names
from ui.controls.search_field import SearchField
from ui.controls.words import words
from ui.desk import Desk
from ui.shell.page import Page
from ui.shell.top_bar import TopBar
from ui.theme.tokens import space

if TYPE_CHECKING:
    from planner.record.ids import JourneyId
    from planner.session import Changed, Session

_ROOM_FOR_COUNT = space(190)
_FIRST = 40
_BATCH = 180


class JourneysPage(Page):
    """The caseload.

    Signals:
        opened(str): the user wants to see this journey.
        import_wanted: the user wants to choose a journey file.
        new_wanted: the user wants to begin a journey.
        sample_wanted: the user wants to see the sample instead of this empty record.
    """

    opened = Signal(str)
    import_wanted = Signal()
    new_wanted = Signal()
    sample_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        session: Session,
        freshening: Freshening | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self._desk = desk
        self._session = session
        self._to_load: list[JourneyId] = []
        self._changed: set[JourneyId] = set()
        self.total = 0
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.timeout.connect(self._load_more)
        self._freshening = freshening or Freshening(session, self)
        self._freshening.freshened.connect(self.load)
        self.model = JourneysModel(desk, self)
        self.search = SearchField(desk, N_("Name, 汉字, pinyin, reference, place"), self)
        self.search.setMinimumWidth(space(52))
        self.search.setMaximumWidth(space(90))
        self.phases = PhaseFilter(desk, self)
        self._count = words(desk, "", "small")
        self.importing = self._import_button("plain")
        self.beginning = self._new_button()
        self.table = JourneysTable(desk, self.model, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._narrow())
        self.search.left_downwards.connect(self._into_table)
        self.search.returnPressed.connect(self._open_first)
        self.phases.chosen.connect(lambda _key: self._narrow())
        self.table.typed.connect(self._type_on)
        self.table.activated.connect(self._open)
        desk.language.changed.connect(self._tell_count)
        self.load()

    def arrive(self, bar: TopBar) -> None:
        if self._changed:
            waiting, self._changed = self._changed, set()
            self._read_again(waiting)
        bar.show_page(N_("Journeys"), actions=(self.importing, self.beginning))
        if self.total:
            (self.table if self.model.rowCount() else self.search).setFocus()
            self.table.scrollTo(self.table.currentIndex())  # or what has the keyboard is out of view
        else:
            self.start.setFocus()

    def journey_at(self, at: QPoint) -> str:
        within = self.table.viewport().mapFrom(self, at)
        index = self.table.indexAt(within)
        is_over = self.table.isVisible() and self.table.viewport().rect().contains(within)
        return str(self.model.summary(index.row()).id) if is_over and index.isValid() else ""

    def search_here(self) -> bool:
        self.search.setFocus()
        self.search.selectAll()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._count.setVisible(self.width() >= _ROOM_FOR_COUNT)

    def load(self) -> None:
        """Show the record's journeys anew: those that fit a screen at once, the others a batch at a time."""
        chosen = self.current
        ids = self._session.journey_ids()[::-1]
        self.model.show(self._session.summaries_of(ids[:_FIRST]))
        self._to_load = ids[_FIRST:]
        self.total = len(ids)
        self._loaded()
        if chosen is not None:
            self.select(chosen)

    def refresh(self, changed: Changed) -> None:
        if len(changed.journeys) > _FIRST:  # a calendar or a limit: every row may read otherwise
            self.load()
            return
        if not self.isVisible():  # as it is next seen
            self._changed |= changed.journeys
            return
        self._read_again(changed.journeys)

    def _read_again(self, keys: Iterable[JourneyId]) -> None:
        for key in keys:
            rows = self._session.summaries_of([key])
            if rows:
                self.model.replace(rows[0])
            else:
                self.model.remove(key)
        if not self._to_load:
            self.total = self.model.total
        self._loaded()

    @property
    def is_loaded(self) -> bool:
        """Whether every journey is in the list."""
        return not self._to_load

    def _load_more(self) -> None:
        batch, self._to_load = self._to_load[:_BATCH], self._to_load[_BATCH:]
        self.model.add(self._session.summaries_of(batch))
        self._loaded()

    def _loaded(self) -> None:
        if self._to_load:
            self._more.start(0)
        else:
            self.phases.count(self.model)
            self._freshening.begin()
        self._show_what_there_is()

    @property
    def current(self) -> str | None:
        """The id of the journey that is selected."""
        index = self.table.currentIndex()
        return str(self.model.summary(index.row()).id) if index.isValid() else None

    def select(self, journey_id: str) -> None:
        """Select a journey's row, if it is shown."""
        row = self.model.row_of(journey_id)
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def show_all(self) -> None:
        """Drop every filter."""
        self.phases.choose("all")
        self.search.clear()
        self._narrow()
        self.search.setFocus()

    @cached_property
    def no_journey(self) -> EmptyState:
        """What stands here in an empty record."""
        self.start = self._new_button()
        empty = EmptyState(
            self._desk,
            "route",
            N_("No journey yet"),
            N_(
                "A journey holds everything about one patient’s way to treatment and back: people, "
                "documents, visas, flights, appointments and sessions."
            ),
            self.start,
            also=sample_button(self._desk, self._session, self.sample_wanted.emit),
        )
        self._stack.addWidget(empty)
        return empty

    @cached_property
    def nothing_found(self) -> EmptyState:
        """What stands here when the search finds nothing."""
        clear = Button(self._desk, N_("Show all journeys"))
        clear.clicked.connect(self.show_all)
        empty = EmptyState(
            self._desk,
            "search",
            N_("Nothing found"),
            N_("Try part of a name, its pinyin or initials, a booking reference, or fewer words."),
            clear,
        )
        self._stack.addWidget(empty)
        return empty

    def _new_button(self) -> Button:
        button = Button(self._desk, N_("New journey"), kind="primary", icon="plus", parent=self)
        button.setToolTip(key_names("Ctrl+N"))
        button.clicked.connect(self.new_wanted)
        return button

    def _import_button(self, kind: str) -> Button:
        button = Button(self._desk, N_("Import a journey file…"), kind=kind, icon="folder-open", parent=self)
        button.setToolTip(key_names(QKeySequence(QKeySequence.StandardKey.Open)))
        button.clicked.connect(self.import_wanted)
        return button

    def _lay_out(self) -> None:
        self._tools = QWidget(self)
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(space(6), space(3), space(6), space(3))
        tools.setSpacing(space(3))
        tools.addWidget(self.search, 3)
        tools.addWidget(self.phases, 0, Qt.AlignmentFlag.AlignVCenter)
        tools.addStretch(1)
        tools.addWidget(self._count)
        card = QFrame(self)
        card.setProperty("kind", "surface")
        inside = self._around_table = QVBoxLayout(card)
        inside.setContentsMargins(space(3), 0, space(3), 0)
        inside.addWidget(self._stack)
        self.table.verticalScrollBar().rangeChanged.connect(self._keep_width)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools)
        layout.addWidget(card, 1)

    def _keep_width(self, _least: int, most: int) -> None:
        """Leave the room of the scroll bar where there is none: columns stay in place as one types."""
        bar = 0 if most else self.table.verticalScrollBar().sizeHint().width()
        self._around_table.setContentsMargins(space(3), 0, space(3) + bar, 0)

    def _narrow(self) -> None:
        asked = self.search.text().strip()
        ids = self._session.find_journeys(asked) if asked else None
        self.model.narrow(ids=ids, phases=self.phases.phases)
        self.table.scrollToTop()
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        self._tools.setVisible(bool(self.total))  # where there is nothing there is nothing to seek
        if not self.total:
            self._stack.setCurrentWidget(self.no_journey)
        elif not self.model.rowCount() and self.is_loaded:
            self._stack.setCurrentWidget(self.nothing_found)
        else:
            self._stack.setCurrentWidget(self.table)
            self._select_one()
        self._tell_count()

    def _select_one(self) -> None:
        """Have a row selected, which shows where the keyboard is. A list that gets the focus by itself as it
        comes into view has a current row that is not selected."""
        current = self.table.currentIndex()
        if not self.model.rowCount() or self.table.selectionModel().isSelected(current):
            return
        self.table.setCurrentIndex(current if current.isValid() else self.model.index(0, 0))

    def _tell_count(self) -> None:
        shown, total = self.model.rowCount(), self.total
        said = (
            NN_("{count} journey", "{count} journeys", total)
            if shown == self.model.total
            else NN_("{shown} of {count} journey", "{shown} of {count} journeys", total, shown=shown)
        )
        self._count.setText(self._desk.language.text(said))

    def _type_on(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + text)

    def _into_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _open_first(self) -> None:
        if self.model.rowCount():
            current = self.table.currentIndex()
            self._open(current if current.isValid() else self.model.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(str(self.model.summary(index.row()).id))
