"""A course: the tally and what was prescribed on the left, the calendar of sessions on the right."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from planner.itinerary.item import CoursePlan, Standing
from planner.message import N_, NN_, Message
from ui.controls.standing import stand
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.facts_view import FactsView
from ui.journey.row import Facts, NamedFact, Sessions, fact
from ui.journey.rows_view import INSET
from ui.journey.session_calendar import SessionCalendar
from ui.theme.tokens import Tone, space

_ROOM_FOR_BOTH = space(190)


class CourseView(QWidget):
    """A block for one course.

    Signals:
        opened(str): the form of the course, or of one session, is wanted; the id of the thing.
    """

    opened = Signal(str)

    def __init__(
        self, desk: Desk, said: ContentWords, block: Sessions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        plan = block.plan
        left = QVBoxLayout()
        left.setSpacing(space(2))
        tally = QHBoxLayout()
        tally.setContentsMargins(INSET, 0, 0, 0)
        tally.setSpacing(space(2))
        tally.addWidget(words(desk, _tally(plan), "display"), 0, Qt.AlignmentFlag.AlignBottom)
        sentence = words(desk, _sentence(plan), "muted", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignBottom)
        tally.addWidget(sentence, 1)
        left.addLayout(tally)
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, plan.prescribed or 1)
        bar.setValue(min(plan.delivered, plan.prescribed or 0))
        desk.language.say(bar, N_("Sessions delivered"), "setAccessibleName")
        beside = QHBoxLayout()  # the facts below stand in so far by themselves
        beside.setContentsMargins(INSET, 0, 0, 0)
        beside.addWidget(bar)
        left.addLayout(beside)
        left.addSpacing(space(2))
        facts = Facts(title=plan.modality, facts=tuple(_facts(plan)), columns=1, subject=plan.course)
        self.facts = FactsView(desk, said, facts)
        self.facts.opened.connect(self.opened)
        left.addWidget(self.facts)
        left.addStretch(1)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(space(8))
        self._layout.addLayout(left, 1)
        self.calendar = SessionCalendar(desk, plan, block.today)
        self._days = {id: (number, day) for number, day, id in block.ids}
        ids = {(number, day): id for number, day, id in block.ids}
        self.calendar.pressed.connect(
            lambda one: self.opened.emit(ids.get((one.number, one.starts.date), plan.course))
        )
        self._layout.addWidget(self.calendar, 0, Qt.AlignmentFlag.AlignTop)

    def mark(self, subject: str, *, unfold: bool = False) -> QWidget | None:
        """Show that the form of the course, or of one of its sessions, is open (``""`` for none)."""
        self.facts.mark(subject)
        self.calendar.mark(*self._days.get(subject, (0, None)))
        return self.row_of(subject)

    def holds(self, subject: str) -> bool:
        """Whether it is the course, or one of its sessions."""
        return self.row_of(subject) is not None

    def row_of(self, subject: str) -> QWidget | None:
        """The facts of the course, or the calendar its session stands on."""
        return self.calendar if subject in self._days else self.facts.row_of(subject)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as the calendar, which goes under the figures where there is no room beside them."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), self.calendar.sizeHint().width()), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        beside = self.width() >= _ROOM_FOR_BOTH
        if stand(self._layout, beside=beside):
            self.updateGeometry()


def _tally(plan: CoursePlan) -> str:
    return f"{plan.delivered}/{plan.prescribed}" if plan.prescribed else str(plan.delivered)


def _sentence(plan: CoursePlan) -> Message:
    if plan.prescribed is None:
        return N_("sessions delivered; none prescribed yet")
    left = plan.prescribed - plan.delivered
    return NN_("sessions delivered, {count} to go", "sessions delivered, {count} to go", left)


def _facts(plan: CoursePlan) -> Iterator[NamedFact]:
    yield from fact(N_("Site"), plan.site)
    yield from fact(N_("Centre"), plan.centre.name if plan.centre else None, plan.room)
    yield from fact(N_("Prescribed by"), plan.clinician.name if plan.clinician else None)
    if plan.dose_per_fraction_gy_rbe is not None:
        yield from fact(
            N_("Dose as prescribed"),
            N_("{dose} Gy(RBE) a session", dose=plan.dose_per_fraction_gy_rbe),
            N_("{dose} Gy(RBE) in all", dose=plan.total_dose_gy_rbe)
            if plan.total_dose_gy_rbe is not None
            else None,
        )
    yield from fact(N_("First session"), plan.first)
    yield from fact(N_("Last session"), plan.last)
    if plan.overall_days is not None:
        yield from fact(N_("Overall time"), NN_("{count} day", "{count} days", plan.overall_days))
    if plan.longest_gap_days is not None:
        gap = NN_(
            "{count} day from one session to the next",
            "{count} days from one session to the next",
            plan.longest_gap_days,
        )
        yield from fact(N_("Longest gap"), gap)
    missed = [session.starts for session in plan.sessions if session.standing is Standing.MISSED]
    yield from fact(N_("Missed"), *missed, tone=Tone.DANGER)
