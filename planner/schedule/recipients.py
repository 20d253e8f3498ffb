"""Who will be told about a patient's health: the houses of the plan, and those who interpret there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from planner.record.appointment import AppointmentState
from planner.record.consent import Audience, Consent, DataCategory
from planner.record.contact import Contact
from planner.record.place import Place, PlaceKind
from planner.record.thing import Thing
from planner.schedule.outline import Outline

_HOSPITALS = (PlaceKind.HOSPITAL, PlaceKind.PROTON_CENTRE, PlaceKind.CLINIC)


class Recipient(NamedTuple):
    """A house or an interpreter, the next day they are met (``None`` while not fixed), and what for."""

    who: Place | Contact
    on: dt.date | None
    thing: Thing


def recipients(outline: Outline, today: dt.date) -> tuple[Recipient, ...]:
    """Everybody in the country of treatment who will be told, each once, with the next day."""
    found: dict[str, Recipient] = {}
    for recipient in _met(outline, today):
        known = found.get(recipient.who.id)
        if known is None or (recipient.on or dt.date.max) < (known.on or dt.date.max):
            found[recipient.who.id] = recipient
    return tuple(found.values())


def consents_to(outline: Outline, traveller: str, recipient: Place | Contact) -> tuple[Consent, ...]:
    """All consents of ``traveller`` that health information goes to ``recipient``, holding or not."""
    return tuple(
        consent
        for consent in outline.journey.consents
        if consent.traveller == traveller
        and not {DataCategory.HEALTH, DataCategory.TREATMENT}.isdisjoint(consent.categories)
        and _names(outline, consent, recipient)
    )


def _names(outline: Outline, consent: Consent, recipient: Place | Contact) -> bool:
    if isinstance(recipient, Contact):
        return consent.recipient_contact == recipient.id
    if consent.recipient_place is None:
        return consent.audience is Audience.HOSPITAL and consent.recipient_contact is None
    named = house(outline, consent.recipient_place)
    return named is not None and named.id == recipient.id


def house(outline: Outline, place: str | None) -> Place | None:
    """The house that a department is part of, or the place itself."""
    seen = set()
    found = outline.places.get(place) if place else None
    while found is not None and found.within and found.within in outline.places and found.id not in seen:
        seen.add(found.id)
        found = outline.places[found.within]
    return found


def _met(outline: Outline, today: dt.date) -> Iterator[Recipient]:
    journey = outline.journey
    for course in journey.courses:
        sessions = outline.sessions(course)
        days = [outline.date_there(one.starts) for one in sessions]
        coming = [day for day in days if day >= today]
        if coming or not sessions:
            yield from _at(outline, course.centre, min(coming, default=None), course)
    for meeting in journey.mdt_meetings:
        on = outline.day_of(meeting)
        if on is None or on >= today:
            yield from _at(outline, meeting.hospital, on, meeting)
            yield from _with(outline, meeting.interpreter, on, meeting)
    for appointment in outline.appointments:
        on = outline.day_of(appointment)
        if appointment.state is AppointmentState.PLANNED and on is not None and on >= today:
            yield from _at(outline, appointment.place, on, appointment)
            yield from _with(outline, appointment.interpreter, on, appointment)


def _at(outline: Outline, place: str | None, on: dt.date | None, thing: Thing) -> Iterator[Recipient]:
    found = house(outline, place)
    if found is not None and found.kind in _HOSPITALS and outline.is_inside(found.id):
        yield Recipient(found, on, thing)


def _with(outline: Outline, contact: str | None, on: dt.date | None, thing: Thing) -> Iterator[Recipient]:
    found = outline.contacts.get(contact) if contact else None
    if found is not None:
        yield Recipient(found, on, thing)
