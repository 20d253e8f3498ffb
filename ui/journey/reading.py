"""The sections of a journey one under the other, scrolled to where one wants to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.message import N_
from ui.controls.focus_ring import FocusRing
from ui.desk import Desk
from ui.theme.tokens import READING_WIDTH, space

#: A card that begins within so many pixels of the top is the one that is read.
REACH = space(20)

_SETTLED = 3
_ENOUGH = space(30)
"""So much of a row from its top tells that it is in view, when all of it has no room."""
_ALL = 10_000
"""So much more of the width than the room beside it that the cards begin where the header does."""


class Reading(QScrollArea):
    """Cards in a column, no wider than one can read.

    Signals:
        came_to_row: the row it was to go to is in view.
    """

    came_to_row = Signal()

    def __init__(self, desk: Desk, cards: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = QWidget()
        self.sheet.setProperty("kind", "page")
        self._column = QVBoxLayout()
        self._column.setSpacing(space(4))
        self._cards = tuple(cards)
        for card in cards:
            card.setMaximumWidth(READING_WIDTH)
            self._column.addWidget(card)
        self._column.addStretch(1)
        self._around = QHBoxLayout(self.sheet)
        self._around.setContentsMargins(space(6), space(4), space(6), space(6))
        self._around.addStretch(1)
        self._around.addLayout(self._column, _ALL)
        self._around.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        desk.language.say(self, N_("Journey"), "setAccessibleName")
        self.setWidget(self.sheet)
        FocusRing(desk, self)
        self._going_to: QWidget | None = None
        self._to_row = False
        self._into = 0.0
        self._arrived_at: int | None = None
        self._turns_still = 0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._arrive)

    @property
    def is_going(self) -> bool:
        """Whether it is still on its way to a card."""
        return self._going_to is not None

    def go_to(self, card: QWidget) -> None:
        """Scroll to a card, once everything has its height."""
        self._set_out(card, 0.0)

    def go_to_row(self, row: QWidget) -> None:
        """Scroll to a row within a card, once everything has its height; not at all while it is in view."""
        self._set_out(row, 0.0, to_row=True)

    def shows(self, row: QWidget) -> bool:
        """Whether any of a row is in view."""
        top, at = self._top_of(row), self.verticalScrollBar().value()
        return top < at + self.viewport().height() and top + row.height() > at

    def _top_of(self, row: QWidget) -> int:
        return row.mapTo(self.sheet, QPoint(0, 0)).y()

    def _set_out(self, card: QWidget, into: float, *, to_row: bool = False) -> None:
        self._going_to, self._into, self._arrived_at, self._turns_still = card, into, None, 0
        self._to_row = to_row
        self._settle.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What one reads stays in view: in another width everything above it has another height."""
        at = self.verticalScrollBar().value()
        if event.oldSize().width() not in (-1, event.size().width()) and at > 0 and not self.is_going:
            begun = [one for one in self._cards if not one.isHidden() and one.y() <= at + REACH]
            if begun:
                card = max(begun, key=QWidget.y)
                self._set_out(card, max(0, at - card.y()) / max(1, card.height()))
        super().resizeEvent(event)

    def go_to_top(self) -> None:
        """Scroll to the top, wherever it was going."""
        self._going_to = None
        self.verticalScrollBar().setValue(0)

    def _arrive(self) -> None:
        if self._going_to is None or not isValid(self._going_to):
            self._going_to = None
            return
        self._column.activate()
        self._around.activate()
        self.sheet.resize(self.sheet.width(), self._around.totalHeightForWidth(self.sheet.width()))
        wanted = self._place_of_row(self._going_to) if self._to_row else self._place_of_card(self._going_to)
        self.verticalScrollBar().setValue(wanted)
        self._turns_still = self._turns_still + 1 if wanted == self._arrived_at else 0
        self._arrived_at = wanted
        if self._turns_still < _SETTLED:  # heights that depend on widths settle over several turns
            self._settle.start(0)
        else:
            self._going_to = None
            if self._to_row:
                self.came_to_row.emit()

    def _place_of_card(self, card: QWidget) -> int:
        return card.y() + (round(self._into * card.height()) or -space(4))

    def _place_of_row(self, row: QWidget) -> int:
        """Where it is now, if the row is in view there; else with the row below what leads up to it."""
        top, at, height = self._top_of(row), self.verticalScrollBar().value(), self.viewport().height()
        if at <= top and top + min(row.height(), _ENOUGH) <= at + height:
            return at
        return max(0, top - height // 4)
