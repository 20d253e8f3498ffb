"""How the parts of a control for a value of the record look: bare lines in a box, lists over the window."""

from __future__ import annotations

from ui.theme.tokens import RADIUS_CARD, RADIUS_CONTROL, SMALL, Colours, space


def field_styles(c: Colours) -> str:
    """The rules, after those for all inputs and buttons."""
    bare = "background: transparent; border: 0; padding: 0; min-height: 0;"
    return f"""
QLineEdit[kind="bare"], QLineEdit[kind="bare"]:focus, QLineEdit[kind="bare"]:hover,
QLineEdit[kind="bare"]:disabled {{ {bare} }}
QPlainTextEdit[kind="field"] {{ padding: {space(1)}px {space(1)}px; min-height: 0; }}
QPlainTextEdit[kind="field"]:hover {{ border-color: {c.text_muted}; }}
QPlainTextEdit[kind="field"]:focus {{ padding: {space(1) - 1}px {space(1) - 1}px; }}
QPlainTextEdit[kind="field"][wrong="true"] {{ border-color: {c.danger}; }}
QToolButton[kind="inside"] {{ min-width: {space(4.5)}px; min-height: {space(4.5)}px; padding: 1px; }}
QFrame[kind="popup"] {{ background: {c.surface}; border: 1px solid {c.line};
  border-radius: {RADIUS_CARD}px; }}
QFrame[kind="popup"] QListView {{ background: transparent; }}
QPushButton[kind="inside"] {{ color: {c.text_muted}; font-size: {SMALL.size_px}px; padding: 1px {space(1)}px;
  min-height: {space(4.5)}px; border-radius: {RADIUS_CONTROL - 2}px; }}
QPushButton[kind="inside"]:hover {{ background: {c.hover}; color: {c.text}; }}
QPushButton[kind="inside"]:focus {{ padding: 0 {space(1) - 1}px; }}
QPushButton[kind="inside"]:checked {{ color: {c.ok}; }}
"""
