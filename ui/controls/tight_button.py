"""A button that is only its icon where there is no room for its words."""

from __future__ import annotations

from planner.message import Message
from ui.controls.button import Button
from ui.desk import Desk

_BESIDE_ICON = 4
"""What Qt leaves between an icon and the words beside it."""


class TightButton(Button):
    """A quiet button with an icon. Without its words they are its tooltip and its accessible name."""

    def __init__(self, desk: Desk, name: Message, *, icon: str, keys: str = "") -> None:
        self._words, self._keys, self.is_tight = "", keys, False
        super().__init__(desk, name, icon=icon, kind="quiet")
        self._desk = desk
        self._name()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        self._words = text
        super().setText("" if self.is_tight else text)
        if hasattr(self, "_desk"):
            self._name()

    @property
    def words_width(self) -> int:
        """How much wider it is with its words."""
        return self.fontMetrics().horizontalAdvance(self._words) + _BESIDE_ICON

    def be_tight(self, tight: bool) -> None:
        """Be only the icon, or have words beside it again."""
        if tight != self.is_tight:
            self.is_tight = tight
            self.setText(self._words)

    def _name(self) -> None:
        self.setAccessibleName(self._words)
        self.setToolTip(
            self._desk.language.with_keys(self._words, self._keys) if self.is_tight else self._keys
        )
