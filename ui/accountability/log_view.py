"""The log of the record: what was done, the newest first, under the days on which it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.message import N_, NN_, NP_, Message
from planner.session import LoggedEvent, Names
from planner.session.log_search import LogWord, log_words
from ui.accountability.told import GROUPS, day_of, line_of
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.empty_state import EmptyState
from ui.controls.room_around import RoomAround
from ui.controls.search_field import SearchField
from ui.controls.segments import Segments
from ui.controls.side_list import Line, SideList
from ui.controls.words import words
from ui.desk import Desk
from ui.portions import Portions
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import Tone, space

if TYPE_CHECKING:
    from planner.session import LogCheck, Session
    from ui.work import IsCancelled, Progress

_AT_ONCE = 200
_AFTER_TYPING_MS = 150
#: So many events are looked through at a time, and at most so many shown of those found.
_AT_A_TIME = 200
_MOST_FOUND = 1000


class LogView(QWidget):
    """The events of the record, narrowed by what they are; checked on demand."""

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._zone = zone_of(session)
        self._names = Names()
        self._events: list[LoggedEvent] = []
        self.banner = Banner(desk, self)
        self.groups = Segments(
            desk, N_("Which events"), {key: name for key, (name, _) in GROUPS.items()}, self, chips=True
        )
        self.groups.choose("all")
        self.groups.chosen.connect(self.narrow)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self.search = SearchField(desk, N_("Search the log"), self)
        self.search.setMinimumWidth(space(50))
        self.search.textChanged.connect(lambda _typed: self._typing.start(_AFTER_TYPING_MS))
        self.search.left_downwards.connect(self._go_to_list)
        self._typing.timeout.connect(self.read)
        self._looking = Portions(self)
        self._looking.ended.connect(self._show)
        self.check = Button(desk, N_("Check the log"), icon="shield-check", parent=self)
        self.check.clicked.connect(self._check)
        self.older = Button(desk, N_("Show older"), kind="link", parent=self)
        self.older.clicked.connect(self._show_older)
        self.list = SideList(desk, N_("Log of the record"), self._line, self, has_headings=True)
        self._told = words(desk, "", "small")
        self._empty = EmptyState(
            desk,
            "history",
            _nothing("all"),
            N_("Whatever is done with the record is told here: who looked, changed, printed and sent."),
        )
        self._lay_out()
        desk.language.changed.connect(self._show)

    def arrive(self) -> None:
        """Read anew and take the focus."""
        self.read()
        self.list.setFocus()

    def read(self) -> None:
        """Show the newest events as they are now; of the whole log, where something is looked for."""
        self._typing.stop()
        self._looking.stop()
        self._names = self._session.accountability.names()
        typed = self.search.text()
        words = log_words(self._session, typed, self._desk.language.locale) if typed.strip() else ()
        if words:
            self._events = []
            self._looking.begin(self._look_for(words))
        else:
            self._events = self._page(None)
            self._show()

    def narrow(self, key: str) -> None:
        """Show one group of events only."""
        self.groups.choose(key)
        self.read()
        self.list.choose_first()

    def _look_for(self, words: Sequence[LogWord]) -> Iterator[None]:
        """Look through the whole log from the newest down, some of it at a time; what is found is shown."""
        _, kinds = GROUPS[self.groups.choice]
        newest = self._session.accountability.events(limit=1)
        top = newest[0].number + 1 if newest else 1
        while top > 1 and len(self._events) < _MOST_FOUND:
            after = max(top - _AT_A_TIME, 1) - 1
            found = self._session.accountability.events(
                kinds=kinds, before=top, after=after, words=words, limit=_AT_A_TIME
            )
            is_first = bool(found) and not self._events
            self._events += found
            top = after + 1
            if is_first:
                self._show()
            yield

    def _go_to_list(self) -> None:
        self.list.setFocus()
        if self.list.current is None:
            self.list.choose_first()

    def _page(self, before: int | None) -> list[LoggedEvent]:
        _, kinds = GROUPS[self.groups.choice]
        return self._session.accountability.events(kinds=kinds, before=before, limit=_AT_ONCE)

    def _show_older(self) -> None:
        if self._events:
            self._events += self._page(self._events[-1].number)
            self._show()

    def _show(self) -> None:
        things: list[tuple[Any, Any]] = []
        day = None
        for event in self._events:
            if (on := day_of(event, self._zone)) != day:
                day = on
                things.append((on, on))
            things.append((event.number, event))
        self.list.show_things(things)
        self._stack.setCurrentWidget(self.list if things else self._empty)
        is_search = bool(self.search.text().strip())
        self._desk.language.say(
            self._empty.title, N_("Nothing found") if is_search else _nothing(self.groups.choice)
        )
        self._foot.setVisible(not is_search and bool(self._events) and len(self._events) % _AT_ONCE == 0)
        told = NN_("{count} event shown", "{count} events shown", len(self._events))
        self._desk.language.say(self._told, told)

    def _line(self, thing: Any) -> Line:
        if isinstance(thing, LoggedEvent):
            return line_of(self._desk, thing, self._names, self._zone)
        return Line(title=self._desk.language.text(N_("{day}", day=thing)), is_heading=True)

    def _check(self) -> None:
        """Read the whole log, off the main thread."""
        job = self._session.accountability.check_job()
        self.check.setEnabled(False)

        def work(_progress: Progress, _cancelled: IsCancelled) -> LogCheck:
            return job.run()

        self._desk.work.start(self, work, done=self._tell, failed=self._fail, name=N_("Checking the log"))

    def _fail(self, error: BaseException) -> None:
        self.check.setEnabled(True)
        self._errors.present(error, self.banner)

    def _tell(self, found: LogCheck) -> None:
        self.check.setEnabled(True)
        if found.fault is not None:
            self.banner.tell(
                found.fault,
                N_("Keep the record as it is, and compare it with the newest backup."),
                Tone.DANGER,
            )
            return
        self.banner.tell(
            NN_("The log is whole: {count} event.", "The log is whole: {count} events.", found.events),
            N_(
                "Its last digest begins with {digest}; noted elsewhere, it vouches for everything before it.",
                digest=found.digest[:16],
            ),
            Tone.OK,
        )

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        row = QHBoxLayout()
        row.setContentsMargins(space(6), 0, space(6), space(3))
        row.setSpacing(space(3))
        row.addWidget(self.groups, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.search)
        row.addWidget(self._told)
        row.addWidget(self.check)
        self._foot = QFrame(self)
        self._foot.setProperty("kind", "foot")
        under = QHBoxLayout(self._foot)
        under.setContentsMargins(space(6), space(1.5), space(6), space(1.5))
        under.addStretch(1)
        under.addWidget(self.older, 0, Qt.AlignmentFlag.AlignRight)
        surface = QFrame(self)
        surface.setProperty("kind", "surface")
        inside = QVBoxLayout(surface)
        inside.setContentsMargins(space(2), space(1), space(2), 0)
        inside.addWidget(self._stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        rule = QFrame(self)
        rule.setProperty("kind", "rule")
        layout.addLayout(row)
        layout.addLayout(RoomAround(self.banner, space(6), 0, space(6), space(3)))
        layout.addWidget(rule)
        layout.addWidget(surface, 1)
        layout.addWidget(self._foot)


def _nothing(group: str) -> Message:
    return NP_("log", "Nothing yet") if group == "all" else N_("Nothing of this kind yet")


def zone_of(session: Session) -> str:
    """The zone in which the agency reads clocks; UTC while none is entered."""
    agency = session.directory().agency
    return (agency.zone if agency else "") or "UTC"
