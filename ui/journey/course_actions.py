"""What can be done with a course where it stands: mark the session of the day, say what happened, re-plan."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from planner.edits.session_marks import deliver_session
from planner.edits.thing_names import thing_name
from planner.message import N_, Message
from planner.record.course import Course
from planner.record.fraction import Fraction
from planner.record.journey import Journey
from planner.record.when import When
from planner.session import Session
from ui.controls.button import Button
from ui.controls.choice_box import ChoiceBox
from ui.controls.flow_layout import FlowLayout
from ui.controls.standing import stand
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.replan.happened_form import open_sessions
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import space

if TYPE_CHECKING:
    from ui.journey.lay_sessions import LaySessions


_LEAST_FOR_WORDS = space(50)


class CourseActions(QFrame):
    """Stands under the title of the section.

    Signals:
        replan_wanted(str, str): re-plan this course; the session that was missed, or nothing.
        number_wanted(str): another number of sessions was ordered for this course.
    """

    replan_wanted = Signal(str, str)
    number_wanted = Signal(str)

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._journey: Journey | None = None
        self.course: Course | None = None
        self.due: Fraction | None = None
        self.setProperty("kind", "well")
        self._courses: tuple[Course, ...] = ()
        self._turned_to = ""
        self.which = ChoiceBox(desk, N_("Course"), self)
        self.which.activated.connect(self._turn_to)
        self.which.hide()
        self._telling = words(desk, "", "body", wrap=True)
        self.delivered = Button(desk, N_("Delivered"), kind="primary", icon="check", parent=self)
        self.delivered.clicked.connect(self._deliver)
        self.missed = Button(desk, N_("Missed…"), icon="x", parent=self)
        self.missed.clicked.connect(self._miss)
        self.replan = Button(desk, N_("Re-plan…"), kind="quiet", icon="calendar-days", parent=self)
        self.replan.clicked.connect(lambda: self._want(""))
        self.fewer = Button(desk, N_("Fewer sessions…"), kind="quiet", icon="calendar-minus", parent=self)
        self.fewer.clicked.connect(self._want_number)
        self._left_from = self.replan
        self.lay = Button(desk, N_("Lay sessions…"), kind="quiet", icon="calendar-days", parent=self)
        self.lay.clicked.connect(self._open_laying)
        self.laying: LaySessions | None = None
        self._buttons = QWidget(self)
        flow = FlowLayout(space(2), space(1), self._buttons)
        for button in (self.delivered, self.missed, self.replan, self.fewer, self.lay):
            flow.addWidget(button)
        self._telling.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(space(2))
        line.addWidget(self.which)
        line.addWidget(self._telling, 1)
        line.addWidget(self._buttons)
        layout = self._whole = QVBoxLayout(self)
        layout.setContentsMargins(space(3), space(2), space(2), space(2))
        layout.setSpacing(space(2))
        layout.addLayout(line)

    def show_journey(self, journey: Journey, today: dt.date) -> None:
        """Offer what can be done with the course of ``journey`` that is under way, or is to come.

        Of several, the one that was turned to stays; else it is the one that goes on first.
        """
        self._close_laying()
        if self._journey is None or self._journey.id != journey.id:
            self._turned_to = ""
        self._journey = journey
        open_ones = [one for one in journey.courses if open_sessions(one) or not one.fractions]
        self._courses = tuple(sorted(open_ones, key=_begins))
        first = next(iter(self._courses), None)
        self.course = next((one for one in self._courses if one.id == self._turned_to), first)
        self._offer_courses()
        self.setVisible(self.course is not None)
        if self.course is None:
            self.due = None
            return
        self._offer(self.course, today)

    def _offer_courses(self) -> None:
        """Which course it is about, where there is more than one."""
        self.which.setVisible(len(self._courses) > 1)
        self.which.clear()
        if len(self._courses) > 1 and self._journey is not None:
            said = ContentWords(self._desk)
            self.which.addItems([said.text(thing_name(one, self._journey)) for one in self._courses])
            self.which.setCurrentIndex(next(n for n, one in enumerate(self._courses) if one is self.course))

    def _turn_to(self, at: int) -> None:
        self.course = self._courses[at]
        self._turned_to = self.course.id
        if self._journey is not None:
            self._close_laying()
            self._offer(self.course, self._session.today(self._journey.zone))

    def _offer(self, course: Course, today: dt.date) -> None:
        coming = open_sessions(course)
        self.due = next((one for one in coming if one.starts.date <= today), None)
        focus = self.delivered.hasFocus() or self.missed.hasFocus()
        self._desk.language.say(self._telling, self._words(coming, today))
        self.delivered.setVisible(self.due is not None)
        self.missed.setVisible(bool(coming))
        self.replan.setVisible(bool(coming))
        self.fewer.setVisible(bool(coming))
        prescribed = course.fractions_prescribed or 0
        standing = sum(one.stands for one in course.fractions)
        lacks_sessions = not coming or standing < prescribed
        if self.lay.hasFocus() and not lacks_sessions:  # or hiding it would send the keyboard to another card
            self.replan.setFocus()
        self.lay.setVisible(lacks_sessions)
        if focus and self.delivered.isHidden():
            self.replan.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The buttons go under the words where there is no room beside them."""
        super().resizeEvent(event)
        beside = self.width() >= self._buttons.sizeHint().width() + _LEAST_FOR_WORDS
        if stand(self._line, beside=beside):
            self.updateGeometry()

    def take_focus(self) -> None:
        """Put the keyboard where one left from to re-plan."""
        (self.replan if self._left_from.isHidden() else self._left_from).setFocus()

    def _words(self, coming: list[Fraction], today: dt.date) -> Message:
        if not coming:
            return N_("No session is planned yet.")
        one = self.due or coming[0]
        moment = ContentWords(self._desk).moment(one.starts)
        if self.due is None:
            return N_("Next: session {number}, {moment}", number=one.number, moment=moment)
        if one.starts.date == today:
            return N_("Today: session {number}, {moment}", number=one.number, moment=moment)
        return N_("Not marked yet: session {number}, {moment}", number=one.number, moment=moment)

    def _open_laying(self) -> None:
        if self._journey is None or self.course is None:
            return
        from ui.journey.lay_sessions import LaySessions

        self._close_laying()
        self.laying = LaySessions(self._desk, self._session, self._journey, self.course, self)
        self.laying.closed.connect(self._close_laying)
        self._whole.addWidget(self.laying)
        self.laying.show()
        self.laying.start()

    def _close_laying(self) -> None:
        if self.laying is not None:
            # First, or hiding what has the keyboard would send it on, and the page to whatever comes next.
            (self.lay if not self.lay.isHidden() else self.replan).setFocus()
            self.laying.hide()
            self.laying.deleteLater()
            self.laying = None

    def _deliver(self) -> None:
        """It was given on its day; at what time nobody has said."""
        if self._journey is None or self.due is None:
            return
        at = When(date=self.due.starts.date, zone=self.due.starts.zone)
        with self._errors.told():
            self._session.run(deliver_session(self._journey, self.due.id, at))

    def _miss(self) -> None:
        if self.course is not None:
            one = self.due or open_sessions(self.course)[0]
            self._want(one.id)

    def _want_number(self) -> None:
        if self.course is not None:
            self._left_from = self.fewer
            self.number_wanted.emit(self.course.id)

    def _want(self, session_id: str) -> None:
        if self.course is not None:
            self._left_from = self.missed if session_id else self.replan
            self.replan_wanted.emit(self.course.id, session_id)


def _begins(course: Course) -> dt.date:
    coming = open_sessions(course)
    return coming[0].starts.date if coming else dt.date.max
