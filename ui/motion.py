"""Whether things may move on the screen: as the user has it here, else as the system has it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.desk import Desk


def is_reduced(desk: Desk) -> bool:
    """Whether nothing should slide, fade or turn: what would move stands at its end at once."""
    choice = desk.preferences.values.motion
    return choice == "reduced" if choice != "system" else system_reduces()


def system_reduces() -> bool:
    """What the system asks for, where Qt knows it: its accessibility hints, else its effects of windows."""
    hints = getattr(QGuiApplication.styleHints(), "accessibility", None)
    motion = getattr(hints() if callable(hints) else None, "motionPreference", None)
    if callable(motion):
        return str(getattr(motion(), "name", "")).startswith("Reduce")
    return not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
