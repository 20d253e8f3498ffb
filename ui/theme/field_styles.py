"""How the parts of a control for a value of the record look: bare lines in a box, lists over the window."""

from __future__ import annotations

from ui.theme.tokens import CAPTION, CONTROL_HEIGHT, RADIUS_CARD, RADIUS_CONTROL, Colours, space


def field_styles(c: Colours) -> str:
    """The rules, after those for all inputs and buttons."""
    bare = "background: transparent; border: 0; padding: 0; min-height: 0;"
    return f"""
QLineEdit[kind="bare"], QLineEdit[kind="bare"]:focus, QLineEdit[kind="bare"]:hover,
QLineEdit[kind="bare"]:disabled {{ {bare} }}
QPlainTextEdit[kind="field"], QPlainTextEdit[kind="field"]:focus {{ padding: 0; min-height: 0; }}
QPlainTextEdit[kind="field"]:hover {{ border-color: {c.text_muted}; }}
QPlainTextEdit[kind="field"][wrong="true"] {{ border-color: {c.danger}; }}
QPlainTextEdit[kind="bare"], QPlainTextEdit[kind="bare"]:focus, QPlainTextEdit[kind="bare"]:hover {{
  background: transparent; border: 0; padding: 0; min-height: 0; }}
QPushButton[kind="tag"] {{ color: {c.text_faint}; font-size: {CAPTION.size_px}px; font-weight: 500;
  padding: 0 {space(1)}px; min-height: {CONTROL_HEIGHT - 4}px; border-radius: {RADIUS_CONTROL - 2}px; }}
QPushButton[kind="tag"]:hover {{ background: {c.hover}; color: {c.text}; }}
QPushButton[kind="tag"]:pressed {{ background: {c.pressed}; }}
QPushButton[kind="tag"][source="true"] {{ color: {c.text}; font-weight: 600; }}
QToolButton[kind="mark"] {{ min-width: {space(5.5)}px; min-height: {CONTROL_HEIGHT - 7}px; padding: 0; }}
QToolButton[kind="inside"] {{ min-width: {space(4.5)}px; min-height: {space(4.5)}px; padding: 1px; }}
QToolButton[kind="inside"]:focus {{ padding: 0; }}
QToolButton[kind="inside"]:checked {{ background: transparent; }}
QFrame[kind="popup"] {{ background: {c.surface}; border: 1px solid {c.line};
  border-radius: {RADIUS_CARD}px; }}
QFrame[kind="popup"] QListView {{ background: transparent; }}
"""
