"""Labels: words in a style of the type scale."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from planner.message import Message
from ui.controls.wrapped_label import WrappedLabel
from ui.desk import Desk
from ui.theme.tokens import TEXT_STYLES, Tone


def words(
    desk: Desk,
    content: Message | str,
    style: str = "body",
    *,
    wrap: bool = False,
    ink: Tone | None = None,
    can_be_marked: bool = True,
    parent: QWidget | None = None,
) -> QLabel:
    """A label: a ``Message`` follows the language, a ``str`` (contents of the record) stays as it is.

    ``style`` is a step of the type scale (``caption``, ``small``, ``muted``, ``body``, ``strong``,
    ``title``, ``heading``, ``display``). Contents of the record can be marked and copied, unless the whole
    line is something to press (``can_be_marked`` is false).
    """
    label = WrappedLabel(parent) if wrap else QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("text_style", style)
    if style in TEXT_STYLES and desk.language.locale.startswith("zh"):
        label.setMinimumHeight(
            desk.theme.line_height(TEXT_STYLES[style])
        )  # as high as its neighbours in hanzi
    if ink is not None:
        label.setProperty("ink", ink.value)
    if isinstance(content, Message):
        desk.language.say(label, content)
    else:
        label.setText(content)
        if can_be_marked:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
