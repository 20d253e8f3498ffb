"""A row of choices of which exactly one holds, such as light, dark or as the system."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLayout, QPushButton, QSizePolicy, QWidget

from planner.message import Message
from ui.controls.flow_layout import FlowLayout
from ui.controls.one_tab_stop import one_tab_stop
from ui.desk import Desk
from ui.theme.tokens import space


class Segments(QFrame):
    """Choices side by side: one control, or ``chips`` that narrow what stands below.

    Signals:
        chosen(str): the user chose this one.
    """

    chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        name: Message,
        choices: Mapping[str, Message | str],
        parent: QWidget | None = None,
        *,
        chips: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "" if chips else "segments")
        desk.language.say(self, name, "setAccessibleName")
        layout: QLayout
        if chips:
            layout = FlowLayout(space(1.5), space(1.5), self)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            layout = QHBoxLayout(self)
            layout.setContentsMargins(2, 2, 2, 2)
            layout.setSpacing(2)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for key, label in choices.items():
            button = QPushButton(self)
            button.setProperty("kind", "chip" if chips else "segment")
            button.setCheckable(True)
            if chips:
                button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            if isinstance(label, Message):
                desk.language.say(button, label)
            else:
                button.setText(label)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            layout.addWidget(button)
        one_tab_stop(self._group)

    @property
    def choice(self) -> str:
        """The one that holds, ``""`` before any does."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show this one as the one that holds; says nothing to anybody."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> QPushButton:
        """The button of one choice."""
        return self._buttons[key]
