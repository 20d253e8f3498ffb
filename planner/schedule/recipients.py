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
    houses: dict[str, Place | None] = {}
    found: dict[str, Recipient] = {}
    for place, contact, on, thing in _met(outline, today):
        if place is not None:
            if place not in houses:
                houses[place] = _told_house(outline, place)
            _keep(found, houses[place], on, thing)
        if contact is not None:
            _keep(found, outline.contacts.get(contact), on, thing)
    return tuple(found.values())


def _keep(found: dict[str, Recipient], who: Place | Contact | None, on: dt.date | None, thing: Thing) -> None:
    if who is None:
        return
    known = found.get(who.id)
    if known is None or (on or dt.date.max) < (known.on or dt.date.max):
        found[who.id] = Recipient(who, on, thing)


def _told_house(outline: Outline, place: str) -> Place | None:
    """The hospital in the country of treatment that a place is part of, if it is one."""
    found = house(outline, place)
    return found if found and found.kind in _HOSPITALS and outline.is_inside(found.id) else None


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


def _met(outline: Outline, today: dt.date) -> Iterator[tuple[str | None, str | None, dt.date | None, Thing]]:
    """The place and the interpreter of everything to come, with its day and what it is."""
    journey = outline.journey
    for course in journey.courses:
        sessions = outline.sessions(course)
        days = [outline.date_there(one.starts) for one in sessions]
        coming = [day for day in days if day >= today]
        if coming or not sessions:
            yield course.centre, None, min(coming, default=None), course
    for meeting in journey.mdt_meetings:
        day = outline.date_there(meeting.starts) if meeting.starts else None
        if day is None or day >= today:
            yield meeting.hospital, meeting.interpreter, day, meeting
    for appointment in outline.appointments:
        if appointment.state is AppointmentState.PLANNED and appointment.starts is not None:
            day = outline.date_there(appointment.starts)
            if day >= today:
                yield appointment.place, appointment.interpreter, day, appointment
