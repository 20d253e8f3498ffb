"""Whether something of the record may go to somebody, and under which consents.

``audience.refusal`` decides about copies of the itinerary, which are composed for their reader. Everything
else that leaves (documents, attached files, whole journey files) holds what it holds, so each person it
tells about must have agreed to all of it, for this recipient (NZ HIPC rules 11 and 12; PIPL articles 23, 28,
29, 38 and 39).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from planner.itinerary.audience import CATEGORIES, consents_for, covered_by, undated, undated_words
from planner.message import N_, Message
from planner.record.consent import Audience, Consent, DataCategory, DisclosureKind
from planner.record.contact import Contact
from planner.record.document import Document, DocumentKind
from planner.record.ids import ContactId, DocumentId, PlaceId, TravellerId
from planner.record.journey import Journey
from planner.record.place import Place
from planner.record.text import Text, is_same_name
from planner.record.traveller import Traveller
from planner.schedule.names import traveller_name

_HEALTH = frozenset({DataCategory.IDENTITY, DataCategory.HEALTH})
_PASSPORT = frozenset({DataCategory.IDENTITY, DataCategory.PASSPORT})
_TRAVEL = frozenset({DataCategory.IDENTITY, DataCategory.TRAVEL})
_MONEY = frozenset({DataCategory.IDENTITY, DataCategory.MONEY})
_IDENTITY = frozenset({DataCategory.IDENTITY})
#: The whole of a journey.
EVERYTHING = frozenset(DataCategory) - {DataCategory.TREATMENT}

#: What a document of each kind tells about the person it is of.
TOLD_BY: dict[DocumentKind, frozenset[DataCategory]] = {
    **dict.fromkeys(DocumentKind, _HEALTH),
    DocumentKind.IMAGING_REPORT: _HEALTH | {DataCategory.IMAGES},
    DocumentKind.DICOM: _HEALTH | {DataCategory.IMAGES},
    DocumentKind.PASSPORT_COPY: _PASSPORT,
    DocumentKind.VISA_FORM: _PASSPORT,
    DocumentKind.VISA: _PASSPORT,
    DocumentKind.STAY_PERMIT: _PASSPORT,
    DocumentKind.ADDRESS_REGISTRATION: _PASSPORT,
    DocumentKind.ARRIVAL_CARD: _PASSPORT,
    DocumentKind.PHOTOGRAPH: _IDENTITY,
    DocumentKind.KINSHIP_PROOF: _IDENTITY,
    DocumentKind.CONSENT_FORM: _IDENTITY,
    DocumentKind.PRIVACY_NOTICE: frozenset(),
    DocumentKind.PROOF_OF_FUNDS: _MONEY,
    DocumentKind.INVOICE: _MONEY,
    DocumentKind.RECEIPT: _MONEY,
    DocumentKind.TICKET: _TRAVEL,
    DocumentKind.HOTEL_BOOKING: _TRAVEL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """Something that is about to leave the record, how, and to whom.

    ``people`` are whom it tells about, ``categories`` what. The recipient is a place, a contact or a
    traveller of the journey, or anybody by ``name``; ``audience`` says what kind of recipient that is, and
    alone it stands for all of them (``PATIENT``, ``AGENCY``). ``documents`` are those that go.
    """

    kind: DisclosureKind
    people: tuple[TravellerId, ...]
    categories: frozenset[DataCategory]
    audience: Audience | None = None
    place: PlaceId | None = None
    contact: ContactId | None = None
    traveller: TravellerId | None = None
    name: Text = Text()
    documents: tuple[DocumentId, ...] = ()


def documents_leaving(
    journey: Journey, documents: Iterable[Document], kind: DisclosureKind = DisclosureKind.SEND
) -> Leaving:
    """Documents with what they tell, recipient still open. One that names nobody is the patient's."""
    chosen = tuple(documents)
    patient = journey.patient
    people = {one.traveller or (patient.id if patient else None): None for one in chosen}
    told = frozenset().union(*(TOLD_BY[one.kind] for one in chosen)) if chosen else frozenset()
    return Leaving(
        kind=kind,
        people=tuple(person for person in people if person is not None),
        categories=told,
        documents=tuple(one.id for one in chosen),
    )


def journey_leaving(journey: Journey, kind: DisclosureKind = DisclosureKind.EXPORT) -> Leaving:
    """The whole journey, recipient still open."""
    everybody = tuple(traveller.id for traveller in journey.travellers)
    return Leaving(kind=kind, people=everybody, categories=EVERYTHING)


