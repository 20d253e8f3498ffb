"""Asks what a move would bring, off the main thread; of several questions only the last is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.record.journey import Journey
from planner.rules.finding import Finding
from planner.session import Session
from planner.session.timeline import Timeline, timeline
from ui.desk import Desk
from ui.work import IsCancelled, Progress

if TYPE_CHECKING:
    from planner.session.moving import Moving


@dataclass(frozen=True, slots=True)
class Weighed:
    """A move by ``days``, as asked; the timeline and the findings if all that follows were accepted."""

    asked: Moving
    days: int
    after: Timeline
    findings: tuple[Finding, ...]


class Mover(QObject):
    """One move at a time.

    Signals:
        weighed(object): what it would bring, a ``Weighed``.
        refused(object): the error that says why it cannot be.
    """

    weighed = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._turn = 0
        self.found: Weighed | None = None
        """The answer to the last question, once it is there."""

    def ask(self, journey: Journey, thing: str, days: int, field: str) -> None:
        """Ask what moving ``thing`` by ``days`` would bring."""
        self.forget()
        turn, reference, now = self._turn, self._session.reference, self._session.now()

        def work(_progress: Progress, _cancelled: IsCancelled) -> Weighed:
            from planner.session.moving import moving

            asked = moving(journey, thing, days, reference=reference, now=now, field=field)
            everything = asked.proposal.everything
            return Weighed(asked, days, timeline(asked.after(everything)), asked.findings_with(everything))

        def weighed(found: Weighed) -> None:
            if turn == self._turn:
                self.found = found
                self.weighed.emit(found)

        def refused(error: BaseException) -> None:
            if turn == self._turn:
                self.refused.emit(error)

        self._desk.work.start(self, work, done=weighed, failed=refused)

    def forget(self) -> None:
        """No question stands any more."""
        self._turn += 1
        self.found = None
