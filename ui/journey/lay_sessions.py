"""Laying sessions: from which day, how many, at what time; where they would fall is seen beforehand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.edits.field_names import field_name
from planner.edits.lay_course import Laying, LongGap, lay_course, longest_gap_to_lay, sessions_to_lay
from planner.errors import PlannerError
from planner.message import N_, NN_, Message
from planner.record.course import Course
from planner.record.journey import Journey
from planner.record.shape import shape_of
from planner.session import Session
from ui.controls.button import Button
from ui.controls.words import words
from ui.desk import Desk
from ui.editing.field_row import FieldRow
from ui.fields.date_field import DateField
from ui.fields.field import Field, FieldContext
from ui.fields.make import make_field
from ui.fields.number_field import WholeField
from ui.journey.content_words import ContentWords, on_one_line
from ui.theme.tokens import Tone, space


class LaySessions(QFrame):
    """A form within the course's card.

    Signals:
        closed: it is done with.
    """

    closed = Signal()

    def __init__(
        self, desk: Desk, session: Session, journey: Journey, course: Course, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._journey = journey
        self._course = course
        self.setProperty("kind", "well")
        context = FieldContext(desk, session, lambda: journey, session.directory)
        first, number = N_("First session on or after"), N_("How many")
        start, count = DateField(context, first, required=True), WholeField(context, number, required=True)
        self.rows: dict[str, FieldRow] = {
            "start": self._row(first, start),
            "fractions": self._row(number, count),
            "time": self._of_course("daily_time", context),
            "weekdays": self._of_course("weekly_pattern", context),
            "room": self._of_course("room", context),
        }
        left = (course.fractions_prescribed or 0) - sum(one.stands for one in course.fractions)
        count.show_value(left if left > 0 else None)
        self.said = words(desk, "", "body", wrap=True)
        self.gap = words(desk, "", "body", ink=Tone.WARNING, wrap=True)
        self.days = words(desk, "", "small", wrap=True)
        self.lay = Button(desk, N_("Lay the sessions"), kind="primary", icon="check", parent=self)
        self.lay.clicked.connect(self._lay)
        self.cancel = Button(desk, N_("Cancel"), kind="quiet", parent=self)
        self.cancel.clicked.connect(self.closed)
        self._lay_out()
        self._look()
        desk.language.changed.connect(self._look)

    def start(self) -> None:
        """Put the keyboard where one begins."""
        self.rows["start"].field.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _row(self, name: Message, field: Field, shape: Any = None) -> FieldRow:
        any_shape = shape or shape_of(Course)[0]
        row = FieldRow(self._desk, any_shape, name, field, self)
        field.edited.connect(self._look)
        field.committed.connect(lambda: row.say(field.problem))
        return row

    def _of_course(self, name: str, context: FieldContext) -> FieldRow:
        shape = next(one for one in shape_of(Course) if one.name == name)
        called = field_name(Course, name)
        field = make_field(shape, called, context, Course)
        field.show_value(getattr(self._course, name))
        return self._row(called, field, shape)

    @property
    def wanted(self) -> Laying | None:
        """What the form asks for; ``None`` while it asks for nothing whole."""
        held = {name: row.field.value for name, row in self.rows.items()}
        if any(row.field.problem for row in self.rows.values()) or not (held["start"] and held["fractions"]):
            return None
        return Laying(**held)

    def _look(self) -> None:
        """Say where the sessions would fall."""
        wanted = self.wanted
        self.lay.setEnabled(False)
        self.gap.hide()
        self.days.setText("")
        self.days.setAccessibleName("")
        if wanted is None:
            self._say(N_("Enter the first day and how many sessions; where they fall is shown here."))
            return
        try:
            found = sessions_to_lay(self._journey, self._course.id, wanted, self._session.reference.calendars)
        except PlannerError as error:
            self._say(error.message, Tone.DANGER)
            return
        self.lay.setEnabled(True)
        days = [one.date for one in found]
        count, overall = len(found), (days[-1] - days[0]).days + 1
        self._say(
            N_("One session, on {day}.", day=days[0])
            if count == 1
            else N_(
                "{count} sessions from {first} to {last}, {days} days in all.",
                count=count,
                first=days[0],
                last=days[-1],
                days=overall,
            )
        )
        gap = longest_gap_to_lay(self._journey, self._course.id, wanted, self._session.reference)
        if gap is not None:
            self._desk.language.say(self.gap, _gap_words(gap))
            self.gap.show()
        said = ContentWords(self._desk)
        told = [
            self._desk.language.text(
                N_("{number}: {day} ?", number=one.number, day=said.day(one.date))
                if one.provisional
                else N_("{number}: {day}", number=one.number, day=said.day(one.date))
            )
            for one in found
        ]
        note = N_("? An official holiday calendar that is not loaded could still move that day.")
        extra = f"\n{self._desk.language.text(note)}" if any(one.provisional for one in found) else ""
        self.days.setText(" · ".join(map(on_one_line, told)) + extra)
        self.days.setAccessibleName(" · ".join(told) + extra)

    def _say(self, message: Message, tone: Tone | None = None) -> None:
        self.said.setProperty("ink", tone.value if tone else "")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self._desk.language.say(self.said, message)

    def _lay(self) -> None:
        wanted = self.wanted
        if wanted is None:
            return
        try:
            self._session.run(
                lay_course(
                    self._journey,
                    self._course.id,
                    wanted,
                    self._session.reference.calendars,
                    new_id=self._session.new_id,
                )
            )
        except PlannerError as error:
            self._say(error.message, Tone.DANGER)
            return
        self.closed.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(4))
        grid.setVerticalSpacing(space(3))
        for at, name in enumerate(("start", "fractions", "time")):
            grid.addWidget(self.rows[name], 0, at)
            grid.setColumnStretch(at, 1)
        grid.addWidget(self.rows["weekdays"], 1, 0, 1, 2)
        grid.addWidget(self.rows["room"], 1, 2)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.lay)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(4), space(3), space(4), space(3))
        layout.setSpacing(space(3))
        layout.addLayout(grid)
        layout.addWidget(self.said)
        layout.addWidget(self.gap)
        layout.addWidget(self.days)
        layout.addLayout(buttons)


def _gap_words(gap: LongGap) -> Message:
    """What to ask the centre about a long gap, and from which day there would be none."""
    fields = {
        "first": gap.before.number,
        "from_day": gap.before.date,
        "second": gap.after.number,
        "to_day": gap.after.date,
    }
    if gap.spared_from is None:
        return NN_(
            "Session {second} ({to_day}) would be {count} day after session {first} ({from_day}). "
            "Ask the centre whether that is acceptable.",
            "Session {second} ({to_day}) would be {count} days after session {first} ({from_day}). "
            "Ask the centre whether that is acceptable.",
            gap.days,
            **fields,
        )
    return NN_(
        "Session {second} ({to_day}) would be {count} day after session {first} ({from_day}). Ask the centre "
        "whether that is acceptable. With a first session on {start}, no gap would be over {limit} days.",
        "Session {second} ({to_day}) would be {count} days after session {first} ({from_day}). Ask the "
        "centre whether that is acceptable. With a first session on {start}, no gap would be over "
        "{limit} days.",
        gap.days,
        start=gap.spared_from,
        limit=gap.limit_days,
        **fields,
    )
