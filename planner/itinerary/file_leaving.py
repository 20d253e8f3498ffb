"""What a file tells by the thing it is attached to, and who of a journey a name or an id stands for."""

from __future__ import annotations

from dataclasses import replace

from planner.itinerary.disclosure import EVERYTHING, Leaving, documents_leaving
from planner.record.agency import Agency
from planner.record.appointment import Appointment
from planner.record.consent import Audience, DataCategory, DisclosureKind
from planner.record.contact import Contact, ContactRole
from planner.record.course import Course
from planner.record.diagnosis import Diagnosis
from planner.record.document import Document
from planner.record.fraction import Fraction
from planner.record.ids import ContactId, PlaceId, TravellerId
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.lookup import things
from planner.record.mdt import MdtMeeting
from planner.record.money import Deposit, EstimateLine, Payment, Receipt
from planner.record.passport import Passport
from planner.record.place import Place, PlaceKind
from planner.record.stay import Stay
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.traveller import Traveller, TravellerRole
from planner.record.visa import Entry, StayExtension, Visa
from planner.schedule.bearers import bearer

_IDENTITY = frozenset({DataCategory.IDENTITY})
#: What a file tells that is attached to such a thing. Of any other it is not known, so it may be everything.
_TOLD_BY: dict[type[Thing], frozenset[DataCategory]] = {
    **dict.fromkeys((Leg, Stay), _IDENTITY | {DataCategory.TRAVEL}),
    **dict.fromkeys((Visa, Entry, StayExtension, Passport), _IDENTITY | {DataCategory.PASSPORT}),
    **dict.fromkeys((EstimateLine, Payment, Deposit, Receipt), _IDENTITY | {DataCategory.MONEY}),
    **dict.fromkeys(
        (Appointment, MdtMeeting, Course, Fraction), _IDENTITY | {DataCategory.HEALTH, DataCategory.IMAGES}
    ),
    Diagnosis: _IDENTITY | {DataCategory.HEALTH},
}

_KINDS: dict[PlaceKind, Audience] = {
    **dict.fromkeys((PlaceKind.HOSPITAL, PlaceKind.PROTON_CENTRE, PlaceKind.CLINIC), Audience.HOSPITAL),
    **dict.fromkeys((PlaceKind.HOTEL, PlaceKind.FLAT), Audience.HOTEL),
}


def file_leaving(journey: Journey, held: Thing, kind: DisclosureKind = DisclosureKind.EXPORT) -> Leaving:
    """A file attached to ``held``, recipient still open: whom it tells about, and what of them."""
    if isinstance(held, Document):
        return documents_leaving(journey, (held,), kind)
    return Leaving(kind=kind, people=_people(journey, held), categories=_TOLD_BY.get(type(held), EVERYTHING))


def to_named(journey: Journey, leaving: Leaving, name: Text) -> Leaving:
    """``leaving`` for whoever bears ``name`` in the journey: a traveller, the agency and who works for it,
    a contact, a place; anybody else by that name.
    """
    match bearer(journey, name):
        case Traveller(id=traveller, role=role):
            audience = Audience.PATIENT if role is TravellerRole.PATIENT else Audience.COMPANION
            return replace(leaving, traveller=traveller, audience=audience, name=name)
        case Agency():
            return replace(leaving, audience=Audience.AGENCY, name=name)
        case Contact(id=contact):
            return to_known(journey, leaving, contact=contact)
        case Place(id=place):
            return to_known(journey, leaving, place=place)
        case None:
            return replace(leaving, name=name)


def to_known(
    journey: Journey,
    leaving: Leaving,
    *,
    place: PlaceId | None = None,
    contact: ContactId | None = None,
    name: Text = Text(),
) -> Leaving:
    """``leaving`` for a place or a contact by its id, or else for whoever bears ``name``."""
    if place is None and contact is None and name:
        return to_named(journey, leaving, name)
    kinds = {one.id: _KINDS.get(one.kind) for one in journey.places}
    drivers = {one.id for one in journey.contacts if one.role is ContactRole.DRIVER}
    audience = kinds.get(place) if place is not None else Audience.DRIVER if contact in drivers else None
    return replace(leaving, place=place, contact=contact, audience=audience, name=Text())


def _people(journey: Journey, held: Thing) -> tuple[TravellerId, ...]:
    """Those whom it names, whom it lies in, or, where it does neither, everybody."""
    if isinstance(held, Traveller):
        return (held.id,)
    named = [getattr(held, "traveller", None), *getattr(held, "travellers", ())]
    if isinstance(held, Diagnosis | Course | Fraction | MdtMeeting) and journey.patient is not None:
        named = [journey.patient.id]
    if not any(named):
        named = [one.id for one in journey.travellers if any(held.id == it.id for it in things(one))]
    people = tuple(TravellerId(one) for one in named if one)
    return people or tuple(one.id for one in journey.travellers)
