"""The open record: navigation, the bar above, and the pages, each made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.message import N_, Message
from ui.controls.banner import Banner
from ui.controls.command import Command
from ui.desk import Desk
from ui.shell.drop_area import DropArea
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.journey_import import JourneyImport
from ui.shell.navigation import Navigation
from ui.shell.page import Page
from ui.shell.places import PLACES, Surroundings
from ui.shell.top_bar import TopBar
from ui.theme.tokens import NARROW_WINDOW, Tone, space

if TYPE_CHECKING:
    from planner.session import Changed, Session
    from ui.caseload.journeys_page import JourneysPage


class Workspace(DropArea):
    """Everything about one open session.

    Signals:
        lock_wanted: close the record and ask for its passphrase.
    """

    lock_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        session: Session,
        banner: Banner,
        errors: ErrorPresenter,
        *,
        record_name: str,
        is_sample: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._desk = desk
        self.session = session
        self._errors = errors
        self.banner = banner
        self.imports = JourneyImport(desk, session, banner, errors, self._undo, self)
        self.imports.imported.connect(self.open_journey)
        self.dropped.connect(lambda paths: self.imports.take(*paths))
        self.navigation = Navigation(desk, record_name, is_sample, self)
        self.bar = TopBar(desk, self)
        self.stack = QStackedWidget(self)
        self._around = Surroundings(
            desk,
            session,
            errors,
            go=self.go,
            open_journey=self.open_journey,
            open_thing=self.open_thing,
            tell_done=self._tell_done,
            choose_import=self.imports.choose,
        )
        self._pages: dict[str, Page] = {}
        self._makers: dict[str, Callable[[], Page]] = {
            "journey": self._make_journey_page,
            **{place.key: partial(place.make, self._around) for place in PLACES},
        }
        self.undo = Command(
            desk, N_("Undo"), self._undo, icon="undo-2", keys=(QKeySequence.StandardKey.Undo,)
        )
        self.redo = Command(
            desk,
            N_("Redo"),
            self._redo,
            icon="redo-2",
            keys=(QKeySequence.StandardKey.Redo, "Ctrl+Shift+Z", "Ctrl+Y"),
        )
        self._add_commands()
        self._lay_out(banner)
        self.bar.back.clicked.connect(self.go_back)
        self.navigation.chosen.connect(self.go)
        session.on_change(self._changed)
        self._name_history()
        self.go("journeys")

    # Where one is

    @property
    def place(self) -> str:
        """The key of the page in view."""
        return next(key for key, page in self._pages.items() if page is self.stack.currentWidget())

    @property
    def page(self) -> Page:
        """The page in view."""
        return self._pages[self.place]

    @property
    def journeys(self) -> JourneysPage:
        """The page of all journeys."""
        from ui.caseload.journeys_page import JourneysPage

        page = self._page_of("journeys")
        assert isinstance(page, JourneysPage)
        return page

    def go(self, key: str) -> None:
        """Show a page, making it if it is the first time."""
        page = self._page_of(key)
        self.stack.setCurrentWidget(page)
        self.navigation.show_place("journeys" if key == "journey" else key)
        page.arrive(self.bar)

    def go_back(self) -> None:
        """From anywhere to the journeys."""
        if self.place != "journeys":
            self.go("journeys")

    def open_journey(self, journey_id: str) -> None:
        """Show one journey."""
        from ui.journey.journey_page import JourneyPage

        page = self._page_of("journey")
        assert isinstance(page, JourneyPage)
        page.show_journey(journey_id)
        self.go("journey")

    def open_thing(self, journey_id: str, thing_id: str = "", field: str = "") -> None:
        """Show one journey at a thing of it, and at a field of that thing."""
        self.open_journey(journey_id)
        page = self._page_of("journey")
        opens = getattr(page, "open_thing", None)
        if opens is not None and thing_id:
            opens(thing_id, field)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.navigation.set_narrow(self.width() < NARROW_WINDOW)

    # Undo, redo, and what follows from a change

    def _undo(self) -> None:
        self._travel(self.session.undo)

    def _redo(self) -> None:
        self._travel(self.session.redo)

    def _travel(self, way: Callable[[], None]) -> None:
        try:
            way()
        except PlannerError as error:
            self._errors.present(error)

    def _changed(self, changed: Changed) -> None:
        self._name_history()
        self.banner.withdraw()
        for page in self._pages.values():
            page.refresh(changed)

    def _tell_done(self, label: Message) -> None:
        """Say that something larger was done, and offer to take it back."""
        self.banner.tell(N_("Done: {what}", what=label), tone=Tone.OK, offer=(N_("Undo"), self._undo))

    def _name_history(self) -> None:
        undo, redo = self.session.undo_label, self.session.redo_label
        self.undo.setEnabled(undo is not None)
        self.redo.setEnabled(redo is not None)
        self.undo.name(N_("Undo: {what}", what=undo) if undo is not None else N_("Undo"))
        self.redo.name(N_("Redo: {what}", what=redo) if redo is not None else N_("Redo"))

    # How it is put together

    def _page_of(self, key: str) -> Page:
        if key not in self._pages:
            self._pages[key] = self._makers[key]()
            self.stack.addWidget(self._pages[key])
        return self._pages[key]

    def _make_journey_page(self) -> Page:
        from ui.journey.journey_page import JourneyPage

        page = JourneyPage(self._desk, self.session, self._errors)
        page.gone.connect(self.go_back)
        page.done.connect(self._tell_done)
        return page

    def _add_commands(self) -> None:
        desk = self._desk
        self.lock = Command(desk, N_("Lock"), self.lock_wanted.emit, icon="lock", keys=("Ctrl+L",))
        self.commands = (
            self.undo,
            self.redo,
            self.lock,
            Command(
                desk,
                N_("Import a journey file…"),
                self.imports.choose,
                icon="folder-open",
                keys=(QKeySequence.StandardKey.Open,),
            ),
            Command(desk, N_("Find"), lambda: self.page.search_here(), keys=(QKeySequence.StandardKey.Find,)),
            *(
                Command(
                    desk,
                    place.name,
                    partial(self.go, place.key),
                    keys=(place.shortcut,) if place.shortcut else (),
                )
                for place in PLACES
            ),
            Command(desk, N_("Back"), self.go_back, keys=("Alt+Left",)),
        )
        for command in self.commands:
            command.setParent(self)
            self.addAction(command)
        for place in PLACES:
            self.navigation.add(place.key, place.name, place.icon, at_foot=place.at_foot, keys=place.shortcut)
        self.navigation.add_command(self.lock)

    def _lay_out(self, banner: Banner) -> None:
        for command in (self.undo, self.redo):
            self.bar.add_history(command)
        notice = QVBoxLayout()
        notice.setContentsMargins(space(6), space(3), space(6), 0)
        notice.addWidget(banner)
        self._notice = QWidget(self)
        self._notice.setLayout(notice)
        self._notice.setVisible(not banner.isHidden())
        banner.shown.connect(self._notice.show)
        banner.gone.connect(self._notice.hide)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self._notice)
        right.addWidget(self.stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addLayout(right, 1)
