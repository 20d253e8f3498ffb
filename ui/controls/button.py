"""Buttons: primary, plain, quiet, link, danger; with an icon that follows the theme."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from planner.message import Message
from ui.controls.key_names import key_names
from ui.desk import Desk
from ui.theme.icons import ICON_BESIDE_WORDS, ICON_SIZE

_ICON_TOKENS = {"primary": "on_accent", "danger": "on_danger", "link": "accent"}


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press ``button`` if Enter was: Qt knows Space alone outside dialogs, and people press either."""
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if not is_enter or event.isAutoRepeat() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    button.click()
    event.accept()
    return True


class Button(QPushButton):
    """A button with words: ``primary``, ``plain``, ``quiet``, ``link``, ``inline`` (small), ``danger``."""

    def __init__(
        self,
        desk: Desk,
        name: Message,
        *,
        kind: str = "plain",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        desk.language.say(self, name)
        if icon is not None:
            self.setIconSize(ICON_BESIDE_WORDS)
            desk.theme.give_icon(self, icon, _ICON_TOKENS.get(kind, "text_muted"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)


class IconButton(QToolButton):
    """A button that is only an icon; its words are the tooltip and the accessible name."""

    def __init__(
        self,
        desk: Desk,
        name: Message,
        icon: str,
        *,
        shortcut: QKeySequence | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shortcut_shown = shortcut
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.theme.give_icon(self, icon)
        desk.language.say(self, name, "set_name")

    def set_name(self, name: str) -> None:
        """What it does, in words."""
        self.setAccessibleName(name)
        shown = key_names(self._shortcut_shown) if self._shortcut_shown is not None else ""
        self.setToolTip(self._desk.language.with_keys(name, shown))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)
