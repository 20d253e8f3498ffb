"""Something leaves the record for somebody: entered as a disclosure, under the consents that allow it.

What has no consent is refused when the edit is run. ``planner.session.disclosures`` is the door to these.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from planner.edits.edit import Edit
from planner.edits.issuing import allow_copy, copies_disclosed
from planner.errors import InputError, Refused
from planner.itinerary.disclosure import Leaving, consents_of, documents_leaving, why_not
from planner.message import N_, NN_, Message
from planner.record.consent import Audience, Disclosure, DisclosureKind
from planner.record.document import Document, DocumentState, Sending
from planner.record.ids import CaseManagerId, DisclosureId, IssueId, SendingId
from planner.record.journey import Journey
from planner.record.text import Text, same
from planner.record.when import When

NewId = Callable[[], str]


def disclose(
    journey: Journey,
    leaving: Leaving,
    label: Message,
    *,
    at: When,
    by: CaseManagerId | None = None,
    issue: IssueId | None = None,
    revision: int | None = None,
    notes: str = "",
    new_id: NewId,
) -> Edit:
    """Enter that ``leaving`` went out ``at`` that local time: one disclosure for each consent it rests on.

    ``revision`` and ``issue`` say which numbered copy it was, ``notes`` what the file was called. Raises
    (when run): Refused, with the reason, when a consent is missing.
    """

    def change(current: Journey) -> Journey:
        allow(current, leaving, at)
        consents = tuple(one.id for one in consents_of(current, leaving, at.date)) or (None,)
        told = tuple(
            Disclosure(
                id=DisclosureId(new_id()),
                kind=leaving.kind,
                at=at,
                audience=leaving.audience,
                recipient_place=leaving.place,
                recipient_contact=leaving.contact,
                recipient_name=_name(current, leaving),
                issue=issue,
                revision=revision,
                documents=leaving.documents,
                consent=consent,
                notes=notes,
                by=by,
            )
            for consent in consents
        )
        return replace(current, disclosures=(*current.disclosures, *told))

    return Edit(label, journey.id, change)


def send_documents(
    journey: Journey,
    documents: tuple[str, ...],
    to: Leaving,
    *,
    at: When,
    means: Text = Text(),
    by: CaseManagerId | None = None,
    new_id: NewId,
) -> Edit:
    """Send documents to the recipient of ``to``: a sending on each, and the disclosure, as one edit.

    ``to`` says only who receives them; what they tell follows from the documents. A document that had not
    got that far is ``SENT`` from then on.

    Raises: InputError for a document that is not there; when run, Refused when a consent is missing.
    """
    leaving = _with_recipient(documents_leaving(journey, _documents(journey, documents)), to)
    told = disclose(journey, leaving, N_("Send documents"), at=at, by=by, new_id=new_id)

    def change(current: Journey) -> Journey:
        disclosed = told.change(current)
        consents = consents_of(current, leaving, at.date)
        sent = {one.id: one for one in _documents(current, documents)}

        def sent_on(document: Document) -> Document:
            if document.id not in sent:
                return document
            sending = Sending(
                id=SendingId(new_id()),
                sent_on=at.date,
                to_place=leaving.place,
                to_contact=leaving.contact,
                to_name=_name(current, leaving),
                means=means,
                consent=consents[0].id if consents else None,
                sent_by=by,
            )
            order = list(DocumentState)
            further = max(document.state, DocumentState.SENT, key=order.index)
            return replace(document, sendings=(*document.sendings, sending), state=further)

        return replace(disclosed, documents=tuple(map(sent_on, disclosed.documents)))

    label = NN_("Send {count} document", "Send {count} documents", len(documents))
    return Edit(label, journey.id, change)


def allow(journey: Journey, leaving: Leaving, at: When) -> None:
    """Let it go out. Raises: Refused, with the reason why not."""
    reason = why_not(journey, leaving, at.date)
    if reason is not None:
        raise Refused(reason, N_("Enter the consent first, or choose another recipient."))


def _documents(journey: Journey, ids: tuple[str, ...]) -> tuple[Document, ...]:
    found = tuple(one for one in journey.documents if one.id in ids)
    if not found or len(found) != len(set(ids)):
        raise InputError(N_("A document to be sent is not in this journey."))
    return found


def _with_recipient(leaving: Leaving, to: Leaving) -> Leaving:
    return replace(
        leaving,
        audience=to.audience,
        place=to.place,
        contact=to.contact,
        traveller=to.traveller,
        name=to.name,
    )


def _name(journey: Journey, leaving: Leaving) -> Text:
    """The recipient by name: a traveller's, unless one was given."""
    traveller = next((one for one in journey.travellers if one.id == leaving.traveller), None)
    if leaving.name or traveller is None:
        return leaving.name
    return same(traveller.full_name)


def disclose_copy(
    journey: Journey,
    audience: Audience,
    *,
    kind: DisclosureKind,
    name: Text = Text(),
    recipient: str = "",
    notes: str = "",
    at: When,
    by: CaseManagerId | None = None,
    new_id: NewId,
) -> Edit:
    """Enter that a copy of the itinerary without a number went out, composed for ``audience``.

    ``recipient`` is the id of the driver, hotel or hospital, as in ``build``, ``notes`` what the file was
    called; a copy without ``name`` goes to its reader. Raises (when run): Refused, with the reason, when the
    audience may have no copy, or ``name`` may not be given it.
    """

    def change(current: Journey) -> Journey:
        allow_copy(current, audience, (name,), at.date, recipient)
        told = copies_disclosed(
            current, audience, (name,), recipient, kind=kind, notes=notes, at=at, by=by, new_id=new_id
        )
        return replace(current, disclosures=(*current.disclosures, *told))

    return Edit(N_("Hand out a copy"), journey.id, change)
