"""The open record: navigation, the bar above, the pages, made when they are first wanted, the line below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.errors import InputError
from planner.message import N_, Message
from planner.record.journey import Journey
from ui.caseload.freshening import Freshening
from ui.controls.banner import Banner
from ui.controls.command import Command
from ui.desk import Desk
from ui.shell.announcing import announce
from ui.shell.bringing_files import bring_files
from ui.shell.commands import make_commands
from ui.shell.drop_area import DropArea
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.find_here import FindHere
from ui.shell.findings_beside import FindingsBeside
from ui.shell.history import HistoryCommands
from ui.shell.journey_import import JourneyImport
from ui.shell.navigation import Navigation
from ui.shell.page import Page
from ui.shell.places import PLACES, Surroundings
from ui.shell.status_line import StatusLine
from ui.shell.timed_backup import TimedBackup
from ui.shell.top_bar import TopBar
from ui.shell.whereabouts import Whereabouts, return_to, where
from ui.theme.tokens import NARROW_WINDOW, Tone, space

if TYPE_CHECKING:
    from planner.session import Changed, Session
    from planner.session.backups import RestoredRecord
    from ui.caseload.journeys_page import JourneysPage
    from ui.journey.journey_page import JourneyPage
    from ui.shell.palette.palette import Palette

_WARM_AFTER_MS = 1_200


class Workspace(DropArea):
    """Everything about one open session.

    Signals:
        lock_wanted: close the record and ask for its passphrase.
        sample_wanted: close the record and show the sample.
        exchanged(Session, RestoredRecord): go on with another session, in which a backup was put back.
    """

    lock_wanted = Signal()
    sample_wanted = Signal()
    exchanged = Signal(object, object)

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
        self._history = HistoryCommands(desk, session, errors, self)
        self.undo, self.redo = self._history.undo, self._history.redo
        self._history.travelled.connect(partial(announce, self))
        self.imports = JourneyImport(desk, session, banner, errors, self._history.take_back, self)
        self.imports.imported.connect(self.open_journey)
        self.dropped.connect(lambda paths: self.imports.take(*paths))
        self.files_taker = lambda: self.page
        bring_files(self)
        self.navigation = Navigation(desk, record_name, is_sample, self)
        self.bar = TopBar(desk, self)
        self.stack = QStackedWidget(self)
        self.status = StatusLine(desk, session, self)
        self._backups = TimedBackup(desk, session, errors, self)
        self._backups.made.connect(self.status.look)
        freshening = Freshening(session, self)
        self.findings = FindingsBeside(desk, self, errors)
        freshening.freshened.connect(self.findings.count_soon)
        self._around = Surroundings(
            desk,
            session,
            errors,
            go=self.go,
            open_journey=self.open_journey,
            open_thing=self.open_thing,
            replan_session=self.replan_session,
            tell_done=self._tell_done,
            choose_import=self.imports.choose,
            commands=self.all_commands,
            freshening=freshening,
            exchange=self._exchange,
            see_sample=self.sample_wanted.emit,
            stack=self.stack,
        )
        self._pages: dict[str, Page] = {}
        self._makers: dict[str, Callable[[], Page]] = {
            "journey": self._make_journey_page,
            **{place.key: partial(place.make, self._around) for place in PLACES},
        }
        self._came_from = PLACES[0].key
        self._palette: Palette | None = None
        self._warms_later = False
        self._add_commands()
        self._lay_out(banner)
        self.bar.back.clicked.connect(self.go_back)
        self.navigation.chosen.connect(self.go)
        session.on_change(self._changed)
        self.go(PLACES[0].key)
        QTimer.singleShot(_WARM_AFTER_MS, self, self._warm_up)

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

    @property
    def journey(self) -> Journey | None:
        """The journey in view; ``None`` on any other page."""
        page = self._pages.get("journey")
        return getattr(page, "journey", None) if page is self.stack.currentWidget() else None

    def go(self, key: str) -> None:
        """Show a page, making it if it is the first time."""
        page = self._page_of(key)
        if key != "journey":
            self._came_from = key
        self.stack.setCurrentWidget(page)
        self.navigation.show_place("journeys" if key == "journey" else key)
        page.arrive(self.bar)
        if key == "journey":
            self._warm_later()
        self.findings.follow()

    @property
    def known_places(self) -> frozenset[str]:
        """The keys of all pages there are."""
        return frozenset(self._makers)

    def go_back(self) -> None:
        """From a journey to the page it was opened from, from anywhere else to the journeys."""
        if self.place == "journey":
            self.go(self._came_from)
        elif self.place != "journeys":
            self.go("journeys")

    def open_journey(self, journey_id: str) -> None:
        """Show one journey."""
        page = self.journey_page()
        page.show_journey(journey_id)
        self.go("journey")

    def open_thing(self, journey_id: str, thing_id: str = "", field: str = "") -> None:
        """Show one journey at a thing of it, and at a field of that thing."""
        page = self.journey_page()
        if page.journey is None or page.journey.id != journey_id:
            try:
                page.show_journey(journey_id)
            except InputError as error:  # it was removed since this was offered
                self._errors.present(error)
                return
        self.go("journey")
        opens = getattr(page, "open_thing", None)
        if thing_id and opens is not None:
            opens(thing_id, field)

    def replan_session(self, journey_id: str, session_id: str) -> None:
        """Show one journey where it is re-planned because this session was missed."""
        self.open_thing(journey_id)
        page = self.journey_page()
        if page.journey is None or page.journey.id != journey_id:
            return
        for course in page.journey.courses:
            if any(one.id == session_id for one in course.fractions):
                page.open_replan(course.id, session_id)

    def open_entry(self, entry_id: str) -> None:
        """Show a shared place or contact in the directory."""
        if "directory" not in self._makers:
            return
        self.go("directory")
        opens = getattr(self.page, "open_entry", None)
        if opens is not None:
            opens(entry_id)

    @property
    def whereabouts(self) -> Whereabouts:
        """Where one is, to come back to after unlocking."""
        return where(self)

    def return_to(self, was: Whereabouts) -> None:
        """Be where one was; a journey that is no longer there is passed over."""
        return_to(self, was)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.navigation.set_narrow(self.width() < NARROW_WINDOW)

    # What stands over the page, and beside it

    @property
    def palette_box(self) -> Palette:
        """The palette, made when it is first wanted."""
        if self._palette is None:
            from ui.shell.palette.over_workspace import palette_over

            self._palette = palette_over(self._desk, self)
        return self._palette

    def stand_beside(self, drawer: QWidget) -> None:
        """Have a drawer at the right of whatever page is in view."""
        self._middle.addWidget(drawer)

    # What follows from a change

    def _changed(self, changed: Changed) -> None:
        self._history.name()
        self.banner.withdraw()
        self.status.edited()
        for page in self._pages.values():
            page.refresh(changed)
        self.findings.refresh(changed)

    def _tell_done(self, label: Message) -> None:
        """Say that something larger was done, and offer to take it back."""
        offer = (N_("Undo"), self._history.take_back)
        self.banner.tell(N_("Done: {what}", what=label), tone=Tone.OK, offer=offer)

    # How it is put together

    def all_commands(self) -> tuple[Command, ...]:
        """Every command: those that hold everywhere, and those of the pages that were made."""
        own = [one for page in self._pages.values() for one in page.findChildren(Command) if one.shortcuts()]
        return (*self.commands, *own)

    def offered_commands(self) -> tuple[Command, ...]:
        """The commands that hold where one is, without those that only go to a page."""
        own = [one for one in self.page.findChildren(Command) if one.shortcuts()]
        here = [one for one in own if not isinstance(over := one.parent(), QWidget) or over.isVisible()]
        here = [one for one in here if getattr(one.parent(), "may", lambda _command: True)(one)]
        return (*(one for one in self.commands if one not in self._goings), *here)

    def journey_page(self) -> JourneyPage:
        """The page of one journey, made when it is first wanted."""
        from ui.journey.journey_page import JourneyPage

        page = self._page_of("journey")
        assert isinstance(page, JourneyPage)
        return page

    def _page_of(self, key: str) -> Page:
        if key not in self._pages:
            self._pages[key] = self._makers[key]()
            self.stack.addWidget(self._pages[key])
        return self._pages[key]

    def _exchange(self, session: Session, restored: RestoredRecord) -> None:
        self.hide()  # the record it shows is closed: nothing of it is looked up any more
        self.exchanged.emit(session, restored)

    def _make_journey_page(self) -> Page:
        from ui.journey.journey_page import JourneyPage

        page = JourneyPage(self._desk, self.session, self._errors, self.stack)
        page.findings.calendars_wanted.connect(lambda: self.go("world"))
        page.gone.connect(self.go_back)
        page.done.connect(self._tell_done)
        for passed in (self._around.freshening.freshened, self._around.freshening.minute):
            passed.connect(page.follow_time)
        page.calendar_wanted.connect(self.calendar_dropped)
        return page

    def _add_commands(self) -> None:
        made = make_commands(self._desk, self)
        self.lock, self.find_anything = made.lock, made.find_anything
        self.commands, self._goings = made.all, made.goings
        for command in self.commands:
            command.setParent(self)
            self.addAction(command)
        for place in PLACES:
            if place.in_rail:
                self.navigation.add(
                    place.key, place.name, place.icon, at_foot=place.at_foot, keys=place.shortcut
                )
        self.navigation.add_command(self.lock)

    def _warm_up(self) -> None:
        """Have ready, before anybody opens a journey or types hanzi, what that takes."""
        from planner.session.readiness import get_ready_for_journeys
        from ui.shell.warming import NEIGHBOURS, SOON_SECONDS, Warming

        if self.isVisible():
            make = self.journey_page
            Warming(self._desk, self, get_ready_for_journeys, NEIGHBOURS, make, still_seconds=SOON_SECONDS)

    def _warm_later(self) -> None:
        """Have ready, once a journey is in view, what one turns to from it."""
        if not self._warms_later:
            from ui.shell.warming import LATER, LATER_SECONDS, Warming, load_calendars

            self._warms_later = True
            calendars = partial(load_calendars, self.session.today("UTC"))
            make = partial(self.journey_page().view, "itinerary")
            Warming(self._desk, self, calendars, LATER, make, still_seconds=LATER_SECONDS)

    def _lay_out(self, banner: Banner) -> None:
        self.bar.add_tool(self.findings.counter)
        for command in (self.find_anything, self.undo, self.redo):
            self.bar.add_history(command)
        self.bar.add_tool(self._history.button(self.bar))
        notice = QVBoxLayout()
        notice.setContentsMargins(space(6), space(3), space(6), 0)
        notice.addWidget(banner)
        self._notice = QWidget(self)
        self._notice.setLayout(notice)
        self._notice.setVisible(not banner.isHidden())
        banner.shown.connect(self._notice.show)
        banner.gone.connect(self._notice.hide)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self.stack, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self._notice)
        self.finding = FindHere(self._desk, self, right)
        right.addLayout(self._middle, 1)
        right.addWidget(self.status)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addLayout(right, 1)
