"""What of a reading stays where it is in view while what stands above it changes its height."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.journey.facts_view import FactsView
from ui.journey.row_frame import RowFrame
from ui.journey.section_card import SectionCard
from ui.theme.tokens import space

_PROBE_EVERY = space(2)
_A_LINE = space(4)
"""What ends within so much of the top is not read: its height may change, and with it all that is."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A card, and in it a row where there is one; how far below the top edge each stood, in pixels."""

    card: QWidget
    card_at: int
    row: QWidget | None = None
    row_at: int = 0
    subject: str = ""

    def place_in(self, sheet: QWidget) -> int | None:
        """How far down one has to be for it to stand where it stood; ``None`` once it is not there.

        A row that was drawn anew is found by what it is about; where there is none any more its card holds.
        """
        row = self._row_now(sheet)
        if row is not None:
            return top_of(row, sheet) - self.row_at
        return top_of(self.card, sheet) - self.card_at if _is_there(self.card, sheet) else None

    def _row_now(self, sheet: QWidget) -> QWidget | None:
        if self.row is not None and _is_there(self.row, sheet):
            return self.row
        if self.subject and isinstance(self.card, SectionCard):
            found = self.card.row_of(self.subject)
            return found if found is not None and _is_there(found, sheet) else None
        return None


def anchor_at(
    sheet: QWidget, cards: Sequence[QWidget], seen: QRect, gone_to: QWidget | None = None
) -> Anchor | None:
    """What the user works at, if any of it is in view: what has the keyboard, what was gone to (``gone_to``),
    else the first row at the top. ``None`` at the very top, where nothing is above. ``seen`` is of the sheet.
    """
    focus = QApplication.focusWidget()
    for worked_at in (focus, gone_to):
        if worked_at is not None and isValid(worked_at) and _is_there(worked_at, sheet):
            card = next((one for one in cards if one is worked_at or one.isAncestorOf(worked_at)), None)
            place = QRect(worked_at.mapTo(sheet, QPoint(0, 0)), worked_at.size())
            if card is not None and place.intersects(seen):
                return _of(card, worked_at, sheet, seen)
    if seen.top() <= 0:
        return None
    for found in _down_from_the_top(sheet, seen):
        card = next((one for one in cards if one is found or one.isAncestorOf(found)), None)
        if card is not None:
            return _of(card, found, sheet, seen)
    return None


def top_of(widget: QWidget, sheet: QWidget) -> int:
    """How far below the top of ``sheet`` it begins, in pixels."""
    return widget.mapTo(sheet, QPoint(0, 0)).y()


def _of(card: QWidget, within: QWidget, sheet: QWidget, seen: QRect) -> Anchor:
    card_at = top_of(card, sheet) - seen.top()
    if within is card:
        return Anchor(card, card_at)
    row: QWidget | None = within
    while row is not None and row is not card and not isinstance(row, RowFrame | FactsView):
        row = row.parentWidget()
    if row is None or row is card:
        row = within
    subject = row.subject if isinstance(row, RowFrame | FactsView) else ""
    return Anchor(card, card_at, row, top_of(row, sheet) - seen.top(), subject)


def _down_from_the_top(sheet: QWidget, seen: QRect) -> Iterator[QWidget]:
    for y in range(seen.top() + _A_LINE, seen.bottom(), _PROBE_EVERY):
        found = sheet.childAt(seen.center().x(), y)
        if found is not None:
            yield found


def _is_there(widget: QWidget, sheet: QWidget) -> bool:
    return isValid(widget) and sheet.isAncestorOf(widget) and widget.isVisibleTo(sheet)
