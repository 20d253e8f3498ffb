"""People as they print: travellers by the names others know them by, contacts with what they are here for."""

from __future__ import annotations

from collections.abc import Iterable

from planner.itinerary.edition import Edition
from planner.itinerary.item import PersonLine
from planner.message import N_, Message
from planner.record.consent import Audience
from planner.record.contact import Contact
from planner.record.kind_names import CONTACT_ROLES
from planner.record.text import Text, same
from planner.record.traveller import EmergencyContact, Traveller, TravellerRole

#: Who knows the travellers only by what stands in their passports.
_BY_PASSPORT_NAME = (Audience.HOSPITAL, Audience.DRIVER, Audience.HOTEL)


def who(edition: Edition, travellers: Iterable[str]) -> tuple[str, ...]:
    """The names of those who take part, as this edition's readers know them; with nobody named, all.

    A hospital is told of nobody but its patient.
    """
    named = edition.named(travellers)
    if edition.audience is Audience.HOSPITAL:
        named = tuple(traveller for traveller in named if traveller.role is TravellerRole.PATIENT)
    return tuple(name_for(edition, traveller) for traveller in named)


def name_for(edition: Edition, traveller: Traveller) -> str:
    """A traveller's name: as in the passport for strangers, as they are called for the family."""
    if edition.audience in _BY_PASSPORT_NAME:
        return traveller.full_name
    return traveller.preferred_name or traveller.given_names or traveller.full_name


def initials(traveller: Traveller | None) -> str:
    """The first letters of the given names and the surname: ``AME`` for Eriksson, Anna Maria."""
    if traveller is None:
        return ""
    parts = f"{traveller.given_names} {traveller.surname}".replace("-", " ").split()
    return "".join(part[0].upper() for part in parts)


def person_line(contact: Contact, role: Message | None = None) -> PersonLine:
    """A contact as they print; ``role`` where it is another than the contact's own."""
    return PersonLine(
        contact=contact.id,
        name=contact.name,
        pinyin=contact.name_pinyin,
        role=role or CONTACT_ROLES[contact.role],
        telephone=contact.telephone,
        wechat=contact.wechat,
        languages=contact.languages,
        vehicle=contact.vehicle,
    )


def people(edition: Edition, *ids: str | None) -> tuple[PersonLine, ...]:
    """The contacts of those ids, each once, in that order."""
    found = (edition.contact(id) for id in dict.fromkeys(ids))
    return tuple(person_line(contact) for contact in found if contact is not None)


def emergency_line(contact: EmergencyContact) -> PersonLine:
    """Somebody to ring for a traveller."""
    return PersonLine(
        name=same(contact.name),
        role=contact.relationship or N_("To ring in an emergency"),
        telephone=contact.telephone,
        languages=contact.languages,
    )


def agency_lines(edition: Edition) -> tuple[PersonLine, ...]:
    """The agency by day and night, then the case manager of this journey."""
    agency = edition.journey.agency
    lines = []
    if agency.telephone_24h:
        lines.append(_agency(agency.name, N_("Agency, day and night"), agency.telephone_24h))
    if agency.telephone_china:
        lines.append(_agency(agency.name, N_("Agency, in China"), agency.telephone_china))
    manager = next((m for m in agency.case_managers if m.id == edition.journey.case_manager), None)
    if manager is not None:
        lines.append(
            PersonLine(
                name=manager.name,
                role=N_("Your case manager"),
                telephone=manager.telephone,
                wechat=manager.wechat,
            )
        )
    return tuple(lines)


def _agency(name: Text, role: Message, telephone: str) -> PersonLine:
    return PersonLine(name=name, role=role, telephone=telephone)
