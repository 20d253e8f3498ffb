"""The row of the thing whose form is open: marked, brought into view, and known by its section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from planner.record.journey import Journey
from planner.record.lookup import things
from ui.journey.filling import Filling
from ui.journey.reading import Reading
from ui.journey.section_card import SectionCard

_LOOK_AGAIN_MS = 30


class MarkedRow(QObject):
    """``show`` says of which thing. What has no row of its own is marked in that of what it belongs to.

    Signals:
        found: the row is marked and in view.
    """

    found = Signal()

    def __init__(
        self, area: Reading, cards: Mapping[str, SectionCard], filling: Filling, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._area = area
        self._cards = cards
        self._filling = filling
        self._wanted: Sequence[str] = ()
        self._subject = self._section = ""
        area.came_to_row.connect(self.found)

    def show(self, journey: Journey | None, thing_id: str) -> None:
        """Mark this thing, ``""`` for none, and scroll to it, once whatever is to be drawn before is."""
        self._wanted = innermost_first(journey, thing_id) if journey is not None and thing_id else ()
        self.let_go()
        QTimer.singleShot(0, self, self._look)

    def let_go(self) -> None:
        """Somebody chose to read another section: the marked row speaks for its own no longer."""
        self._subject = self._section = ""

    @property
    def section_in_view(self) -> str:
        """The key of the section whose row is marked, while that row is in view; else ``""``."""
        row = self._cards[self._section].row_of(self._subject) if self._section else None
        return self._section if row is not None and self._area.shows(row) else ""

    def _look(self) -> None:
        is_settling = not self._filling.is_complete or self._area.is_going
        if self._wanted and is_settling and not self._area.isHidden():
            QTimer.singleShot(0, self, self._look)
            return
        subject = next((one for one in self._wanted if any(c.holds(one) for c in self._cards.values())), "")
        rows: dict[str, QWidget] = {}
        for key, card in self._cards.items():
            if (row := card.mark(subject, unfold=True)) is not None:
                rows[key] = row
        if rows:
            self._section, row = next(iter(rows.items()))
            self._subject = subject
            self._area.go_to_row(row)
        elif subject and not all(card.is_complete for card in self._cards.values()):
            QTimer.singleShot(_LOOK_AGAIN_MS, self, self._look)  # it is among the rows that unfold


def innermost_first(journey: Journey, thing_id: str) -> tuple[str, ...]:
    """The id of a thing and of all that it belongs to, up to what the journey holds; the journey only by
    itself."""
    if thing_id == journey.id:
        return (thing_id,)
    within = [one for one in things(journey) if one.id != journey.id]
    around = (str(one.id) for one in within if any(held.id == thing_id for held in things(one)))
    return tuple(reversed(tuple(around)))
