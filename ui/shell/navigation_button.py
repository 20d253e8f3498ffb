"""One line of the rail: an icon and a name, or in a narrow window the icon alone with a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme.icons import ICON_BESIDE_WORDS, ICON_SIZE


class NavigationButton(QPushButton):
    """A button of the rail. ``keys`` is its shortcut as people write it, told in the tooltip."""

    def __init__(self, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._name = ""
        self._is_narrow = False
        self.setProperty("kind", "navigation")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(ICON_BESIDE_WORDS)

    def set_name(self, name: str) -> None:
        """What it is called, already in the language of the screen."""
        self._name = name
        self.setAccessibleName(name)
        self._word()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or the name beside it."""
        self._is_narrow = narrow
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE) if narrow else ICON_BESIDE_WORDS)
        self._word()

    @property
    def name(self) -> str:
        """What it is called."""
        return self._name

    def _word(self) -> None:
        self.setText("" if self._is_narrow else self._name.replace("&", "&&"))
        told = [self._name] if self._is_narrow else []
        self.setToolTip("  ".join([*told, self._keys]).strip())
