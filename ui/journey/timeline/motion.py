"""Whether things may move on the screen by themselves: not where the system asks for reduced motion."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QWidget

GLIDE_MS = 160
"""How long a change of zoom takes to the eye."""


def may_glide(widget: QWidget) -> bool:
    """Whether ``widget`` may show a change as a movement."""
    hints = QGuiApplication.styleHints().accessibility()
    if hints.motionPreference() is Qt.MotionPreference.ReducedMotion:
        return False
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
