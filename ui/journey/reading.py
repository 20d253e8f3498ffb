"""The sections of a journey one under the other, scrolled to where one wants to read, and kept there.

Rows above come and go, some of them in later turns: what one works at stays where it is in view meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.message import N_
from ui.controls.reading_area import ReadingArea
from ui.controls.sheet import Sheet
from ui.desk import Desk
from ui.journey.anchor import Anchor, anchor_at, top_of
from ui.theme.tokens import READING_WIDTH, space

#: A card that begins within so many pixels of the top is the one that is read.
REACH = space(20)

_SETTLED = 3
_AT_REST_MS = 250
"""So long after the last change of height what is in view is taken for what one sees now."""
_LAID_OUT = (QEvent.Type.LayoutRequest, QEvent.Type.Resize)
_ENOUGH = space(30)
"""So much of a row from its top tells that it is in view, when all of it has no room."""
_ALL = 10_000
"""So much more of the width than the room beside it that the cards begin where the header does."""


class Reading(ReadingArea):
    """Cards in a column, no wider than one can read.

    Signals:
        came_to_row: the row it was to go to is in view.
    """

    came_to_row = Signal()

    def __init__(self, desk: Desk, cards: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Journey"), parent, sideways=False)
        self.sheet = Sheet()
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
        self.setWidget(self.sheet)
        self._anchor: Anchor | None = None
        self._gone_to: QWidget | None = None
        self._is_placing = self._is_held = False
        self._at_rest = QTimer(self)
        self._at_rest.setSingleShot(True)
        self._at_rest.timeout.connect(self._look)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.verticalScrollBar().rangeChanged.connect(self._stay)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._keyboard_moved)
        self._going_to: QWidget | None = None
        self._to_row = False
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
        self._set_out(card)

    def go_to_row(self, row: QWidget) -> None:
        """Scroll to a row within a card, once everything has its height; not at all while it is in view."""
        self._set_out(row, to_row=True)

    def shows(self, row: QWidget) -> bool:
        """Whether any of a row is in view."""
        top, at = top_of(row, self.sheet), self.verticalScrollBar().value()
        return top < at + self.viewport().height() and top + row.height() > at

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Once everything is laid out anew, and before it is painted, what one works at is where it was."""
        taken = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() in _LAID_OUT:
            self._stay()
        return taken

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: N802 - Qt's name
        """What has the keyboard and is hidden sends it on: that alone scrolls to nothing else."""
        focus, at = QApplication.focusWidget(), self.verticalScrollBar().value()
        is_sent_on = focus is not None and not focus.isVisible()
        self._is_placing = is_sent_on
        moved = super().focusNextPrevChild(following)
        if is_sent_on:
            self.verticalScrollBar().setValue(at)
        self._is_placing = False
        return moved

    @property
    def is_held(self) -> bool:
        """Whether what was in view is to come back to where it stood."""
        return self._is_held

    def hold(self) -> None:
        """What is in view now stays so while everything is drawn anew, until ``let_go``."""
        if not self._is_held:
            self._look()
            self._is_held = True

    def let_go(self) -> None:
        """All is drawn: what was in view is where it stood, and one reads on from there."""
        self._stay()
        self._is_held = False

    def _moved(self) -> None:
        if not self._is_placing and not self.is_going and not self._is_held:
            self._gone_to = self._anchor = None  # one reads on
            self._look()

    def _look(self) -> None:
        """What is in view now is what is to stay."""
        if not self.is_going and not self._is_held:
            self._have_room()
            at = self.verticalScrollBar().value()
            seen = QRect(0, at, self.sheet.width(), self.viewport().height())
            self._anchor = anchor_at(self.sheet, self._cards, seen, self._gone_to)

    def _have_room(self) -> None:
        """Be as high as all of it needs: what was just shown takes its room from others until then."""
        width = self.sheet.width()
        needed = max(self._around.totalHeightForWidth(width), self.viewport().height())
        if self.sheet.height() != needed:
            self.sheet.resize(width, needed)

    def _keyboard_moved(self, _left: QWidget | None, taken: QWidget | None) -> None:
        if taken is None or self._is_placing or not self.sheet.isAncestorOf(taken):
            return
        self._have_room()
        if not self._at_rest.isActive():  # else it was sent on while things still change
            self._look()

    def _stay(self) -> None:
        if self._anchor is None or self._is_placing:
            return
        wanted, bar = self._anchor.place_in(self.sheet), self.verticalScrollBar()
        if wanted is None or wanted == bar.value() <= bar.maximum():
            return
        self._is_placing = True
        bar.setValue(wanted)  # as near as there is room for: it may be so again in the next turn
        self._is_placing = False
        self._at_rest.start(_AT_REST_MS)

    def _set_out(self, card: QWidget, *, to_row: bool = False) -> None:
        self._going_to, self._arrived_at, self._turns_still = card, None, 0
        self._to_row = to_row
        self._settle.start(0)

    def go_to_top(self) -> None:
        """Scroll to the top, wherever it was going."""
        self._going_to = self._gone_to = self._anchor = None
        self.verticalScrollBar().setValue(0)

    def _arrive(self) -> None:
        if self._going_to is None or not isValid(self._going_to):
            self._going_to = None
            return
        self._column.activate()
        self._around.activate()
        self._have_room()
        wanted = self._place_of_row(self._going_to) if self._to_row else self._place_of_card(self._going_to)
        if wanted != self.verticalScrollBar().value() or not self._to_row:
            self._anchor = None  # it goes elsewhere
        self.verticalScrollBar().setValue(wanted)
        self._turns_still = self._turns_still + 1 if wanted == self._arrived_at else 0
        self._arrived_at = wanted
        if self._turns_still < _SETTLED:  # heights that depend on widths settle over several turns
            self._settle.start(0)
        else:
            if self._anchor is None:
                self._gone_to = self._going_to
            self._going_to = None
            self._look()
            if self._to_row:
                self.came_to_row.emit()

    def _place_of_card(self, card: QWidget) -> int:
        return card.y() - space(4)

    def _place_of_row(self, row: QWidget) -> int:
        """Where it is now, if the row is in view there; else with the row below what leads up to it."""
        at, height = self.verticalScrollBar().value(), self.viewport().height()
        top = top_of(row, self.sheet)
        if at <= top and top + min(row.height(), _ENOUGH) <= at + height:
            return at
        return max(0, top - height // 4)
