"""The files that an export made, each with a way to open it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.message import N_, Message
from ui.controls.button import Button
from ui.desk import Desk
from ui.theme.tokens import space


class MadeFiles(QWidget):
    """A short list.

    Signals:
        open_wanted(Path): open this file or folder with the system's own program.
    """

    open_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.files: tuple[Path, ...] = ()
        self.buttons: list[Button] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(space(1))
        self.hide()

    def clear(self) -> None:
        """Forget what was shown."""
        self.files = ()
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons.clear()
        self.hide()

    def show_files(self, files: Sequence[Path]) -> None:
        """Show these, and their folder."""
        self.clear()
        self.files = tuple(files)
        for file in self.files:
            self._add(Message("{name}", {"name": file.name}), "file-text", file)
        if self.files:
            self._add(N_("Open the folder"), "folder-open", self.files[0].parent)
        self.setVisible(bool(self.files))

    def focus_first(self) -> None:
        """Put the focus on the first file."""
        if self.buttons:
            self.buttons[0].setFocus()

    def _add(self, name: Message, icon: str, path: Path) -> None:
        button = Button(self._desk, name, kind="link", icon=icon, parent=self)
        button.clicked.connect(lambda _checked=False: self.open_wanted.emit(path))
        self.buttons.append(button)
        self._layout.addWidget(button)
