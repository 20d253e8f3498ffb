"""A sending entered by hand: under a consent and with its disclosure, or refused where it is made now.

What was sent on an earlier day has happened, consent or not: keeping it out of the record would make the
record lie. It is taken, and the rules say what lacked (``privacy.consent-missing``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from planner.edits.disclosing import allow, disclose
from planner.edits.edit import Edit
from planner.errors import InputError
from planner.itinerary.disclosure import Leaving, consents_of, documents_leaving, why_not
from planner.itinerary.file_leaving import to_known
from planner.message import N_
from planner.record.consent import DisclosureKind
from planner.record.document import Document, DocumentState, Sending
from planner.record.ids import CaseManagerId
from planner.record.journey import Journey
from planner.record.lookup import with_thing
from planner.record.when import When


def with_disclosure(
    edit: Edit, sending_id: str, *, now: When, by: CaseManagerId | None = None, new_id: Callable[[], str]
) -> Edit:
    """``edit``, which adds or changes the sending ``sending_id``, with what it takes to send something.

    The consent it rests on is named, the document is ``SENT`` if it had not got that far, and a disclosure is
    entered unless one says the same already. ``now`` is the present moment where the treatment is.

    Raises (when run): Refused when it is sent today or later and a consent is missing; InputError when it is
    sent to nobody then.
    """

    def change(current: Journey) -> Journey:
        after = edit.change(current)
        document, sending = _find(after, sending_id)
        if document is None or sending is None:
            return after
        leaving = _leaving(after, document, sending)
        at = now if sending.sent_on == now.date else When(date=sending.sent_on, zone=now.zone)
        if sending.sent_on >= now.date:
            if not (leaving.place or leaving.contact or leaving.name):
                raise InputError(N_("Say to whom it is sent."))
            allow(after, leaving, at)
        elif why_not(after, leaving, at.date) is not None:
            return after
        consents = consents_of(after, leaving, at.date)
        rests_on = sending.consent or (consents[0].id if consents else None)
        further = max(document.state, DocumentState.SENT, key=list(DocumentState).index)
        if sending.sent_on < now.date:
            further = document.state
        kept = replace(sending, consent=rests_on, sent_by=sending.sent_by or by)
        sendings = tuple(kept if one.id == sending.id else one for one in document.sendings)
        whole = replace(document, sendings=sendings, state=further)
        after = with_thing(after, document.id, lambda _: whole)
        if _is_told(after, leaving, sending):
            return after
        told = disclose(after, leaving, edit.label, at=at, by=kept.sent_by, new_id=new_id)
        return told.change(after)

    return Edit(edit.label, edit.journey, change)


def _find(journey: Journey, sending_id: str) -> tuple[Document | None, Sending | None]:
    for document in journey.documents:
        for sending in document.sendings:
            if sending.id == sending_id:
                return document, sending
    return None, None


def _leaving(journey: Journey, document: Document, sending: Sending) -> Leaving:
    open_ = documents_leaving(journey, (document,))
    return to_known(journey, open_, place=sending.to_place, contact=sending.to_contact, name=sending.to_name)


def _is_told(journey: Journey, leaving: Leaving, sending: Sending) -> bool:
    """Whether a disclosure says already that this document went to that recipient that day."""
    whom = (leaving.place, leaving.contact, leaving.name)
    return any(
        one.kind is DisclosureKind.SEND
        and one.at.date == sending.sent_on
        and set(leaving.documents) <= set(one.documents)
        and (one.recipient_place, one.recipient_contact, one.recipient_name) == whom
        for one in journey.disclosures
    )
