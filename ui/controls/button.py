"""Buttons: primary, plain, quiet, link, danger; with an icon that follows the theme."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from planner.message import Message
from ui.desk import Desk
from ui.theme.icons import ICON_BESIDE_WORDS, ICON_SIZE

_ICON_TOKENS = {"primary": "on_accent", "danger": "on_danger", "link": "accent"}


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
        self._shortcut_shown = shortcut
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.theme.give_icon(self, icon)
        desk.language.say(self, name, "set_name")

    def set_name(self, name: str) -> None:
        """What it does, in words."""
        self.setAccessibleName(name)
        keys = self._shortcut_shown
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText) if keys is not None else ""
        self.setToolTip(f"{name} ({shown})" if shown else name)
