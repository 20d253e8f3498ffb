"""Re-planning a course: what happened, the new dates, what follows, findings before and after; one edit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.edits.replan import accept
from planner.edits.session_marks import miss_session
from planner.errors import PlannerError
from planner.message import N_, NN_, Message
from planner.record.course import Course
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.session import Session
from planner.session.replanning import SESSIONS, Consequence, Replanning, replanning
from ui.controls.banner import Banner
from ui.controls.button import Button, IconButton
from ui.controls.foot_bar import FootBar
from ui.controls.layout_widgets import clear
from ui.controls.reading_area import ReadingArea
from ui.controls.sheet import Sheet
from ui.controls.words import words
from ui.desk import Desk
from ui.fields.field import FieldContext
from ui.journey.content_words import ContentWords
from ui.journey.replan.consequence_group import ConsequenceGroup
from ui.journey.replan.consequence_row import is_told_only
from ui.journey.replan.decided_day import DecidedDay
from ui.journey.replan.happened_form import HappenedForm
from ui.journey.replan.kept_place import KeptPlace, give_keys_back, kept_place
from ui.journey.replan.replan_card import ReplanCard
from ui.journey.replan.session_moves import SessionMoves
from ui.journey.replan.weighed_rows import counts, findings_rows, option_rows, tick_everything
from ui.journey.rows_view import RowsView
from ui.portions import Portions
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import Tone, space
from ui.work import IsCancelled, Progress

_CARDS: tuple[Message | str, ...] = (
    N_("What happened"),
    N_("New session dates"),
    N_("What follows"),
    "",
    N_("Ways to win back days; none is chosen"),
)


class ReplanView(QWidget):
    """One course to re-plan. Nothing changes until it is accepted, and then all at once.

    Signals:
        closed: the user is done here.
        done(object): an edit was made; its label.
        thing_wanted(str, str): the user wants the form of a thing, at a field, now that it is accepted.
    """

    closed = Signal()
    done = Signal(object)
    thing_wanted = Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        session: Session,
        errors: ErrorPresenter,
        journey: Journey,
        course: Course,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._journey = journey
        self._course = course
        self._asked = self._calm = 0
        self._chosen: set[str] = set()
        self._decided: dict[Subject, dt.date] = {}
        self._days: dict[Subject, DecidedDay] = {}
        self._place = KeptPlace()
        self._context = FieldContext(desk, session, lambda: journey, session.directory)
        self.weighed: Replanning | None = None
        self._portions = Portions(self)
        self._portions.ended.connect(self._come_to_rest)
        self.groups: list[ConsequenceGroup] = []
        self._lay_out()
        self._lay_out_foot()
        self._clear()
        self.form.changed.connect(self._propose)
        desk.language.changed.connect(self._show)
        self._propose()

    def arrive(self) -> None:
        """Put the keyboard where it begins. What is refused before anything was said here is no error yet."""
        self._calm = self._asked
        self.form.kind.button(self.form.kind.choice).setFocus()

    @property
    def chosen(self) -> frozenset[str]:
        """What is ticked and can stand; the sessions themselves always are."""
        if self.weighed is None:
            return frozenset()
        proposal = self.weighed.proposal
        told = {one.key for one in proposal.consequences if is_told_only(one)}
        return proposal.standing(self._chosen | told | {SESSIONS})

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def scroll_to_consequences(self) -> None:
        """Bring what follows to the top."""
        self._area.verticalScrollBar().setValue(self._follows_card.y() - space(4))

    def scroll_to_end(self) -> None:
        """Bring the findings into view."""
        self._area.verticalScrollBar().setValue(self._findings_card.y() - space(4))

    # What is proposed

    def _propose(self) -> None:
        """Work out what follows, off the main thread; only the last question is answered."""
        self._asked += 1
        asked, journey, course = self._asked, self._journey, self._course.id
        happened, reference, now = self.form.happened, self._session.reference, self._session.now()
        decided = dict(self._decided)
        self.accept.setEnabled(False)

        def work(_progress: Progress, _cancelled: IsCancelled) -> Replanning:
            return replanning(journey, course, happened, reference=reference, now=now, decided=decided)

        def weighed(found: Any) -> None:
            if asked == self._asked:
                self.banner.dismiss()
                self.weighed = found
                self._show()

        def refused(error: BaseException) -> None:
            if asked == self._asked:
                self.weighed = None
                self._clear()
                if isinstance(error, PlannerError) and asked <= self._calm:
                    self.banner.tell(error.message, error.way_on, Tone.INFO)
                else:
                    self._errors.present(error, self.banner)

        self._desk.work.start(self, work, done=weighed, failed=refused)

    def _show(self) -> None:
        """Show what was worked out from the top down, a portion a turn: no key waits for all of it."""
        if self._portions.is_complete and self.groups:
            self._place = kept_place(self.groups)
            self._page.setMinimumHeight(self._page.height())  # it stays where it is scrolled to
        self._clear()
        if self.weighed is not None:
            self._portions.begin(self._made(self.weighed))

    def _made(self, weighed: Replanning) -> Iterator[None]:
        """Each step makes one part of what is shown."""
        proposal = weighed.proposal
        said = ContentWords(self._desk)
        if proposal.moves:
            dropped = all(move.new is None for move in proposal.moves)
            title = N_("Sessions that are no longer held") if dropped else N_("New session dates")
            self._desk.language.say(self._sessions_card.title, title)
            self._sessions_card.show()
            self._sessions_card.body.addWidget(SessionMoves(self._desk, said, proposal.moves))
            yield
        names: dict[str, Message] = {one.key: one.what for one in proposal.consequences}
        for _kind, several in groupby(proposal.consequences, key=lambda one: one.kind):
            self._follows_card.show()
            group = ConsequenceGroup(self._desk, said, tuple(several), names, self._day)
            group.ticked.connect(self._tick)
            group.opening.connect(self._accept)
            if group.kind in self._place.unfolded:
                group.unfold()
            if self.groups:
                self._follows_card.body.addWidget(_rule())
            self._follows_card.body.addWidget(group)
            self.groups.append(group)
            yield
        if proposal.options:
            self._ways_card.show()
            ways = option_rows(proposal.options)
            self._ways_card.body.addWidget(RowsView(self._desk, said, ways, is_flush=True))
            yield

    def _come_to_rest(self) -> None:
        """All of it stands there: say what is ticked, and let it be accepted."""
        self._weigh()
        self._page.setMinimumHeight(0)
        give_keys_back(self.groups, self._place)
        self._page.resize(self._page.width(), self._around.totalHeightForWidth(self._page.width()))

    def _weigh(self) -> None:
        """What is ticked, and what the rules say with it."""
        if self.weighed is None or not self._portions.is_complete:
            return
        chosen = self.chosen
        for group in self.groups:
            group.show_state(self._chosen, chosen)
        before, after = self.weighed.findings_before, self.weighed.findings_with(chosen)
        self._desk.language.say(self._findings_card.title, counts(before, after))
        clear(self._findings_card.body)
        rows, said = findings_rows(before, after), ContentWords(self._desk)
        if rows.rows:
            self._findings_card.body.addWidget(RowsView(self._desk, said, rows, is_flush=True))
        else:
            self._findings_card.body.addWidget(
                words(self._desk, N_("The findings stay as they are."), "muted")
            )
        self._findings_card.show()
        self._tell(chosen)

    def _tell(self, chosen: frozenset[str]) -> None:
        assert self.weighed is not None
        to_tick = [one for one in self.weighed.proposal.consequences if not is_told_only(one)]
        moves = len(self.weighed.proposal.moves)
        self._desk.language.say(self.everything, tick_everything(self._all <= self._chosen))
        self._desk.language.say(
            self._telling,
            N_(
                "{sessions}; {done} of {all} consequences ticked",
                sessions=NN_("{count} session changes", "{count} sessions change", moves),
                done=sum(one.key in chosen for one in to_tick),
                all=len(to_tick),
            ),
        )
        self.accept.setEnabled(bool(moves))
        self.only_missed.setVisible(self.form.missed_session is not None)

    # What the user does

    def _tick(self, keys: tuple[str, ...], on: bool) -> None:
        self._chosen = self._chosen | set(keys) if on else self._chosen - set(keys)
        self._weigh()

    def _tick_everything(self) -> None:
        self._chosen = set() if self._all <= self._chosen else set(self._all)
        self._weigh()

    @property
    def _all(self) -> frozenset[str]:
        """The keys of all that can be ticked."""
        several = self.weighed.proposal.consequences if self.weighed is not None else ()
        return frozenset(one.key for one in several if not is_told_only(one))

    def _day(self, one: Consequence) -> DecidedDay | None:
        """Where the day of a consequence is said; ``None`` of one whose day is nobody's to say."""
        if self.weighed is None or one.subject not in self.weighed.to_date:
            return None
        found = self._days.get(one.subject)
        if found is None:
            found = self._days[one.subject] = DecidedDay(self._desk, self._context, one, self)
            found.decided.connect(self._decide)
        found.follow(one, self._decided.get(one.subject))
        return found

    def _decide(self, one: Consequence, day: dt.date | None) -> None:
        """The user has said the day of a consequence and so accepts it; ``None`` takes that back."""
        if day is None:
            self._decided.pop(one.subject, None)
        else:
            self._decided[one.subject] = day
            self._chosen.add(one.key)
        self._propose()

    def _is_wrong(self) -> bool:
        """Whether a day that was typed cannot be; then it is gone to."""
        for group in self.groups:
            for one in group.consequences:
                day = self._days.get(one.subject)
                if day is not None and day.problem is not None:
                    group.unfold()
                    day.start()
                    self._area.ensureWidgetVisible(day)
                    return True
        return False

    def _accept(self, then: Subject | None = None) -> None:
        """Do it, and open ``then`` where a person enters what only they know."""
        if self.weighed is None or not self.accept.isEnabled() or self._is_wrong():
            return
        edit = accept(self.weighed.proposal, self.chosen, new_id=self._session.new_id)
        with self._errors.told(self.banner):
            self._session.run(edit)
            self.done.emit(edit.label)
            if then is not None:
                self.thing_wanted.emit(then.id, then.field)

    def _mark_missed(self) -> None:
        missed = self.form.missed_session
        if missed is None:
            return
        happened = self.form.happened
        edit = miss_session(self._journey, missed.id, happened.reason, happened.words)
        with self._errors.told(self.banner):
            self._session.run(edit)
            self.done.emit(edit.label)

    # How it is put together

    def _clear(self) -> None:
        self._portions.stop()
        for day in self._days.values():
            day.let_go()
        for card in (self._sessions_card, self._follows_card, self._ways_card, self._findings_card):
            clear(card.body)
            card.hide()
        self.groups = []
        self._telling.setText("")
        self.accept.setEnabled(False)
        self.only_missed.setVisible(self.form.missed_session is not None)

    def _lay_out(self) -> None:
        """From the outside in: what is made where it will stand is dressed once."""
        desk = self._desk
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        area = self._area = ReadingArea(desk, N_("Re-plan"), self, sideways=False)
        layout.addWidget(area, 1)
        page = self._page = Sheet(area.viewport())
        page.setProperty("kind", "page")
        around = self._around = QHBoxLayout(page)
        around.setContentsMargins(space(6), space(4), space(6), space(6))
        column = QVBoxLayout()
        column.setSpacing(space(4))
        around.addStretch(1)
        around.addLayout(column, 10_000)  # the cards begin where the header does
        around.addStretch(1)
        cards = [ReplanCard(desk, title, page) for title in _CARDS]
        happened, self._sessions_card, self._follows_card, self._findings_card, self._ways_card = cards
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        self.form = HappenedForm(
            desk,
            self._journey,
            self._course,
            self._session.today(self._journey.zone),
            happened,
            at_office=self._session.office_day(self._journey),
        )
        self.banner = Banner(desk, happened, closable=False)
        happened.body.addWidget(self.form)
        happened.body.addWidget(self.banner)
        close = IconButton(desk, N_("Close"), "x", parent=happened)
        close.clicked.connect(self.closed)
        happened.head.addWidget(close)
        self.everything = Button(desk, tick_everything(False), kind="inline", parent=self._follows_card)
        self.everything.clicked.connect(self._tick_everything)
        self._follows_card.head.addWidget(self.everything)
        area.setWidget(page)

    def _lay_out_foot(self) -> None:
        desk, foot = self._desk, FootBar(self._desk, self)
        self._telling = foot.telling
        self.cancel = Button(desk, N_("Cancel"), kind="quiet", parent=foot)
        self.cancel.clicked.connect(self.closed)
        self.only_missed = Button(desk, N_("Only mark as missed"), parent=foot)
        self.only_missed.clicked.connect(self._mark_missed)
        self.accept = Button(desk, N_("Accept"), kind="primary", icon="check", parent=foot)
        self.accept.clicked.connect(lambda: self._accept())
        foot.hold(self.cancel, self.only_missed, self.accept)
        self._column.addWidget(foot)
        foot.stand_under(self.form.parentWidget() or self)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("kind", "rule")
    return rule
