"""One edit in full: who, when in both zones, and for each thing what it said before and says now."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.message import N_, NN_
from planner.session.logged import ThingTold
from ui.controls.button import Button
from ui.controls.reading_area import ReadingArea
from ui.controls.sheet import Sheet
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.history.history_model import HistoryModel, home_zone
from ui.theme.tokens import space

WIDTH = space(96)
_ANY = 16_777_215  # Qt's QWIDGETSIZE_MAX
_FOLDED_FROM = 8
_SHOWN_FIRST = 5


class EditDetails(ReadingArea):
    """Beside the table.

    Signals:
        thing_wanted(str): go to the thing of this id.
    """

    thing_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("The marked edit"), parent, sideways=False)
        self._desk = desk
        self.buttons: list[Button] = []
        self.setProperty("kind", "plain")
        self.setFixedWidth(WIDTH)
        self.show_edit(None, -1)

    def stand(self, *, beside: bool) -> None:
        """Stand beside the table, or under it as wide as there is room."""
        if beside:
            self.setFixedWidth(WIDTH)
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_ANY)

    def show_edit(self, model: HistoryModel | None, row: int, *, whole: bool = False) -> None:
        """Show what stands in a row, -1 for none; of a large edit the first few things, unless ``whole``."""
        page = Sheet()
        page.setProperty("kind", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(space(4), space(4), space(4), space(4))
        column.setSpacing(space(3))
        self.buttons = []
        if model is None or row < 0 or model.journey is None:
            column.addWidget(
                words(self._desk, N_("Choose an edit to see what it changed."), "muted", wrap=True)
            )
        else:
            self._head(model, row, column)
            told = model.told(row)
            shown = told if whole or len(told) <= _FOLDED_FROM else told[:_SHOWN_FIRST]
            for one in shown:
                column.addWidget(self._thing(model, one))
            if len(shown) < len(told):
                more = NN_("Show {count} more", "Show {count} more", len(told) - len(shown))
                unfold = Button(self._desk, more, kind="link", icon="chevron-down")
                unfold.clicked.connect(lambda: self.show_edit(model, row, whole=True))
                self.buttons.append(unfold)
                column.addWidget(unfold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(page)

    def _head(self, model: HistoryModel, row: int, column: QVBoxLayout) -> None:
        change, journey = model.change(row), model.journey
        assert journey is not None
        column.addWidget(words(self._desk, model.name(row), "title", wrap=True))
        speaker = self._desk.language.speaker
        lines = [model.who(change)]
        for zone in (journey.zone, home_zone(journey)):
            if zone:
                day = change.note.at.date()
                said = N_(
                    "{moment} ({zone})", moment=model.moment(change, zone), zone=speaker.zone(zone, day)
                )
                lines.append(self._desk.language.text(said))
        if model.is_next_to_undo(row):
            lines.append(self._desk.language.text(N_("Undo takes this back.")))
        column.addWidget(words(self._desk, "\n".join(lines), "small", wrap=True))

    def _thing(self, model: HistoryModel, told: ThingTold) -> QFrame:
        well = QFrame()
        well.setProperty("kind", "well")
        column = QVBoxLayout(well)
        column.setContentsMargins(space(3), space(2), space(3), space(2))
        column.setSpacing(space(1))
        heading = model.words.heading(told)
        top = QHBoxLayout()
        top.addWidget(words(self._desk, heading, "strong", wrap=True), 1)
        if told.is_here:
            go = Button(self._desk, N_("Go to"), kind="inline")
            self._desk.language.say(go, N_("Go to {thing}", thing=heading), "setAccessibleName")
            go.clicked.connect(partial(self.thing_wanted.emit, told.id))
            self.buttons.append(go)
            top.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        if lines := model.words.lines(told):
            column.addWidget(words(self._desk, "\n".join(lines), "small", wrap=True))
        return well
