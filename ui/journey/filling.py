"""Fills what is read of a journey from the top down, a portion a turn of the event loop: no key waits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject

from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.session import PrintOptions, Session
from ui.journey.finding_actions import FindingActions
from ui.journey.section_card import SectionCard
from ui.journey.sections import OF_THE_OFFICE, SECTIONS
from ui.portions import Portions


class Filling:
    """``begin`` says of which journey; what stands as it should stays as it stands."""

    def __init__(
        self, session: Session, findings: FindingActions, cards: Mapping[str, SectionCard], parent: QObject
    ) -> None:
        self._session = session
        self._findings = findings
        self._cards = cards
        self._portions = Portions(parent)

    @property
    def is_complete(self) -> bool:
        """Whether the findings and every section stand there."""
        return self._portions.is_complete

    def begin(self, journey: Journey, *, anew: bool = False) -> None:
        """Fill with this journey; the findings at once, or, when all is empty (``anew``), in their turn."""
        if not anew:
            self._findings.show(journey)
        self._portions.begin(self._steps(journey, with_findings=anew))

    def stop(self) -> None:
        """There is no journey any more."""
        self._portions.stop()

    def _steps(self, journey: Journey, *, with_findings: bool) -> Iterator[None]:
        if with_findings:
            self._findings.show(journey)
            yield
        itinerary = self._session.itinerary(journey.id, PrintOptions(audience=Audience.AGENCY))
        there, office = self._session.today(journey.zone), self._session.office_day(journey)
        for section in SECTIONS:
            today = office if section.key in OF_THE_OFFICE else there
            yield from self._cards[section.key].filling(section.blocks(journey, itinerary, today))
