"""Words made longer, as a longer language has them, and whether any of them is cut on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QScrollArea,
    QWidget,
)

from planner.i18n import Translator
from planner.message import Message
from ui.controls.eliding_label import ElidingLabel

LONGER = 0.4
_SLACK = 1
_WORD = 8


@contextmanager
def longer_words(share: float = LONGER) -> Iterator[None]:
    """Every message is longer by ``share`` while this holds; what is shown already must be said anew.

    A sentence grows by words, a word by letters; a message within another grows with it, not by itself.
    """
    whole = Translator.text
    within = False

    def longer(self: Translator, message: Message) -> str:
        nonlocal within
        if within:
            return whole(self, message)
        within = True
        try:
            words = whole(self, message)
        finally:
            within = False
        more = round(len(words) * share)
        return words + "".join(" " if at % _WORD == 0 and more > _WORD else "n" for at in range(more))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Translator, "text", longer)
        yield


def cut_words(window: QWidget) -> list[str]:
    """What is in view of ``window`` and lacks room for its words; what shortens itself tells in a tooltip."""
    return [
        f"{type(part).__name__} {part.text()!r}: {why}"
        for kind in (QLabel, QAbstractButton)
        for part in window.findChildren(kind)
        if part.isVisible() and part.text() and (why := _why_cut(part))
    ]


def _why_cut(part: QLabel | QAbstractButton) -> str:
    if isinstance(part, ElidingLabel):
        return ""
    if outside := _beyond(part):
        return outside
    if isinstance(part, QLabel):
        return _label(part)
    return _button(part)


def _label(label: QLabel) -> str:
    if label.pixmap() and not label.pixmap().isNull():
        return ""
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    if label.height() < needed - _SLACK:
        return f"{label.height()} high, needs {needed}"
    least = label.minimumSizeHint().width() if label.wordWrap() else label.sizeHint().width()
    if label.width() < least - _SLACK:
        return f"{label.width()} wide, needs {least}"
    return ""


def _button(button: QAbstractButton) -> str:
    if button.toolTip() and button.text() not in button.toolTip() and "…" in button.text():
        return ""  # it shortens itself and tells the whole in its tooltip
    needed = button.sizeHint()
    if button.width() < needed.width() - _SLACK or button.height() < needed.height() - _SLACK:
        words = button.fontMetrics().horizontalAdvance(button.text())
        if button.width() < words or button.height() < button.fontMetrics().height():
            return f"{button.size().toTuple()}, needs {needed.toTuple()}"
    return ""


def _beyond(part: QWidget) -> str:
    """Whether it sticks out at the side of an area that cannot be scrolled there."""
    around = part.parentWidget()
    while around is not None and not around.isWindow():
        if isinstance(around, QScrollArea):
            inside = around.viewport()
            at = part.mapTo(inside, QPoint(0, 0)).x()
            scrolls = around.horizontalScrollBar().maximum() > 0
            never = around.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if at + part.width() > inside.width() + _SLACK and never and not _walks(around):
                return f"ends at {at + part.width()} of {inside.width()}" + (", unseen" if scrolls else "")
            return ""
        around = around.parentWidget()
    return ""


def _walks(area: QScrollArea) -> bool:
    """Whether the area brings what has the focus into view: a row of tabs."""
    return area.widget() is not None and area.height() <= area.widget().sizeHint().height() + 2
