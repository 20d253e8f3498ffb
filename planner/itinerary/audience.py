"""What each audience may see, and whether a copy may be made for it at all.

Each copy is composed of the parts its reader may see, so that nothing is hidden in it (NZ HIPC rule 12;
PIPL articles 28–29, 38–39; product 4, "copies by audience").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from planner.message import N_, Message
from planner.record.consent import Audience, Consent, DataCategory
from planner.record.contact import ContactRole
from planner.record.journey import Journey
from planner.record.place import PlaceKind
from planner.record.text import Text
from planner.record.traveller import Traveller


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """Which parts a copy is composed of, beside its items.

    ``free_days`` says whether days without anything are told as well. ``needs`` is what each person on it
    must have agreed to, ``patient_only`` whether that is the patient alone.
    """

    course: bool = False
    stays: bool = False
    checklists: bool = False
    phrases: bool = False
    cards: bool = False
    free_days: bool = False
    needs: frozenset[DataCategory] = frozenset()
    patient_only: bool = False


SIGHTS: dict[Audience, Sight] = {
    Audience.PATIENT: Sight(
        course=True, stays=True, checklists=True, phrases=True, cards=True, free_days=True
    ),
    Audience.COMPANION: Sight(
        course=True,
        stays=True,
        checklists=True,
        phrases=True,
        cards=True,
        free_days=True,
        needs=frozenset({DataCategory.IDENTITY, DataCategory.HEALTH, DataCategory.TRAVEL}),
        patient_only=True,
    ),
    Audience.HOSPITAL: Sight(
        course=True,
        cards=True,
        needs=frozenset({DataCategory.IDENTITY, DataCategory.HEALTH}),
        patient_only=True,
    ),
    Audience.DRIVER: Sight(needs=frozenset({DataCategory.TRAVEL})),
    Audience.HOTEL: Sight(needs=frozenset({DataCategory.IDENTITY, DataCategory.PASSPORT})),
    Audience.AGENCY: Sight(
        course=True, stays=True, checklists=True, phrases=True, cards=True, free_days=True
    ),
}

_HOSPITALS = (PlaceKind.HOSPITAL, PlaceKind.PROTON_CENTRE, PlaceKind.CLINIC)
_HOUSES = (PlaceKind.HOTEL, PlaceKind.FLAT)

RECIPIENTS: dict[Audience, Message] = {
    Audience.PATIENT: N_("the patient"),
    Audience.COMPANION: N_("the companion"),
    Audience.HOSPITAL: N_("the hospital"),
    Audience.DRIVER: N_("the driver"),
    Audience.HOTEL: N_("the hotel"),
    Audience.AGENCY: N_("the agency"),
}

CATEGORIES: dict[DataCategory, Message] = {
    DataCategory.IDENTITY: N_("who they are"),
    DataCategory.PASSPORT: N_("passport"),
    DataCategory.CONTACT_DETAILS: N_("how to reach them"),
    DataCategory.HEALTH: N_("health"),
    DataCategory.IMAGES: N_("images"),
    DataCategory.TREATMENT: N_("treatment"),
    DataCategory.TRAVEL: N_("travel"),
    DataCategory.MONEY: N_("money"),
}


def refusal(journey: Journey, audience: Audience, today: dt.date, recipient: str = "") -> Message | None:
    """Why no copy may be made for ``audience`` on ``today``; ``None`` when one may.

    The patient and the agency whose record it is need no consent. Of the others, everybody the copy tells
    about must have agreed, to all that it tells; health data that goes abroad needs a consent given after
    being told that it may be less protected there. A consent for treatment data covers health data.
    ``recipient`` is the id of the driver, hotel or hospital as in ``build``: a consent that names another
    does not count then.
    """
    sight = SIGHTS[audience]
    if not sight.needs:
        return None
    if audience is Audience.COMPANION and not journey.companions:
        return N_("No companion is entered, so there is nobody to make this copy for.")
    for person in told_of(journey, sight):
        if reason := _refusal_of(journey, person, audience, sight, today, recipient):
            return reason
    return None


def allowing(
    journey: Journey, audience: Audience, today: dt.date, recipient: str = ""
) -> tuple[Consent, ...]:
    """The consents under which a copy that is not refused is handed out; none where none is needed.

    Of each person as few as cover all that the copy tells, those given for abroad first.
    """
    sight = SIGHTS[audience]
    found: list[Consent] = []
    for person in told_of(journey, sight) if sight.needs else ():
        known = consents_for(journey, person.id, audience, recipient)
        in_force = [consent for consent in known if holds(consent, today)]
        missing = sight.needs
        for consent in sorted(in_force, key=lambda consent: not consent.overseas):
            if missing & covered_by([consent]):
                found.append(consent)
                missing -= covered_by([consent])
    return tuple(found)


def consents_for(
    journey: Journey, traveller: str, audience: Audience, recipient: str = ""
) -> tuple[Consent, ...]:
    """All consents of a traveller for an audience, and for that recipient if one is named, holding or not."""
    return tuple(
        consent
        for consent in journey.consents
        if consent.traveller == traveller
        and _is_for(journey, consent, audience)
        and recipient in ("", _named(consent) or recipient)
    )


def holds(consent: Consent, today: dt.date) -> bool:
    """Whether a consent was given by ``today`` and has not been withdrawn."""
    if consent.given_on is None or consent.given_on > today:
        return False
    return consent.withdrawn_on is None or consent.withdrawn_on > today


def undated(known: Iterable[Consent], today: dt.date, wanted: frozenset[DataCategory]) -> Consent | None:
    """The last consent of ``known`` for some of ``wanted`` that is not in force, where it only lacks the day.

    ``None`` where that one was withdrawn, or is given on a later day.
    """
    open_yet = [one for one in known if not holds(one, today) and covered_by([one]) & wanted]
    if not open_yet or open_yet[-1].given_on is not None:
        return None
    withdrawn = open_yet[-1].withdrawn_on
    return open_yet[-1] if withdrawn is None or withdrawn > today else None


def undated_words(name: str | Message, recipient: Text | Message) -> Message:
    """That the consent of somebody for ``recipient`` is ``undated``."""
    return N_(
        "The consent of {name} for {recipient} is entered, but not the day on which it was given.",
        name=name,
        recipient=recipient,
    )


def _refusal_of(
    journey: Journey,
    person: Traveller,
    audience: Audience,
    sight: Sight,
    today: dt.date,
    named: str,
) -> Message | None:
    recipient = RECIPIENTS[audience]
    known = consents_for(journey, person.id, audience, named)
    in_force = [consent for consent in known if holds(consent, today)]
    missing = sight.needs - covered_by(in_force)
    if not missing:
        return _refusal_abroad(journey, person, audience, in_force)
    if undated(known, today, missing) is not None:
        return undated_words(person.full_name, recipient)
    if in_force:
        return N_(
            "{name} has not agreed that {recipient} may see this: {categories}.",
            name=person.full_name,
            recipient=recipient,
            categories=[CATEGORIES[category] for category in DataCategory if category in missing],
        )
    withdrawn = [c.withdrawn_on for c in known if c.withdrawn_on and c.withdrawn_on <= today]
    if withdrawn:
        return N_(
            "{name} withdrew consent for {recipient} on {day}.",
            name=person.full_name,
            recipient=recipient,
            day=max(withdrawn),
        )
    return N_("{name} has not given consent for {recipient}.", name=person.full_name, recipient=recipient)


def _refusal_abroad(
    journey: Journey, person: Traveller, audience: Audience, in_force: list[Consent]
) -> Message | None:
    """That health data would go abroad without a consent that allows it (NZ HIPC rule 12)."""
    at_home = not person.home_zone or person.home_zone == journey.zone
    if audience is not Audience.HOSPITAL or at_home:
        return None
    abroad = [consent for consent in in_force if consent.overseas]
    if DataCategory.HEALTH in covered_by(abroad):
        return None
    return N_(
        "{name} has not agreed that health data goes abroad, to {recipient}, where it may be less protected.",
        name=person.full_name,
        recipient=RECIPIENTS[audience],
    )


def _named(consent: Consent) -> str:
    """The place or contact that a consent names, ``""`` for none."""
    return consent.recipient_place or consent.recipient_contact or ""


def told_of(journey: Journey, sight: Sight) -> tuple[Traveller, ...]:
    """Those whom a copy tells about, who have to agree."""
    if sight.patient_only:
        return (journey.patient,) if journey.patient else ()
    return journey.travellers


def covered_by(consents: Iterable[Consent]) -> frozenset[DataCategory]:
    """What consents cover together; one for treatment data covers health data."""
    covered = {category for consent in consents for category in consent.categories}
    return frozenset(covered | ({DataCategory.HEALTH} if DataCategory.TREATMENT in covered else set()))


def _is_for(journey: Journey, consent: Consent, audience: Audience) -> bool:
    """Whether a consent names an audience, or a recipient of that kind."""
    if consent.audience is not None:
        return consent.audience is audience
    place = next((p.kind for p in journey.places if p.id == consent.recipient_place), None)
    contact = next((c.role for c in journey.contacts if c.id == consent.recipient_contact), None)
    match audience:
        case Audience.HOSPITAL:
            return place is not None and place in _HOSPITALS
        case Audience.HOTEL:
            return place is not None and place in _HOUSES
        case Audience.DRIVER:
            return contact is ContactRole.DRIVER
        case _:
            return False
