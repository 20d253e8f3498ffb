"""The findings beside any page: of the journey in view, or of all journeys, the worst first.

A finding is gone to, fixed, or accepted with a reason, without leaving the page for longer than one wants.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from planner.errors import InputError
from planner.message import N_, NP_
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.session import Changed, Session
from ui.controls.button import Button, IconButton
from ui.controls.eliding_label import ElidingLabel
from ui.controls.empty_state import EmptyState
from ui.controls.segments import Segments
from ui.controls.sheet import Sheet
from ui.desk import Desk
from ui.findings.caseload_list import FoundList
from ui.journey.finding_actions import FindingActions
from ui.journey.findings_card import FindingsCard
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import space

WIDTH = space(98)


class FindingsDrawer(QFrame):
    """Stands at the right of the page while it is open.

    Signals:
        closed: it is no longer open.
        thing_wanted(str, str, str): go to a journey, a thing of it, and a field of that.
        new_wanted(object): of the journey gone to just before, the form of this new thing (``Wanted``).
    """

    closed = Signal()
    thing_wanted = Signal(str, str, str)
    new_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        session: Session,
        errors: ErrorPresenter,
        in_view: Callable[[], Journey | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._in_view = in_view
        self._shown: str | None = None
        self.setProperty("kind", "drawer")
        self.setFixedWidth(WIDTH)
        desk.language.say(self, NP_("section", "Findings"), "setAccessibleName")
        self.scope = Segments(
            desk,
            N_("Whose findings"),
            {"one": N_("This journey"), "all": N_("All journeys")},
        )
        self.scope.chosen.connect(self._scope_chosen)
        self.close_button = IconButton(desk, N_("Close the findings"), "x", parent=self)
        self.close_button.clicked.connect(self.close_up)
        self.back = Button(desk, N_("All journeys"), kind="link", icon="arrow-left", parent=self)
        self.back.clicked.connect(lambda: self._scope_chosen("all"))
        self.whose = ElidingLabel(desk, "", "strong", parent=self)
        self.list = FoundList(desk, self)
        self.list.chosen.connect(self._drill)
        self.card = FindingsCard(desk, self)
        self.deeds = FindingActions(desk, session, errors, self.card)
        self.deeds.field_wanted.connect(self._go)
        self.deeds.new_wanted.connect(self._begin)
        self._lay_out()
        desk.language.changed.connect(self._follow_language)
        self.hide()

    def open_up(self) -> None:
        """Open it at the journey in view, else at all of them, with the keyboard in it."""
        journey = self._in_view()
        self.show()
        self._scope_chosen("one" if journey is not None else "all")
        self._take_keyboard()

    def close_up(self) -> None:
        """Close it; whoever opened it gives the keyboard back."""
        if not self.isHidden():
            self.hide()
            self.card.clear()
            self.closed.emit()

    def follow(self) -> None:
        """Another page is in view: show what belongs to it, unless all journeys are looked through."""
        if self.isHidden():
            return
        journey = self._in_view()
        if journey is None:
            self._scope_chosen("all")
        elif self.scope.choice == "one" or self._shown == journey.id:
            self._scope_chosen("one")

    def refresh(self, changed: Changed) -> None:
        """The record changed."""
        if self.isHidden():
            return
        if self._shown is None:
            self._show_all()
        elif changed.directory or self._shown in changed.journeys:
            self._show_one(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)

    def _scope_chosen(self, key: str) -> None:
        journey = self._in_view()
        self.scope.button("one").setEnabled(journey is not None)
        if key == "one" and journey is not None:
            self.scope.choose("one")
            self._show_one(journey.id)
        else:
            self.scope.choose("all")
            self._show_all()

    def _drill(self, journey_id: str) -> None:
        self._show_one(journey_id)
        self.back.setFocus()

    def _show_all(self) -> None:
        self._shown = None
        rows = self._session.caseload.most_found()
        self.list.found.show(rows)
        if rows:
            self.list.setCurrentIndex(self.list.found.index(0, 0))
        self._head.hide()
        self._stack.setCurrentWidget(self.list if rows else self._nothing)

    def _show_one(self, journey_id: str) -> None:
        try:
            journey = self._session.journey(journey_id)
        except InputError:  # it was removed
            self._show_all()
            return
        if self._shown != journey_id:
            self.card.clear()
            self.card.shows_all = True
        self._shown = journey_id
        viewed = self._in_view()
        self._head.setVisible(viewed is None or viewed.id != journey_id)
        self.whose.put(journey.patient.full_name if journey.patient else N_("No patient yet"))
        self.deeds.show(journey)
        self._stack.setCurrentWidget(self._nothing if self.card.isHidden() else self._area)

    def _go(self, subject: object) -> None:
        if isinstance(subject, Subject) and self._shown is not None:
            self.thing_wanted.emit(self._shown, subject.id, subject.field)

    def _begin(self, wanted: object) -> None:
        if self._shown is not None:
            self.thing_wanted.emit(self._shown, "", "")
            self.new_wanted.emit(wanted)

    def _take_keyboard(self) -> None:
        if self._stack.currentWidget() is self.list:
            self.list.setFocus()
        elif self.card.rows and self._stack.currentWidget() is self._area:
            self.card.rows[0].first_control.setFocus()
        else:
            self.scope.button(self.scope.choice).setFocus()

    def _follow_language(self) -> None:
        if not self.isHidden() and self._shown is not None:
            self._show_one(self._shown)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, space(3), 0)
        top.addWidget(self.scope)
        top.addStretch(1)
        top.addWidget(self.close_button)
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, space(3), 0)
        head.addWidget(self.back)
        head.addWidget(self.whose, 1)
        page = Sheet()
        page.setProperty("kind", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, space(3), space(3))
        column.addWidget(self.card)
        column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setProperty("kind", "clear")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(page)
        self._nothing = EmptyState(
            self._desk,
            "circle-check",
            N_("Nothing to see to"),
            N_("The rules find nothing to say. That is how it should be."),
            parent=self,
            widest=space(72),
        )
        self._nothing.setContentsMargins(0, 0, space(4), 0)  # as far from the right as from the left
        self._stack = QStackedWidget(self)
        for part in (self.list, self._area, self._nothing):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(4), space(3), 0, 0)  # what scrolls does so to the drawer's edges
        layout.setSpacing(space(3))
        layout.addLayout(top)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)
