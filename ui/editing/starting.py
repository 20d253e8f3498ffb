"""What stands in the form of a new thing before anything is typed: what is nearly always so, and no guess."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planner.record.appointment import Appointment
from planner.record.consent import Consent, Notice
from planner.record.document import Document, Sending
from planner.record.fraction import Fraction
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.lookup import thing
from planner.record.shape import shape_of
from planner.record.stay import Stay
from planner.record.task import Task
from planner.record.text import as_typed
from planner.record.traveller import Traveller, TravellerRole
from planner.record.visa import Entry, Visa, VisaState
from planner.rules.finding import EnterNew
from planner.session import Session


@dataclass(frozen=True, slots=True)
class Wanted:
    """A new thing that is asked for: its class, what it lies in, and what is known of it already."""

    cls: Any
    under: str = ""
    values: tuple[tuple[str, Any], ...] = ()


def newly_wanted(journey: Journey, way: EnterNew) -> Wanted:
    """What is to be entered, and in which thing of the journey it will lie."""
    owner = journey if way.subject.id == journey.id else thing(journey, way.subject.id)
    cls: Any = type(owner)
    shapes = {shape.name: shape for shape in shape_of(cls)}
    under = "" if owner is journey else way.subject.id
    known = tuple((name, value) for name, value in way.known if value is not None)
    return Wanted(shapes[way.subject.field].type, under, known)


def starting_values(wanted: Wanted, journey: Journey | None, session: Session) -> Mapping[str, Any]:
    """The values of the fields of a new thing, those that were asked for first among them."""
    found: dict[str, Any] = {
        shape.name: shape.default for shape in shape_of(wanted.cls) if not shape.required
    }
    if journey is not None:
        found.update(_of_journey(wanted, journey, session))
    found.update(dict(wanted.values))
    return found


def _of_journey(wanted: Wanted, journey: Journey, session: Session) -> dict[str, Any]:
    everybody = tuple(one.id for one in journey.travellers)
    only = {"traveller": everybody[0]} if len(everybody) == 1 else {}
    match wanted.cls:
        case cls if cls in (Leg, Stay):
            return {"travellers": everybody}
        case cls if cls is Appointment:
            patient = journey.patient
            return {"travellers": (patient.id,) if patient is not None else ()}
        case cls if cls is Traveller:
            role = TravellerRole.COMPANION if journey.patient is not None else TravellerRole.PATIENT
            return {"role": role}
        case cls if cls is Visa:
            return {"country": journey.country, **only}
        case cls if cls is Entry:
            return {"country": journey.country, **only, **_visa(journey)}
        case cls if cls in (Consent, Notice, Document):
            return only
        case cls if cls is Task:
            return {"owner": journey.case_manager}
        case cls if cls is Sending:
            return {"sent_by": journey.case_manager, "sent_on": session.office_day(journey)}
        case cls if cls is Fraction:
            return _session(wanted, journey)
    return {}


def _visa(journey: Journey) -> dict[str, Any]:
    """The only visa one can enter on, and whose it is; nothing where there are several."""
    usable = [one for one in journey.visas if one.state not in (VisaState.REFUSED, VisaState.WITHDRAWN)]
    return {"visa": usable[0].id, "traveller": usable[0].traveller} if len(usable) == 1 else {}


def _session(wanted: Wanted, journey: Journey) -> dict[str, Any]:
    course = next((one for one in journey.courses if one.id == wanted.under), None)
    if course is None:
        return {}
    number = max((one.number for one in course.fractions), default=0) + 1
    return {"number": number, "duration_minutes": course.session_minutes, "room": course.room}


def named(cls: Any, words: str, locale: str) -> tuple[tuple[str, Any], ...]:
    """The name of a new entry, from what was typed while picking one."""
    return (("title" if cls is Document else "name", as_typed(words, locale)),) if words else ()
