"""One journey on one page: how it stands, then every section of its record, read from the top down."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.errors import InputError
from planner.message import N_, Message
from planner.record.journey import Journey
from planner.session import Changed, JourneySummary, Session
from planner.session.days import Days, days_of
from planner.session.where_now import where_on
from ui.controls.button import Button
from ui.controls.command import Command
from ui.controls.key_names import key_names
from ui.desk import Desk
from ui.journey.course_actions import CourseActions
from ui.journey.editing import Editing
from ui.journey.export_beside import ExportBeside
from ui.journey.filling import Filling
from ui.journey.finding_actions import FindingActions
from ui.journey.findings_card import FindingsCard
from ui.journey.journey_header import JourneyHeader
from ui.journey.marked_row import MarkedRow
from ui.journey.place_kept import keep_place
from ui.journey.reading import REACH, Reading
from ui.journey.section_card import SectionCard
from ui.journey.section_tabs import SectionTabs
from ui.journey.sections import SECTIONS
from ui.journey.view import JourneyView
from ui.journey.views import FIRST, LAST
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.page import Page
from ui.shell.top_bar import TopBar

if TYPE_CHECKING:
    from ui.attachments.taking_files import TakingFiles
    from ui.journey.replan.replan_view import ReplanView


class JourneyPage(Page):
    """One journey; ``show_journey`` chooses which.

    Signals:
        gone: the journey shown is no longer in the record.
        done(object): something larger was done, worth a word and the offer to undo it; its label.
    """

    gone = Signal()
    done = Signal(object)

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self._desk, self._session, self._errors = desk, session, errors
        self._bar: TopBar | None = None
        self.journey: Journey | None = None
        self._summary: JourneySummary | None = None
        self._days: Days | None = None
        self._sought, self._is_stale = "", False
        self._views: dict[str, JourneyView] = {}
        self.header = JourneyHeader(desk, self)
        self.tabs = SectionTabs(desk, self)
        self.cards = {s.key: SectionCard(desk, s.icon, s.name, s.empty) for s in SECTIONS}
        self.findings_card = FindingsCard(desk, self)
        self.findings = FindingActions(desk, session, errors, self.findings_card)
        self.findings.section_wanted.connect(self.open_section)
        self.findings.field_wanted.connect(lambda subject: self.open_thing(subject.id, subject.field))
        self._filling = Filling(session, self.findings, self.cards, self)
        self.editing = Editing(desk, session, errors, self)
        self.course_actions = CourseActions(desk, session, errors, self)
        self.cards["course"].add_actions(self.course_actions)
        self.course_actions.replan_wanted.connect(self.open_replan)
        self.course_actions.number_wanted.connect(lambda course: self.open_replan(course, is_ordered=True))
        self.replan: ReplanView | None = None
        self.export_button = Button(desk, N_("Export"), icon="download", parent=self)
        self.export_command = Command(desk, N_("Export"), self.toggle_export, keys=("Ctrl+E",), parent=self)
        self.addAction(self.export_command)
        self.export_button.clicked.connect(self.toggle_export)
        self.export_button.setToolTip(key_names("Ctrl+E"))
        self._taking: TakingFiles | None = None
        self._lay_out()
        self.export = ExportBeside(desk, session, errors, self._columns, self.export_button)
        self.export.way_wanted.connect(self.editing.go)
        self.tabs.chosen.connect(self.go_to)
        self.editing.take(self.cards)
        self._marked = MarkedRow(self._area, self.cards, self._filling, self)
        self._marked.found.connect(self._follow_scrolling)
        self._area.verticalScrollBar().valueChanged.connect(self._follow_scrolling)
        desk.language.changed.connect(self._say_anew)

    def arrive(self, bar: TopBar) -> None:
        self._bar = bar
        if self._is_stale and self.journey is not None:
            self._read_again(self.journey.id)
        self._name_in_bar()
        self._area.setFocus() if self.replan is None else self.replan.arrive()

    def refresh(self, changed: Changed) -> None:
        if self.journey is not None and (changed.directory or self.journey.id in changed.journeys):
            self.close_replan()
            try:
                self._session.journey(self.journey.id)
            except InputError:  # it was removed, perhaps by undoing its import
                self._leave()
                return
            if self.isHidden():  # as it is next seen
                self._is_stale = True
            else:
                self._read_again(self.journey.id)

    def follow_time(self) -> None:
        """Show what time alone has changed: what comes next, another day. Re-planning is not disturbed."""
        if self.journey is None or self.replan is not None:
            return
        if self._as_of_now(self.journey) != (self._summary, self._days):
            self.refresh(Changed(frozenset({self.journey.id}), directory=False))

    def _read_again(self, journey_id: str) -> None:
        """Show the journey as it is now, whatever of it stays as it stands."""
        self._read(journey_id)
        self._show()
        self.editing.refresh()

    def _leave(self) -> None:
        """Forget the journey and everything shown of it."""
        self.journey = self._summary = None
        self._filling.stop()
        self.export.close()
        self.editing.leave()
        self._clear()
        if self.isVisible():
            self.gone.emit()

    def search_here(self) -> bool:
        return self.shown_view is not None and self.shown_view.search_here()

    @property
    def looked_through(self) -> QWidget:
        return self.replan or self._stack.currentWidget() or self

    @property
    def takes_files(self) -> bool:
        return self.journey is not None

    def take_files(self, paths: Sequence[Path]) -> None:
        """Attach dropped files to the thing whose files are in view, or ask which thing they belong to."""
        from ui.attachments.taking_files import TakingFiles

        if self.journey is None:
            return
        if self._taking is None:
            self._taking = TakingFiles(self._desk, self._session, self._errors, self)
            self._taking.made.connect(lambda form: self._whole.insertWidget(2, form))  # below the tabs
            self._taking.closed.connect(self.take_focus)
            self._taking.attached.connect(self.open_thing)
            self._taking.calendar_wanted.connect(self.calendar_wanted)
        self._taking.take(self.journey, paths)

    def show_journey(self, journey_id: str) -> None:
        """Show this journey from the top; a re-planning of it that was begun goes on."""
        if self.replan is not None and self.journey is not None and self.journey.id == journey_id:
            return
        self._sought = ""
        self.editing.leave()
        self._stack.setCurrentWidget(self._area)
        self.export.close()
        self.close_replan()
        self._clear()
        self._read(journey_id)
        self._session.accountability.viewed(journey_id)
        self._area.go_to_top()
        self.tabs.show_section(SECTIONS[0].key)
        self._show(anew=True)
        self.editing.offer_drafts()

    def go_to(self, key: str) -> None:
        """Bring a view or a section into view."""
        view = self.view(key)
        if view is None:
            self.go_to_section(key)
        elif self.journey is not None:
            self.close_replan()
            view.show_journey(self.journey)
            self._stack.setCurrentWidget(view)
            self.tabs.show_section(key)
            view.arrive()

    def view(self, key: str) -> JourneyView | None:
        """The view of a tab, made when it is first wanted; ``None`` for a section."""
        tab = next((tab for tab in (*FIRST, *LAST) if tab.key == key), None)
        if tab is not None and key not in self._views:
            view = self._views[key] = tab.make(self._desk, self._session, self._errors, self._stack)
            view.thing_wanted.connect(self.open_thing)
            view.way_wanted.connect(self.editing.go)
            view.done.connect(self.done)
            self._stack.addWidget(view)
        return self._views.get(key)

    def open_thing(self, thing_id: str, field: str = "") -> bool:
        """Open the form of a thing of the journey at ``field`` and mark its row; whether there is such."""
        if self.journey is None or not self.editing.open_thing(thing_id, field):
            return False
        self.close_replan()
        return True

    def show_row(self, thing_id: str) -> None:
        """Mark the row of the thing whose form is open, ``""`` for none, and scroll to it, the form first."""
        self._marked.show(self.journey, thing_id)

    @property
    def shown_view(self) -> JourneyView | None:
        """The view in view; ``None`` while the sections are."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, JourneyView) else None

    def take_focus(self) -> None:
        """Give the keyboard to what is in view."""
        (self._stack.currentWidget() or self).setFocus()

    @property
    def beside(self) -> QHBoxLayout:
        """The reading and what stands beside it."""
        return self._columns

    def go_to_section(self, key: str) -> None:
        """Bring a section into view."""
        self.close_replan()
        self._stack.setCurrentWidget(self._area)
        self.tabs.show_section(key)
        self._marked.let_go()
        self._sought = key
        self._seek()

    def _seek(self) -> None:
        """Go to the section once everything above it has its height."""
        if self._sought and not self._filling.is_complete:
            QTimer.singleShot(0, self, self._seek)
        elif self._sought:
            sought, self._sought = self._sought, ""
            self._area.go_to(self.cards[sought])

    def open_section(self, key: str) -> None:
        """Bring a section into view and the keyboard to its tab."""
        self.go_to_section(key)
        self.tabs.button(key).setFocus()

    @property
    def top_of_reading(self) -> int:
        """Where the reading begins under header and tabs, in pixels from the top of the page."""
        return self._reading.y()

    @property
    def area(self) -> Reading:
        """The sections one under the other."""
        return self._area

    @property
    def scroll_place(self) -> int:
        """How far down the reading is, in pixels."""
        return self._area.verticalScrollBar().value()

    @property
    def reading_is_as_wide_as_the_page(self) -> bool:
        """Whether nothing of the sections is cut off at the side."""
        return self._area.sheet.width() <= self._area.viewport().width()

    @property
    def is_complete(self) -> bool:
        """Whether all of it is there to be read."""
        return self._filling.is_complete and all(card.is_complete for card in self.cards.values())

    def toggle_export(self) -> None:
        """Open the panel for exporting, or close it."""
        if self.export.panel is not None:
            self.export.close()
        elif self.journey is not None:
            self.close_replan()
            self.export.open(self.journey)

    def open_replan(self, course_id: str, session_id: str = "", *, is_ordered: bool = False) -> None:
        """Re-plan a course: ``session_id`` is one that was missed, or another number ``is_ordered``."""
        from ui.journey.replan.replan_view import ReplanView

        courses = self.journey.courses if self.journey is not None else ()
        course = next((one for one in courses if one.id == course_id), None)
        if self.journey is None or course is None:
            return
        self.export.close()
        self.close_replan()
        view = self.replan = ReplanView(self._desk, self._session, self._errors, self.journey, course, self)
        view.form.choose_number() if is_ordered else view.form.choose_session(session_id)
        view.closed.connect(self._leave_replan)
        view.done.connect(self._replanned)
        view.thing_wanted.connect(self.open_thing)
        self._whole.addWidget(view, 1)
        view.show()
        view.arrive()  # before what had the keyboard is hidden, or nothing has it
        self._read_area(False)

    def close_replan(self) -> None:
        """Close re-planning, if it is open; nothing of it is kept."""
        if self.replan is not None:
            self.replan.hide()
            self.replan.deleteLater()
            self.replan = None
            self._read_area(True)

    def _leave_replan(self) -> None:
        self.close_replan()
        self.course_actions.take_focus()

    def _replanned(self, label: Message) -> None:
        self.open_section("course")
        self.done.emit(label)

    def _read_area(self, shown: bool) -> None:
        self.tabs.setVisible(shown)
        self._reading.setVisible(shown)

    def _read(self, journey_id: str) -> None:
        self._is_stale = False
        self.journey = self._session.journey(journey_id)
        self._summary, self._days = self._as_of_now(self.journey)

    def _as_of_now(self, journey: Journey) -> tuple[JourneySummary | None, Days]:
        """Its row in the list of journeys, and which day it is for it."""
        row = next(iter(self._session.summaries_of([journey.id])), None)
        return row, days_of(journey, self._session.now())

    def _show(self, *, anew: bool = False) -> None:
        if self.journey is None or self._summary is None:
            return
        patient = self.journey.patient
        findings = self._session.open_findings(self.journey.id)
        where = where_on(self.journey, self._session.today(self.journey.zone))
        self.header.show_summary(self._summary, findings, patient.home_zone if patient else "", where)
        self.course_actions.show_journey(self.journey, self._session.today(self.journey.zone))
        if self.shown_view is not None:
            self.shown_view.show_journey(self.journey)
        self._filling.begin(self.journey, anew=anew)
        self._name_in_bar()

    def _clear(self) -> None:
        """Show nothing of any journey."""
        for view in self._views.values():
            view.clear()
        self.findings_card.clear()
        for card in self.cards.values():
            card.clear()

    def _say_anew(self) -> None:
        """Everything in the language that is in force now, and one stays where one was."""
        keep_place(self, self._show)

    def _name_in_bar(self) -> None:
        if self._bar is None or self._summary is None or not self.isVisible():
            return
        summary = self._summary
        subtitle = "   ".join(part for part in (summary.patient_name_hanzi, summary.reference) if part)
        title = summary.patient_name or N_("No patient yet")
        self._bar.show_page(title, subtitle, (self.export_button,), back=True)

    def _follow_scrolling(self) -> None:
        """Light the tab of what is read: that of the marked row while it is in view, else of the top edge."""
        if self._area.is_going or self._area.is_held or self.shown_view is not None:
            return
        if marked := self._marked.section_in_view:
            self.tabs.show_section(marked)
            return
        value = self.scroll_place
        seen = [key for key, card in self.cards.items() if card.y() <= value + REACH]
        at_end = value >= self._area.verticalScrollBar().maximum() > 0
        self.tabs.show_section(SECTIONS[-1].key if at_end and self.is_complete else (seen or ["people"])[-1])

    def _lay_out(self) -> None:
        cards = (self.editing.strip, self.findings_card, *self.cards.values())
        self._area = Reading(self._desk, cards, self)
        self._reading = QWidget(self)
        self._columns = QHBoxLayout(self._reading)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._stack = QStackedWidget(self._reading)
        self._stack.addWidget(self._area)
        self._columns.addWidget(self._stack, 1)
        layout = self._whole = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.tabs)
        layout.addWidget(self._reading, 1)
