"""The consent that lets something go which is refused: one of the record, or what is known of a new one."""

from __future__ import annotations

import datetime as dt

from planner.itinerary.audience import SIGHTS, consents_for, covered_by, refusal, told_of, undated
from planner.itinerary.disclosure import Leaving, asked, consents_naming, is_abroad
from planner.itinerary.receiving import copy_leaving
from planner.record.consent import Audience, Consent, DataCategory, DisclosureKind
from planner.record.ids import ContactId, PlaceId
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.record.text import Text
from planner.record.traveller import Traveller
from planner.rules.finding import EnterNew, OpenField

_HEALTH = frozenset({DataCategory.HEALTH, DataCategory.IMAGES})


def consent_for(journey: Journey, leaving: Leaving, on: dt.date) -> OpenField | EnterNew | None:
    """Where to enter what ``why_not`` finds lacking; ``None`` where nothing is.

    A consent that was withdrawn or never given is gone to, and so is one that lacks only the day on which it
    was given, or the word that health data goes abroad. Else a new one begins with who has to agree, to what,
    for which recipient.
    """
    for person in asked(journey, leaving):
        known = consents_naming(journey, leaving, person)
        in_force = [one for one in known if one.holds(on)]
        missing = leaving.categories - covered_by(in_force)
        lacks_day = undated(known, on, missing)
        if lacks_day is not None:
            return OpenField(Subject.of(lacks_day, "given_on"))
        if missing and known and not in_force:
            return _lapsed(known[-1], on)
        if missing:
            return EnterNew(Subject.of(journey, "consents"), _begun(leaving, person, missing))
        health = leaving.categories & _HEALTH
        abroad = covered_by(one for one in in_force if one.overseas)
        if not health <= abroad and is_abroad(journey, leaving, person):
            lacking = [one for one in in_force if not one.overseas and covered_by([one]) & health]
            return OpenField(Subject.of((lacking or in_force)[-1], "overseas"))
    return None


def consent_for_copy(
    journey: Journey, audience: Audience, on: dt.date, recipient: str = ""
) -> OpenField | EnterNew | None:
    """Where to enter what lets a copy for ``audience`` be made at all; as ``audience.refusal``."""
    sight = SIGHTS[audience]
    by_contact = audience is Audience.DRIVER
    leaving = Leaving(
        kind=DisclosureKind.PRINT,
        people=tuple(one.id for one in told_of(journey, sight)),
        categories=sight.needs,
        audience=audience,
        place=PlaceId(recipient) if recipient and not by_contact else None,
        contact=ContactId(recipient) if recipient and by_contact else None,
    )
    return consent_for(journey, leaving, on)


def consent_to(
    journey: Journey, audience: Audience, name: Text, on: dt.date, recipient: str = ""
) -> OpenField | EnterNew | None:
    """Where to enter what lets ``name`` be given a copy for ``audience``; as ``receiving.refusal_to``."""
    if refusal(journey, audience, on, recipient) is not None:
        return consent_for_copy(journey, audience, on, recipient)
    leaving = copy_leaving(journey, audience, name, recipient)
    if leaving is not None:
        return consent_for(journey, leaving, on)
    patient = journey.patient
    known = consents_for(journey, patient.id, Audience.COMPANION) if patient is not None else ()
    lapsed = [one for one in known if not one.holds(on)]
    return _lapsed(lapsed[-1], on) if lapsed else None


def _lapsed(consent: Consent, on: dt.date) -> OpenField:
    withdrawn = consent.withdrawn_on is not None and consent.withdrawn_on <= on
    return OpenField(Subject.of(consent, "withdrawn_on" if withdrawn else "given_on"))


def _begun(
    leaving: Leaving, person: Traveller, missing: frozenset[DataCategory]
) -> tuple[tuple[str, object], ...]:
    """What is known of a consent nobody has given; what is not, such as a name, is left out."""
    to = (
        ("audience", leaving.audience),
        ("recipient_contact", leaving.contact),
        ("recipient_place", leaving.place),
        ("recipient_name", leaving.name or None),
    )
    categories = tuple(one for one in DataCategory if one in missing)
    known = tuple((name, value) for name, value in to if value is not None)
    return ("traveller", person.id), *known, ("categories", categories)
