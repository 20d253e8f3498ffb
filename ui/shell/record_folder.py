"""Which record: its folder by name and path, and a way to choose another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from planner.message import N_
from ui.controls.button import Button
from ui.controls.eliding_label import ElidingLabel
from ui.controls.picture import Picture
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space

_PICTURE = QSize(20, 20)


class RecordFolder(QFrame):
    """The folder of a record.

    Signals:
        changed(Path): another folder was chosen.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("kind", "well")
        self._name = words(desk, "", "strong")
        self._path = ElidingLabel(desk, "", "small", mode=Qt.TextElideMode.ElideMiddle)
        self.change = Button(desk, N_("Change…"), kind="link")
        self.change.clicked.connect(self._offer)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._name)
        texts.addWidget(self._path)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space(3), space(2), space(2), space(2))
        layout.setSpacing(space(3))
        layout.addWidget(Picture(desk, "folder-lock", _PICTURE, "accent", self))
        layout.addLayout(texts, 1)
        layout.addWidget(self.change)
        self.show_folder(folder)

    def show_folder(self, folder: Path) -> None:
        """Show this one, without telling anybody."""
        self.folder = folder
        self._name.setText(folder.name)
        self._path.put(str(folder.parent))

    def choose(self, folder: Path) -> None:
        """The user wants this one."""
        if folder != self.folder:
            self.show_folder(folder)
            self.changed.emit(folder)

    def _offer(self) -> None:
        others = [Path(name) for name in self._desk.preferences.values.recent_records]
        others = [folder for folder in others if folder != self.folder]
        if not others:
            self._browse()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for folder in others:
            menu.addAction(str(folder)).triggered.connect(lambda _=False, folder=folder: self.choose(folder))
        menu.addSeparator()
        browse = menu.addAction(self._desk.language.text(N_("Another folder…")))
        browse.triggered.connect(lambda _=False: self._browse())
        menu.popup(self.change.mapToGlobal(self.change.rect().bottomLeft()))

    def _browse(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        title = self._desk.language.text(N_("Folder of the record"))
        start = self.folder if self.folder.is_dir() else self.folder.parent
        chosen = QFileDialog.getExistingDirectory(self, title, str(start))
        if chosen:
            self.choose(Path(chosen))
