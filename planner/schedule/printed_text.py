"""The texts of a journey that print, and with which thing and day each belongs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planner.record.agency import Agency, CaseManager
from planner.record.appointment import Appointment, AppointmentState, Preparation
from planner.record.contact import Contact
from planner.record.course import Course
from planner.record.diagnosis import Diagnosis
from planner.record.document import Document
from planner.record.fraction import Fraction
from planner.record.leg import Leg
from planner.record.mdt import MdtMeeting
from planner.record.place import Place
from planner.record.stay import Stay
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.traveller import Allergy, EmergencyContact, Traveller

if TYPE_CHECKING:
    from planner.schedule.outline import Outline

#: The fields that print, in the order people read them. Medicines have a rule of their own.
PRINTED: dict[type, tuple[str, ...]] = {
    Agency: ("name", "address", "disclaimer"),
    CaseManager: ("name",),
    Place: ("name", "address", "department", "floor", "room", "entrance", "emergency_entrance", "city"),
    Contact: ("name", "title", "vehicle"),
    Traveller: ("relationship", "mobility", "diet", "allergies", "emergency_contacts"),
    Allergy: ("substance", "reaction"),
    EmergencyContact: ("relationship",),
    Diagnosis: ("site", "stage", "summary"),
    Document: ("title",),
    Leg: ("origin_detail", "destination_detail", "carrier", "cabin", "baggage", "instructions"),
    Stay: ("room_type",),
    MdtMeeting: ("questions",),
    Appointment: ("title", "room", "preparations", "bring"),
    Preparation: ("words",),
    Course: ("site", "room"),
    Fraction: ("room", "missed_words"),
}


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A text that is not empty, of ``field`` of ``thing``, and the last day it is of use, if there is one."""

    thing: Thing
    field: str
    text: Text
    until: dt.date | None


def printed_texts(outline: Outline) -> tuple[PrintedText, ...]:
    """Every text of the journey that prints and has words, things that were cancelled left out."""
    journey = outline.journey
    found: list[PrintedText] = []
    _add(found, journey.agency, None)
    for manager in journey.agency.case_managers:
        if manager.id == journey.case_manager:
            _add(found, manager, None)
    for whole in (journey.places, journey.contacts, journey.travellers, journey.diagnoses):
        for thing in whole:
            _add(found, thing, None)
    for document in journey.documents:
        _add(found, document, document.needed_by)
    for leg in outline.legs:
        _add(found, leg, outline.day_of(leg))
    for stay in outline.stays:
        _add(found, stay, outline.date_there(stay.leaves) if stay.leaves else None)
    for meeting in journey.mdt_meetings:
        _add(found, meeting, outline.day_of(meeting))
    for appointment in outline.appointments:
        if appointment.state is AppointmentState.PLANNED:
            _add(found, appointment, outline.day_of(appointment))
    for course in journey.courses:
        _add(found, course, None)
        for session in outline.sessions(course):
            if session.room or session.missed_words:
                _add(found, session, outline.day_of(session))
    return tuple(found)


def _add(found: list[PrintedText], thing: Thing, until: dt.date | None) -> None:
    for field in PRINTED[type(thing)]:
        held = getattr(thing, field)
        if isinstance(held, Text):
            if held.wording and held:
                found.append(PrintedText(thing, field, held, until))
        elif held:
            found.extend(PrintedText(thing, field, text, until) for text in _within(held))


def _within(held: Iterable[Any]) -> Iterator[Text]:
    """The texts with words in a list of texts, or of values that hold some."""
    for one in held:
        if isinstance(one, Text):
            if one:
                yield one
        else:
            yield from (text for field in PRINTED[type(one)] if (text := getattr(one, field)))
