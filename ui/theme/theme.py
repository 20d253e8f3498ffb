"""The theme in force: light, dark, or as the system has it, changed at run time."""

from __future__ import annotations

import math
import weakref

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QTextLayout
from PySide6.QtWidgets import QApplication

from ui.theme import fonts, icons
from ui.theme.icons import ICON_SIZE
from ui.theme.palette import palette
from ui.theme.style_sheet import style_sheet
from ui.theme.tokens import DARK, LIGHT, SMALL, STRONG, Colours, TypeStyle

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Dresses the whole application.

    Signals:
        changed: the colours are other ones now; what is painted by hand must be painted again.
    """

    changed = Signal()

    def __init__(self, application: QApplication, choice: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self._families = fonts.load_fonts()
        self._choice = choice
        self._line_heights: dict[TypeStyle, int] = {}
        self._icons: weakref.WeakKeyDictionary[QObject, tuple[str, str]] = weakref.WeakKeyDictionary()
        self._hints = application.styleHints()
        application.setStyle("Fusion")
        application.setFont(fonts.font(self._families))
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._hints.setColorScheme(_SCHEMES[choice])
        self.colours = self._wanted()
        self._dress()

    @property
    def choice(self) -> str:
        """``system``, ``light`` or ``dark``, as chosen by the user."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Change to ``system``, ``light`` or ``dark`` at once."""
        self._choice = choice
        self._hints.setColorScheme(_SCHEMES[choice])
        self._follow_system()

    def icon(self, name: str, token: str = "text_muted") -> QIcon:
        """A shipped icon in the colour of a token."""
        return icons.icon(name, str(getattr(self.colours, token)), self.colours.disabled)

    def give_icon(self, owner: QObject, name: str, token: str = "text_muted") -> None:
        """Set ``owner``'s icon, now and after each change of theme."""
        self._icons[owner] = (name, token)
        owner.setIcon(self.icon(name, token))  # type: ignore[attr-defined]  # a button or an action

    def font(self, style: TypeStyle) -> QFont:
        """A step of the type scale, for what is painted by hand."""
        return fonts.font(self._families, style)

    def line_height(self, style: TypeStyle) -> int:
        """The height of a line that holds both scripts, so that lines of either stand at the same height."""
        found = self._line_heights.get(style)
        if found is None:
            layout = QTextLayout("Ag汉", self.font(style))
            layout.beginLayout()
            line = layout.createLine()
            line.setLineWidth(1_000)
            found = self._line_heights[style] = math.ceil(line.height())
            layout.endLayout()
        return found

    def get_ready(self) -> None:
        """Have Qt read the faces that a list needs, so that its first painting does not wait for them."""
        for style in (STRONG, SMALL):
            QFontMetrics(self.font(style)).horizontalAdvance("0 汉")
        self.icon("check", "ok").pixmap(ICON_SIZE, ICON_SIZE)

    def _wanted(self) -> Colours:
        if self._choice == "system":
            return DARK if self._hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    def _follow_system(self) -> None:
        wanted = self._wanted()
        if wanted is not self.colours:
            self.colours = wanted
            self._dress()
            for owner, (name, token) in list(self._icons.items()):
                if shiboken6.isValid(owner):
                    owner.setIcon(self.icon(name, token))  # type: ignore[attr-defined]
            self.changed.emit()

    def _dress(self) -> None:
        self._application.setPalette(palette(self.colours))
        self._application.setStyleSheet(style_sheet(self.colours))
