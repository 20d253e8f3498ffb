"""The Qt palette of a theme, for everything that is painted without the style sheet."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from ui.theme.tokens import Colours

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "canvas"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "canvas"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.PlaceholderText, "text_faint"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "danger"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.ToolTipBase, "tooltip"),
    (QPalette.ColorRole.ToolTipText, "on_tooltip"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "line"),
    (QPalette.ColorRole.Mid, "line_control"),
    (QPalette.ColorRole.Dark, "line_control"),
    (QPalette.ColorRole.Shadow, "line"),
)
_FADED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette(colours: Colours) -> QPalette:
    """Every role of Qt's palette from the tokens."""
    result = QPalette()
    for role, token in _ROLES:
        result.setColor(role, QColor(getattr(colours, token)))
    for role in _FADED:
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return result
