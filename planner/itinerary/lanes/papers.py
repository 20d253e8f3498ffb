"""The lane of documents: papers wanted and in hand, passports, insurance, consents, notices, copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.itinerary.item import Standing
from planner.itinerary.lanes.mark import Lane, Mark, further
from planner.itinerary.standing import confirmed
from planner.message import N_, NP_, Message
from planner.record.consent import Consent, Disclosure
from planner.record.document import Document, DocumentState
from planner.record.journey import Journey
from planner.record.kind_names import DOCUMENT_KINDS
from planner.record.passport import Passport, PassportState
from planner.record.text import Text
from planner.record.traveller import Insurance, Traveller
from planner.schedule.dated_fields import Moment
from planner.schedule.move_date import why_still
from planner.schedule.names import traveller_name

_WANTED = (DocumentState.NEEDED, DocumentState.REQUESTED)


def paper_marks(journey: Journey) -> Iterator[Mark]:
    """Every paper that has a date, in no order."""
    names = {one.id: traveller_name(one) for one in journey.travellers}
    for document in journey.documents:
        yield from _document(document, names.get(document.traveller, "") if document.traveller else "")
    for traveller in journey.travellers:
        for passport in traveller.passports:
            yield from _passport(passport, traveller)
        for insurance in traveller.insurance:
            yield from _insurance(insurance, traveller)
    yield from _diagnoses(journey)
    yield from _privacy(journey)
    yield from _issues(journey)


def _document(document: Document, person: str | Message) -> Iterator[Mark]:
    """At the day it must be there while wanted, then at the day it came."""
    wanted = document.state in _WANTED
    came = document.received_on or next((one.on for one in document.events if one.state not in _WANTED), None)
    dates: list[tuple[str, Moment | None]] = [("received_on", came), ("issued_on", document.issued_on)]
    dates.insert(0 if wanted else len(dates), ("needed_by", document.needed_by))
    dates += [("covers_from", document.covers_from), ("covers_to", document.covers_to)]
    dates += [("expires_on", document.expires_on)]
    field, starts = next(((name, day) for name, day in dates if day is not None), ("", None))
    if starts is None:
        return
    sent = [
        (N_("Sent to {name}", name=one.to_name or N_("a recipient")), one.sent_on)
        for one in document.sendings
    ]
    yield Mark(
        id=document.id,
        kind="document",
        lane=Lane.DOCUMENTS,
        field=field,
        name=N_("{what}", what=document.title or DOCUMENT_KINDS[document.kind]),
        starts=starts,
        standing=Standing.DONE if document.state is DocumentState.ACCEPTED else confirmed(not wanted),
        variant=document.kind,
        state=document.state,
        is_limit=wanted and field == "needed_by",
        is_far=field == "expires_on",
        person=person,
        still=why_still(document),
        stands_for=tuple(one.id for one in document.sendings),
        further=further(
            (N_("Issued"), document.issued_on),
            (NP_("document", "Received"), came),
            (N_("Needed by"), document.needed_by),
            (N_("Covers from"), document.covers_from),
            (N_("Covers to"), document.covers_to),
            (N_("Expires"), document.expires_on),
            *sent,
        ),
    )


def _passport(passport: Passport, traveller: Traveller) -> Iterator[Mark]:
    starts = passport.expires_on or passport.issued_on
    if starts is None:
        return
    name = traveller_name(traveller)
    yield Mark(
        id=passport.id,
        kind="passport",
        lane=Lane.DOCUMENTS,
        field="expires_on" if passport.expires_on else "issued_on",
        name=N_("Passport of {name} expires", name=name)
        if passport.expires_on
        else N_("Passport of {name} issued", name=name),
        starts=starts,
        standing=Standing.DONE
        if passport.state in (PassportState.REPLACED, PassportState.LOST)
        else Standing.CONFIRMED,
        state=passport.state,
        is_far=True,
        person=name,
        still=why_still(passport),
        further=further((N_("Issued"), passport.issued_on)),
    )


def _insurance(insurance: Insurance, traveller: Traveller) -> Iterator[Mark]:
    starts = insurance.valid_from or insurance.valid_to
    if starts is None:
        return
    yield Mark(
        id=insurance.id,
        kind="insurance",
        lane=Lane.DOCUMENTS,
        field="valid_from" if insurance.valid_from else "valid_to",
        name=N_("Insurance with {insurer}", insurer=insurance.insurer)
        if insurance.insurer
        else NP_("timeline", "Insurance"),
        starts=starts,
        ends=insurance.valid_to if insurance.valid_from else None,
        standing=Standing.CONFIRMED,
        is_far=not insurance.valid_from,
        person=traveller_name(traveller),
        still=why_still(insurance),
    )


def _diagnoses(journey: Journey) -> Iterator[Mark]:
    for diagnosis in journey.diagnoses:
        if diagnosis.stated_on is not None:
            yield Mark(
                id=diagnosis.id,
                kind="diagnosis",
                lane=Lane.DOCUMENTS,
                field="stated_on",
                name=N_("Diagnosis stated"),
                starts=diagnosis.stated_on,
                standing=Standing.DONE,
                still=why_still(diagnosis),
            )


def _privacy(journey: Journey) -> Iterator[Mark]:
    """Consents, notices and disclosures."""
    called: dict[str, Text] = {place.id: place.name for place in journey.places if place.name}
    called.update((contact.id, contact.name) for contact in journey.contacts if contact.name)
    names = {one.id: traveller_name(one) for one in journey.travellers}
    for consent in journey.consents:
        starts = consent.given_on or consent.withdrawn_on
        if starts is None:
            continue
        to = _recipient(consent, called)
        given = N_("Consent to tell {recipient}", recipient=to) if to else N_("Consent given")
        yield Mark(
            id=consent.id,
            kind="consent",
            lane=Lane.DOCUMENTS,
            field="given_on" if consent.given_on else "withdrawn_on",
            name=given if consent.given_on else N_("Consent withdrawn"),
            starts=starts,
            standing=Standing.CANCELLED if consent.withdrawn_on else Standing.DONE,
            person=names.get(consent.traveller, ""),
            still=why_still(consent),
            further=further((N_("Withdrawn"), consent.withdrawn_on)),
        )
    for notice in journey.notices:
        if notice.given is not None:
            yield Mark(
                id=notice.id,
                kind="notice",
                lane=Lane.DOCUMENTS,
                field="given",
                name=N_("Notice given"),
                starts=notice.given,
                standing=Standing.DONE,
                variant=notice.kind,
                person=names.get(notice.traveller, ""),
                still=why_still(notice),
            )
    for disclosure in journey.disclosures:
        to = _recipient(disclosure, called)
        yield Mark(
            id=disclosure.id,
            kind="disclosure",
            lane=Lane.DOCUMENTS,
            field="at",
            name=N_("Handed on to {recipient}", recipient=to) if to else N_("Handed on"),
            starts=disclosure.at,
            standing=Standing.DONE,
            still=why_still(disclosure),
        )


def _recipient(one: Consent | Disclosure, called: Mapping[str, Text]) -> Text | None:
    """Who is told: the name written down, else that of the entry of the directory."""
    if one.recipient_name:
        return one.recipient_name
    return called.get(one.recipient_place or "") or called.get(one.recipient_contact or "")


def _issues(journey: Journey) -> Iterator[Mark]:
    for issue in journey.issues:
        yield Mark(
            id=issue.id,
            kind="issue",
            lane=Lane.DOCUMENTS,
            field="issued",
            name=N_("Itinerary, revision {number}", number=issue.revision),
            starts=issue.issued,
            standing=Standing.DONE,
            still=why_still(issue),
        )
