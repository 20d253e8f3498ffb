"""The way into a new journey: who the patient is, where they go, along which pathway."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.edits.field_names import field_name
from planner.errors import PlannerError
from planner.message import N_, Message
from planner.record.agency import Agency
from planner.record.course import Course
from planner.record.ids import CourseId, JourneyId, TravellerId
from planner.record.journey import Journey
from planner.record.shape import shape_of
from planner.record.traveller import Traveller, TravellerRole
from planner.session import Changed, Session
from planner.session.beginning import Pathway, begin, pathways
from ui.controls.button import Button
from ui.controls.picture import Picture
from ui.controls.words import words
from ui.desk import Desk
from ui.editing.begun_journey import BegunJourney
from ui.editing.beside import Beside
from ui.editing.choice_list import ChoiceList
from ui.editing.field_row import FieldRow
from ui.editing.form_spec import is_short
from ui.editing.keeper import Keeper
from ui.editing.make_control import make_control
from ui.editing.panel import EditorPanel
from ui.editing.place_kinds import knowing
from ui.editing.starting import Wanted, named
from ui.fields.field import FieldContext, Known
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.page import Page
from ui.shell.top_bar import TopBar
from ui.theme.tokens import space

_PATIENT = (
    *("surname", "given_names", "preferred_name", "name_hanzi", "born_on", "sex", "nationality"),
    *("home_zone", "languages"),
)
_USUAL = frozenset({"journey.languages", "journey.case_manager"})
_JOURNEY = ("reference", "case_manager", "languages", "referring_hospital")
_WIDTH = space(170)


class NewJourneyPage(Page):
    """One form; ``opened`` is told the id of the journey that was begun."""

    def __init__(
        self,
        desk: Desk,
        session: Session,
        errors: ErrorPresenter,
        opened: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self._desk = desk
        self._session = session
        self._errors = errors
        self._opened = opened
        self.panel = EditorPanel(desk, Keeper(session), self)
        self.panel.closed.connect(self._come_back)
        self.context = FieldContext(
            desk, session, lambda: None, session.directory, make=self._make_on_the_spot
        )
        self.rows: dict[str, FieldRow] = {}
        self.begin = Button(desk, N_("Begin the journey"), kind="primary", icon="arrow-right", parent=self)
        self.begin.clicked.connect(self.begin_journey)
        self.agency = Button(desk, N_("Enter the agency"), kind="primary", icon="plus", parent=self)
        self.agency.clicked.connect(lambda: self.panel.open_new(Wanted(Agency)))
        self.pathways = ChoiceList(
            desk, N_("Pathway"), [(one.id, one.title, one.description) for one in self._offered()]
        )
        self.discard = Button(desk, N_("Discard"), kind="quiet", parent=self)
        self.discard.clicked.connect(self.throw_away)
        self._sheet = QWidget()
        self._lay_out()
        self._usual_languages = tuple(self.rows["journey.languages"].field.value or ())
        self._usual_manager: str | None = None
        self._left_from: QWidget | None = None
        self._look_again()
        self.begun = BegunJourney(session, _CLASSES, self.rows, self.pathways, _USUAL, self)
        self.begun.take_up()
        self.begun.changed.connect(self._offer_to_discard)
        self._offer_to_discard()

    def arrive(self, bar: TopBar) -> None:
        bar.show_page(N_("New journey"), "", (), back=True)
        self._look_again()
        if self._session.directory().agency is None:
            self.agency.setFocus()
        else:
            self.rows["traveller.surname"].field.start()

    def refresh(self, changed: Changed) -> None:
        if changed.directory:
            if self.begun.is_gone:
                self._empty()
                self._offer_to_discard()
            self.panel.refresh()
            self._look_again()

    def begin_journey(self) -> None:
        """Begin it, if it is known whose it is."""
        agency = self._session.directory().agency
        if agency is None:
            return
        held: dict[str, Any] = {}
        wrong: FieldRow | None = None
        for key, row in self.rows.items():
            problem = row.field.problem
            if key == "traveller.surname" and problem is None and not row.value:
                problem = N_("“{field}” is still needed.", field=row.name)
            row.say(problem)
            wrong = wrong or (row if problem is not None else None)
            held[key] = row.value
        if wrong is not None:
            wrong.field.start()
            return
        edit = begin(self._session, self._journey(agency, held), self.pathways.choice)
        try:
            self._session.run(edit)
        except PlannerError as error:
            self._errors.present(error)
            return
        self.throw_away()
        self._opened(edit.journey.id)

    def throw_away(self) -> None:
        """Begin afresh: what stands here is not wanted, or is in the record now."""
        self._empty()
        self.begun.drop()
        self._offer_to_discard()
        self.rows["traveller.surname"].field.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        self.begun.keep_if_waiting()
        super().hideEvent(event)

    def _offer_to_discard(self) -> None:
        self.discard.setVisible(self.begun.is_there)

    # How

    def _journey(self, agency: Agency, held: dict[str, Any]) -> Journey:
        new_id = self._session.new_id
        patient = Traveller(
            id=TravellerId(new_id()),
            role=TravellerRole.PATIENT,
            **{name: held[f"traveller.{name}"] for name in _PATIENT},
        )
        centre = held["course.centre"]
        courses = (Course(id=CourseId(new_id()), centre=centre),) if centre else ()
        named = {hospital for hospital in (centre, held["journey.referring_hospital"]) if hospital}
        known = {place.id: place for place in self._session.directory().places}
        houses = {known[one].within for one in named if one in known} - {None}
        bare = Journey(
            id=JourneyId(new_id()),
            agency=agency,
            **{name: held[f"journey.{name}"] for name in _JOURNEY},
            travellers=(patient,),
            courses=courses,
            places=tuple(place for id, place in known.items() if id in named | houses),
        )
        return replace(bare, opened_on=self._session.today(agency.zone or bare.zone))

    def _empty(self) -> None:
        for key, row in self.rows.items():
            cls, _, name = key.partition(".")
            shape = next(one for one in shape_of(_CLASSES[cls]) if one.name == name)
            row.field.show_value("" if shape.required else shape.default)
            row.say(None)
        self.pathways.choose("")
        self._usual_languages = tuple(self.rows["journey.languages"].field.value or ())
        self._usual_manager = None
        self._look_again()

    def _make_on_the_spot(
        self, cls: type, words: str, then: Callable[[str], None], known: Known = ()
    ) -> None:
        self._left_from = self.focusWidget()
        name = named(cls, words, self._desk.language.locale)
        self.panel.open_new(Wanted(cls, values=(*name, *known)), then)

    def _come_back(self) -> None:
        """The panel is closed: put the keyboard at the field that wanted a new entry."""
        self._look_again()
        if self._left_from is not None and self._left_from.isVisible():
            self._left_from.setFocus()
        self._left_from = None

    def _offered(self) -> list[Pathway]:
        return list(pathways())

    def _look_again(self) -> None:
        agency = self._session.directory().agency
        self._first.setVisible(agency is None)
        self._whole.setVisible(agency is not None)
        if agency is not None:
            self._begin_languages(agency.print_languages)
            self._begin_manager(tuple(one.id for one in agency.case_managers))

    def _begin_languages(self, usual: tuple[str, ...]) -> None:
        """Begin with the languages the agency prints in, unless others were chosen here."""
        field = self.rows["journey.languages"].field
        if tuple(field.value or ()) == self._usual_languages != usual:
            field.show_value(usual)
        self._usual_languages = usual

    def _begin_manager(self, managers: tuple[str, ...]) -> None:
        """Begin with who works here, else with the only case manager there is, unless changed here."""
        field = self.rows["journey.case_manager"].field
        here = self._session.who
        usual = here if here in managers else managers[0] if len(managers) == 1 else None
        if field.value == self._usual_manager != usual:
            field.show_value(usual)
        self._usual_manager = usual

    def _row(self, key: str) -> FieldRow:
        cls, _, name = key.partition(".")
        owner = _CLASSES[cls]
        shape = next(one for one in shape_of(owner) if one.name == name)
        called = field_name(owner, name)
        context = knowing(self.context, owner, name)
        row = FieldRow(self._desk, shape, called, make_control(shape, called, context, owner))
        row.field.committed.connect(lambda: row.say(row.field.problem))
        self.rows[key] = row
        return row

    def _group(self, title: Message, keys: tuple[str, ...]) -> QFrame:
        card = QFrame(self)
        card.setProperty("kind", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(space(5), space(4), space(5), space(4))
        grid.setHorizontalSpacing(space(4))
        grid.setVerticalSpacing(space(3))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(words(self._desk, title, "title"), 0, 0, 1, 2)
        line, column = 1, 0
        for key in keys:
            row = self._row(key)
            short = is_short(row.shape)
            if not short and column:
                line, column = line + 1, 0
            grid.addWidget(row, line, column, 1, 1 if short else 2)
            column = 1 - column if short else 0
            line += not column
        return card

    def _lay_out(self) -> None:
        self._first = QFrame(self)
        self._first.setProperty("kind", "card")
        first = QVBoxLayout(self._first)
        first.setContentsMargins(space(5), space(5), space(5), space(5))
        first.setSpacing(space(3))
        first.addWidget(Picture(self._desk, "house", QSize(24, 24), "accent", self._first))
        first.addWidget(words(self._desk, N_("First, whose record is this?"), "title"))
        why = N_(
            "The agency's name, address and telephone stand on every paper. "
            "It is entered once for all journeys."
        )
        first.addWidget(words(self._desk, why, "muted", wrap=True))
        first.addWidget(self.agency, 0, Qt.AlignmentFlag.AlignLeft)
        self._whole = QWidget(self)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addWidget(self._group(N_("Patient"), tuple(f"traveller.{name}" for name in _PATIENT)))
        treatment = (*(f"journey.{name}" for name in _JOURNEY), "course.centre")
        column.addWidget(self._group(N_("Journey"), treatment))
        column.addWidget(self.pathways)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.discard)
        foot.addWidget(self.begin)
        column.addLayout(foot)
        self._sheet.setProperty("kind", "page")
        self._sheet.setMaximumWidth(_WIDTH)
        inside = QVBoxLayout(self._sheet)
        inside.setContentsMargins(space(6), space(5), space(6), space(6))
        inside.setSpacing(space(4))
        inside.addWidget(self._first)
        inside.addWidget(self._whole)
        inside.addStretch(1)
        middle = _Middle()
        middle.setProperty("kind", "page")
        around = QHBoxLayout(middle)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(1)
        around.addWidget(self._sheet, 100)
        around.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(self.panel)
        self._beside = Beside(self.panel, self, area)


class _Middle(QWidget):
    """What scrolls: as high as it is in its width, not as high as it would be in its least."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().minimumSizeHint().width(), 0)


_CLASSES: dict[str, Any] = {"traveller": Traveller, "journey": Journey, "course": Course}
