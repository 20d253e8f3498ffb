"""Whose clocks a moment of a thing is told by: those of the place where it happens, as the record has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from planner.record.appointment import Appointment
from planner.record.ids import PlaceId
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.mdt import MdtMeeting
from planner.record.place import Place
from planner.record.stay import Stay
from planner.record.visa import AddressRegistration, Entry, VisaStep
from ui.fields.field import FieldContext
from ui.fields.referred import candidates
from ui.fields.zone_names import only_zone

#: The field that holds the place, for each field that is a moment or has moments in it; a place's own zone
#: is that of its country, where that has one.
_PLACE_OF: Mapping[tuple[Any, str], str] = {
    (Appointment, "starts"): "place",
    (Appointment, "ends"): "place",
    (MdtMeeting, "starts"): "hospital",
    (MdtMeeting, "material_due"): "hospital",
    (Leg, "departs"): "origin",
    (Leg, "check_in"): "origin",
    (Leg, "clearances"): "origin",
    (Leg, "booking"): "origin",
    (Leg, "arrives"): "destination",
    (Stay, "arrives"): "place",
    (Stay, "leaves"): "place",
    (Stay, "booking"): "place",
    (VisaStep, "planned"): "place",
    (Entry, "entered"): "entry_port",
    (Entry, "registrations"): "entry_port",
    (Entry, "exited"): "exit_port",
    (AddressRegistration, "registered"): "place",
    (Place, "zone"): "country",
}


def has_place(cls: Any, field: str) -> bool:
    """Whether the moments of that field are told by the clocks of a place that stands in another field."""
    return (cls, field) in _PLACE_OF


def followers(cls: Any, field: str) -> tuple[str, ...]:
    """The fields whose moments are by the clocks of whatever place comes to stand in ``field``.

    What was written of another departure, such as a clearance for it, stays as it was written.
    """
    of_it = (name for (owner, name), place in _PLACE_OF.items() if owner is cls and place == field)
    return tuple(name for name in of_it if name not in ("clearances", "registrations"))


def zone_for(cls: Any, field: str, held: Callable[[str], Any], context: FieldContext) -> str:
    """The zone of the place that ``field`` of a ``cls`` is about; ``""`` where none is known.

    ``held`` gives what stands in another field of the thing.
    """
    place = _PLACE_OF.get((cls, field))
    if place == "country":
        return only_zone(held(place))
    return _zone_of(held(place), candidates(PlaceId, context)) if place is not None else ""


def zone_around(id: str, under: str, journey: Journey | None, context: FieldContext) -> str:
    """The zone where a thing takes place that lies in another, such as a session in its course."""
    if journey is None:
        return ""
    courses = (one for one in journey.courses if one.id == under or any(f.id == id for f in one.fractions))
    course = next(courses, None)
    return _zone_of(course.centre, candidates(PlaceId, context)) if course is not None else ""


def _zone_of(place: Any, places: Mapping[str, Place]) -> str:
    """Of the place itself, else of what it is a part of."""
    seen: set[str] = set()
    while place in places and place not in seen:
        seen.add(place)
        if places[place].zone:
            return places[place].zone
        place = places[place].within
    return ""
