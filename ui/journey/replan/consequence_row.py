"""One consequence of new session dates: what, from what to what, why, and a box to tick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.message import N_, NP_, Message
from planner.record.subject import Subject
from planner.session.replanning import Consequence, ConsequenceKind, DayRange, Value
from ui.controls.button import Button
from ui.controls.check_box import CheckBox
from ui.controls.pill import Pill
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.old_and_new import old_and_new
from ui.journey.replan.decided_day import DecidedDay
from ui.journey.row import Content, State
from ui.theme.tokens import Tone, space

PEOPLE = (ConsequenceKind.INTERPRETER, ConsequenceKind.DRIVER)
_TOLD = (ConsequenceKind.PERMITTED_STAY, ConsequenceKind.EXTENSION)
_ENTERED = (ConsequenceKind.COST, ConsequenceKind.CLEARANCE)
_TICK_WIDTH = space(6)
_ONE_LINE = space(70)
_TOP = Qt.AlignmentFlag.AlignTop


def is_told_only(one: Consequence) -> bool:
    """Whether there is nothing to accept: a figure to know, or a value that nobody can say yet."""
    return one.kind in _TOLD or (one.new is None and one.kind not in PEOPLE)


def shown_value(value: Value) -> Content:
    """A value of a consequence as content to be worded."""
    match value:
        case None:
            return NP_("consequence", "none")
        case DayRange():
            return N_("{first} to {last}", first=value.first, last=value.last)
    return value


def state_of(one: Consequence) -> State | None:
    """What accepting it asks of the case manager; ``None`` for what is only told."""
    if one.needs_rebooking:
        return NP_("consequence", "Needs rebooking"), Tone.WARNING
    if one.you_decide:
        return NP_("consequence", "You decide"), Tone.INFO
    return None if is_told_only(one) else (NP_("consequence", "Still fine"), Tone.OK)


def opened_for(one: Consequence) -> Subject | None:
    """Where what a person decides about it is entered; ``None`` where the box alone decides."""
    if one.kind is ConsequenceKind.PERMITTED_STAY:
        return replace(one.subject, field="exited")
    if not is_told_only(one) and one.kind not in _ENTERED:
        return None
    return replace(
        one.subject, field=one.subject.field.partition(".")[0]
    )  # the form of a booking is one field


class ConsequenceRow(QWidget):
    """A consequence with its box; one that is only told has none.

    What only a person can settle has a control for it: the day, where it is a day, else a way to where it is
    entered once the re-planning is accepted.

    Signals:
        ticked(str, bool): the user accepts the consequence of this key, or not any more.
        opening(object): the user wants to accept, and then to open this subject.
    """

    ticked = Signal(str, bool)
    opening = Signal(object)

    def __init__(
        self,
        desk: Desk,
        said: ContentWords,
        one: Consequence,
        after: Message | None,
        parent: QWidget | None = None,
        day: DecidedDay | None = None,
    ) -> None:
        super().__init__(parent)
        self.consequence = one
        self.box: CheckBox | None = None
        self.day = day
        self.open: Button | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, space(1), 0, space(1))
        layout.setSpacing(space(2))
        if is_told_only(one):
            layout.addSpacing(_TICK_WIDTH + space(2))
        else:
            self.box = CheckBox(
                desk, N_("Accept: {what}", what=said.text(one.what)), words=False, parent=self
            )
            self.box.setFixedWidth(_TICK_WIDTH)
            self.box.toggled.connect(lambda on: self.ticked.emit(one.key, on))
            layout.addWidget(self.box, 0, _TOP)
        column = QVBoxLayout()
        column.setSpacing(space(0.5))
        column.addWidget(words(desk, said.text(one.what), "medium", wrap=True))
        column.addWidget(words(desk, said.text(one.why), "small", wrap=True))
        for line in _cautions(one):
            column.addWidget(words(desk, said.text(line), "small", wrap=True, ink=Tone.WARNING))
        self._first = words(desk, "", "small", wrap=True, ink=Tone.INFO)
        if after is not None:
            desk.language.say(self._first, N_("Tick first: {what}", what=said.text(after)))
        self._first.hide()
        column.addWidget(self._first)
        if day is not None:
            column.addWidget(day)
            day.show()
        elif one.you_decide and (subject := opened_for(one)) is not None:
            self.open = Button(
                desk, N_("Accept, then open it"), kind="inline", icon="arrow-right", parent=self
            )
            name = N_("Accept the re-planning, then open: {what}", what=one.what)
            desk.language.say(self.open, name, "setAccessibleName")
            self.open.clicked.connect(lambda: self.opening.emit(subject))
            column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        layout.addLayout(column, 1)
        side = QVBoxLayout()
        side.setSpacing(space(1))
        old = said.text(shown_value(one.old))
        new = said.text(N_("not known yet") if one.new is None else shown_value(one.new))
        change = QHBoxLayout()
        change.addStretch(1)
        if old == new:  # nothing moves that an arrow could show
            change.addWidget(words(desk, new, "medium"))
        else:
            change.addLayout(old_and_new(desk, old, new, _ONE_LINE))
        side.addLayout(change)
        if (state := state_of(one)) is not None:
            side.addWidget(Pill(desk, *state), 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch(1)
        layout.addLayout(side)

    def show_state(self, ticked: bool, possible: bool) -> None:
        """Tick it or not, and allow ticking or say what comes first; tells nobody."""
        if self.box is None:
            return
        self.box.blockSignals(True)
        self.box.setChecked(ticked and possible)
        self.box.setEnabled(possible)
        self.box.blockSignals(False)
        self.box.update()
        self._first.setVisible(not possible and bool(self._first.text()))


def _cautions(one: Consequence) -> Iterator[Message]:
    yield from one.you_decide
    if one.needs_rebooking and one.free_cancel_until is not None:
        yield (
            N_(
                "It could be cancelled free of charge until {until}, which has passed.",
                until=one.free_cancel_until,
            )
            if one.free_cancel_over
            else N_("It can be cancelled free of charge until {until}.", until=one.free_cancel_until)
        )
