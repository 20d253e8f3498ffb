"""The colours of a box to tick or a ring to choose by how it stands and whether the pointer is over it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton

from ui.theme.tokens import Colours


def mark_colours(button: QAbstractButton, colours: Colours) -> tuple[str, str]:
    """The colour of its edge and of its ground."""
    if not button.isEnabled():
        return colours.pressed, colours.pressed
    is_pressed, under_pointer = button.isDown(), button.underMouse()
    if button.isChecked():
        fill = colours.accent_hover if under_pointer else colours.accent
        fill = colours.accent_pressed if is_pressed else fill
        return fill, fill
    ground = colours.hover if under_pointer else colours.surface
    edge = colours.text_muted if under_pointer else colours.line_control
    return edge, colours.pressed if is_pressed else ground
