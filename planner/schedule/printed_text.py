"""The texts of a journey that print, and with which thing and day each belongs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
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


def printed_texts(outline: Outline) -> Iterator[PrintedText]:
    """Every text of the journey that prints and has words, things that were cancelled left out."""
    journey = outline.journey
    yield from _of(journey.agency, None)
    for manager in journey.agency.case_managers:
        if manager.id == journey.case_manager:
            yield from _of(manager, None)
    for whole in (journey.places, journey.contacts, journey.travellers, journey.diagnoses):
        for thing in whole:
            yield from _of(thing, None)
    for document in journey.documents:
        yield from _of(document, document.needed_by)
    for leg in outline.legs:
        yield from _of(leg, outline.day_of(leg))
    for stay in outline.stays:
        yield from _of(stay, outline.date_there(stay.leaves) if stay.leaves else None)
    for meeting in journey.mdt_meetings:
        yield from _of(meeting, outline.day_of(meeting))
    for appointment in outline.appointments:
        if appointment.state is AppointmentState.PLANNED:
            yield from _of(appointment, outline.day_of(appointment))
    for course in journey.courses:
        yield from _of(course, None)
        for session in outline.sessions(course):
            if session.room or session.missed_words:
                yield from _of(session, outline.day_of(session))


def _of(thing: Thing, until: dt.date | None) -> Iterator[PrintedText]:
    for field, text in _texts(thing):
        yield PrintedText(thing, field, text, until)


def _texts(value: Any) -> Iterator[tuple[str, Text]]:
    """The texts with words in the printed fields of a value, those within lists under the list's name."""
    for field in PRINTED[type(value)]:
        held = getattr(value, field)
        if isinstance(held, Text):
            if held.wording and held:
                yield field, held
        else:
            for one in held:
                if isinstance(one, Text):
                    if one:
                        yield field, one
                else:
                    for _, text in _texts(one):
                        yield field, text
