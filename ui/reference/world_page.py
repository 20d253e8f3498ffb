"""Calendars and policies: what the checks rest on, where it comes from, and who last compared it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.message import N_, NN_, Message
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.room_around import RoomAround
from ui.controls.segments import Segments
from ui.desk import Desk
from ui.reference.calendars_view import CalendarsView
from ui.reference.policies_view import PoliciesView
from ui.reference.templates_view import TemplatesView
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.page import Page
from ui.shell.top_bar import TopBar
from ui.theme.tokens import Tone, space

if TYPE_CHECKING:
    from planner.session import Changed, Session


class WorldPage(Page):
    """Three views side by side: calendars, policies, templates.

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
        self._session = session
        self._needs_refresh = False
        self.banner = Banner(desk, self)
        self.views = Segments(
            desk,
            N_("What to look at"),
            {
                "calendars": N_("Calendars"),
                "policies": N_("Policies"),
                "templates": N_("Templates"),
            },
            self,
        )
        self.calendars = CalendarsView(desk, session, errors, self._name)
        self._errors = errors
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.calendars)
        self.importing = Button(desk, N_("Import a calendar…"), icon="folder-open", parent=self)
        self.importing.hide()
        self.importing.clicked.connect(self.choose_file)
        self.due = Button(desk, N_("Policies"), kind="inline", parent=self)
        self.due.clicked.connect(self._show_due)
        self._lay_out()
        self.views.chosen.connect(self.show_view)
        self.calendars.done.connect(self._tell_done)
        self.calendars.journey_wanted.connect(self.journey_wanted)
        self.show_view("calendars")
        self._count_due()

    @cached_property
    def policies(self) -> PoliciesView:
        """The policies, made when they are first wanted."""
        view = PoliciesView(self._desk, self._session, self._errors, self._name)
        view.done.connect(self._tell_done)
        self._stack.addWidget(view)
        return view

    @cached_property
    def templates(self) -> TemplatesView:
        """The templates, made when they are first wanted."""
        view = TemplatesView(self._desk)
        self._stack.addWidget(view)
        return view

    def _view(self, key: str) -> CalendarsView | PoliciesView | TemplatesView:
        if key == "templates":
            return self.templates
        return self.policies if key == "policies" else self.calendars

    def arrive(self, bar: TopBar) -> None:
        bar.show_page(N_("Calendars and policies"), actions=(self.importing,))
        if self._needs_refresh:
            self._refresh()
        self._view(self.views.choice).arrive()

    def refresh(self, changed: Changed) -> None:
        """Journeys change all the time; only what is known of the world and its places matters here."""
        self.banner.withdraw()
        if changed.directory or not self._is_as_shown():
            self._needs_refresh = True
            if self.isVisible():
                self._refresh()

    def show_view(self, key: str) -> None:
        """Show the calendars, the policies or the templates."""
        self.views.choose(key)
        self._stack.setCurrentWidget(self._view(key))
        if self.isVisible():
            self._view(key).arrive()

    def choose_file(self) -> None:
        """Ask for a calendar file, and show what it would change."""
        from PySide6.QtWidgets import QApplication, QFileDialog

        said = self._desk.language.text
        kinds = f"{said(N_('Calendars'))} (*.json *.ics)"
        title = said(N_("Import a calendar"))
        path, _kind = QFileDialog.getOpenFileName(QApplication.activeWindow(), title, "", kinds)
        if path:
            self.look_through(Path(path))

    def look_through(self, path: Path) -> None:
        """Show what the calendar in a file would change."""
        self.show_view("calendars")
        self.calendars.look_through(path)

    def _show_due(self) -> None:
        self.show_view("policies")
        self.policies.choose_due()

    def _is_as_shown(self) -> bool:
        """Whether what is known of the world is what was last shown."""
        return self._session.reference is self._seen

    def _refresh(self) -> None:
        self._needs_refresh = False
        self.calendars.refresh()
        if "policies" in vars(self):
            self.policies.refresh()
        self._count_due()

    def _count_due(self) -> None:
        from planner.session.world import known_policies

        self._seen = self._session.reference
        known = known_policies(self._session, self._session.today("UTC"))
        due = sum(one.is_due for one in known)
        self.due.setVisible(bool(due))
        said = NN_(
            "{count} policy to compare with its source", "{count} policies to compare with their sources", due
        )
        self._desk.language.say(self.due, said)

    def _tell_done(self, label: Message) -> None:
        """Say that it is done, and offer to take it back while it is the last thing that was."""
        offer = (N_("Undo"), self._take_back)
        self.banner.tell(N_("Done: {what}", what=label), tone=Tone.OK, offer=offer)

    def _take_back(self) -> None:
        with self._errors.told(self.banner):
            self._session.undo()

    def _name(self) -> str:
        """Who would check something next: the case manager at work, else whoever checked last here."""
        from planner.session.world import newest_reviewer

        agency = self._session.directory().agency
        managers = agency.case_managers if agency is not None else ()
        mine = next((one for one in managers if one.id == self._session.who), None)
        if mine is not None:
            return mine.name.best(self._desk.language.locale)
        return newest_reviewer(self._session.reviews.all())

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(space(6), space(3), space(6), space(3))
        tools.setSpacing(space(3))
        tools.addWidget(self.views)
        tools.addStretch(1)
        tools.addWidget(self.due)
        rule = QFrame(self)
        rule.setProperty("kind", "rule")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(tools)
        layout.addLayout(RoomAround(self.banner, space(6), 0, space(6), space(3)))
        layout.addWidget(rule)
        layout.addWidget(self._stack, 1)
