"""The texts of a journey that print, and with which thing and day each belongs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

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
from planner.record.shape import shape_of
from planner.record.stay import Stay
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.traveller import Allergy, EmergencyContact, Traveller
from planner.record.when import When

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

_MOST_TOLD = 48


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A text that is not empty, of ``field`` of ``thing``, and the last day it is of use, if there is one."""

    thing: Thing
    field: str
    text: Text
    until: dt.date | None

    @property
    def words(self) -> str:
        """What it says, on one line; of a long text the beginning."""
        words = " ".join(self.text.best().split())
        return words if len(words) <= _MOST_TOLD else f"{words[: _MOST_TOLD - 1]}…"


def by_thing(
    texts: Iterable[PrintedText], today: dt.date, lacks: Callable[[Text], bool]
) -> Iterator[list[PrintedText]]:
    """Those that lack something and are of use today or later, the ones of a thing together."""
    lacking = (one for one in texts if lacks(one.text) and (one.until is None or one.until >= today))
    for _, group in groupby(lacking, key=lambda one: one.thing.id):
        yield list(group)


def lacking_texts(outline: Outline) -> tuple[PrintedText, ...]:
    """The texts that print and are not written, or not reviewed, in some language of the journey.

    Things that were cancelled, and appointments that are over, are left out.
    """
    journey = outline.journey
    gather = _Gatherer(outline)
    gather.add_shared(journey.agency)
    for manager in journey.agency.case_managers:
        if manager.id == journey.case_manager:
            gather.add_shared(manager)
    for place in journey.places:
        gather.add_shared(place)
    for contact in journey.contacts:
        gather.add_shared(contact)
    for traveller in journey.travellers:
        gather.add(traveller, None)
    for diagnosis in journey.diagnoses:
        gather.add(diagnosis, None)
    for document in journey.documents:
        gather.add(document, document.needed_by)
    for leg in outline.legs:
        gather.add(leg, leg.departs)
    for stay in outline.stays:
        gather.add(stay, stay.leaves)
    for meeting in journey.mdt_meetings:
        gather.add(meeting, meeting.starts)
    for appointment in outline.appointments:
        if appointment.state is AppointmentState.PLANNED:
            gather.add(appointment, appointment.starts)
    for course in journey.courses:
        gather.add(course, None)
        for session in outline.sessions(course):
            if session.room or session.missed_words:
                gather.add(session, session.starts)
    return tuple(gather.found)


class _Plan(NamedTuple):
    """How the printed fields of a class are read at once; ``empty`` is what each holds when nobody said."""

    names: tuple[str, ...]
    read: Callable[[Any], Any]
    empty: tuple[Any, ...]


def _plan(cls: type, names: tuple[str, ...]) -> _Plan:
    shapes = {shape.name: shape.default for shape in shape_of(cls)}
    read = attrgetter(*names) if len(names) > 1 else (lambda value: (getattr(value, names[0]),))
    return _Plan(names, read, tuple(shapes[name] for name in names))


_PLANS = {cls: _plan(cls, names) for cls, names in PRINTED.items()}


#: Entries looked at lately, by identity, with what they lack in some languages.
_lately: dict[int, tuple[Thing, frozenset[str], list[PrintedText]]] = {}
_MOST_REMEMBERED = 2048


class _Gatherer:
    """Collects the texts that lack something in one of the journey's languages."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.languages = frozenset(outline.journey.languages)
        self.found: list[PrintedText] = []

    def add(self, thing: Thing, until: When | dt.date | None) -> None:
        names, read, empty = _PLANS[type(thing)]
        for field, held, nothing in zip(names, read(thing), empty, strict=True):
            if held is nothing:
                continue
            for text in (held,) if isinstance(held, Text) else _within(held):
                if self.lacks(text):
                    last = self.outline.date_there(until) if isinstance(until, When) else until
                    self.found.append(PrintedText(thing, field, text, last))

    def add_shared(self, thing: Thing) -> None:
        """``add`` for an entry that many journeys hold, remembered by identity."""
        known = _lately.get(id(thing))
        if known is None or known[0] is not thing or known[1] != self.languages:
            before = len(self.found)
            self.add(thing, None)
            if len(_lately) >= _MOST_REMEMBERED:
                _lately.clear()
            _lately[id(thing)] = thing, self.languages, self.found[before:]
        else:
            self.found += known[2]

    def lacks(self, text: Text) -> bool:
        """Whether words are missing, or nobody has reviewed them, in some language; not for an empty text."""
        wording, reviewed, source = text.wording, text.reviewed, text.source
        for language in self.languages:
            if not wording.get(language) or (language != source and language not in reviewed):
                return bool(text)
        return False


def _within(held: Iterable[Any]) -> Iterator[Text]:
    """The texts in a list of texts, or of values that hold some."""
    for one in held:
        if isinstance(one, Text):
            yield one
        else:
            plan = _PLANS[type(one)]
            yield from plan.read(one)