def why_not(journey: Journey, leaving: Leaving, on: dt.date) -> Message | None:
    """Why it may not go on that day; ``None`` when it may.

    A person's own things may always go to that person, and the agency's copy needs nobody's consent.
    """
    for person in asked(journey, leaving):
        known = consents_naming(journey, leaving, person)
        in_force = [one for one in known if one.holds(on)]
        missing = leaving.categories - covered_by(in_force)
        name, recipient = traveller_name(person), _recipient_name(journey, leaving)
        if undated(known, on, missing) is not None:
            return undated_words(name, recipient)
        facts = {"name": name, "recipient": recipient}
        if missing:
            return N_(
                "{name} has not agreed that {recipient} may see this: {categories}.",
                categories=[CATEGORIES[category] for category in DataCategory if category in missing],
                **facts,
            )
        health = leaving.categories & {DataCategory.HEALTH, DataCategory.IMAGES}
        if health and is_abroad(journey, leaving, person):
            abroad = covered_by(one for one in in_force if one.overseas)
            if not health <= abroad:
                return N_(
                    "{name} has not agreed that health data goes abroad, to {recipient}, where it may be "
                    "less protected.",
                    **facts,
                )
    return None


def consents_of(journey: Journey, leaving: Leaving, on: dt.date) -> tuple[Consent, ...]:
    """The consents under which it goes on that day: of each person as few as cover it, abroad first."""
    found: list[Consent] = []
    for person in asked(journey, leaving):
        missing = leaving.categories
        in_force = [one for one in consents_naming(journey, leaving, person) if one.holds(on)]
        for consent in sorted(in_force, key=lambda one: not one.overseas):
            if missing & covered_by([consent]):
                found.append(consent)
                missing -= covered_by([consent])
    return tuple(found)


def asked(journey: Journey, leaving: Leaving) -> tuple[Traveller, ...]:
    """Whose consent it takes."""
    if leaving.audience is Audience.AGENCY or not leaving.categories:
        return ()
    own = {leaving.traveller}
    if leaving.audience is Audience.PATIENT and journey.patient is not None:
        own.add(journey.patient.id)
    return tuple(one for one in journey.travellers if one.id in leaving.people and one.id not in own)


def consents_naming(journey: Journey, leaving: Leaving, person: Traveller) -> tuple[Consent, ...]:
    """The consents of a person that name the recipient, its house, or recipients of its kind."""
    named = {leaving.place, leaving.contact, *houses_of(journey, leaving.place)} - {None}
    of_kind = (
        consents_for(journey, person.id, leaving.audience, leaving.place or leaving.contact or "")
        if leaving.audience is not None
        else ()
    )
    return tuple(
        one
        for one in journey.consents
        if one.traveller == person.id
        and (
            one in of_kind
            or (one.recipient_place or one.recipient_contact) in named
            or is_same_name(one.recipient_name, leaving.name)
        )
    )


def houses_of(journey: Journey, place: str | None) -> Iterable[str]:
    """The houses that a department is part of."""
    within = {one.id: one.within for one in journey.places}
    seen: set[str] = set()
    while place is not None and place not in seen:
        seen.add(place)
        yield place
        place = within.get(PlaceId(place))


def is_abroad(journey: Journey, leaving: Leaving, person: Traveller) -> bool:
    """Whether the recipient is in the country of treatment and the person's home is not."""
    if not person.home_zone or person.home_zone == journey.zone:
        return False
    place = _place(journey, leaving)
    country = place.country if place is not None and place.country else journey.country
    known = leaving.place or leaving.contact or leaving.audience is Audience.HOSPITAL
    return bool(known) and country == journey.country


def _place(journey: Journey, leaving: Leaving) -> Place | None:
    contact = _contact(journey, leaving)
    wanted = leaving.place or (contact.place if contact else None)
    return next((one for one in journey.places if one.id == wanted), None)


def _contact(journey: Journey, leaving: Leaving) -> Contact | None:
    return next((one for one in journey.contacts if one.id == leaving.contact), None)


def _recipient_name(journey: Journey, leaving: Leaving) -> Text | Message:
    """What the recipient is called."""
    contact = _contact(journey, leaving)
    place = next((one for one in journey.places if one.id == leaving.place), None)
    traveller = next((one for one in journey.travellers if one.id == leaving.traveller), None)
    if contact is not None or place is not None:
        return contact.name if contact is not None else place.name if place is not None else Text()
    if traveller is not None:
        return N_("{name}", name=traveller_name(traveller))
    return leaving.name or N_("this recipient")
