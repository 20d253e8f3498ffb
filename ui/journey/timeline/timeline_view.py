"""The timeline of a journey: lanes to look at, to walk through, to move things in, and to print."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QVBoxLayout, QWidget

from planner.errors import InputError
from planner.message import N_, Message
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.rules.finding import Finding
from planner.session import Session
from planner.session.timeline import day_of, days, timeline
from ui.controls.banner import Banner
from ui.controls.command import Command
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.timeline.active_canvas import ActiveCanvas
from ui.journey.timeline.announce import announce
from ui.journey.timeline.corner import Corner
from ui.journey.timeline.date_header import DateHeader
from ui.journey.timeline.drag_note import DragNote
from ui.journey.timeline.ghosts import ghosts
from ui.journey.timeline.lane_header import LaneHeader
from ui.journey.timeline.layout import reach
from ui.journey.timeline.move_words import from_to, verdict, what_follows
from ui.journey.timeline.mover import Mover, Weighed
from ui.journey.timeline.zoom_bar import ZoomBar
from ui.journey.view import JourneyView
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import Tone, space

if TYPE_CHECKING:
    from ui.journey.timeline.legend import Legend
    from ui.journey.timeline.move_card import MoveCard

_BELOW = space(2)
"""The room over and under the card of a move; the dates above stay in sight."""


class TimelineView(JourneyView):
    """One journey in time. See ``JourneyView`` for its signals."""

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._journey: Journey | None = None
        self._dropped = False
        self.canvas = ActiveCanvas(desk, self)
        desk.language.say(self.canvas, N_("Timeline"), "setAccessibleName")
        self.bar = ZoomBar(desk, self.canvas, self)
        self.dates = DateHeader(desk, self.canvas, self)
        self.names = LaneHeader(desk, self.canvas, self)
        self.corner = Corner(desk, self.canvas, self)
        self.banner = Banner(desk, self)
        self.mover = Mover(desk, session, self)
        self.note = DragNote(desk, self.canvas.viewport())
        self._card: MoveCard | None = None
        self._legend: Legend | None = None
        self.print_command = Command(
            desk, N_("Print the timeline"), self.print_it, keys=("Ctrl+P",), parent=self
        )
        self.print_command.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.print_command)
        self.setFocusProxy(self.canvas)
        self._lay_out()
        self._connect()

    @property
    def card(self) -> MoveCard:
        """The card of a move, made when it is first wanted."""
        if self._card is None:
            from ui.journey.timeline.move_card import MoveCard

            self._card = MoveCard(self._desk, self)
            self._card.accepted.connect(self._accept)
            self._card.left.connect(self._end_move)
            self._card.grew.connect(self._place_cards)
        return self._card

    @property
    def legend(self) -> Legend:
        """What the signs mean, made when it is first wanted."""
        if self._legend is None:
            from ui.journey.timeline.legend import Legend

            self._legend = Legend(self._desk, self.canvas, self)
            self._legend.left.connect(self._leave_legend)
        return self._legend

    # -- the tab ---------------------------------------------------------------------------------------

    def show_journey(self, journey: Journey) -> None:
        same = self._journey is not None and self._journey.id == journey.id
        self._journey = journey
        self._end_move()
        line = timeline(journey)
        today = self._session.today(journey.zone)
        within = reach(line, today)
        faults: dict[str, list[Finding]] = {}
        for one in self._session.open_findings(journey.id):
            faults.setdefault(one.subject.id, []).append(one)
        found = days(journey, self._session.reference.calendars, within.first, within.last)
        self.canvas.at_office = self._session.office_day(journey)
        self.canvas.show_timeline(line, found, faults, self._session.now(), today, keep_place=same)
        self._describe_headers()
        if not same:
            self.banner.dismiss()
            if line.first is None:
                self.banner.tell(
                    N_("Nothing is dated yet"),
                    N_("Flights, appointments and sessions will lie here as soon as they have one."),
                    Tone.INFO,
                )

    def clear(self) -> None:
        self._journey = None
        self._end_move()
        self.banner.dismiss()
        self.canvas.clear()

    def arrive(self) -> None:
        self.canvas.setFocus(Qt.FocusReason.TabFocusReason)

    def print_it(self) -> None:
        """Ask where to, and print the agency's own copy."""
        if self._journey is not None:
            from ui.journey.timeline.printing import ask_and_print

            with self._errors.told(self.banner):
                ask_and_print(self, self._desk, self._session, self._journey)

    # -- moving ----------------------------------------------------------------------------------------

    def _move(self, thing: str, by: int, field: str) -> None:
        """A thing is dragged or nudged ``by`` so many days from where it stands."""
        if self._journey is None:
            return
        self._dropped = False
        self.banner.dismiss()
        self.mover.forget()
        if by:
            self.mover.ask(self._journey, thing, by, field)
        else:
            self._show_nothing()

    def _drop(self) -> None:
        """It is let go of: the card opens as soon as it is known what follows."""
        self._dropped = True
        self.note.hide()
        if self.mover.found is not None:
            self._open_card(self.mover.found)

    def _weighed(self, found: Weighed) -> None:
        """Where it would go, with all that follows."""
        asked, said = found.asked, ContentWords(self._desk)
        self._show_ghosts()
        told = (
            asked.what,
            from_to(asked, said),
            what_follows(asked),
            verdict(asked.findings_before, found.findings)[0],
        )
        announce(self.canvas, ". ".join(self._desk.language.text(one) for one in told))
        if self._dropped:
            self._open_card(found)
        else:
            self.note.tell(found, self.canvas.pointer)

    def _show_ghosts(self) -> None:
        """What stands elsewhere if all that follows is accepted, at the scale in force."""
        found, before, scale = self.mover.found, self.canvas.timeline, self.canvas.scale_now
        if found is None or before is None:
            return
        self.canvas.show_ghosts(ghosts(before, found.after, scale, self.canvas.within, self._where))
        new = found.asked.new
        self.dates.point_out(scale.at(new), ContentWords(self._desk).day(day_of(new)))

    def _where(self, id: str) -> tuple[int, float] | None:
        item = self.canvas.item(id)
        return None if item is None else (item.seen.placed.row, item.seen.top)

    def _refuse(self, error: BaseException) -> None:
        self._end_move()
        if isinstance(error, InputError):
            self.banner.tell(error.message, error.way_on, Tone.INFO)
        else:
            self._errors.present(error, self.banner)

    def _say_still(self, why: Message) -> None:
        self.banner.tell(why, tone=Tone.INFO)

    def _open_card(self, found: Weighed) -> None:
        self.note.hide()
        if self._legend is not None:
            self._legend.hide()
        self.card.show_move(found.asked, found.days)
        self._place_cards()

    def _accept(self, chosen: Collection[str] | None = None, then: Subject | None = None) -> None:
        asked = self._card.asked if self._card is not None else None
        if asked is None:
            return
        edit = asked.edit(self.card.chosen if chosen is None else chosen, new_id=self._session.new_id)
        self._end_move()
        with self._errors.told(self.banner):
            self._session.run(edit)
            self.done.emit(edit.label)
            if then is not None:
                self.thing_wanted.emit(then.id, then.field)

    def _end_move(self) -> None:
        """Nothing is moved any more, and nothing was."""
        self.mover.forget()
        self._dropped = False
        self.canvas.nudged = 0
        self.canvas.describe()
        self._show_nothing()
        if self._card is not None and not self._card.isHidden():
            focus = QApplication.focusWidget()
            here = focus is not None and self._card.isAncestorOf(focus)
            self._card.dismiss()
            if here:
                self.canvas.setFocus()

    def _show_nothing(self) -> None:
        self.canvas.show_ghosts(())
        self.note.hide()
        self.dates.point_out(None)

    # -- how it is put together ------------------------------------------------------------------------

    def _toggle_legend(self) -> None:
        self.legend.setVisible(self.legend.isHidden())
        self._place_cards()
        if not self.legend.isHidden():
            self.legend.raise_()
            self.legend.close_button.setFocus()

    def _leave_legend(self) -> None:
        self.legend.hide()
        self.bar.legend.setFocus()

    def _say_anew(self) -> None:
        self.names.fit()
        self.canvas.say_anew()
        self._describe_headers()
        if self._card is not None:
            self._card.show_words()
        self._place_cards()
        self.update()

    def _describe_headers(self) -> None:
        """What is painted beside and over the lanes, for who does not see it."""
        for header in (self.dates, self.names, self.corner):
            header.describe()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._place_cards()

    def _place_cards(self) -> None:
        """Cards stand over the canvas, no larger than they need, beside what they are about."""
        room = self.canvas.geometry()
        margin = space(4)
        if self._card is not None and not self._card.isHidden():
            width = min(self._card.widest, room.width() - 2 * margin)
            height = min(self.card.wanted_height(width), room.height() - 2 * _BELOW)
            x = room.right() - width - margin
            if self._goes_to() > room.left() + room.width() * 0.55:
                x = room.left() + margin  # so that the thing moved stays in sight
            self.card.setGeometry(x, room.bottom() + 1 - _BELOW - height, width, height)
        if self._legend is not None and not self._legend.isHidden():
            size = self._legend.sizeHint()
            width = min(max(size.width(), space(128)), room.width() - 2 * margin)
            height = max(size.height(), self._legend.heightForWidth(width))
            y = max(0, min(room.top() + margin, self.height() - height - margin))
            self._legend.setGeometry(room.right() - width - margin, y, width, height)

    def _goes_to(self) -> float:
        """The x, in this view, at which the thing moved would stand."""
        if self.card.asked is None:
            return 0.0
        x = self.canvas.scale_now.at(self.card.asked.new) - self.canvas.visible_from
        return x + self.canvas.x()

    def _connect(self) -> None:
        self.canvas.opened.connect(self.thing_wanted)
        self.canvas.laid_out.connect(self._show_ghosts)
        self.canvas.moved.connect(self._move)
        self.canvas.dropped.connect(self._drop)
        self.canvas.left.connect(self._end_move)
        self.canvas.accepted.connect(self._accept)
        self.canvas.refused.connect(self._say_still)
        self.mover.weighed.connect(self._weighed)
        self.mover.refused.connect(self._refuse)
        self.bar.legend.clicked.connect(self._toggle_legend)
        self.bar.print.clicked.connect(self.print_it)
        self._desk.language.changed.connect(self._say_anew)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.addWidget(self.corner, 0, 0)
        grid.addWidget(self.dates, 0, 1)
        grid.addWidget(self.names, 1, 0)
        grid.addWidget(self.canvas, 1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._notice())
        layout.addLayout(grid, 1)

    def _notice(self) -> QWidget:
        """The banner with room around it, which is there only while it is."""
        notice = QFrame(self)
        notice.setProperty("kind", "bar")
        around = QVBoxLayout(notice)
        around.setContentsMargins(space(3), space(2), space(3), space(2))
        around.addWidget(self.banner)
        notice.hide()
        self.banner.shown.connect(notice.show)
        self.banner.gone.connect(notice.hide)
        return notice
