"""Fills what is read of a journey from the top down, a portion a turn of the event loop: no key waits."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

from planner.itinerary.item import Itinerary
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.session import PrintOptions, Session
from ui.journey.finding_actions import FindingActions
from ui.journey.section_card import SectionCard
from ui.journey.sections import SECTIONS, Section


class Filling(QObject):
    """``begin`` says of which journey; what stands as it should stays as it stands."""

    def __init__(
        self, session: Session, findings: FindingActions, cards: Mapping[str, SectionCard], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._findings = findings
        self._cards = cards
        self._journey: Journey | None = None
        self._itinerary: Itinerary | None = None
        self._owes_findings = False
        self._waiting: list[Section] = []
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)

    @property
    def is_complete(self) -> bool:
        """Whether the findings and every section stand there."""
        return not (self._owes_findings or self._waiting)

    def begin(self, journey: Journey, *, anew: bool = False) -> None:
        """Fill with this journey; the findings at once, or, when all is empty (``anew``), in their turn."""
        self._journey, self._itinerary = journey, None
        self._waiting = list(SECTIONS)
        self._owes_findings = anew
        if not anew:
            self._findings.show(journey)
        self._next.start(0)

    def finish(self) -> None:
        """Fill what is not filled yet, now."""
        while not self.is_complete:
            self._portion()

    def stop(self) -> None:
        """There is no journey any more."""
        self._next.stop()
        self._journey = self._itinerary = None
        self._owes_findings, self._waiting = False, []

    def _go_on(self) -> None:
        self._portion()
        if not self.is_complete:
            self._next.start(0)

    def _portion(self) -> None:
        if self._journey is None:
            return
        if self._owes_findings:
            self._owes_findings = False
            self._findings.show(self._journey)
        elif self._waiting:
            section = self._waiting.pop(0)
            today = self._session.today(self._journey.zone)
            self._cards[section.key].show_blocks(section.blocks(self._journey, self._itinerary_now(), today))

    def _itinerary_now(self) -> Itinerary:
        if self._itinerary is None:
            assert self._journey is not None
            options = PrintOptions(audience=Audience.AGENCY)
            self._itinerary = self._session.itinerary(self._journey.id, options)
        return self._itinerary
