"""Keeps the field that one went to in view, however much of its form is made above it afterwards."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from ui.theme.tokens import space

_ABOVE, _BELOW = space(2), space(6)


class GoingTo(QObject):
    """Shows a part of what is ``inside`` the ``area``, with its label, while the keyboard stays where it is.

    Who scrolls by hand or goes on to another control is not taken back.
    """

    def __init__(self, area: QScrollArea, inside: QWidget) -> None:
        super().__init__(area)
        self._area, self._inside = area, inside
        self._part: QWidget | None = None
        self._at: QWidget | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show)
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(self._grown)
        bar.actionTriggered.connect(self.stop)  # by hand, not by ``setValue``

    def go(self, part: QWidget) -> None:
        """Show ``part``, in which the keyboard is now."""
        self._part, self._at = part, part.window().focusWidget()
        self._soon.start(0)

    def stop(self) -> None:
        """Follow nothing any more."""
        self._part = self._at = None
        self._soon.stop()

    def _grown(self) -> None:
        if self._part is not None:
            self._soon.start(0)

    def _show(self) -> None:
        part, at, inside = self._part, self._at, self._inside
        if part is None or at is None or not isValid(part) or part.window().focusWidget() is not at:
            self.stop()
            return
        bar, height = self._area.verticalScrollBar(), self._area.viewport().height()
        top, bottom = _span(part, inside)
        if part.isAncestorOf(at):
            first, last = _span(at, inside)
            if bottom - top > height:  # its label and where one types
                bottom = last
            if bottom - top > height:
                top, bottom = first, max(last, first + height)
        if bar.value() + height < bottom:
            bar.setValue(bottom - height)
        if bar.value() > top:
            bar.setValue(top)


def _span(part: QWidget, inside: QWidget) -> tuple[int, int]:
    top = part.mapTo(inside, part.rect().topLeft()).y()
    return top - _ABOVE, top + part.height() + _BELOW
