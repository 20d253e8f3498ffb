"""How long journeys are kept: those somebody should decide about, and deciding."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.message import N_, Message
from planner.session import Due, Review
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.card import Card
from ui.controls.check_box import CheckBox
from ui.controls.empty_state import EmptyState
from ui.controls.flow_layout import FlowLayout
from ui.controls.list_beside import lay_out_beside
from ui.controls.reading_area import ReadingArea, ReadingPage
from ui.controls.side_list import Line, SideList
from ui.controls.words import words
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import Tone, space

if TYPE_CHECKING:
    from planner.session import Session

_WIDTH = space(100)
_YEARS = (1, 7, 10)
_PILLS: dict[Due, tuple[Message, Tone]] = {
    Due.PASSED: (N_("time is up"), Tone.DANGER),
    Due.UNDECIDED: (N_("undecided"), Tone.WARNING),
    Due.SOON: (N_("soon"), Tone.INFO),
    Due.KEPT: (N_("kept"), Tone.OK),
    Due.OPEN: (N_("worked on"), Tone.NEUTRAL),
}


class KeepingView(QWidget):
    """The review list at the left; at the right what is known, and what can be decided.

    Signals:
        journey_wanted(str): show the journey of this id.
        erase_wanted(str): erase the journey of this id.
    """

    journey_wanted = Signal(str)
    erase_wanted = Signal(str)

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self.banner = Banner(desk, self)
        self.everything = CheckBox(desk, N_("Show all journeys"))
        self.everything.toggled.connect(lambda _on: self.read())
        self.list = SideList(desk, N_("How long journeys are kept"), self._line, self)
        self.list.chosen.connect(lambda _key: self._show())
        self._area = ReadingArea(desk, N_("How long kept"), self)
        lay_out_beside(
            self, self.list, self._area, width=_WIDTH, narrowed_by=self.everything, banner=self.banner
        )
        desk.language.changed.connect(self._show)

    @property
    def due(self) -> int:
        """How many journeys somebody should decide about."""
        return len(self._session.retention.review())

    def arrive(self) -> None:
        """Read anew and take the focus."""
        self.read()
        self.list.setFocus()

    def read(self) -> None:
        """List the journeys as they are now."""
        found = self._session.retention.review(everything=self.everything.isChecked())
        self.list.show_things([(one.keeping.journey, one) for one in found])
        if self.list.current is None:
            self.list.choose_first()
        self._show()

    def keep_until(self, until: dt.date) -> None:
        """Keep the chosen journey up to that day; undoable."""
        with self._errors.told(self.banner):
            self._session.retention.keep_until(self.list.current, until)
            self.banner.tell(N_("Kept until {day}.", day=until), tone=Tone.OK)
            self.read()

    def _line(self, one: Review) -> Line:
        said = self._desk.language.text
        pill, tone = _PILLS[one.due]
        kept = one.keeping
        day = said(N_("until {day}", day=kept.until)) if kept.until else ""
        return Line(
            title=kept.patient_name or str(kept.journey),
            subtitle=" · ".join(part for part in (kept.reference, day) if part),
            icon="calendar-clock",
            pill=said(pill),
            tone=tone,
        )

    def _show(self) -> None:
        page = ReadingPage()
        column = page.column
        chosen: Review | None = self.list.chosen_thing
        if chosen is None:
            column.addWidget(
                EmptyState(
                    self._desk,
                    "calendar-clock",
                    N_("No journey waits for a decision"),
                    N_("One does when it is over, or when the time for which its record is kept is up."),
                ),
                1,
            )
        else:
            self._show_one(column, chosen)
            column.addStretch(1)
        self._area.setWidget(page)

    def _show_one(self, column: QVBoxLayout, one: Review) -> None:
        desk, kept = self._desk, one.keeping
        column.addWidget(words(desk, kept.patient_name or str(kept.journey), "heading", wrap=True))
        card = Card(apart=2)
        for message in _said(one):
            card.body.addWidget(words(desk, message, "body", wrap=True))
        duty = N_(
            "How long a record must be kept is a question of law in each country; decide with your adviser "
            "and enter the reason in the journey."
        )
        card.body.addWidget(words(desk, duty, "small", wrap=True))
        card.body.addSpacing(space(1))
        card.body.addLayout(self._decisions(one))
        column.addWidget(card)
        ways = QHBoxLayout()
        ways.setSpacing(space(2))
        shown = Button(desk, N_("Show the journey"))
        shown.clicked.connect(lambda _=False, key=str(kept.journey): self.journey_wanted.emit(key))
        ways.addWidget(shown)
        self.erase_button = Button(desk, N_("Erase…"), icon="trash-2")
        self.erase_button.clicked.connect(lambda _=False, key=str(kept.journey): self.erase_wanted.emit(key))
        ways.addWidget(self.erase_button)
        ways.addStretch(1)
        column.addLayout(ways)

    def _decisions(self, one: Review) -> FlowLayout:
        """Keeping it for so many years from its last service, or from today."""
        kept = one.keeping
        start = kept.last_service_on or self._session.today(kept.zone)
        row = FlowLayout(space(2), space(2))
        self.choices: dict[dt.date, Button] = {}
        for years in _YEARS:
            until = _later(start, years)
            button = Button(self._desk, N_("Keep until {day}", day=until))
            button.clicked.connect(lambda _=False, until=until: self.keep_until(until))
            self.choices[until] = button
            row.addWidget(button)
        return row


def _said(one: Review) -> list[Message]:
    kept = one.keeping
    said: list[Message] = []
    match one.due:
        case Due.PASSED:
            said.append(N_("The record was to be kept until {day}; that day is over.", day=kept.until))
        case Due.UNDECIDED:
            said.append(N_("The journey is over, and nobody has decided until when its record is kept."))
        case Due.OPEN:
            said.append(N_("The journey is still worked on; nothing need be decided yet."))
        case Due.SOON | Due.KEPT:
            said.append(N_("The record is kept until {day}.", day=kept.until))
    if kept.last_service_on is not None:
        said.append(N_("The last service was on {day}.", day=kept.last_service_on))
    if kept.reason:
        said.append(N_("Why: {reason}", reason=kept.reason))
    return said


def _later(day: dt.date, years: int) -> dt.date:
    """The same day so many years later; 29 February becomes 28."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
