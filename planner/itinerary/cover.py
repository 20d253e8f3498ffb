"""The cover: who travels, the key facts, whom to ring; to each reader only what is theirs to see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary.edition import Edition
from planner.itinerary.entries import safe_last_day
from planner.itinerary.hotel_nights import guest_facts, night_facts
from planner.itinerary.item import Fact, Item, PersonLine
from planner.itinerary.labels import PASSENGER, TO_BE_CONFIRMED, TRAVELLER_ROLES
from planner.itinerary.people import agency_lines, person_line
from planner.itinerary.rides import has_ride_without_day
from planner.itinerary.sessions import total_of
from planner.itinerary.whereabouts import Whereabouts
from planner.message import N_, Birthday, Country, Message
from planner.record.consent import Audience
from planner.record.contact import Contact, ContactRole
from planner.record.course import Course
from planner.record.kind_names import MODALITIES
from planner.record.traveller import Traveller

_TITLES = {
    Audience.PATIENT: N_("Your journey"),
    Audience.COMPANION: N_("Your journey as companion"),
    Audience.HOSPITAL: N_("Schedule for the hospital"),
    Audience.DRIVER: N_("Rides"),
    Audience.HOTEL: N_("Guests and nights"),
    Audience.AGENCY: N_("Journey: the agency’s copy"),
}

#: Whom a reader may ring during the journey, in this order.
_RING = (ContactRole.INTERPRETER, ContactRole.COORDINATOR)


def title(edition: Edition) -> Message:
    """What the copy is."""
    return _TITLES[edition.audience]


def traveller_facts(edition: Edition) -> tuple[Fact, ...]:
    """Who it is about: a hotel's guests with their passports, the patient as the hospital knows them."""
    match edition.audience:
        case Audience.HOTEL:
            return tuple(guest_facts(edition))
        case Audience.HOSPITAL:
            return tuple(_patient_facts(edition.journey.patient))
        case Audience.DRIVER:
            return tuple(_sign_facts(edition.journey.travellers))
        case _:
            return tuple(_name_fact(traveller) for traveller in edition.journey.travellers)


def key_facts(edition: Edition, whereabouts: Whereabouts, items: tuple[Item, ...]) -> tuple[Fact, ...]:
    """What one looks for first."""
    match edition.audience:
        case Audience.HOTEL:
            return tuple(night_facts(edition))
        case Audience.DRIVER:
            return tuple(_ride_facts(edition, items))
        case Audience.HOSPITAL:
            return (*_diagnosis_facts(edition), *_course_facts(edition))
        case _:
            return (
                *_travel_facts(whereabouts),
                *_course_facts(edition),
                *_house_facts(edition),
                *_last_day_fact(safe_last_day(edition)),
            )


def agency_facts(edition: Edition) -> tuple[Fact, ...]:
    """How to reach the agency."""
    agency = edition.journey.agency
    facts = (
        (N_("Day and night"), agency.telephone_24h),
        (N_("In China"), agency.telephone_china),
        (N_("E-mail"), agency.email),
        (N_("Website"), agency.website),
    )
    reached = tuple(Fact(label=label, value=value, mono=True) for label, value in facts if value)
    return (*reached, Fact(label=N_("Address"), value=agency.address)) if agency.address else reached


def ring(edition: Edition) -> tuple[PersonLine, ...]:
    """Whom to ring: the agency first, then who interprets and who coordinates."""
    agency = agency_lines(edition)
    if edition.audience is Audience.HOTEL:
        return agency
    roles = _RING[:1] if edition.audience is Audience.DRIVER else _RING
    return (*agency, *(person_line(c) for role in roles for c in _with_role(edition, role)))


def contacts(edition: Edition) -> tuple[PersonLine, ...]:
    """Everybody to reach, the agency first, in the order of their roles."""
    if edition.audience in (Audience.DRIVER, Audience.HOTEL):
        return ring(edition)
    people = (person_line(c) for role in ContactRole for c in _with_role(edition, role))
    return (*agency_lines(edition), *people)


