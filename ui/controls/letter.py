"""Whether a key is a letter that begins a search: no command of a list, and no space, which presses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def is_letter(event: QKeyEvent) -> bool:
    """Whether something that can be seen was typed, by itself or with Shift."""
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    text = event.text()
    return bool(text.strip()) and text.isprintable() and modifiers == Qt.KeyboardModifier.NoModifier
