"""The one door for whatever leaves the record: asked here whether it may, and entered here when it does.

How to use it, whatever leaves:

- **A numbered revision** (issued, handed out): ``session.copies`` and ``planner.edits.issuing`` enter the
  disclosures themselves; nothing more is to be done.
- **A copy without a number** saved or printed (``pdf_job``, ``calendar_job``): make it, write it, then call
  ``session.disclosures.copy_left(journey, options, kind)``. Jobs refuse by themselves where consent lacks.
- **Documents** to somebody: ``session.disclosures.send(journey, documents, to=...)`` puts the sending on each
  document and enters the disclosure as one edit.
- **One sending** that a form enters: ``session.disclosures.of_sending(edit, id)`` is that edit with what
  belongs to it.
- **Several copies at once**: ``session.disclosures.copies_left`` enters them as one step before they are
  written, ``take_back`` those that were not.
- **A journey file or attached files**: ``session.disclosures.why_not(journey, leaving)`` before the button is
  offered, ``session.disclosures.enter(journey, leaving, label)`` once it is written. ``whole(journey)``,
  ``of_documents(journey, ids)`` and ``of_file(journey, thing)`` say what they tell; ``to_named`` or
  ``replace(leaving, place=...)`` say who receives it, ``audience=Audience.AGENCY`` that it stays in the
  house. ``files_leave`` enters a file for several people.

Every disclosure is also an event of the log, in the same transaction (``planner.store.handed_out``). Undoing
one takes it out of the journey and leaves it in the log, with who undid it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from planner.edits.disclosing import disclose, disclose_copy, send_documents
from planner.edits.edit import Edit, together
from planner.edits.sending import with_disclosure
from planner.errors import InputError, Refused
from planner.itinerary.audience import refusal
from planner.itinerary.consent_wanted import consent_for, consent_for_copy, consent_to
from planner.itinerary.disclosure import Leaving, documents_leaving, journey_leaving, why_not
from planner.itinerary.edition import default_recipient
from planner.itinerary.file_leaving import file_leaving, to_named
from planner.itinerary.receiving import refusal_to
from planner.message import N_, NN_, Message
from planner.record.consent import Audience, DisclosureKind
from planner.record.ids import DisclosureId, IssueId, JourneyId
from planner.record.journey import Journey
from planner.record.lookup import thing
from planner.record.text import Text, same
from planner.record.when import When
from planner.rules.finding import EnterNew, OpenField
from planner.session.days import office_zone
from planner.session.output import PrintOptions
from planner.session.receivers import receivers
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

    def of_file(self, journey_id: str, thing_id: str) -> Leaving:
        """A file attached to a thing of it, recipient still open. Raises: InputError for no such thing."""
        journey = self._session.journey(journey_id)
        held = thing(journey, thing_id)
        if held is None:
            raise InputError(N_("What the file is attached to is not in this journey any more."))
        return file_leaving(journey, held)

    def to_named(self, journey_id: str, leaving: Leaving, name: Text) -> Leaving:
        """``leaving`` for whoever of the journey bears ``name``, or for anybody else by that name."""
        return to_named(self._session.journey(journey_id), leaving, name)

    def why_no_copy(self, journey_id: str, options: PrintOptions) -> Message | None:
        """Why no copy of the itinerary may be made today as ``options`` say; ``None`` when one may."""
        journey = self._session.journey(journey_id)
        today = self._session.office_day(journey)
        return refusal(journey, options.audience, today, self._recipient(journey, options))

    def why_not_to(
        self, journey_id: str, audience: Audience, name: Text, recipient: str = ""
    ) -> Message | None:
        """Why ``name`` may not be given a copy for ``audience`` today; ``None`` when they may.

        ``recipient`` is the driver, hotel or hospital it is composed for; unless given, the likeliest.
        """
        journey = self._session.journey(journey_id)
        made_for = recipient or default_recipient(journey, audience)
        return refusal_to(journey, audience, name, self._session.office_day(journey), made_for)

    def consent_for_copy(self, journey_id: str, options: PrintOptions) -> OpenField | EnterNew | None:
        """Where to enter the consent that ``why_no_copy`` misses."""
        journey = self._session.journey(journey_id)
        made_for = self._recipient(journey, options)
        return consent_for_copy(journey, options.audience, self._session.office_day(journey), made_for)

    def consent_to(
        self, journey_id: str, audience: Audience, name: Text, recipient: str = ""
    ) -> OpenField | EnterNew | None:
        """Where to enter the consent that ``why_not_to`` misses."""
        journey = self._session.journey(journey_id)
        made_for = recipient or default_recipient(journey, audience)
        return consent_to(journey, audience, name, self._session.office_day(journey), made_for)

    def consent_for(self, journey_id: str, leaving: Leaving) -> OpenField | EnterNew | None:
        """Where to enter the consent that ``why_not`` misses."""
        journey = self._session.journey(journey_id)
        return consent_for(journey, leaving, self._session.office_day(journey))

    def why_not(self, journey_id: str, leaving: Leaving) -> Message | None:
        """Why it may not leave today; ``None`` when it may."""
        journey = self._session.journey(journey_id)
        return why_not(journey, leaving, self._session.office_day(journey))

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
        session.run(self._copy(journey, options, kind, name))

    def copies_left(
        self,
        journey_id: str,
        copies: Sequence[tuple[PrintOptions, str]],
        kind: DisclosureKind = DisclosureKind.EXPORT,
    ) -> tuple[tuple[DisclosureId, ...], ...]:
        """Enter as one step that copies without a number leave now, each with what its file is called.

        Each goes to whom it is made for. What was entered for each is returned: to be taken back if it does
        not leave after all. The agency's own are told by the log alone. Raises: Refused, and nothing is
        entered, when one of the audiences may have none.
        """
        session = self._session
        journey = session.journey(journey_id)
        ids: list[list[DisclosureId]] = [[] for _ in copies]
        edits: list[Edit] = []
        for (options, called), entered in zip(copies, ids, strict=True):
            if options.audience is Audience.AGENCY:
                self.copy_left(journey_id, options, kind)
                continue
            name = self._first_receiver(journey, options)
            edits.append(self._copy(journey, options, kind, name, called, entered))
        if edits:
            label = NN_("Export {count} copy", "Export {count} copies", len(edits))
            session.run(together(label, edits))
        return tuple(tuple(entered) for entered in ids)

    def files_leave(
        self, journey_id: str, several: Sequence[Leaving], called: str
    ) -> tuple[DisclosureId, ...]:
        """Enter as one step that the file ``called`` so leaves now for each recipient; as ``copies_left``."""
        session = self._session
        journey = session.journey(journey_id)
        for leaving in several:
            self.allow(journey_id, leaving)
        ids: list[DisclosureId] = []
        label = N_("Export “{name}”", name=called)
        edits = [
            disclose(
                journey,
                leaving,
                label,
                at=self._now(journey),
                by=session.who,
                notes=called,
                new_id=self._noting(ids),
            )
            for leaving in several
            if leaving.audience is not Audience.AGENCY
        ]
        if edits:
            session.run(together(label, edits))
        for leaving in several:
            if leaving.audience is Audience.AGENCY:
                self.enter(journey_id, leaving, label)
        return tuple(ids)

    def take_back(self, journey_id: str, entered: Iterable[DisclosureId]) -> None:
        """What was entered as leaving did not leave: writing or printing it failed. The log keeps both."""
        gone = frozenset(entered)

        def change(current: Journey) -> Journey:
            kept = tuple(one for one in current.disclosures if one.id not in gone)
            return current if len(kept) == len(current.disclosures) else replace(current, disclosures=kept)

        if gone:
            label = N_("Nothing left the record after all")
            self._session.run(Edit(label, JourneyId(journey_id), change))

    def of_sending(self, edit: Edit, sending_id: str) -> Edit:
        """``edit``, which enters or changes one sending of a document, with its consent and disclosure.

        Raises (when run): Refused when it is sent today or later and a consent is missing.
        """
        session = self._session
        now = self._now(session.journey(edit.journey))
        return with_disclosure(edit, sending_id, now=now, by=session.who, new_id=session.new_id)

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

    def _copy(
        self,
        journey: Journey,
        options: PrintOptions,
        kind: DisclosureKind,
        name: Text,
        called: str = "",
        entered: list[DisclosureId] | None = None,
    ) -> Edit:
        """The edit that enters one copy; the ids of what it enters are put in ``entered``."""
        return disclose_copy(
            journey,
            options.audience,
            kind=kind,
            name=name,
            recipient=self._recipient(journey, options),
            notes=called,
            at=self._now(journey),
            by=self._session.who,
            new_id=self._noting([] if entered is None else entered),
        )

    def _first_receiver(self, journey: Journey, options: PrintOptions) -> Text:
        """The likeliest who may be given a copy today, else the likeliest; nobody if none is known."""
        likely = receivers(journey, options)
        made_for = self._recipient(journey, options)
        on = self._session.office_day(journey)
        allowed = (one for one in likely if not refusal_to(journey, options.audience, one, on, made_for))
        return next(allowed, next(iter(likely), Text()))

    def _noting(self, ids: list[DisclosureId]) -> Callable[[], str]:
        def new_id() -> str:
            ids.append(DisclosureId(self._session.new_id()))
            return ids[-1]

        return new_id

    @staticmethod
    def _recipient(journey: Journey, options: PrintOptions) -> str:
        """The driver, hotel or hospital it is composed for, named or not."""
        return options.recipient or default_recipient(journey, options.audience)

    def _now(self, journey: Journey) -> When:
        """The present moment at the office that discloses, to the minute."""
        from zoneinfo import ZoneInfo

        zone = office_zone(journey)
        here = self._session.now().astimezone(ZoneInfo(zone))
        time = here.time().replace(second=0, microsecond=0, fold=0)
        return When(date=here.date(), time=time, zone=zone, fold=here.fold)
