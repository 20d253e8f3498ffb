"""Whom of a journey a name stands for."""

from __future__ import annotations

from planner.record.agency import Agency
from planner.record.contact import Contact
from planner.record.journey import Journey
from planner.record.place import Place
from planner.record.text import Text, is_same_name, same
from planner.record.traveller import Traveller

Bearer = Traveller | Agency | Contact | Place


def bearer(journey: Journey, name: Text) -> Bearer | None:
    """Who or what of a journey bears ``name``; ``None`` where nobody does.

    A traveller is known by the name in the passport, in either order, and in hanzi; by what they are called
    where nobody else bears it; by a given name alone not at all. The agency stands for its case managers too.
    """
    agency = journey.agency
    known: tuple[tuple[Bearer, tuple[Text, ...]], ...] = (
        *((one, _full_names(one)) for one in journey.travellers),
        (agency, (agency.name, *(one.name for one in agency.case_managers))),
        *((one, (one.name,)) for one in journey.contacts),
        *((one, (one.name,)) for one in journey.places),
        *((one, _familiar_names(one)) for one in journey.travellers),
    )
    return next((one for one, names in known if any(is_same_name(name, it) for it in names)), None)


def _full_names(person: Traveller) -> tuple[Text, ...]:
    other_order = f"{person.given_names} {person.surname}"
    return tuple(map(same, (person.full_name, other_order, person.name_hanzi, person.name_at_hospital)))


def _familiar_names(person: Traveller) -> tuple[Text, ...]:
    if not person.preferred_name:
        return ()
    return same(person.preferred_name), same(f"{person.preferred_name} {person.surname}")
