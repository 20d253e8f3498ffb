"""Labels with what stands beside them, made anew each time; an address can be taken along."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from planner.message import N_, Message
from ui.controls.button import IconButton
from ui.controls.layout_widgets import clear
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import Tone, space

_TOP = Qt.AlignmentFlag.AlignTop
_LABEL_WIDTH = space(38)


class FactRows(QWidget):
    """A column of facts. What a ``str`` says stays as it is; a ``Message`` follows the language."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space(3))
        self._grid.setVerticalSpacing(space(2))
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._count = 0

    def clear(self) -> None:
        """Without any fact."""
        clear(self._grid)
        self._count = 0

    def add(
        self, label: Message, value: Message | str, *, ink: Tone | None = None, copied: bool = False
    ) -> None:
        """One more fact; with ``copied``, a button beside it takes its words to the clipboard."""
        name = words(self._desk, label, "muted", wrap=True)
        name.setFixedWidth(_LABEL_WIDTH)
        said = words(self._desk, value, "body", wrap=True, ink=ink)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(name, self._count, 0, _TOP)
        self._grid.addWidget(said, self._count, 1, _TOP)
        if copied:
            button = IconButton(self._desk, N_("Copy"), "copy")
            button.setProperty("kind", "compact")
            button.clicked.connect(lambda: QApplication.clipboard().setText(said.text()))
            self._grid.addWidget(button, self._count, 2, _TOP)
        self._count += 1
