"""The language of the screen, chosen before any record is open: in the corner, at once and for later."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.message import N_
from ui.desk import Desk
from ui.language import LOCALES
from ui.theme.tokens import CONTROL_HEIGHT, space

if TYPE_CHECKING:
    from ui.controls.segments import Segments


class LanguageChoice(QWidget):
    """Each language is called as it calls itself. They come once the passphrase can be typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        layout = self._line = QHBoxLayout(self)
        layout.setContentsMargins(space(4), space(4), space(4), 0)
        layout.addStretch(1)
        self.setMinimumHeight(space(4) + CONTROL_HEIGHT)
        QTimer.singleShot(0, self, self.follow)

    @cached_property
    def languages(self) -> Segments:
        """The choice itself."""
        from ui.controls.segments import Segments

        languages = Segments(self._desk, N_("Language"), LOCALES, self)
        languages.chosen.connect(self._choose)
        self._line.addWidget(languages)
        self._desk.language.changed.connect(self.follow)
        return languages

    def follow(self) -> None:
        """Show which is spoken now."""
        self.languages.choose(self._desk.language.locale)

    def _choose(self, locale: str) -> None:
        self._desk.preferences.change(language=locale)
