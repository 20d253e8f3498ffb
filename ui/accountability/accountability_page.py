"""Accountability: the log of the record, what was done with one person's data, and what is kept how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.message import N_, NN_
from ui.accountability.keeping_view import KeepingView
from ui.accountability.log_view import LogView, zone_of
from ui.accountability.people_view import PeopleView
from ui.controls.button import Button
from ui.controls.segments import Segments
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.page import Page
from ui.shell.top_bar import TopBar
from ui.theme.tokens import space

if TYPE_CHECKING:
    from planner.session import Changed, Session


class AccountabilityPage(Page):
    """Three views side by side: the log, people, keeping.

    Signals:
        journey_wanted(str): show the journey of this id.
    """

    journey_wanted = Signal(str)

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self._desk = desk
        names = {
            "log": N_("Log"),
            "people": N_("One person"),
            "keeping": N_("How long kept"),
        }
        self.views = Segments(desk, N_("What to look at"), names, self)
        self.log = LogView(desk, session, errors)
        self.people = PeopleView(desk, session, errors, zone_of(session))
        self.keeping = KeepingView(desk, session, errors)
        self._shown: dict[str, LogView | PeopleView | KeepingView] = {
            "log": self.log,
            "people": self.people,
            "keeping": self.keeping,
        }
        self._stack = QStackedWidget(self)
        for view in self._shown.values():
            self._stack.addWidget(view)
        self.due = Button(desk, N_("How long kept"), kind="inline", parent=self)
        self.due.clicked.connect(lambda: self.show_view("keeping"))
        row = QHBoxLayout()
        row.setContentsMargins(space(6), space(3), space(6), space(3))
        row.setSpacing(space(3))
        row.addWidget(self.views)
        row.addStretch(1)
        row.addWidget(self.due)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._rule = QFrame(self)  # the log draws its own, below its filter
        self._rule.setProperty("kind", "rule")
        layout.addLayout(row)
        layout.addWidget(self._rule)
        layout.addWidget(self._stack, 1)
        self.views.chosen.connect(self.show_view)
        self.people.journey_wanted.connect(self.journey_wanted)
        self.keeping.journey_wanted.connect(self.journey_wanted)
        self.keeping.erase_wanted.connect(self._erase)
        self.show_view("log")

    def arrive(self, bar: TopBar) -> None:
        bar.show_page(N_("Accountability"))
        self._count()
        self._shown[self.views.choice].arrive()

    def refresh(self, changed: Changed) -> None:
        if self.isVisible() and self.people.erasing is None:
            self._shown[self.views.choice].read()
            self._count()

    def search_here(self) -> bool:
        searches = {"people": self.people.search, "log": self.log.search}
        search = searches.get(self.views.choice)
        if search is None:
            return False
        search.setFocus()
        search.selectAll()
        return True

    def show_view(self, key: str) -> None:
        """Show the log, one person, or how long journeys are kept."""
        self.views.choose(key)
        self._stack.setCurrentWidget(self._shown[key])
        self._rule.setHidden(key == "log")
        if self.isVisible():
            self._shown[key].arrive()

    def _erase(self, journey_id: str) -> None:
        self.show_view("people")
        self.people.show_person(journey_id, erase=True)

    def _count(self) -> None:
        due = self.keeping.due
        self.due.setVisible(bool(due))
        said = NN_("{count} journey to decide about", "{count} journeys to decide about", due)
        self._desk.language.say(self.due, said)
