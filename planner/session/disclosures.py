"""The one door for whatever leaves the record: asked here whether it may, and entered here when it does.

How to use it, whatever leaves:

- **A numbered revision** (issued, handed out): ``session.copies`` and ``planner.edits.issuing`` enter the
  disclosures themselves; nothing more is to be done.
- **A copy without a number** saved or printed (``pdf_job``, ``calendar_job``): make it, write it, then call
  ``session.disclosures.copy_left(journey, options, kind)``. Jobs refuse by themselves where consent lacks.
- **Documents** to somebody: ``session.disclosures.send(journey, documents, to=...)`` puts the sending on each
  document and enters the disclosure as one edit.
- **A journey file or attached files**: ``session.disclosures.why_not(journey, leaving)`` before the button is
  offered, ``session.disclosures.enter(journey, leaving, label)`` once it is written. ``whole(journey)`` and
  ``of_documents(journey, ids)`` say what they tell; ``replace(leaving, place=...)`` says who receives it,
  ``audience=Audience.AGENCY`` that it stays in the house.

Every disclosure is also an event of the log, in the same transaction (``planner.store.handed_out``). Undoing
one takes it out of the journey and leaves it in the log, with who undid it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planner.edits.disclosing import disclose, disclose_copy, send_documents
from planner.errors import InputError, Refused
from planner.itinerary.disclosure import Leaving, documents_leaving, journey_leaving, why_not
from planner.message import N_, Message
from planner.record.consent import Audience, DisclosureKind
from planner.record.ids import IssueId
from planner.record.journey import Journey
from planner.record.text import Text, same
from planner.record.when import When
from planner.session.output import PrintOptions
from planner.store.event import EventKind

if TYPE_CHECKING:
    from planner.session.session import Session


class Disclosures:
    """What leaves an open record, on the session's thread."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def whole(self, journey_id: str) -> Leaving:
        """The whole journey, recipient still open."""
        return journey_leaving(self._session.journey(journey_id))

    def of_documents(self, journey_id: str, documents: Iterable[str]) -> Leaving:
        """Some of its documents, recipient still open. Raises: InputError for one that is not there."""
        journey, wanted = self._session.journey(journey_id), tuple(documents)
        found = tuple(one for one in journey.documents if one.id in wanted)
        if len(found) != len(set(wanted)):
            raise InputError(N_("A document to be sent is not in this journey."))
        return documents_leaving(journey, found)

    def why_not(self, journey_id: str, leaving: Leaving) -> Message | None:
        """Why it may not leave today; ``None`` when it may."""
        journey = self._session.journey(journey_id)
        return why_not(journey, leaving, self._session.today(journey.zone))

    def allow(self, journey_id: str, leaving: Leaving) -> None:
        """Let it leave today. Raises: Refused, with the reason why not."""
        reason = self.why_not(journey_id, leaving)
        if reason is not None:
            raise Refused(reason, N_("Enter the consent first, or choose another recipient."))

    def enter(
        self,
        journey_id: str,
        leaving: Leaving,
        label: Message,
        *,
        issue: IssueId | None = None,
        revision: int | None = None,
    ) -> None:
        """Enter that something left now. What stays in the house (``AGENCY``) is told by the log alone.

        Raises: Refused when a consent is missing; then nothing may have left.
        """
        session = self._session
        journey = session.journey(journey_id)
        if leaving.audience is Audience.AGENCY:
            told = {"documents": list(leaving.documents)} if leaving.documents else {"what": "journey"}
            session.accountability.tell(
                EventKind(leaving.kind.value), journey=journey.id, audience=Audience.AGENCY.value, **told
            )
            return
        session.run(
            disclose(
                journey,
                leaving,
                label,
                at=self._now(journey),
                by=session.who,
                issue=issue,
                revision=revision,
                new_id=session.new_id,
            )
        )

    def copy_left(
        self,
        journey_id: str,
        options: PrintOptions,
        kind: DisclosureKind = DisclosureKind.EXPORT,
        *,
        name: Text = Text(),
    ) -> None:
        """Enter that a copy of the itinerary without a number left now, as ``options`` composed it.

        ``name`` is who received it; the patient's own copy is the patient's unless another is named.
        Raises: Refused when the audience may have none.
        """
        session = self._session
        journey = session.journey(journey_id)
        if options.audience is Audience.AGENCY:
            session.accountability.tell(
                EventKind(kind.value), journey=journey.id, audience=Audience.AGENCY.value, what="itinerary"
            )
            return
        if not name and options.audience is Audience.PATIENT and journey.patient is not None:
            name = same(journey.patient.full_name)
        session.run(
            disclose_copy(
                journey,
                options.audience,
                kind=kind,
                name=name,
                recipient=options.recipient,
                at=self._now(journey),
                by=session.who,
                new_id=session.new_id,
            )
        )

    def send(self, journey_id: str, documents: Iterable[str], *, to: Leaving, means: Text = Text()) -> None:
        """Enter that documents were sent now to the recipient of ``to``: sendings and disclosure, one edit.

        Raises: Refused when a consent is missing, InputError for a document that is not there.
        """
        session = self._session
        journey = session.journey(journey_id)
        session.run(
            send_documents(
                journey,
                tuple(documents),
                to,
                at=self._now(journey),
                means=means,
                by=session.who,
                new_id=session.new_id,
            )
        )

    def _now(self, journey: Journey) -> When:
        """The present moment where the treatment is, to the minute."""
        from zoneinfo import ZoneInfo

        there = self._session.now().astimezone(ZoneInfo(journey.zone))
        time = there.time().replace(second=0, microsecond=0, fold=0)
        return When(date=there.date(), time=time, zone=journey.zone, fold=there.fold)
