"""Everything done with one person's data, over every journey the person travels on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.errors import InputError
from planner.itinerary.audience import SIGHTS
from planner.message import N_, Message
from planner.record.consent import Audience
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.traveller import Traveller, TravellerRole
from planner.session.event_words import sentence
from planner.store.event import EventKind, LoggedEvent

if TYPE_CHECKING:
    from planner.session.session import Session

_HANDED_OUT = (EventKind.PRINT, EventKind.SEND, EventKind.EXPORT)
_FOR_AN_AUDIENCE = (EventKind.ISSUE, *_HANDED_OUT)
_MOST = 100_000


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One thing that was done. ``at`` is in UTC; ``what`` the sentence; ``handed_out`` when data went out."""

    at: dt.datetime
    who: Text | Message
    what: Message
    kind: EventKind
    journey: JourneyId

    @property
    def handed_out(self) -> bool:
        """Whether somebody got something. Issuing a revision only makes it; each handing is its own event."""
        return self.kind in _HANDED_OUT


@dataclass(frozen=True, slots=True)
class PersonReport:
    """``lines`` are newest first. ``journeys`` are those the person travels on, by id."""

    name: str
    journeys: tuple[JourneyId, ...]
    lines: tuple[ReportLine, ...]

    def of(self, *kinds: EventKind) -> tuple[ReportLine, ...]:
        """The lines of these kinds."""
        return tuple(line for line in self.lines if line.kind in kinds)


def person_report(session: Session, journey_id: str, traveller_id: str = "") -> PersonReport:
    """The report of a traveller, without one of the patient. Raises: InputError when there is none."""
    person = find_traveller(session.journey(journey_id), traveller_id)
    names = session.accountability.names()
    lines: list[tuple[int, ReportLine]] = []
    journeys = travels_on(session, JourneyId(journey_id), person)
    for key, traveller in journeys:
        for event in session.accountability.events(journey=key, limit=_MOST):
            if _concerns(event, traveller):
                line = ReportLine(event.at, names.who(event), sentence(event, names), event.kind, key)
                lines.append((event.number, line))
    lines.sort(key=lambda numbered: -numbered[0])
    return PersonReport(person.full_name, tuple(key for key, _ in journeys), tuple(line for _, line in lines))


def find_traveller(journey: Journey, traveller_id: str) -> Traveller:
    """The traveller, ``""`` for the patient. Raises: InputError when there is none."""
    for traveller in journey.travellers:
        if traveller.id == traveller_id or (not traveller_id and traveller.role is TravellerRole.PATIENT):
            return traveller
    if not traveller_id:
        raise InputError(N_("No patient is entered in this journey."))
    raise InputError(
        N_("There is no traveller “{id}” in this journey.", id=traveller_id),
        N_("The page of people shows who travels."),
    )


def travels_on(
    session: Session, journey_id: JourneyId, person: Traveller
) -> tuple[tuple[JourneyId, Traveller], ...]:
    """Every journey on which the same person travels, this one first, and who they are on it."""
    found = [(journey_id, person)]
    for key in session.find_journeys(person.full_name) if person.full_name else []:
        if key != journey_id:
            others = session.journey(key).travellers
            found += [(key, other) for other in others if is_same_person(person, other)][:1]
    return tuple(found)


def is_same_person(one: Traveller, other: Traveller) -> bool:
    """Whether two travellers share a passport, or a name and a birthday."""
    numbers = {(p.issuing_state, p.number) for p in one.passports if p.number}
    if numbers & {(p.issuing_state, p.number) for p in other.passports}:
        return True
    same_name = one.full_name.casefold() == other.full_name.casefold()
    return same_name and one.born_on is not None and one.born_on == other.born_on


def _concerns(event: LoggedEvent, person: Traveller) -> bool:
    """Copies that tell of the patient alone are no disclosure of a companion's data."""
    if person.role is TravellerRole.PATIENT or event.kind not in _FOR_AN_AUDIENCE:
        return True
    try:
        return not SIGHTS[Audience(event.details.get("audience", ""))].patient_only
    except ValueError:
        return True
