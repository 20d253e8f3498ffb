"""Numbered copies of an itinerary: issuing them, reading them back, and who holds which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from planner.edits.issuing import issue_revision
from planner.errors import InputError
from planner.itinerary.ledger import Holding, ledger, next_revision
from planner.message import N_
from planner.record.ids import CaseManagerId, JourneyId
from planner.record.issue import Issue
from planner.record.text import Text
from planner.session.comparing import CompareJob
from planner.session.issuing import Frozen, IssuedCopy, IssueJob, pdf_of, snapshot_of
from planner.session.output import PrintOptions
from planner.session.type_memory import TypeMemory

if TYPE_CHECKING:
    from planner.session.session import Session
    from planner.store.vault import Vault


@dataclass(frozen=True, slots=True, eq=False)
class KeepJob:
    """Puts what was made into the vault, over a connection of its own."""

    vault: Vault
    made: IssuedCopy

    def run(self) -> None:
        """Put it there; nothing names it yet. Raises: StoreError."""
        with self.vault.files_for_worker() as files:
            for data in (self.made.pdf, self.made.snapshot):
                files.add(BytesIO(data))


class Copies:
    """The issued copies of an open record, on the session's thread."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault
        self._numbered: dict[JourneyId, int] = {}
        self.memory = TypeMemory()

    def job(
        self,
        journey_id: str,
        options: PrintOptions,
        *,
        recipients: Iterable[Text] | None,
        by: CaseManagerId | None = None,
    ) -> IssueJob:
        """The work of making the next revision for ``recipients``, as a frozen value that any thread may run.

        ``None`` for a paper to look at first: who receives it is said by ``IssuedCopy.handed_to``.

        What it makes is for ``record``. A number is never given twice while the record is open, even where
        an issue was undone: its paper may be in somebody's hands. ``by`` is who issues it, unless given the
        session's own case manager.

        Raises: Refused, with the reason, when the audience may have no copy; InputError.
        """
        session = self._session
        journey = session.journey(journey_id)
        return IssueJob.prepare(
            journey,
            options,
            session.reference,
            revision=max(next_revision(journey), self._numbered.get(journey.id, 0) + 1),
            now=session.now(),
            names=recipients,
            by=by or session.who,
            read=self._file,
            memory=self.memory,
            logo=session.logo.data(journey.agency),
        )

    def keeping(self, made: IssuedCopy) -> KeepJob:
        """The work of putting a paper and its journey into the record, for any thread; ``record`` follows."""
        return KeepJob(self._vault, made)

    def record(self, made: IssuedCopy) -> Issue:
        """Freeze a revision that was made and hand it to those it is for, as one edit.

        Its PDF and the journey it was made from are in the record before the edit that names them: put there
        here, unless ``keeping`` has done so.

        Raises: InputError when the journey has changed since the job, StoreError; nothing is issued then.
        """
        issue = made.issue(self._session.new_id)
        before = made.job.journey
        edit = issue_revision(before, issue, new_id=self._session.new_id)
        edit.change(self._session.journey(before.id))  # refuses before anything is kept
        held = {one.sha256 for one in issue.attachments if self._vault.files.has(one.sha256)}
        self._vault.add_files(
            BytesIO(data) for data in (made.pdf, made.snapshot) if sha256(data).hexdigest() not in held
        )
        self._session.run(edit)
        self._numbered[before.id] = issue.revision
        return issue

    def issue(
        self,
        journey_id: str,
        options: PrintOptions,
        *,
        recipients: Iterable[Text],
        by: CaseManagerId | None = None,
    ) -> Issue:
        """Make and record the next revision at once. Raises: as ``job`` and ``record``."""
        return self.record(self.job(journey_id, options, recipients=recipients, by=by).run())

    def compare(self, journey_id: str, old: int, new: int) -> CompareJob:
        """The work of saying what revision ``new`` tells otherwise than ``old``, for any thread.

        Raises: InputError when one of them is not there or its journey is not in the record, StoreError.
        """
        return CompareJob(
            self._frozen(journey_id, old), self._frozen(journey_id, new), self._session.reference
        )

    def ledger(self, journey_id: str) -> tuple[Holding, ...]:
        """Who holds which revision of a journey, newest first."""
        return ledger(self._session.journey(journey_id))

    def pdf(self, journey_id: str, revision: int) -> bytes:
        """The PDF of a revision, byte by byte as it was handed out.

        Raises: InputError when there is no such revision or its PDF is not in the record, StoreError.
        """
        return pdf_of(self._issue(journey_id, revision), self._file)

    def _frozen(self, journey_id: str, revision: int) -> Frozen:
        issue = self._issue(journey_id, revision)
        snapshot = snapshot_of(issue, self._file)
        if snapshot is None:
            raise InputError(
                N_("The journey that revision {number} was made from is not in the record.", number=revision),
                N_("Its PDF can still be looked at."),
            )
        return Frozen(issue, snapshot)

    def _issue(self, journey_id: str, revision: int) -> Issue:
        for issue in self._session.journey(journey_id).issues:
            if issue.revision == revision:
                return issue
        raise InputError(N_("There is no revision {number} of this journey.", number=revision))

    def _file(self, sha256: str) -> bytes | None:
        return self._vault.read_file(sha256) if self._vault.files.has(sha256) else None
