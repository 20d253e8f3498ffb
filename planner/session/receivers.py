"""Who a copy is likely to be handed to, so that nobody types a name that the record knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planner.itinerary.audience import SIGHTS
from planner.itinerary.edition import default_recipient
from planner.record.consent import Audience
from planner.record.contact import ContactRole
from planner.record.journey import Journey
from planner.record.place import PlaceKind
from planner.record.text import Text, is_same_name, same
from planner.record.traveller import Traveller
from planner.session.output import PrintOptions

__all__ = ["Recipient", "is_same_name", "readers", "receivers", "recipients_of"]

_HOSPITALS = (PlaceKind.HOSPITAL, PlaceKind.PROTON_CENTRE, PlaceKind.CLINIC)
_HOUSES = (PlaceKind.HOTEL, PlaceKind.FLAT)


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person or a house, by its id in the journey and its name."""

    id: str
    name: Text


def readers(journey: Journey, audience: Audience) -> tuple[Recipient, ...]:
    """Whose days a copy may tell: the companions each have one of their own, else the patient's alone."""
    people = journey.companions if audience is Audience.COMPANION else ()
    return tuple(Recipient(person.id, _name(person)) for person in people)


def recipients_of(journey: Journey, audience: Audience) -> tuple[Recipient, ...]:
    """The drivers, hotels or hospitals that a copy can be made for, the likeliest first."""
    found: list[Recipient] = []
    if audience is Audience.DRIVER:
        found = [Recipient(c.id, c.name) for c in journey.contacts if c.role is ContactRole.DRIVER]
    elif audience in (Audience.HOTEL, Audience.HOSPITAL):
        kinds = _HOUSES if audience is Audience.HOTEL else _HOSPITALS
        found = [Recipient(p.id, p.name) for p in journey.places if p.kind in kinds and not p.within]
    likely = default_recipient(journey, audience)
    return tuple(sorted(found, key=lambda one: one.id != likely))


def receivers(journey: Journey, options: PrintOptions) -> tuple[Text, ...]:
    """Everybody of the journey who may be given a copy of ``options``, the likeliest first; the first is whom
    it is made for.
    """
    found: list[Text] = []
    managers = (one.name for one in journey.agency.case_managers if one.id == journey.case_manager)
    for name in (*_likely(journey, options), *managers):
        if name and not any(is_same_name(name, other) for other in found):
            found.append(name)
    return tuple(found)


def _likely(journey: Journey, options: PrintOptions) -> Iterator[Text]:
    audience = options.audience
    wanted = options.recipient or default_recipient(journey, audience)
    if audience in (Audience.DRIVER, Audience.HOTEL, Audience.HOSPITAL):
        known = recipients_of(journey, audience)
        yield from (one.name for one in known if one.id == wanted)
        yield from (one.name for one in known)
        return
    if audience is Audience.AGENCY:
        yield journey.agency.name
        yield from (one.name for one in journey.agency.case_managers)
        return
    if audience is Audience.COMPANION:
        people = sorted(journey.companions, key=lambda one: one.id != options.reader)
    else:
        people = [one for one in (journey.patient, *journey.companions) if one is not None]
    yield from (_name(one) for one in people)
    interpreters = (ContactRole.INTERPRETER, ContactRole.COORDINATOR)
    if not SIGHTS[audience].needs:
        yield from (one.name for one in journey.contacts if one.role in interpreters)


def _name(person: Traveller) -> Text:
    name = same(person.full_name)
    return name.with_wording("zh_CN", person.name_hanzi) if person.name_hanzi else name
