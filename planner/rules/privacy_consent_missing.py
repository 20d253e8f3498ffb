"""``privacy.consent-missing``: information goes, or went, to somebody without a consent that allows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, Message
from planner.record.agency import Agency
from planner.record.consent import Audience, Consent, Disclosure
from planner.record.contact import Contact
from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.traveller import Traveller
from planner.reference.reference import Reference
from planner.reference.whose_law import privacy_law
from planner.rules.finding import EnterNew, Finding, Fix, MakeTask, OpenField, Severity, Source, Subject
from planner.schedule.bearers import bearer
from planner.schedule.names import traveller_name
from planner.schedule.outline import Outline, outline
from planner.schedule.recipients import Recipient, consents_to, recipients

CODE = "privacy.consent-missing"

#: Copies for the person and for the agency whose record it is need no consent while they stay with them.
_OWN = (Audience.PATIENT, Audience.AGENCY)


def privacy_consent_missing(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """What was sent or given without one is a blocker. Houses and interpreters still to be met warn, and
    block when the day is near or the consent was withdrawn. Abroad, a consent must say that it was given
    after being told that protection may be weaker (in New Zealand HIPC rule 12; in China PIPL art. 39).
    """
    seen = outline(journey)
    source = Source.of(privacy_law(reference, journey, "privacy.overseas-disclosure"))
    yield from _gone(seen, source)
    patient = journey.patient
    if patient is not None:
        for recipient in recipients(seen, today):
            message = _lacking(seen, patient, recipient, today)
            if message is not None:
                days = (recipient.on - today).days if recipient.on is not None else None
                near = days is not None and days <= reference.limits.consent_days
                subject = Subject.of(recipient.thing)
                yield Finding(
                    CODE,
                    Severity.BLOCKER if near or "withdrawn" in message.params else Severity.WARNING,
                    message,
                    subject,
                    source,
                    (
                        Fix(
                            N_("Make a task: ask for the consent"),
                            MakeTask(
                                subject,
                                N_("Ask {name} for the consent", name=traveller_name(patient)),
                                recipient.on,
                            ),
                        ),
                        Fix(N_("Enter the consent"), _consent(seen, patient, recipient, today)),
                    ),
                    recipient.on,
                )


def _lacking(seen: Outline, patient: Traveller, recipient: Recipient, today: dt.date) -> Message | None:
    known = consents_to(seen, patient.id, recipient.who)
    holding = [consent for consent in known if consent.holds(today)]
    facts = {"name": traveller_name(patient), "recipient": seen.called(recipient.who)}
    if not holding:
        withdrawn = [one.withdrawn_on for one in known if one.withdrawn_on and one.withdrawn_on <= today]
        if withdrawn:
            return N_(
                "{name} withdrew the consent for {recipient} on {withdrawn}; nothing more may go there.",
                withdrawn=max(withdrawn),
                **facts,
            )
        if recipient.on is None:
            return N_("{name} has not agreed that health information goes to {recipient}.", **facts)
        if isinstance(recipient.who, Contact):
            return N_(
                "{name} has not agreed that health information goes to {recipient}, who interprets on {day}.",
                day=recipient.on,
                **facts,
            )
        return N_(
            "{name} has not agreed that health information goes to {recipient}; the next appointment there "
            "is on {day}.",
            day=recipient.on,
            **facts,
        )
    abroad = bool(patient.home_zone) and patient.home_zone != seen.journey.zone
    if abroad and not any(consent.overseas for consent in holding):
        return N_(
            "The consent of {name} for {recipient} does not say that it was given after being told that "
            "information may be less protected abroad.",
            **facts,
        )
    return None


def _consent(seen: Outline, patient: Traveller, recipient: Recipient, today: dt.date) -> OpenField | EnterNew:
    """The form of a new one; of the one there is, where it only lacks a word or the day it was given."""
    who = recipient.who
    known = consents_to(seen, patient.id, who)
    holding = [one for one in known if one.holds(today)]
    if holding:
        return OpenField(Subject.of(holding[-1], "overseas"))
    if known and known[-1].given_on is None and known[-1].withdrawn_on is None:
        return OpenField(Subject.of(known[-1], "given_on"))
    field = "recipient_contact" if isinstance(who, Contact) else "recipient_place"
    return EnterNew(Subject.of(seen.journey, "consents"), (("traveller", patient.id), (field, who.id)))


def _gone(seen: Outline, source: Source | None) -> Iterator[Finding]:
    """What was sent or handed out on a day on which no consent for it was in force."""
    consents = {consent.id: consent for consent in seen.journey.consents}
    for document in seen.journey.documents:
        for sending in document.sendings:
            consent = consents.get(sending.consent) if sending.consent else None
            if not _held(consent, sending.sent_on):
                subject = Subject("sending", sending.id, "consent")
                yield _sent(
                    N_(
                        "{what} was sent to {recipient} on {day} without a consent in force on that day.",
                        what=seen.called(document),
                        recipient=_whom(seen, sending.to_place, sending.to_contact, sending.to_name),
                        day=sending.sent_on,
                    ),
                    subject,
                    source,
                    sending.sent_on,
                )
    for disclosure in seen.journey.disclosures:
        consent = consents.get(disclosure.consent) if disclosure.consent else None
        if not _goes_to_its_own(seen, disclosure) and not _held(consent, disclosure.at.date):
            place, contact = disclosure.recipient_place, disclosure.recipient_contact
            yield _sent(
                N_(
                    "A copy went to {recipient} on {day} without a consent in force on that day.",
                    recipient=_whom(seen, place, contact, disclosure.recipient_name),
                    day=disclosure.at.date,
                ),
                Subject("disclosure", disclosure.id, "consent"),
                source,
                disclosure.at.date,
            )


def _goes_to_its_own(seen: Outline, disclosure: Disclosure) -> bool:
    """Whether a copy for the patient or the agency stayed with those who travel, or with the agency."""
    if disclosure.audience not in _OWN:
        return False
    if not disclosure.recipient_name:
        return disclosure.recipient_place is None and disclosure.recipient_contact is None
    return isinstance(bearer(seen.journey, disclosure.recipient_name), Traveller | Agency)


def _sent(message: Message, subject: Subject, source: Source | None, on: dt.date) -> Finding:
    fix = Fix(N_("Enter the consent that allowed it"), OpenField(subject))
    return Finding(CODE, Severity.BLOCKER, message, subject, source, (fix,), on)


def _held(consent: Consent | None, on: dt.date) -> bool:
    return consent is not None and consent.holds(on)


def _whom(seen: Outline, place: str | None, contact: str | None, name: Text) -> str | Text | Message:
    who = (seen.places.get(place) if place else None) or (seen.contacts.get(contact) if contact else None)
    return seen.called(who) if who is not None else name or N_("somebody")
