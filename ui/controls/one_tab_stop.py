"""Choices of which one holds are one stop for Tab, and that stop is the one that holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup


def one_tab_stop(group: QButtonGroup) -> None:
    """Have Tab lead to the button that holds, and the arrows from there to the others.

    Left to itself Qt leads to the first button until one has had the focus, whichever holds.
    """
    group.buttonToggled.connect(lambda button, on: _settle(group) if on else None)
    _settle(group)


def _settle(group: QButtonGroup) -> None:
    buttons = group.buttons()
    holds = next((one for one in buttons if one.isChecked()), buttons[0] if buttons else None)
    for one in buttons:
        one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one is holds else Qt.FocusPolicy.ClickFocus)
