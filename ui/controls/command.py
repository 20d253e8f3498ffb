"""A command: what can be done from a menu, a button, the keyboard and later the palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from planner.message import Message
from ui.controls.key_names import key_names
from ui.desk import Desk


class Command(QAction):
    """A named action with an icon and shortcuts, of which the tooltip tells the first.

    A ``StandardKey`` stands for all keys that this system has for it.
    """

    def __init__(
        self,
        desk: Desk,
        name: Message,
        do: Callable[[], object],
        *,
        icon: str | None = None,
        keys: Sequence[QKeySequence.StandardKey | str] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.icon_name = icon or ""
        self.plain_name = name
        self.setShortcuts(_sequences(keys))
        if icon is not None:
            desk.theme.give_icon(self, icon)
        self.name(name)
        self.triggered.connect(lambda _checked=False: do())

    def name(self, name: Message) -> None:
        """Call it something else, as Undo does with what it would undo."""
        self._desk.language.say(self, name, "set_name")

    def set_name(self, name: str) -> None:
        """Its words, already in the language of the screen."""
        self.setText(name)
        keys = key_names(self.shortcut())
        self.setToolTip(self._desk.language.with_keys(name, keys))


def _sequences(keys: Sequence[QKeySequence.StandardKey | str]) -> list[QKeySequence]:
    found: list[QKeySequence] = []
    for key in keys:
        wanted = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        found += [sequence for sequence in wanted if sequence not in found]
    return found
