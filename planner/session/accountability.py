"""Who did what with whose data: the log of an open record, told to and read back."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Unpack

from planner.errors import StoreError
from planner.message import N_, Message
from planner.record.ids import JourneyId
from planner.session.event_words import Names
from planner.store.event import Event, EventKind, LoggedEvent, WantedEvents
from planner.store.event_check import LogCheck
from planner.store.journey_summary import JourneySummary

if TYPE_CHECKING:
    from planner.session.person_report import PersonReport
    from planner.session.session import Session
    from planner.store.record_log import LogCheckJob
    from planner.store.vault import Vault


class Accountability:
    """The log of an open record, on the session's thread. Edits are told by the store itself."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault
        self._seen: set[tuple[str, str]] = set()

    # -- telling ---------------------------------------------------------------------------------------

    def tell(self, kind: EventKind, *, journey: str | None = None, **details: Any) -> None:
        """Tell the log of something that was done now by whoever works here. Raises: StoreError."""
        self._vault.events.add(self._event(kind, journey, details))

    def opened(self) -> None:
        """Tell that the record was unlocked, and of guesses at the passphrase that failed before."""
        failed = self._vault.failed_before
        guesses = Event(at=self._session.now(), kind=EventKind.FAILED_UNLOCK, details={"times": failed})
        self._vault.events.add(*([guesses] if failed else []), self._event(EventKind.OPEN, None, {}))

    def locked(self) -> None:
        """Tell that the record is being locked; what is looked at afterwards is told anew.

        A disk that takes nothing any more keeps nobody from locking.
        """
        self._seen.clear()
        with suppress(StoreError):
            self.tell(EventKind.LOCK)

    def closed(self) -> None:
        """Tell that the record is being let go of, as ``locked``."""
        with suppress(StoreError):
            self.tell(EventKind.CLOSE)

    def viewed(self, journey_id: str) -> None:
        """Tell that a journey is being looked at: once for each person who works, while it is open."""
        key = (self._session.who or "", journey_id)
        if key not in self._seen:
            self.tell(EventKind.VIEW, journey=journey_id)
            self._seen.add(key)

    # -- reading ---------------------------------------------------------------------------------------

    def events(self, **wanted: Unpack[WantedEvents]) -> list[LoggedEvent]:
        """The events that are wanted, the newest first."""
        return self._vault.events.latest(**wanted)

    def names(self) -> Names:
        """What the log's ids are called now: journeys by their patient, case managers, recipients."""
        patients: dict[str, str | Message] = {
            row.id: row.patient_name or _without_patient(row) for row in self._session.summaries()
        }
        return Names.of(self._session.directory(), patients)

    def report(self, journey_id: str, traveller_id: str = "") -> PersonReport:
        """Everything done with one person's data: who saw it, changed it, got it, and when.

        Without a traveller, the patient's. Raises: InputError when there is no such person.
        """
        from planner.session.person_report import person_report

        return person_report(self._session, journey_id, traveller_id)

    def verify(self) -> LogCheck:
        """Whether the log is whole; reads all of it."""
        return self._vault.events.verify()

    def check_job(self) -> LogCheckJob:
        """What ``verify`` does, as work that any thread may run."""
        return self._vault.events.check_job()

    def _event(self, kind: EventKind, journey: str | None, details: Mapping[str, Any]) -> Event:
        key = None if journey is None else JourneyId(journey)
        who = self._session.who or ""
        return Event(at=self._session.now(), kind=kind, who=who, journey=key, details=details)


def _without_patient(row: JourneySummary) -> Message:
    if not row.reference:
        return N_("No patient yet")
    return N_("No patient yet ({reference})", reference=row.reference)
