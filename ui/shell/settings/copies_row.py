"""Which copies are ticked where several are exported at once."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.message import N_
from ui.controls.check_box import CheckBox
from ui.controls.flow_layout import FlowLayout
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.copies import Copy
from ui.journey.export_panel import NAMES
from ui.shell.settings.card import SettingsCard
from ui.theme.tokens import space


class CopiesRow(QWidget):
    """A box for each; each holds at once."""

    def __init__(self, desk: Desk, card: SettingsCard) -> None:
        super().__init__(card)
        self._desk = desk
        self.boxes = {copy: CheckBox(desk, NAMES[copy]) for copy in Copy}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        column.addWidget(words(desk, N_("Copies"), "strong"))
        why = N_("Ticked when an export begins; each still asks for the consent it needs.")
        column.addWidget(words(desk, why, "small", wrap=True))
        column.addSpacing(space(1))
        holder = QWidget(self)
        flow = FlowLayout(space(4), space(1), holder)
        for copy, box in self.boxes.items():
            flow.addWidget(box)
            box.toggled.connect(partial(self._tick, copy))
        column.addWidget(holder)
        card.body.addWidget(self)

    def follow(self, ticked: Collection[str]) -> None:
        """Show what is ticked now."""
        for copy, box in self.boxes.items():
            box.setChecked(copy.value in ticked)

    def _tick(self, copy: Copy, on: bool) -> None:
        held = set(self._desk.preferences.values.export_copies)
        if on is not (copy.value in held):
            held ^= {copy.value}
            kept = tuple(one.value for one in Copy if one.value in held)
            self._desk.preferences.change(export_copies=kept)
