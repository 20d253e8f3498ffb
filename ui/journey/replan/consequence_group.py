"""All consequences of one kind under their name: ticked together or one by one, unfolded when wanted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.message import N_, NN_, Message
from planner.session.replanning import Consequence, ConsequenceKind
from ui.controls.button import Button
from ui.controls.check_box import CheckBox
from ui.controls.layout_widgets import clear
from ui.controls.pill import Pill
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.replan.consequence_row import PEOPLE, ConsequenceRow, is_told_only
from ui.journey.replan.decided_day import DecidedDay
from ui.theme.tokens import Tone, space

_FEW = 3


class ConsequenceGroup(QWidget):
    """One kind.

    Signals:
        ticked(object, bool): the user accepts these keys, or not any more.
        opening(object): the user wants to accept, and then to open this subject.
    """

    ticked = Signal(object, bool)
    opening = Signal(object)

    def __init__(
        self,
        desk: Desk,
        said: ContentWords,
        several: Sequence[Consequence],
        names: Mapping[str, Message],
        days: Callable[[Consequence], DecidedDay | None] = lambda _one: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._said = said
        self._several = several
        self._names = names
        self._days = days
        self._chosen: Collection[str] = ()
        self._standing: Collection[str] = ()
        self.rows: list[ConsequenceRow] = []
        self.keys = tuple(one.key for one in several if not is_told_only(one))
        kind = several[0].kind_label
        self.box: CheckBox | None = None
        head = QHBoxLayout()
        head.setSpacing(space(2))
        if self.keys:
            self.box = CheckBox(desk, N_("Accept all: {what}", what=kind), words=False, parent=self)
            self.box.clicked.connect(lambda: self.ticked.emit(self.keys, self._wants_all))
            head.addWidget(self.box)
        head.addWidget(words(desk, kind, "strong"))
        self._count = words(desk, "", "small")
        head.addWidget(self._count)
        rebook = sum(one.needs_rebooking for one in several)
        self._rebook: Pill | None = None
        if rebook and len(several) > _FEW:
            needs = NN_("{count} needs rebooking", "{count} need rebooking", rebook)
            self._rebook = Pill(desk, needs, Tone.WARNING)
            head.addWidget(self._rebook)
        decide = sum(bool(one.you_decide) for one in several)
        if decide and len(several) > _FEW:
            to_decide = NN_("{count} for you to decide", "{count} for you to decide", decide)
            head.addWidget(Pill(desk, to_decide, Tone.INFO))
        head.addStretch(1)
        self.fold = Button(desk, N_("Show"), kind="inline", icon="chevron-down", parent=self)
        self.fold.clicked.connect(self._toggle)
        head.addWidget(self.fold)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(space(8), 0, 0, 0)
        self._body.setSpacing(0)
        if several[0].kind in PEOPLE:
            hint = N_("Whoever is not ticked is no longer named for a time that moves.")
            self._body.addWidget(words(desk, hint, "small", wrap=True))
        self._words_above = self._body.count()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(1))
        layout.addLayout(head)
        layout.addLayout(self._body)
        self._name_fold()
        if len(several) <= _FEW:
            self.fold.hide()
            self.unfold()

    @property
    def kind(self) -> ConsequenceKind:
        """What sort of consequences they are."""
        return self._several[0].kind

    @property
    def consequences(self) -> Sequence[Consequence]:
        """All of them, unfolded or not."""
        return self._several

    @property
    def _wants_all(self) -> bool:
        """What a click on the box of the group asks for: all, unless all are ticked."""
        return not all(key in self._chosen for key in self.keys)

    def unfold(self) -> None:
        """Show every row."""
        if self.rows:
            return
        for one in self._several:
            after = self._names.get(one.depends_on)
            row = ConsequenceRow(self._desk, self._said, one, after, self, self._days(one))
            row.opening.connect(self.opening)
            row.ticked.connect(lambda key, on: self.ticked.emit((key,), on))
            if self.rows:
                rule = QFrame(self)
                rule.setProperty("kind", "rule")
                self._body.addWidget(rule)
            self._body.addWidget(row)
            self.rows.append(row)
        self._show_rows()
        self._name_fold()

    def _toggle(self) -> None:
        if not self.rows:
            self.unfold()
        else:
            self._fold_up()
            self._name_fold()
        self.fold.setFocus()

    def _fold_up(self) -> None:
        """Take the rows away again; the words above them stay."""
        for row in self.rows:
            if row.day is not None:
                row.day.let_go()
        clear(self._body, but_first=self._words_above)
        self.rows = []

    def show_state(self, chosen: Collection[str], standing: Collection[str]) -> None:
        """Show what is ticked, and what can be since all it depends on stands."""
        self._chosen, self._standing = chosen, standing
        done = sum(key in standing for key in self.keys)
        count = N_("{done} of {count}", done=done, count=len(self.keys)) if self.keys else None
        self._count.setText(self._desk.language.text(count) if count else "")
        if self.box is not None:
            self.box.setChecked(done == len(self.keys))
            self.box.setEnabled(any(self._possible(one) for one in self._several))
        self._show_rows()

    def _show_rows(self) -> None:
        for row in self.rows:
            row.show_state(row.consequence.key in self._chosen, self._possible(row.consequence))

    def _possible(self, one: Consequence) -> bool:
        return one.depends_on in self._standing

    def _name_fold(self) -> None:
        kind = self._several[0].kind_label
        what = N_("{kind}: {count}", kind=kind, count=len(self._several))
        self._desk.language.say(self.fold, N_("Hide") if self.rows else N_("Show"))
        full = N_("Hide {what}", what=what) if self.rows else N_("Show {what}", what=what)
        self._desk.language.say(self.fold, full, "setAccessibleName")
        self._desk.theme.give_icon(self.fold, "chevron-up" if self.rows else "chevron-down", "accent")
