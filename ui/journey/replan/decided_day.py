"""The day that a person says for something that moves: typed in its row and checked there."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.message import N_, Message
from planner.record.when import When
from planner.session.naming import out_of_the_ordinary
from planner.session.replanning import Consequence, day_of
from ui.controls.words import words
from ui.desk import Desk
from ui.fields.date_field import DateField
from ui.fields.field import FieldContext
from ui.theme.tokens import Tone, space

_WIDTH = space(52)


class DecidedDay(QWidget):
    """Of one thing that moves. It outlives the rows that show it, so that nothing typed is lost with them.

    Signals:
        decided(object, object): a person has said the day of a Consequence, or none any more (``None``).
    """

    decided = Signal(object, object)

    def __init__(self, desk: Desk, context: FieldContext, one: Consequence, home: QWidget) -> None:
        super().__init__(home)
        self._desk = desk
        self._home = home
        self._one = one
        self._said: dt.date | None = None
        self._title = words(desk, "", "small", parent=self)
        self.field = DateField(context, N_("Another day for: {what}", what=one.what))
        self.field.setFixedWidth(_WIDTH)
        self._title.setBuddy(self.field)
        line = QHBoxLayout()
        line.setSpacing(space(2))
        line.addWidget(self._title)
        line.addWidget(self.field)
        line.addStretch(1)
        self._under = words(desk, "", "small", wrap=True, parent=self)
        self._under.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, space(1), 0, space(1))
        layout.setSpacing(space(0.5))
        layout.addLayout(line)
        layout.addWidget(self._under)
        self.field.edited.connect(self._look)
        self.field.committed.connect(self._commit)
        self.follow(one, None)
        self.hide()

    def follow(self, one: Consequence, day: dt.date | None) -> None:
        """Stand for this consequence, of which ``day`` has been said; what is being typed stays."""
        self._one = one
        is_open = one.new is None or day is not None
        title = N_("The new day") if is_open else N_("Another day")
        self._desk.language.say(self._title, title)
        empty = N_("not given yet") if one.new is None else N_("as proposed")
        self._desk.language.say(self.field.line, empty, "setPlaceholderText")
        self._said = day
        if not self.field.is_changed and self.field.value != day:
            self.field.show_value(day)
        self._look()

    def let_go(self) -> None:
        """Leave the row that is about to go."""
        self.hide()
        self.setParent(self._home)

    @property
    def problem(self) -> Message | None:
        """Why what stands here is no day it could go to."""
        if self.field.problem is not None:
            return self.field.problem
        day, old = self.field.value, self._one.old
        if day is not None and isinstance(old, When | dt.date) and day == day_of(old):
            return N_("That is the day it has now; leave it unticked to keep it.")
        return None

    def _look(self) -> None:
        """Say what is out of the ordinary of the day as it is typed; what cannot be, once one is done."""
        if self.problem is None and self.field.value is not None:
            journey, session = self.field.context.journey(), self.field.context.session
            assert journey is not None  # a re-planning is of one
            said = out_of_the_ordinary(self.field.value, journey, session.reference)
            self._tell(said if isinstance(said, Message) else None, Tone.WARNING)
        else:
            self._tell(None, Tone.WARNING)

    def _commit(self) -> None:
        if (problem := self.problem) is not None:
            self._tell(problem, Tone.DANGER)
        elif self.field.value != self._said:
            self._said = self.field.value
            self.decided.emit(self._one, self._said)

    def start(self) -> None:
        """Bring the keyboard here, and say what is wrong."""
        self.field.start()
        if (problem := self.problem) is not None:
            self._tell(problem, Tone.DANGER)

    def _tell(self, message: Message | None, tone: Tone) -> None:
        self._under.setVisible(message is not None)
        if message is None:
            self._desk.language.forget(self._under)
            self._under.setText("")
            return
        if self._under.property("ink") != tone.value:
            self._under.setProperty("ink", tone.value)
            self._under.style().unpolish(self._under)
            self._under.style().polish(self._under)
        self._desk.language.say(self._under, message)
        self.field.line.setAccessibleDescription(self._desk.language.text(message))
