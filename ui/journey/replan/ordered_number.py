"""How many sessions a course has from now on, as its doctor ordered: fewer or more, by whom, on which day."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.message import N_, NN_, Message
from planner.record.contact import Contact, ContactRole
from planner.record.course import Course
from planner.record.fraction import FractionState
from planner.record.journey import Journey
from planner.session.replanning import Interruption
from ui.controls.choice_box import ChoiceBox
from ui.controls.flow_layout import FlowLayout
from ui.controls.tab_order import tab_through
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.theme.tokens import space

_MORE = 10
_DAYS_BACK = 30
_NO_DOCTORS = (
    *(ContactRole.INTERPRETER, ContactRole.DRIVER, ContactRole.COORDINATOR),
    *(ContactRole.NURSE, ContactRole.INSURER, ContactRole.OTHER),
)


class OrderedNumber(QWidget):
    """The program counts; what it counts is what somebody else decided.

    Signals:
        changed: another number, or another person.
    """

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        journey: Journey,
        course: Course,
        today: dt.date,
        at_office: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._said = ContentWords(desk)
        standing = [one for one in course.fractions if one.state is not FractionState.CANCELLED]
        given = [one.number for one in standing if one.state is FractionState.DELIVERED]
        self.present = max((one.number for one in standing), default=0)
        least = max([1, *given])
        self.numbers = [n for n in range(least, self.present + _MORE + 1) if n != self.present]
        self.doctors = _doctors(journey, course)
        latest = max(today, at_office)  # the doctor may have ordered it on the day that is still to come here
        self._days = [latest - dt.timedelta(n) for n in range(_DAYS_BACK + 1)]
        self._line = QWidget(self)
        flow = FlowLayout(space(5), space(2), self._line)
        self.number, self.by = self._box(N_("Sessions in all")), self._box(N_("Ordered by"))
        self.name = QLineEdit(self._line)
        flow.addWidget(self.name)
        self.on = self._box(N_("Ordered on"))
        desk.language.say(self.name, N_("Name of the doctor"), "setAccessibleName")
        desk.language.say(self.name, N_("Name of the doctor"), "setPlaceholderText")
        self.name.setMinimumWidth(space(40))
        for _ in self.numbers:
            self.number.addItem("")
        for _ in (*self.doctors, None):
            self.by.addItem("")
        for _ in self._days:
            self.on.addItem("")
        self.on.setCurrentIndex(self._days.index(at_office))
        fewer = [n for n in self.numbers if n < self.present]
        self.number.setCurrentIndex(self.numbers.index(fewer[-1] if fewer else self.numbers[0]))
        self._lay_out()
        self._reword()
        self._choose_by()
        self.number.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.on.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.by.currentIndexChanged.connect(lambda _index: self._choose_by())
        self.name.editingFinished.connect(self.changed)
        desk.language.changed.connect(self._reword)

    @property
    def interruption(self) -> Interruption:
        """What was ordered, as it is said now."""
        at = self.by.currentIndex()
        by = str(self.doctors[at].id) if at < len(self.doctors) else self.name.text().strip()
        return Interruption(
            fractions=self.numbers[self.number.currentIndex()],
            ordered_by=by,
            ordered_on=self._days[self.on.currentIndex()],
        )

    def choose_number(self, number: int) -> None:
        """So many sessions in all."""
        self.number.setCurrentIndex(self.numbers.index(number))

    def _choose_by(self) -> None:
        self.name.setVisible(self.by.currentIndex() >= len(self.doctors))
        self.changed.emit()

    def _number(self, number: int) -> Message:
        away = abs(self.present - number)
        if number < self.present:
            return NN_("{number}: {count} fewer", "{number}: {count} fewer", away, number=number)
        return NN_("{number}: {count} more", "{number}: {count} more", away, number=number)

    def _reword(self) -> None:
        said = self._desk.language.text
        for at, number in enumerate(self.numbers):
            self.number.setItemText(at, said(self._number(number)))
        for at, one in enumerate(self.doctors):
            self.by.setItemText(at, one.name.best(self._desk.language.locale))
        self.by.setItemText(len(self.doctors), said(N_("Another doctor")))
        for at, day in enumerate(self._days):
            self.on.setItemText(at, self._said.day(day))

    def _box(self, title: Message) -> ChoiceBox:
        """A titled box, at the end of the line."""
        pair = QWidget(self._line)
        line = QHBoxLayout(pair)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(3))
        named = words(self._desk, title, "muted", parent=pair)
        box = ChoiceBox(self._desk, title, pair)
        named.setBuddy(box)
        line.addWidget(named)
        line.addWidget(box)
        flow = self._line.layout()
        assert flow is not None
        flow.addWidget(pair)
        return box

    def _lay_out(self) -> None:
        tab_through((self.number, self.by, self.name, self.on))
        why = N_("Only as the treating doctor decided; sessions that were given or missed stay as they are.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(2))
        layout.addWidget(self._line)
        said = words(self._desk, why, "small", wrap=True, parent=self)
        said.setMinimumHeight(said.fontMetrics().height())  # one line where there is room for it
        layout.addWidget(said)


def _doctors(journey: Journey, course: Course) -> list[Contact]:
    """The doctors of the journey, the one who prescribed the course first."""

    def far(one: Contact) -> tuple[bool, bool]:
        return one.id != course.clinician, one.role is not ContactRole.RADIATION_ONCOLOGIST

    named = [one for one in journey.contacts if one.id == course.clinician or one.role not in _NO_DOCTORS]
    return sorted(named, key=far)
