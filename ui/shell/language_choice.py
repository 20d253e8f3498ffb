"""The language of the screen, chosen before any record is open: in the corner, at once and for later."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.message import N_
from ui.controls.segments import Segments
from ui.desk import Desk
from ui.language import LOCALES
from ui.theme.tokens import space


class LanguageChoice(QWidget):
    """Each language is called as it calls itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.languages = Segments(desk, N_("Language"), LOCALES, self)
        self.languages.chosen.connect(self._choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space(4), space(4), space(4), 0)
        layout.addStretch(1)
        layout.addWidget(self.languages)
        desk.language.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show which is spoken now."""
        self.languages.choose(self._desk.language.locale)

    def _choose(self, locale: str) -> None:
        self._desk.preferences.change(language=locale)
