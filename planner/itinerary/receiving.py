"""Whether a copy of the itinerary may be put into the hands of somebody by name, and under which consents.

``audience.refusal`` says whether a copy may be made for its reader at all; here it is about who is given it.
Whoever is given another's copy is told all that it tells, so it takes the consents for that receiver (PIPL
articles 23, 29 and 39; NZ HIPC rules 11 and 12). A copy for no name goes to its reader.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from planner.itinerary.audience import RECIPIENTS, SIGHTS, allowing, consents_for, holds, refusal
from planner.itinerary.disclosure import EVERYTHING, Leaving, consents_of, houses_of, why_not
from planner.itinerary.file_leaving import to_known, to_named
from planner.message import N_, Message
from planner.record.consent import Audience, Consent, DataCategory, DisclosureKind
from planner.record.ids import ContactId, PlaceId
from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.traveller import Traveller, TravellerRole

_WHOLE_PLAN = frozenset(
    {
        DataCategory.IDENTITY,
        DataCategory.PASSPORT,
        DataCategory.HEALTH,
        DataCategory.TRAVEL,
        DataCategory.MONEY,
    }
)
#: What the copies tell that are made for those who travel and for the agency.
_TOLD: dict[Audience, frozenset[DataCategory]] = {
    Audience.PATIENT: _WHOLE_PLAN,
    Audience.COMPANION: _WHOLE_PLAN,
    Audience.AGENCY: EVERYTHING,
}


@dataclass(frozen=True, slots=True)
class Receiving:
    """One copy in somebody's hands: who of the journey that is, and the consents that allow it."""

    place: PlaceId | None
    contact: ContactId | None
    consents: tuple[Consent, ...]


def refusal_to(
    journey: Journey, audience: Audience, name: Text, on: dt.date, recipient: str = ""
) -> Message | None:
    """Why ``name`` may not be given a copy for ``audience`` on that day; ``None`` when they may.

    ``recipient`` is the driver, hotel or hospital it is composed for, as in ``audience.refusal``.

    - Whoever works for the agency is given any copy; those who travel any that is not the agency's.
    - A companion takes the patient's copy for the patient, unless consent for companions was withdrawn.
    - A hospital's, driver's or hotel's copy is given to whoever stands there for its reader, by any name that
      the journey does not know as somebody else's.
    - Anybody else, known to the journey or not, is given a copy where those it tells about have agreed to all
      that it tells, for this receiver.
    """
    reason = refusal(journey, audience, on, recipient)
    if reason is not None:
        return reason
    leaving = copy_leaving(journey, audience, name, recipient)
    if leaving is not None:
        return why_not(journey, leaving, on)
    companion = _companion(journey, name)
    if companion is not None and audience is Audience.PATIENT:
        return _withdrawn(journey, companion, on)
    return None


def refusal_to_any(
    journey: Journey, audience: Audience, names: Iterable[Text], on: dt.date, recipient: str = ""
) -> Message | None:
    """The first reason why one of ``names`` may not be given it; as ``refusal_to``."""
    reasons = (refusal_to(journey, audience, name, on, recipient) for name in names)
    return next((reason for reason in reasons if reason is not None), None)


def receiving(
    journey: Journey, audience: Audience, name: Text, on: dt.date, recipient: str = ""
) -> Receiving:
    """How a copy that ``refusal_to`` does not refuse comes to ``name``."""
    leaving = copy_leaving(journey, audience, name, recipient)
    if leaving is not None:
        return Receiving(leaving.place, leaving.contact, consents_of(journey, leaving, on))
    by_contact = audience is Audience.DRIVER
    return Receiving(
        PlaceId(recipient) if recipient and not by_contact else None,
        ContactId(recipient) if recipient and by_contact else None,
        allowing(journey, audience, on, recipient),
    )


def copy_leaving(journey: Journey, audience: Audience, name: Text, recipient: str) -> Leaving | None:
    """What a copy is to somebody whom it was not made for; ``None`` where it goes to its reader."""
    to = to_named(journey, _opened(journey, audience), name)
    if not name or to.audience is Audience.AGENCY:
        return None
    if audience is Audience.AGENCY:
        return to
    if to.traveller is not None:
        return None
    if audience in _TOLD:
        return to
    if audience is Audience.HOSPITAL and (house := _works_at(journey, to.contact)) is not None:
        to = to_known(journey, to, place=house)
    known = to.place or to.contact
    return None if known is None or recipient in (known, *houses_of(journey, to.place)) else to


def _works_at(journey: Journey, contact: ContactId | None) -> PlaceId | None:
    return next((one.place for one in journey.contacts if one.id == contact), None)


def _opened(journey: Journey, audience: Audience) -> Leaving:
    """A copy, its receiver still open. The patient's and the hospital's tell about the patient alone."""
    told = _TOLD.get(audience, SIGHTS[audience].needs)
    if audience is not Audience.AGENCY and not journey.payments:
        told -= {DataCategory.MONEY}
    alone = audience in (Audience.PATIENT, Audience.HOSPITAL)
    people = [one.id for one in journey.travellers if not alone or one.role is TravellerRole.PATIENT]
    return Leaving(kind=DisclosureKind.PRINT, people=tuple(people), categories=told)


def _companion(journey: Journey, name: Text) -> Traveller | None:
    to = to_named(journey, _opened(journey, Audience.PATIENT), name)
    return next((one for one in journey.companions if one.id == to.traveller), None)


def _withdrawn(journey: Journey, companion: Traveller, on: dt.date) -> Message | None:
    """That the patient no longer wants a companion to be told."""
    patient = journey.patient
    if patient is None:
        return None
    known = [
        one
        for one in consents_for(journey, patient.id, Audience.COMPANION)
        if not one.recipient_name or _companion(journey, one.recipient_name) is companion
    ]
    days = [one.withdrawn_on for one in known if one.withdrawn_on and one.withdrawn_on <= on]
    if not days or any(holds(one, on) for one in known):
        return None
    return N_(
        "{name} withdrew consent for {recipient} on {day}.",
        name=patient.full_name,
        recipient=RECIPIENTS[Audience.COMPANION],
        day=max(days),
    )
