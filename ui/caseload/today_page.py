"""Today: what happens in the next 72 hours over all journeys, and what somebody must see to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from planner.edits.edit import Edit
from planner.edits.session_marks import deliver_session
from planner.edits.task_marks import complete_task
from planner.itinerary.item import ItemKind
from planner.message import N_, NP_
from planner.record.when import When
from planner.session import Agenda, CaseloadFinding, CaseloadLine, Changed, LineKind, Session
from ui.caseload.clashes import Clashes
from ui.caseload.freshening import Freshening
from ui.caseload.sample_button import sample_button
from ui.caseload.today_list import TodayList
from ui.caseload.today_model import ENTRY_ROLE, Heading, Nothing, Row
from ui.caseload.today_words import Entry, TodayWords
from ui.controls.button import Button
from ui.controls.command import Command
from ui.controls.empty_state import EmptyState
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.page import Page
from ui.shell.top_bar import TopBar
from ui.theme.tokens import space

HOURS = 72
_LATER_HOURS = 24 * 14
_MOST_LATER = 8
_CLASHES_AFTER_MS = 300
_NOBODY_HELD_UP = N_("Nobody who leaves within two weeks is held up.")
_CUT = N_("There are more; each stands in its own journey.")
OpenThing = Callable[[str, str, str], None]


class TodayPage(Page):
    """Two columns: what happens, by the clock; what is in the way, late, or clashes.

    Signals:
        missed(str, str): the ids of a journey and of its session that did not take place: to be re-planned.
    """

    missed = Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        session: Session,
        errors: ErrorPresenter,
        *,
        open_thing: OpenThing,
        begin_journey: Callable[[], None],
        see_sample: Callable[[], None] = lambda: None,
        freshening: Freshening | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self._desk = desk
        self._session = session
        self._errors = errors
        self._open_thing = open_thing
        self._bar: TopBar | None = None
        self.words = TodayWords(desk, session)
        self.clashes = Clashes(session, self)
        self.clashes.changed.connect(self._show_needed)
        self.coming = TodayList(desk, self.words, N_("In the next 72 hours"), with_times=True, parent=self)
        self.needed = TodayList(desk, self.words, N_("To see to"), with_times=False, parent=self)
        for column in (self.coming, self.needed):
            column.opened.connect(self._open)
            column.done.connect(self._do)
        self.agenda: Agenda | None = None
        self._is_stale = True
        self._freshening = freshening or Freshening(session, self)
        self._freshening.freshened.connect(self._look_again)
        self._freshening.minute.connect(self._look_again)
        self.start = Button(desk, N_("New journey"), kind="primary", icon="plus")
        self.start.clicked.connect(begin_journey)
        self.no_journey = EmptyState(
            desk,
            "sun",
            N_("Your day will stand here"),
            N_(
                "Flights, appointments and sessions of all journeys in the next 72 hours, in the time of the "
                "place and in yours; what is late; and what blocks a departure. Begin with a first journey."
            ),
            self.start,
            also=sample_button(desk, session, see_sample),
        )
        self._lay_out()
        desk.language.changed.connect(self._reword)

    def arrive(self, bar: TopBar) -> None:
        self._bar = bar
        self._name_in_bar()
        if self._is_stale:
            self.look()
        QTimer.singleShot(_CLASHES_AFTER_MS, self, self.clashes.go_on)
        self._freshening.begin()
        column = self.coming if self.coming.entries.first_entry() is not None else self.needed
        if self._stack.currentWidget() is self.no_journey:
            self.start.setFocus()
        else:
            column.choose_first()
            column.setFocus()

    def refresh(self, changed: Changed) -> None:
        self.clashes.follow(changed)
        if self.isVisible():
            self.look()
        else:
            self._is_stale = True

    def journey_at(self, at: QPoint) -> str:
        for column in (self.coming, self.needed):
            within = column.viewport().mapFrom(self, at)
            index = column.indexAt(within)
            entry = index.data(ENTRY_ROLE) if column.viewport().rect().contains(within) else None
            if isinstance(entry, CaseloadLine | CaseloadFinding) and column.isVisible():
                return str(entry.journey)
        return ""

    def look(self) -> None:
        """Read anew what all journeys ask for; the line that was chosen stays chosen."""
        self._is_stale = False
        self.words.forget()
        self.words.zone = self._session.caseload.zone
        self.agenda = self._session.caseload.agenda(HOURS)
        empty = not (self.agenda.coming or self.agenda.overdue) and not self._session.caseload.size
        self._stack.setCurrentWidget(self.no_journey if empty else self._columns)
        self._show(self.coming, tuple(self._coming_rows(self.agenda.coming)))
        self._show_needed()
        self._name_in_bar()

    def _look_again(self) -> None:
        if self.isVisible():
            self.look()
        else:
            self._is_stale = True

    # What stands in the columns

    def _coming_rows(self, lines: Sequence[CaseloadLine]) -> Iterator[Row]:
        if not lines:
            yield Heading(N_("In the next 72 hours"))
            yield Nothing(N_("Nothing is planned within three days."))
            lines = self._session.caseload.agenda(_LATER_HOURS).coming[:_MOST_LATER]
        day = None
        for line in lines:
            if line.day != day and line.day is not None:
                day = line.day
                yield Heading(self.words.day(day), sum(other.day == day for other in lines))
            yield line
        if self.agenda is not None and LineKind.COMING in self.agenda.cut:
            yield Nothing(_CUT)

    def _show_needed(self) -> None:
        if self.agenda is None:
            return
        blocked, late, between = self.agenda.blocked, self.agenda.overdue, self.clashes.findings
        rows: list[Row] = []
        for kind, title, lines, none in (
            (LineKind.BLOCKER, NP_("today", "Blocks a departure"), blocked, _NOBODY_HELD_UP),
            (LineKind.DUE, NP_("today", "Overdue"), late, N_("Nothing is late.")),
        ):
            is_cut = kind in self.agenda.cut
            rows += [Heading(title, len(lines), is_cut), *(lines or [Nothing(none)])]
            rows += [Nothing(_CUT)] if is_cut else []
        if between:
            rows += [Heading(NP_("today", "Between journeys"), len(between)), *between]
        self._show(self.needed, rows)

    def _show(self, column: TodayList, rows: Sequence[Row]) -> None:
        """Fill a column; the line that was chosen stays chosen, else the one now in its place."""
        index = column.currentIndex()
        kept = column.entries.row(index.row()) if index.isValid() else None
        scrolled = column.verticalScrollBar().value()
        column.entries.show(rows)
        if isinstance(kept, CaseloadLine):
            at = column.entries.place_of(kept.journey, kept.content.subject.id)
            if at is None:
                after = range(index.row(), len(rows))
                at = next((n for n in after if not isinstance(rows[n], Heading | Nothing)), None)
            column.choose(at if at is not None else column.entries.first_entry())
        column.verticalScrollBar().setValue(scrolled)

    # What can be done

    def _open(self, entry: Entry) -> None:
        if isinstance(entry, CaseloadFinding):
            subject = entry.finding.subject
        else:
            subject = entry.content.subject
        self._open_thing(str(entry.journey), subject.id, subject.field)

    def _do(self, entry: Entry, at: QPoint) -> None:
        if not isinstance(entry, CaseloadLine):
            return
        journey = self._session.journey(entry.journey)
        if entry.content.what == ItemKind.TASK.value:
            self._run(complete_task(journey, entry.content.subject.id, self._today()))
        elif entry.content.what == ItemKind.FRACTION.value and entry.content.starts is not None:
            self.ask_mark(entry, entry.content.starts).popup(at)

    def ask_mark(self, entry: CaseloadLine, starts: When) -> QMenu:
        """The menu that asks what became of a session."""
        menu = QMenu(self)
        journey, session = str(entry.journey), entry.content.subject.id

        def deliver() -> None:
            at = When(date=starts.date, zone=starts.zone)
            self._run(deliver_session(self._session.journey(journey), session, at))

        menu.addAction(Command(self._desk, N_("Delivered"), deliver, icon="check", parent=menu))
        menu.addAction(
            Command(
                self._desk,
                N_("Missed…"),
                lambda: self.missed.emit(journey, session),
                icon="x",
                parent=menu,
            )
        )
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _run(self, edit: Edit) -> None:
        with self._errors.told():
            self._session.run(edit)

    # How it is put together

    def _today(self) -> dt.date:
        return self._session.today(self.words.zone or "UTC")

    def _name_in_bar(self) -> None:
        if self._bar is None or not self.isVisible():
            return
        here = self._session.now()
        speaker = self._desk.language.speaker
        zone = self.words.zone or self._session.caseload.zone
        if zone:
            here = here.astimezone(ZoneInfo(zone))
        date = speaker.date(here.date(), "day")
        said = (
            N_("{date}, {time} here", date=date, time=here.time())
            if zone
            else N_("{date}, {time} UTC", date=date, time=here.time())
        )
        self._bar.show_page(NP_("place", "Today"), said)

    def _reword(self) -> None:
        self.words.forget()
        if not self._is_stale:
            self.look()

    def _lay_out(self) -> None:
        self._columns = QWidget(self)
        columns = QHBoxLayout(self._columns)
        columns.setContentsMargins(space(6), space(5), space(6), space(5))
        columns.setSpacing(space(5))
        for column, share in ((self.coming, 6), (self.needed, 5)):
            columns.addWidget(_card(column), share)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._columns)
        self._stack.addWidget(self.no_journey)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)


def _card(inside: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("kind", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(space(2), space(1), space(2), space(2))
    layout.addWidget(inside)
    return card
