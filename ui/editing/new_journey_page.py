"""The way into a new journey: who the patient is, where they go, along which pathway."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.edits.field_names import field_name
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
from ui.controls.command import Command
from ui.controls.foot_bar import FootBar
from ui.controls.picture import Picture
from ui.controls.sheet import Sheet
from ui.controls.words import words
from ui.desk import Desk
from ui.editing.begun_journey import BegunJourney
from ui.editing.beside import Beside
from ui.editing.choice_list import ChoiceList
from ui.editing.field_row import FieldRow
from ui.editing.form_spec import is_short
from ui.editing.keeper import Keeper
from ui.editing.made_for import knowing
from ui.editing.make_control import make_control
from ui.editing.panel import EditorPanel
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
_EDGE = space(6)


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
        self.agency = Button(desk, N_("Enter the agency"), kind="primary", icon="plus", parent=self)
        self.agency.clicked.connect(self._enter_agency)
        self.pathways = ChoiceList(
            desk, N_("Pathway"), [(one.id, one.title, one.description) for one in self._offered()]
        )
        self._sheet = QWidget()
        self._reading = QWidget(self)
        self._lay_out()
        self._usual_languages = tuple(self.rows["journey.languages"].field.value or ())
        self._usual_manager: str | None = None
        self._left_from: QWidget | None = None
        self._look_again()
        self.begun = BegunJourney(session, _CLASSES, self.rows, self.pathways, _USUAL, self)
        self.begun.take_up()
        self.begun.changed.connect(self._tell)
        self._tell()

    def arrive(self, bar: TopBar) -> None:
        bar.show_page(N_("New journey"), "", (), back=True)
        self._look_again()
        if self._session.directory().agency is None:
            self.agency.setFocus()
            if any(one.kind == Agency.__name__ for one in self._session.drafts.of("")):
                self._enter_agency()
        else:
            self.rows["traveller.surname"].field.start()

    def refresh(self, changed: Changed) -> None:
        if changed.directory:
            if self.begun.is_gone:
                self._empty()
                self._tell()
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
            row.say(problem or self._lacking(key))
            wrong = wrong or (row if row.problem is not None else None)
            held[key] = row.value
        self._tell()
        if wrong is not None:
            wrong.field.start()
            return
        edit = begin(self._session, self._journey(agency, held), self.pathways.choice)
        with self._errors.told():
            self._session.run(edit)
            self.throw_away()
            self._opened(edit.journey.id)

    def throw_away(self) -> None:
        """Begin afresh: what stands here is not wanted, or is in the record now."""
        self._empty()
        self.begun.drop()
        self._tell()
        self.rows["traveller.surname"].field.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        self.begun.keep_if_waiting()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._sheet and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            left = self._sheet.mapTo(self._reading, QPoint()).x()
            right = self._reading.width() - left - self._sheet.width()
            self.foot.stand_between(left + _EDGE, right + _EDGE)
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        """Say at the foot what is in the way of beginning, the first thing of all."""
        self.discard.setVisible(self.begun.is_there)
        for key, row in self.rows.items():
            lacking = self._lacking(key)
            if lacking is not None:
                self.foot.tell(lacking)
                return
            if row.problem is not None and row.field.problem is not None:
                self.foot.tell(N_("“{field}” still has to be put right.", field=row.name))
                return
        self.foot.tell(N_("All else can be entered later."))

    def _lacking(self, key: str) -> Message | None:
        """What must be there and is not: nobody can travel who has no name."""
        row = self.rows[key]
        if key != "traveller.surname" or row.field.problem is not None or row.value:
            return None
        return N_("“{field}” is still needed.", field=row.name)

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

    def _enter_agency(self) -> None:
        """Go on with what was typed of it before, such as when the window was closed."""
        begun = next((one for one in self._session.drafts.of("") if one.kind == Agency.__name__), None)
        if begun is None or not self.panel.open_draft(begun):
            self.panel.open_new(Wanted(Agency))

    def _come_back(self) -> None:
        """The panel is closed: put the keyboard at the field that wanted a new entry, after the agency at the
        first field."""
        self._look_again()
        if self._left_from is not None and self._left_from.isVisible():
            self._left_from.setFocus()
        elif self._session.directory().agency is None:
            self.agency.setFocus()
        else:
            self.rows["traveller.surname"].field.start()
        self._left_from = None

    def _offered(self) -> list[Pathway]:
        return list(pathways())

    def _look_again(self) -> None:
        agency = self._session.directory().agency
        self._first.setVisible(agency is None)
        self._whole.setVisible(agency is not None)
        self.foot.setVisible(agency is not None)
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
            "The agency’s name, address and telephone stand on every paper. "
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
        self._sheet.setProperty("kind", "page")
        self._sheet.setMaximumWidth(_WIDTH)
        inside = QVBoxLayout(self._sheet)
        inside.setContentsMargins(_EDGE, space(5), _EDGE, space(6))
        inside.setSpacing(space(4))
        inside.addWidget(self._first)
        inside.addWidget(self._whole)
        inside.addStretch(1)
        middle = Sheet()
        middle.setProperty("kind", "page")
        around = QHBoxLayout(middle)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(1)
        around.addWidget(self._sheet, 100)
        around.addStretch(1)
        area = QScrollArea(self._reading)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        self._lay_out_foot()
        reading = QVBoxLayout(self._reading)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(0)
        reading.addWidget(area, 1)
        reading.addWidget(self.foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._reading, 1)
        layout.addWidget(self.panel)
        self._beside = Beside(self.panel, self, self._reading)

    def _lay_out_foot(self) -> None:
        foot = self.foot = FootBar(self._desk, self._reading)
        self.discard = Button(self._desk, N_("Discard"), kind="quiet", parent=foot)
        self.discard.clicked.connect(self.throw_away)
        name = N_("Begin the journey")
        self.begin = Button(self._desk, name, kind="primary", icon="arrow-right", parent=foot)
        self.begin.clicked.connect(self.begin_journey)
        foot.hold(self.discard, self.begin)
        keys = Command(self._desk, name, self.begin_journey, keys=("Ctrl+Return",), parent=self._reading)
        keys.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._reading.addAction(keys)
        self._sheet.installEventFilter(self)


_CLASSES: dict[str, Any] = {"traveller": Traveller, "journey": Journey, "course": Course}
