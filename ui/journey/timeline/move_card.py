"""The card of a move that was let go of: what follows, ticked one by one, findings, one button to do it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.message import N_, Message
from planner.session.timeline import day_of
from ui.controls.button import Button, IconButton
from ui.controls.layout_widgets import clear
from ui.controls.reading_area import ReadingArea
from ui.controls.sheet import Sheet
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.replan.consequence_group import ConsequenceGroup
from ui.journey.replan.consequence_row import is_told_only
from ui.journey.replan.session_moves import SessionMoves
from ui.journey.replan.weighed_rows import counts, findings_rows, tick_everything
from ui.journey.rows_view import RowsView
from ui.journey.timeline.move_words import from_to
from ui.portions import Portions
from ui.theme.tokens import Tone, space

if TYPE_CHECKING:
    from planner.session.moving import Moving

_WIDTH = space(150)


class MoveCard(QFrame):
    """Nothing changes until it is accepted, and then all at once.

    It opens at once and is filled from the top down, a portion a turn of the event loop; only then can it be
    accepted.

    Signals:
        grew: it would rather be of another height.
        accepted(object, object): do it, by the keys of what is ticked; and the Subject to open then, or None.
        left: the user thinks better of it.
    """

    grew = Signal()
    accepted = Signal(object, object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("kind", "card")
        desk.language.say(self, N_("Move"), "setAccessibleName")
        self.asked: Moving | None = None
        self.groups: list[ConsequenceGroup] = []
        self._chosen: set[str] = set()
        self._wanted = 0
        self._portions = Portions(self)
        self._portions.ended.connect(self._come_to_rest)
        self._portions.went_on.connect(self.grew)
        self._title = words(desk, "", "title", wrap=True)
        self._dates = words(desk, "", "medium", wrap=True)
        close = IconButton(desk, N_("Close"), "x")
        close.clicked.connect(self.left)
        self.everything = Button(desk, tick_everything(False), kind="inline", parent=self)
        self.everything.clicked.connect(self._tick_everything)
        self._body = QVBoxLayout()
        self._body.setSpacing(space(2))
        self._findings = QVBoxLayout()
        self._findings.setSpacing(space(1))
        self.leave = Button(desk, N_("Leave it"), kind="quiet", parent=self)
        self.leave.clicked.connect(self.left)
        self.accept = Button(desk, N_("Accept"), kind="primary", icon="check", parent=self)
        self.accept.setEnabled(False)
        self.accept.clicked.connect(self._accept)
        self._lay_out(close)
        self.hide()

    @property
    def widest(self) -> int:
        """The width at which its lines read well, and nothing of them is cut."""
        bar = self.area.verticalScrollBar().sizeHint().width()
        return max(_WIDTH, self._inside.totalMinimumSize().width() + bar + 2)

    @property
    def chosen(self) -> frozenset[str]:
        """What is ticked and can stand; what is only told always does."""
        if self.asked is None:
            return frozenset()
        told = {one.key for one in self.asked.consequences if is_told_only(one)}
        return self.asked.standing(self._chosen | told)

    def show_move(self, asked: Moving, wanted: int) -> None:
        """Show a move; ``wanted`` is by how many days the user moved it, which need not be where it goes."""
        same = self.asked is not None and self.asked.thing == asked.thing
        self.asked, self._wanted = asked, wanted
        keys = {one.key for one in asked.consequences}
        self._chosen = self._chosen & keys if same else set()
        self.show_words()
        self.show()
        self.raise_()

    def show_words(self) -> None:
        """Show it in the language now in force."""
        if self.asked is None:
            return
        asked, said = self.asked, ContentWords(self._desk)
        text = self._desk.language.text
        self._title.setText(text(N_("Move: {what}", what=asked.what)))
        self._dates.setText(text(from_to(asked, said)))
        clear(self._body)
        clear(self._findings)
        self.groups = []
        self.accept.setEnabled(False)
        self.everything.setVisible(any(not is_told_only(one) for one in asked.consequences))
        self._portions.begin(self._made(asked, said))

    def _made(self, asked: Moving, said: ContentWords) -> Iterator[None]:
        """Each step makes one part of what is shown."""
        for note in self._notes(asked):
            self._body.addWidget(words(self._desk, said.text(note), "small", wrap=True, ink=Tone.WARNING))
        if asked.sessions:
            self._body.addWidget(SessionMoves(self._desk, said, asked.sessions))
            yield
        names: dict[str, Message] = {one.key: one.what for one in asked.consequences}
        for _kind, several in groupby(asked.consequences, key=lambda one: one.kind):
            group = ConsequenceGroup(self._desk, said, tuple(several), names)
            group.ticked.connect(self._tick)
            group.opening.connect(lambda then: self.accepted.emit(self.chosen, then))
            self._body.addWidget(group)
            self.groups.append(group)
            yield
        if not asked.consequences and not asked.sessions:
            self._body.addWidget(words(self._desk, N_("Nothing else depends on it."), "muted"))

    def _come_to_rest(self) -> None:
        """All of it stands there: say what is ticked, and let it be accepted."""
        self._weigh()
        self.accept.setEnabled(True)
        self.grew.emit()

    def _notes(self, asked: Moving) -> list[Message]:
        """What a person must know or settle about the move itself."""
        notes: list[Message] = []
        really = (day_of(asked.new) - day_of(asked.old)).days
        if really != self._wanted:
            notes.append(N_("The centre does not treat on the day you chose; it goes to the next it does."))
        if asked.main is not None:
            notes += asked.main.you_decide
            if asked.main.needs_rebooking:
                notes.append(N_("It was promised for the old date and must be asked for again."))
        return notes

    def dismiss(self) -> None:
        """Take it away; nothing of it is kept."""
        self._portions.stop()
        self.asked = None
        self._chosen = set()
        self.accept.setEnabled(False)
        self.hide()

    def wanted_height(self, width: int) -> int:
        """The height that shows all of it at ``width``."""
        inside = self._inside.totalHeightForWidth(width) if self._inside.hasHeightForWidth() else -1
        around = self.sizeHint().height() - self.area.sizeHint().height()
        return around + max(inside, self._inside.totalSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _tick(self, keys: tuple[str, ...], on: bool) -> None:
        self._chosen = self._chosen | set(keys) if on else self._chosen - set(keys)
        self._weigh()

    def _tick_everything(self) -> None:
        if self.asked is not None:
            self._chosen = set() if self._all <= self._chosen else set(self._all)
            self._weigh()

    @property
    def _all(self) -> frozenset[str]:
        """The keys of all that can be ticked."""
        asked = self.asked.consequences if self.asked is not None else ()
        return frozenset(one.key for one in asked if not is_told_only(one))

    def _weigh(self) -> None:
        """What is ticked, and what the rules say with it."""
        if self.asked is None or not self._portions.is_complete:
            return
        chosen = self.chosen
        self._desk.language.say(self.everything, tick_everything(self._all <= self._chosen))
        for group in self.groups:
            group.show_state(self._chosen, chosen)
        before, after = self.asked.findings_before, self.asked.findings_with(chosen)
        clear(self._findings)
        self._findings.addWidget(words(self._desk, counts(before, after), "strong"))
        rows = findings_rows(before, after)
        if rows.rows:
            self._findings.addWidget(RowsView(self._desk, ContentWords(self._desk), rows))
        else:
            self._findings.addWidget(words(self._desk, N_("The findings stay as they are."), "muted"))

    def _accept(self) -> None:
        self.accepted.emit(self.chosen, None)

    def _lay_out(self, close: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(space(2))
        column = QVBoxLayout()
        column.setSpacing(space(0.5))
        column.addWidget(self._title)
        column.addWidget(self._dates)
        head.addLayout(column, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        page = Sheet()
        page.setProperty("kind", "page")
        inner = self._inside = QVBoxLayout(page)
        inner.setContentsMargins(space(4), 0, space(4), space(2))
        inner.setSpacing(space(3))
        inner.addLayout(self._body)
        inner.addLayout(self._findings)
        inner.addStretch(1)
        self.area = ReadingArea(self._desk, N_("What follows"), self, sideways=False)
        self.area.setProperty("kind", "plain")
        self.area.setWidget(page)
        foot = QHBoxLayout()
        foot.setContentsMargins(space(4), space(2), space(4), space(3))
        foot.setSpacing(space(2))
        foot.addWidget(self.everything)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.accept)
        head.setContentsMargins(space(4), space(3), space(2), space(2))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.area, 1)
        layout.addLayout(foot)
