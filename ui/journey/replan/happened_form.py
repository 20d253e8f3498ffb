"""What happened to a course: a session missed, the machine down, another day, or another number ordered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from planner.message import N_, NP_, Message
from planner.record.course import Course
from planner.record.fraction import Fraction, FractionState, MissedReason
from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.treatment_days import MachineDown
from planner.session.replanning import Happened, Interruption
from ui.controls.choice_box import ChoiceBox
from ui.controls.segments import Segments
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.replan.ordered_number import OrderedNumber
from ui.journey.row import Content
from ui.labels import name
from ui.theme.tokens import space

_KINDS = {
    "missed": NP_("interruption", "A session was missed"),
    "down": NP_("interruption", "The machine is down"),
    "start": NP_("interruption", "It goes on another day"),
    "number": NP_("interruption", "Fewer or more sessions"),
}
_DAYS_AHEAD = 90
_OPEN = (FractionState.PLANNED, FractionState.CONFIRMED)


def open_sessions(course: Course) -> list[Fraction]:
    """The sessions still to be given or to be marked, in order of time."""
    return sorted((one for one in course.fractions if one.state in _OPEN), key=lambda one: one.starts.date)


class _Line(QWidget):
    """What belongs to one kind of happening, beside each other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(space(3))


class HappenedForm(QWidget):
    """Says what happened; nothing of it is done here.

    Signals:
        changed: something else happened now.
    """

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        journey: Journey,
        course: Course,
        today: dt.date,
        parent: QWidget | None = None,
        *,
        at_office: dt.date | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._said = ContentWords(desk)
        self._sessions = open_sessions(course)
        dates = [today, *(one.starts.date for one in self._sessions)]
        first, last = min(dates), max(dates)  # a course may lie many months ahead
        self._days = [first + dt.timedelta(n) for n in range((last - first).days + _DAYS_AHEAD)]
        self.kind = Segments(desk, N_("What happened"), _KINDS, self)
        pages = missed, down, start = [_Line(self) for _page in range(3)]
        self.session = self._box(missed, N_("Session"), [self._session(one) for one in self._sessions])
        reasons: list[Content] = [name(reason) for reason in MissedReason]
        self.reason = self._box(missed, N_("Reason"), [N_("Not known yet"), *reasons])
        days = [self._said.day(day) for day in self._days]
        self.first = self._box(down, N_("From"), days)
        self.last = self._box(down, N_("Up to and with"), days)
        self.start = self._box(start, N_("First day"), days)
        self.in_words = QLineEdit(self)
        desk.language.say(self.in_words, N_("In words, if need be"), "setAccessibleName")
        desk.language.say(self.in_words, N_("In words, if need be"), "setPlaceholderText")
        self.in_words.setMinimumWidth(space(40))
        self.in_words.editingFinished.connect(self.changed)
        self._course = (journey, course, today, at_office or today)
        for page in pages:
            page.line.addStretch(0)
        self._pages: dict[str, QWidget] = {"missed": missed, "down": down, "start": start}
        for box in (self.session, self.reason, self.first, self.last, self.start):
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.kind.chosen.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(3))
        layout.addWidget(self.kind)
        self._inside = layout
        for page in pages:  # only one is seen: a stack would be as high as the highest
            layout.addWidget(page)
        for part in (self, *self._pages.values()):  # however much follows below, this is not made lower
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._begin(today)

    @cached_property
    def ordered(self) -> OrderedNumber:
        """The part for another number of sessions, made when it is first wanted."""
        made = OrderedNumber(self._desk, *self._course, self)
        made.changed.connect(self.changed)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._pages["number"] = made
        self._inside.addWidget(made)
        return made

    @property
    def happened(self) -> Happened:
        """What happened, as it is said now."""
        text = self.in_words.text().strip()
        locale = self._desk.language.locale
        said = Text({locale: text}, locale) if text else Text()
        match self.kind.choice:
            case "down":
                down = MachineDown(first=self._days[self.first.currentIndex()], last=self._last_day)
                interruption = Interruption(machine_down=(down,))
                return Happened(interruption=interruption, reason=MissedReason.MACHINE_DOWN, words=said)
            case "start":
                start = self._days[self.start.currentIndex()]
                return Happened(interruption=Interruption(new_start=start), words=said)
            case "number":
                return Happened(interruption=self.ordered.interruption)
        missed = self.missed_session
        dates = (missed.starts.date,) if missed is not None else ()
        return Happened(interruption=Interruption(missed=dates), reason=self.missed_reason, words=said)

    @property
    def missed_session(self) -> Fraction | None:
        """The session that was missed, if that is what happened."""
        if self.kind.choice != "missed" or not self._sessions:
            return None
        return self._sessions[max(self.session.currentIndex(), 0)]

    @property
    def missed_reason(self) -> MissedReason | None:
        """Why, ``None`` while nobody has said."""
        place = self.reason.currentIndex()
        return list(MissedReason)[place - 1] if place > 0 else None

    @property
    def _last_day(self) -> dt.date:
        return self._days[max(self.last.currentIndex(), self.first.currentIndex())]

    def choose_session(self, session_id: str) -> None:
        """This session was missed."""
        for place, one in enumerate(self._sessions):
            if one.id == session_id:
                self._choose("missed")
                self.session.setCurrentIndex(place)

    def choose_number(self) -> None:
        """Another number of sessions was ordered."""
        self._choose("number")

    def choose_day(self, box: ChoiceBox, day: dt.date) -> None:
        """Set one of the boxes of days."""
        box.setCurrentIndex(self._days.index(day))

    def _choose(self, kind: str) -> None:
        self.kind.choose(kind)
        if kind == "number":
            self.ordered.show()
        for key, page in self._pages.items():
            page.setVisible(key == kind)
        page = self._pages[kind]
        has_words = kind in ("missed", "down")
        if has_words and isinstance(page, _Line):
            page.line.addWidget(self.in_words, 1)
        self.in_words.setVisible(has_words)
        self.changed.emit()

    def _begin(self, today: dt.date) -> None:
        due = [place for place, one in enumerate(self._sessions) if one.starts.date <= today]
        self.session.setCurrentIndex(due[-1] if due else 0)
        coming = next((one.starts.date for one in self._sessions if one.starts.date >= today), today)
        for box in (self.first, self.last, self.start):
            self.choose_day(box, coming)
        self._choose("missed" if self._sessions else "start")

    def _session(self, one: Fraction) -> Message:
        return N_("{number} · {moment}", number=one.number, moment=one.starts)

    def _box(self, page: _Line, title: Message, choices: Sequence[Content]) -> ChoiceBox:
        """A titled box at the end of the line of ``page``."""
        named = words(self._desk, title, "muted", parent=page)
        box = ChoiceBox(self._desk, title, page)
        box.addItems([self._said.text(choice) for choice in choices])
        named.setBuddy(box)
        page.line.addWidget(named)
        page.line.addWidget(box)
        page.line.addSpacing(space(2))
        return box
