"""Chips that narrow the caseload to a stretch of the pathway, each with its count."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from planner.message import N_, NP_, Message
from ui.caseload.journeys_model import JourneysModel
from ui.caseload.phases import GROUPS
from ui.controls.flow_layout import FlowLayout
from ui.controls.one_tab_stop import one_tab_stop
from ui.desk import Desk
from ui.theme.tokens import space


class PhaseFilter(QWidget):
    """All, preparing, in treatment, after treatment.

    Signals:
        chosen(str): the user chose this one.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        desk.language.say(self, N_("Phase"), "setAccessibleName")
        layout = FlowLayout(space(1.5), space(1.5), self)
        for key in ("all", *GROUPS):
            button = QPushButton(self)
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            layout.addWidget(button)
        self.choose("all")
        one_tab_stop(self._group)

    @property
    def key(self) -> str:
        """Which one holds."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    @property
    def phases(self) -> frozenset[str] | None:
        """The phases that pass, ``None`` for all."""
        return None if self.key == "all" else GROUPS[self.key][1]

    def choose(self, key: str) -> None:
        """Show this one as the one that holds; says nothing to anybody."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> QPushButton:
        """The chip of one choice."""
        return self._buttons[key]

    def count(self, model: JourneysModel) -> None:
        """Say beside each name how many journeys it would show."""
        for key, button in self._buttons.items():
            if key == "all":
                self._desk.language.say(button, NP_("journeys", "All"))
            else:
                name, phases = GROUPS[key]
                self._desk.language.say(button, _counted(name, model.count_in(phases)))


def _counted(name: Message, count: int) -> Message:
    return N_("{name}  {number}", name=name, number=count)
