"""What was typed and is not in the record, offered again: to go on with it, or to throw it away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.message import N_, Message
from planner.record.when import When
from planner.session import Draft
from planner.session.days import clock_of
from ui.controls.button import Button
from ui.controls.picture import Picture
from ui.controls.words import words
from ui.desk import Desk
from ui.editing.draft_name import draft_name
from ui.editing.keeper import Keeper
from ui.local_time import here
from ui.theme.tokens import space


class DraftsStrip(QFrame):
    """One line a draft; hidden without any.

    Signals:
        wanted(str), discarded(str): the draft with this key.
    """

    wanted = Signal(str)
    discarded = Signal(str)

    def __init__(self, desk: Desk, keeper: Callable[[], Keeper], parent: QWidget | None = None) -> None:
        """``keeper`` knows the record that the drafts are of."""
        super().__init__(parent)
        self._desk = desk
        self._keeper = keeper
        self._shown: tuple[tuple[Draft, Message], ...] = ()
        self._lines: list[QWidget] = []
        self.setProperty("kind", "card")
        desk.language.say(self, N_("Drafts"), "setAccessibleName")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(space(5), space(2), space(3), space(2))
        self._layout.setSpacing(space(1))
        self.buttons: dict[str, tuple[Button, Button]] = {}
        self.hide()

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Show these."""
        wanted = tuple((one, _told(one, self._keeper())) for one in drafts)
        if wanted == self._shown:
            return
        self._shown = wanted
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines, self.buttons = [], {}
        for draft, told in wanted:
            line = self._line(draft, told)
            self._lines.append(line)
            self._layout.addWidget(line)
        self.setVisible(bool(drafts))

    def _line(self, draft: Draft, told: Message) -> QWidget:
        line = QWidget(self)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(2))
        layout.addWidget(Picture(self._desk, "pencil", QSize(16, 16), "text_muted", line))
        layout.addWidget(words(self._desk, told, "body", wrap=True), 1)
        go_on = Button(self._desk, N_("Go on"), kind="plain", parent=line)
        go_on.clicked.connect(partial(self.wanted.emit, draft.key))
        discard = Button(self._desk, N_("Discard"), kind="quiet", parent=line)
        discard.clicked.connect(partial(self.discarded.emit, draft.key))
        layout.addWidget(go_on)
        layout.addWidget(discard)
        self.buttons[draft.key] = (go_on, discard)
        return line


def _told(draft: Draft, keeper: Keeper) -> Message:
    name, at = draft_name(draft, keeper), _kept_at(draft, keeper)
    if draft.kind:
        return N_("Not added yet, begun at {at}: {kind}", at=at, kind=name or draft.kind)
    if name is None:
        return N_("Something typed at {at} is not in the record yet.", at=at)
    return N_("Typed at {at} and not in the record yet: {what}", at=at, what=name)


def _kept_at(draft: Draft, keeper: Keeper) -> When | dt.datetime:
    """By the clock of the agency, as on page Today; by that of this computer while its zone is not known."""
    zone = keeper.session.caseload.zone
    return clock_of(zone, draft.kept_at) if zone else here(draft.kept_at)
