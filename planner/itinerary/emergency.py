"""Wallet cards for an emergency: who it is, what must not be given, whom to ring, which door."""

from __future__ import annotations

from collections.abc import Iterator

from planner.itinerary.edition import Edition
from planner.itinerary.item import EmergencyCard, Fact, PersonLine, Words
from planner.itinerary.labels import EMERGENCY_NUMBERS, TO_BE_CONFIRMED
from planner.itinerary.people import agency_lines, emergency_line
from planner.itinerary.places import line_of
from planner.message import N_
from planner.record.contact import ContactRole
from planner.record.kind_names import CONTACT_ROLES
from planner.record.place import Place
from planner.record.text import Text, same
from planner.record.traveller import Allergy, AllergyStatement, Medicine, Traveller
from planner.reference.phrasebook import emergency_numbers

#: What a card says of allergies when none is entered; nobody having asked is not "none known".
_UNLISTED: dict[AllergyStatement, tuple[Words, ...] | None] = {
    AllergyStatement.NOT_STATED: None,
    AllergyStatement.NONE_KNOWN: (N_("None known"),),
    AllergyStatement.LISTED: (TO_BE_CONFIRMED,),
}


def emergency_cards(edition: Edition) -> tuple[EmergencyCard, ...]:
    """A card for each traveller whose copy it is; the companion carries the patient's as well."""
    return tuple(_card(edition, traveller) for traveller in _bearers(edition))


def number_facts() -> tuple[Fact, ...]:
    """The emergency numbers of the country of treatment."""
    return tuple(
        Fact(label=EMERGENCY_NUMBERS[number.service], value=number.number, mono=True)
        for number in emergency_numbers()
    )


def _bearers(edition: Edition) -> tuple[Traveller, ...]:
    if edition.tells_all:
        return edition.journey.travellers
    people = dict.fromkeys(t.id for t in (edition.reader, edition.journey.patient) if t is not None)
    return tuple(t for t in edition.journey.travellers if t.id in people)


def _card(edition: Edition, traveller: Traveller) -> EmergencyCard:
    hospital = _hospital(edition)
    is_patient = traveller is edition.journey.patient
    own = edition.tells_all or traveller is edition.reader
    passport = traveller.current_passport if own else None
    return EmergencyCard(
        traveller=traveller.full_name,
        name_hanzi=traveller.name_hanzi,
        born_on=traveller.born_on,
        nationality=traveller.nationality,
        passport_number=passport.number if passport else "",
        languages=traveller.languages,
        condition=_condition(edition) if is_patient else None,
        allergies=_allergies(traveller),
        medicines=tuple(_medicine(medicine) for medicine in traveller.medicines),
        contacts=(
            *map(emergency_line, traveller.emergency_contacts),
            *_insurers(traveller),
            *agency_lines(edition),
        ),
        hospital=line_of(edition, hospital) if hospital else None,
        emergency_entrance=hospital.emergency_entrance if hospital else Text(),
        numbers=number_facts(),
    )


def _insurers(traveller: Traveller) -> Iterator[PersonLine]:
    """The help lines of the policies a traveller holds."""
    for policy in traveller.insurance:
        if policy.assistance_telephone:
            yield PersonLine(
                name=same(policy.insurer),
                role=CONTACT_ROLES[ContactRole.INSURER],
                telephone=policy.assistance_telephone,
            )


def _allergies(traveller: Traveller) -> tuple[Words, ...] | None:
    """As stated; where there are some and nobody has entered which, that much is said."""
    if traveller.allergies:
        return tuple(map(_allergy, traveller.allergies))
    return _UNLISTED[traveller.allergy_statement]


def _allergy(allergy: Allergy) -> Words:
    if not allergy.reaction:
        return allergy.substance
    return N_("{substance} ({reaction})", substance=allergy.substance, reaction=allergy.reaction)


def _medicine(medicine: Medicine) -> Words:
    if not medicine.dose:
        return medicine.name
    return N_("{medicine}, {dose}", medicine=medicine.name, dose=medicine.dose)


def _condition(edition: Edition) -> Words | None:
    stated = edition.journey.diagnoses[-1:]
    return next((d.summary or d.site for d in stated if d.summary or d.site), None)


def _hospital(edition: Edition) -> Place | None:
    """Where to be taken: the centre of the course, else the referring hospital."""
    centres = (edition.place(course.centre) for course in edition.journey.courses)
    found = next((centre for centre in centres if centre is not None), None)
    return found or edition.place(edition.journey.referring_hospital)
