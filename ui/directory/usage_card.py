"""Where an entry is used: the journeys, and the other entries that refer to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.message import N_, NN_, Message
from ui.caseload.phases import phase_name
from ui.controls.button import Button
from ui.controls.card import Card
from ui.controls.layout_widgets import clear
from ui.controls.picture import Picture
from ui.controls.words import words
from ui.desk import Desk
from ui.directory.entry_words import Entry, icon_of, kind_name, name_of
from ui.theme.icons import ICON_SIZE
from ui.theme.tokens import space

if TYPE_CHECKING:
    from planner.session import JourneySummary

_MOST = 12


class UsageCard(Card):
    """Signals:

    journey_wanted(str): show the journey of this id.
    entry_wanted(str): show the entry of this id.
    """

    journey_wanted = Signal(str)
    entry_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, apart=2)
        self._desk = desk
        self._shown: tuple[tuple[JourneySummary, ...], int, tuple[Entry, ...]] | None = None
        desk.language.changed.connect(self._reword)

    def show_usage(self, journeys: Sequence[JourneySummary], count: int, others: Sequence[Entry]) -> None:
        """Show ``journeys``, the newest of ``count``, and the entries that refer to this one."""
        self._shown = (tuple(journeys[:_MOST]), count, tuple(others))
        self._reword()

    def _reword(self) -> None:
        if self._shown is None:
            return
        clear(self.body)
        journeys, count, others = self._shown
        title = NN_("Used in {count} journey", "Used in {count} journeys", count)
        self.body.addWidget(words(self._desk, title if count else N_("Used in no journey"), "title"))
        for summary in journeys:
            about = N_("{what}", what=phase_name(summary.phase))
            row = self._row("route", _name(summary), about, N_("Show the journey"))
            row[1].clicked.connect(lambda _=False, key=str(summary.id): self.journey_wanted.emit(key))
            self.body.addWidget(row[0])
        if count > len(journeys):
            more = count - len(journeys)
            self.body.addWidget(
                words(self._desk, NN_("And {count} more.", "And {count} more.", more), "muted")
            )
        if others:
            self.body.addSpacing(space(1))
            self.body.addWidget(words(self._desk, N_("In this house"), "strong"))
        for entry in others[:_MOST]:
            row = self._row(icon_of(entry), name_of(self._desk, entry), kind_name(entry), N_("Show"))
            row[1].clicked.connect(lambda _=False, key=str(entry.id): self.entry_wanted.emit(key))
            self.body.addWidget(row[0])

    def _row(self, icon: str, name: str, about: Message, do: Message) -> tuple[QWidget, Button]:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(2))
        layout.addWidget(Picture(self._desk, icon, QSize(ICON_SIZE, ICON_SIZE)))
        layout.addWidget(words(self._desk, name, "body", wrap=True), 1)
        layout.addWidget(words(self._desk, about, "muted"))
        button = Button(self._desk, do, kind="inline", parent=row)
        self._desk.language.say(button, N_("{do}: {name}", do=do, name=name), "setAccessibleName")
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row, button


def _name(summary: JourneySummary) -> str:
    names = (summary.patient_name, summary.patient_name_hanzi, summary.reference)
    return "  ".join(dict.fromkeys(part for part in names if part)) or str(summary.id)
