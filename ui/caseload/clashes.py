"""What is wrong between journeys: compared a pair at a time, while nothing else is done."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from planner.errors import InputError
from planner.session import CaseloadFinding, Changed, Session

_Pair = tuple[str, str]
_SETTLE_MS = 300


class Clashes(QObject):
    """The findings between journeys, kept up to date with the record.

    Signals:
        changed: they are other ones now.
    """

    changed = Signal()

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._session = session
        self._found: dict[_Pair, tuple[CaseloadFinding, ...]] = {}
        self._waiting: list[_Pair] = []
        self._moved: set[str] = set()
        self._has_looked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._one)

    @property
    def findings(self) -> list[CaseloadFinding]:
        """Each once for either journey, the worst and the most pressing first."""
        return sorted((one for found in self._found.values() for one in found), key=lambda o: o.finding.order)

    @property
    def is_settled(self) -> bool:
        """Whether every pair that is worth comparing has been."""
        return not (self._waiting or self._moved)

    def go_on(self) -> None:
        """The page is in view: compare what still waits, all if nothing was compared yet."""
        if not self._page.isVisible():
            return
        if self._waiting or self._moved:
            self._timer.start(0)
        elif not self._has_looked:
            self.look()

    def look(self) -> None:
        """Compare all that is worth comparing anew."""
        self._has_looked = True
        self._found.clear()
        self._moved.clear()
        self._waiting = list(self._session.caseload.rivals())
        self._timer.start(0)

    def follow(self, changed: Changed) -> None:
        """Some journeys are other ones now."""
        if changed.directory or len(changed.journeys) > 1:
            self.look()
            return
        for key in changed.journeys:
            self._found = {pair: found for pair, found in self._found.items() if key not in pair}
            self._waiting = [pair for pair in self._waiting if key not in pair]
            self._moved.add(key)  # who wants the same is asked later: an edit does not wait for it
        self._timer.start(_SETTLE_MS)

    def _one(self) -> None:
        if not self._page.isVisible():  # later: perhaps the record is being closed
            return
        while self._moved:
            key = self._moved.pop()
            self._waiting = [pair for pair in self._waiting if key not in pair]
            self._waiting += self._session.caseload.rivals(key)
        if self._waiting:
            pair = self._waiting.pop(0)
            try:
                self._found[pair] = self._session.caseload.clashes(pair)
            except InputError:  # one of them was removed meanwhile
                self._found.pop(pair, None)
        if self._waiting:
            self._timer.start(0)
        else:
            self.changed.emit()
