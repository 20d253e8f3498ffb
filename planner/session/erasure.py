"""Erasing a journey or one of its people for good, with a certificate of what went.

Nothing brings it back: undo forgets everything, and the database is written anew. Backups made before hold it
until they rotate out, unless they are cleared too. Files that were exported, papers and disks of others are
out of reach; the preview says who was given what.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.edits.forgetting import ids_in, names_of, redacted, without_papers, without_traveller
from planner.errors import InputError
from planner.message import N_, NN_, Message
from planner.record.attached import attachments
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.record.traveller import Traveller, TravellerRole
from planner.session.erased_drafts import drafts_telling_of
from planner.session.person_report import find_traveller, travels_on
from planner.store.erased_backups import backups_before, clear_backups
from planner.store.erasing import Eraser, Erasing
from planner.store.event import EventKind, LoggedEvent
from planner.store.saving import JourneyChange

if TYPE_CHECKING:
    from planner.session.session import Session
    from planner.store.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasurePreview:
    """What erasing somebody would take, to be read before it is confirmed by typing ``to_type``.

    ``person`` is the companion who alone is erased, ``""`` when the whole journey goes. ``things`` counts
    everything with an id that goes, ``files`` the attached files and issued papers. ``other_journeys`` are
    those the same patient travels on, which stay. ``held_outside`` counts papers and files that others hold.
    """

    journey: JourneyId
    person: str
    name: str
    to_type: str
    things: int
    files: int
    other_journeys: tuple[JourneyId, ...]
    held_outside: int
    backups: tuple[str, ...]
    kept_until: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """That somebody was erased: who did it, when, and how much went; nothing of the person.

    ``number`` and ``digest`` are the event’s in the log, whose chain vouches for it. ``rows`` are those of
    the record, ``changes`` those of its log. ``backups`` is how many backups held the person at that time.
    """

    number: int
    digest: str
    at: dt.datetime
    who: str
    journey: str
    person: str
    rows: int
    files: int
    changes: int
    events: int
    backups: int

    @classmethod
    def of(cls, event: LoggedEvent) -> Certificate:
        """That of an event of erasing."""
        told = event.details
        return cls(
            number=event.number,
            digest=event.digest,
            at=event.at,
            who=event.who,
            journey=str(told.get("journey", "")),
            person=str(told.get("person", "")),
            rows=sum(told.get("rows", {}).values()),
            files=int(told.get("files", 0)),
            changes=int(told.get("changes", 0)),
            events=sum(last - first + 1 for first, last in told.get("events", ())),
            backups=int(told.get("backups", 0)),
        )

    def lines(self, who: Any) -> tuple[Message, ...]:
        """The certificate as sentences; ``who`` is the name of whoever erased."""
        what = (
            N_("One person of the journey {journey} was erased.", journey=self.journey)
            if self.person
            else N_("The journey {journey} was erased.", journey=self.journey)
        )
        return (
            what,
            N_("On {at} (UTC) by {who}.", at=self.at, who=who),
            NN_(
                "{count} entry of the record is gone and overwritten.",
                "{count} entries of the record are gone and overwritten.",
                self.rows,
            ),
            NN_(
                "{count} attached file or issued paper is gone.",
                "{count} attached files and issued papers are gone.",
                self.files,
            ),
            NN_(
                "{count} entry of the log keeps only that something was done, when and by whom.",
                "{count} entries of the log keep only that something was done, when and by whom.",
                self.events,
            ),
            NN_(
                "{count} backup made before then held it.",
                "{count} backups made before then held it.",
                self.backups,
            ),
            N_("Event {number} of the log certifies this: {digest}", number=self.number, digest=self.digest),
        )

    def as_json(self) -> str:
        """The certificate as a JSON document."""
        body = {
            "erased": "person" if self.person else "journey",
            "journey": self.journey,
            **({"person": self.person} if self.person else {}),
            "at": self.at.isoformat(timespec="seconds"),
            "by": self.who,
            "rows": self.rows,
            "files": self.files,
            "changes": self.changes,
            "events": self.events,
            "backups": self.backups,
            "event": self.number,
            "sha256": self.digest,
        }
        return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class OverwriteJob:
    """The slow part of erasing, for a worker: writes the database anew, and clears older backups if asked.

    The record must not be edited meanwhile; nothing of the person can be found in it any more already.
    """

    folder: Path
    data_key: bytes
    eraser: Eraser
    now: dt.datetime
    clear_backups: bool
    second: Path | None

    def run(self) -> int:
        """Do it; how many backups were removed. Raises: StoreError; what was erased stays erased."""
        self.eraser.compact()
        if not self.clear_backups:
            return 0
        return clear_backups(self.folder, self.data_key, now=self.now, second=self.second)


class Erasure:
    """Erasing from an open record, on the session's thread."""

    def __init__(
        self,
        session: Session,
        vault: Vault,
        change: Callable[..., JourneyChange],
        forget: Callable[[], object],
    ) -> None:
        self._session = session
        self._vault = vault
        self._change = change
        self._forget = forget

    def preview(self, journey_id: str, traveller_id: str = "") -> ErasurePreview:
        """What would go: the companion, or, for the patient or nobody, the whole journey.

        Raises: InputError when there is no such journey or person.
        """
        journey = self._session.journey(journey_id)
        person = _companion(journey, traveller_id)
        after = None if person is None else _without(journey, person)
        gone = set(ids_in(journey)) - (set(ids_in(after)) if after is not None else set())
        files = {a.sha256 for a in attachments(journey)}
        files -= {a.sha256 for a in attachments(after)} if after is not None else set()
        whose = person or journey.patient
        others = travels_on(self._session, journey.id, whose)[1:] if whose is not None else ()
        held = sum(1 for issue in journey.issues for holder in issue.holders if holder.returned_on is None)
        name = whose.full_name if whose is not None else ""
        today = self._session.office_day(journey)
        kept = journey.retain_until
        return ErasurePreview(
            journey=journey.id,
            person="" if person is None else person.id,
            name=name,
            to_type=name or journey.id,
            things=len(gone),
            files=len(files),
            other_journeys=tuple(key for key, _ in others),
            held_outside=held + sum(1 for one in journey.disclosures if one.issue is None),
            backups=self.backups(),
            kept_until=kept if kept is not None and kept >= today else None,
        )

    def backups(self) -> tuple[str, ...]:
        """The backups there are now, oldest first: those that hold what is erased now."""
        return backups_before(self._vault.folder, self._key(), self._session.now())

    def erase(self, journey_id: str, traveller_id: str = "", *, typed: str) -> Certificate:
        """Erase at once, and let undo forget everything; run ``overwrite_job`` after it.

        ``typed`` is what the person at the keyboard typed to confirm it: the name of who is erased.

        Raises: InputError when it is not that name, or there is no such journey or person; StoreError, and
        nothing is erased then.
        """
        preview = self.preview(journey_id, traveller_id)
        if " ".join(typed.split()).casefold() != " ".join(preview.to_type.split()).casefold():
            raise InputError(
                N_("What was typed is not “{name}”, so nothing was erased.", name=preview.to_type),
                N_("Type the name exactly as it stands there."),
            )
        journey = self._session.journey(journey_id)
        person = _companion(journey, traveller_id)
        after = None if person is None else _without(journey, person)
        words = _words(journey, person, after)
        people = journey.travellers if person is None else (person,)
        erasing = Erasing(
            change=self._change(journey, after),
            person="" if person is None else person.id,
            words=words,
            drafts=drafts_telling_of(self._session.drafts.all(), people, words),
            at=self._session.now(),
            who=self._session.who or "",
            details={"backups": len(preview.backups)},
        )
        number = self._vault.eraser.erase(erasing)
        self._forget()
        return next(one for one in self.certificates() if one.number == number)

    def overwrite_job(self, *, clear_backups: bool = False, second: Path | None = None) -> OverwriteJob:
        """What is left to do after ``erase``, for a worker; ``second`` is the second folder of backups."""
        return OverwriteJob(
            self._vault.folder, self._key(), self._vault.eraser, self._session.now(), clear_backups, second
        )

    def certificates(self) -> tuple[Certificate, ...]:
        """Every certificate, the newest first."""
        events = self._session.accountability.events(kinds=(EventKind.ERASE,), limit=10_000)
        return tuple(Certificate.of(event) for event in events)

    def back_again(self) -> tuple[Certificate, ...]:
        """Erasures that a restored backup undid, the oldest first: who was erased is in the record again.

        Told by ids, which are never given twice; so nobody else is taken for who was erased.
        """
        restores = self._session.accountability.events(kinds=(EventKind.RESTORE,), limit=1)
        if not restores:
            return ()
        held = {str(key) for key in self._session.journey_ids()}
        found: dict[tuple[str, str], Certificate] = {}
        for one in self.certificates():
            if one.number < restores[0].number and one.journey in held and self._is_back(one):
                found[one.journey, one.person] = one
        whole = {one.journey for one in found.values() if not one.person}
        undone = (one for one in found.values() if not one.person or one.journey not in whole)
        return tuple(sorted(undone, key=lambda one: one.number))

    def erase_again(self, certificate: Certificate) -> Certificate:
        """Erase once more what a certificate says was erased, as ``erase``; it was confirmed by name then.

        Raises: InputError when it is not in the record; StoreError, and nothing is erased then.
        """
        preview = self.preview(certificate.journey, certificate.person)
        if preview.person != certificate.person:
            raise InputError(N_("Who was erased is not in this record."))
        return self.erase(certificate.journey, certificate.person, typed=preview.to_type)

    def _is_back(self, certificate: Certificate) -> bool:
        if not certificate.person:
            return True
        travellers = self._session.journey(certificate.journey).travellers
        return any(one.id == certificate.person for one in travellers)

    def _key(self) -> bytes:
        return self._vault.eraser.data_key


def _companion(journey: Journey, traveller_id: str) -> Traveller | None:
    """The companion who alone is to be erased; ``None`` where the whole journey is."""
    if not traveller_id:
        return None
    person = find_traveller(journey, traveller_id)
    return None if person.role is TravellerRole.PATIENT else person


def _without(journey: Journey, person: Traveller) -> Journey:
    """The journey without a companion, the papers that tell of them, and their names anywhere."""
    others = tuple(one for one in journey.travellers if one.id != person.id)
    left = without_papers(without_traveller(journey, person.id))
    return redacted(left, names_of(person, others))


def _words(journey: Journey, person: Traveller | None, after: Journey | None) -> frozenset[str]:
    """What names the erased in the log: names, and the ids of everything that went."""
    if person is None or after is None:
        named = (names_of(traveller) for traveller in journey.travellers)
        return frozenset().union(*named)
    others = tuple(one for one in journey.travellers if one.id != person.id)
    return names_of(person, others) | (set(ids_in(journey)) - set(ids_in(after)))