def _with_role(edition: Edition, role: ContactRole) -> Iterator[Contact]:
    return (contact for contact in edition.journey.contacts if contact.role is role)


def _name_fact(traveller: Traveller) -> Fact:
    return Fact(label=TRAVELLER_ROLES[traveller.role], value=traveller.full_name)


def _sign_facts(travellers: tuple[Traveller, ...]) -> Iterator[Fact]:
    for traveller in travellers:
        yield Fact(label=PASSENGER, value=traveller.full_name)
        if traveller.name_hanzi:
            yield Fact(label=N_("In Chinese"), value=traveller.name_hanzi)


def _patient_facts(patient: Traveller | None) -> Iterator[Fact]:
    if patient is None:
        return
    yield _name_fact(patient)
    if patient.name_at_hospital or patient.name_hanzi:
        yield Fact(label=N_("Name at the hospital"), value=patient.name_at_hospital or patient.name_hanzi)
    if patient.born_on is not None:
        yield Fact(label=N_("Born"), value=Birthday(patient.born_on))
    if patient.nationality:
        yield Fact(label=N_("Nationality"), value=Country(patient.nationality))
    if patient.current_passport is not None:
        yield Fact(label=N_("Passport"), value=patient.current_passport.number, mono=True)
    if patient.telephone_in_china:
        yield Fact(label=N_("Telephone in China"), value=patient.telephone_in_china, mono=True)


def _diagnosis_facts(edition: Edition) -> Iterator[Fact]:
    for diagnosis in edition.journey.diagnoses:
        if diagnosis.summary or diagnosis.site:
            yield Fact(label=N_("Diagnosis as stated"), value=diagnosis.summary or diagnosis.site)
        if diagnosis.icd10:
            yield Fact(label=N_("ICD-10"), value=diagnosis.icd10, mono=True)


def _ride_facts(edition: Edition, items: tuple[Item, ...]) -> Iterator[Fact]:
    """How many rides, from when to when; where there are none, that there are none: no day follows it."""
    if items:
        yield Fact(label=N_("Number of rides"), value=len(items))
        yield Fact(label=N_("First ride"), value=items[0].on)
        yield Fact(label=N_("Last ride"), value=items[-1].on)
    else:
        yield Fact(label=N_("Number of rides"), value=_no_ride(edition))


def _no_ride(edition: Edition) -> Message:
    if has_ride_without_day(edition):
        return N_("A ride is entered, but no day for it yet.")
    if edition.recipient:
        return N_("No ride is entered for this driver.")
    return N_("No ride is entered.")


def _travel_facts(whereabouts: Whereabouts) -> Iterator[Fact]:
    if whereabouts.span is not None:
        yield Fact(label=N_("Leave home"), value=whereabouts.leaves or TO_BE_CONFIRMED)
        yield Fact(label=N_("Back home"), value=whereabouts.returns or TO_BE_CONFIRMED)


def _course_facts(edition: Edition) -> Iterator[Fact]:
    for course in edition.journey.courses:
        centre = edition.place(course.centre)
        if centre is not None:
            yield Fact(label=N_("Treatment centre"), value=centre.name)
        yield Fact(label=N_("Treatment"), value=MODALITIES[course.modality])
        yield from _session_facts(course)


def _session_facts(course: Course) -> Iterator[Fact]:
    total = total_of(course)
    if total is not None:
        yield Fact(label=N_("Sessions"), value=total)
    days = sorted(fraction.starts.date for fraction in course.fractions if fraction.stands)
    if days:
        yield Fact(label=N_("First session"), value=days[0])
        yield Fact(label=N_("Last session"), value=days[-1])


def _house_facts(edition: Edition) -> Iterator[Fact]:
    ids = dict.fromkeys(stay.place for stay in edition.stays)
    for place in (edition.place(id) for id in ids):
        if place is not None:
            yield Fact(label=N_("Where you stay"), value=place.name)


def _last_day_fact(day: dt.date | None) -> Iterator[Fact]:
    if day is not None:
        yield Fact(label=N_("Last day you may be in the country"), value=day)
