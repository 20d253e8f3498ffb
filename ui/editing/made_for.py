"""What a place or person made while one picks it begins with: what the field that wants it says, no guess."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from planner.record.appointment import Appointment
from planner.record.contact import Contact, ContactRole
from planner.record.course import Course
from planner.record.fraction import Fraction
from planner.record.journey import Journey
from planner.record.leg import Leg, LegMode
from planner.record.mdt import Attendant, MdtMeeting, Opinion
from planner.record.place import Place, PlaceKind
from planner.record.stay import Stay, StayKind
from ui.fields.field import FieldContext, Known

#: A field: the class that has it, and its name.
_Key = tuple[type, str]

#: The kind of place, and the role of a person, that a field asks for.
_OF_FIELD: Mapping[_Key, PlaceKind | ContactRole] = {
    (Course, "centre"): PlaceKind.PROTON_CENTRE,
    (Journey, "referring_hospital"): PlaceKind.HOSPITAL,
    (MdtMeeting, "hospital"): PlaceKind.HOSPITAL,
    # Who prescribes proton or carbon therapy, its second session of a day and its pauses
    (Course, "clinician"): ContactRole.RADIATION_ONCOLOGIST,
    (Course, "tolerance_stated_by"): ContactRole.RADIATION_ONCOLOGIST,
    (Fraction, "second_session_clinician"): ContactRole.RADIATION_ONCOLOGIST,
    **{(cls, "interpreter"): ContactRole.INTERPRETER for cls in (Appointment, Fraction, MdtMeeting)},
    **{(cls, "driver"): ContactRole.DRIVER for cls in (Appointment, Fraction, Leg)},
}
_OF_MODE: Mapping[Any, PlaceKind] = {
    LegMode.FLIGHT: PlaceKind.AIRPORT,
    LegMode.TRAIN: PlaceKind.STATION,
}
_OF_STAY: Mapping[Any, PlaceKind] = {
    StayKind.HOTEL: PlaceKind.HOTEL,
    StayKind.FLAT: PlaceKind.FLAT,
    StayKind.WARD: PlaceKind.HOSPITAL,
    StayKind.FAMILY: PlaceKind.HOME,
}
#: For fields whose field beside them says it: that one, and what each of its values says.
_OF_FIELD_BESIDE: Mapping[_Key, tuple[str, Mapping[Any, PlaceKind | ContactRole]]] = {
    (Leg, "origin"): ("mode", _OF_MODE),
    (Leg, "destination"): ("mode", _OF_MODE),
    (Stay, "place"): ("kind", _OF_STAY),
    **{(cls, "contact"): ("role", {role: role for role in ContactRole}) for cls in (Attendant, Opinion)},
}
#: The field of what is made that says what it is.
_SAYS: Mapping[type, str] = {Place: "kind", Contact: "role"}


def knowing(
    context: FieldContext, owner: type, field: str, value_of: Callable[[str], Any] | None = None
) -> FieldContext:
    """``context`` for a field of ``owner``: a place made from it begins with its kind, a person with their
    role, which may be changed.

    ``value_of`` gives what stands in the fields beside it.
    """
    make, key = context.make, (owner, field)
    if make is None or (key not in _OF_FIELD and key not in _OF_FIELD_BESIDE):
        return context

    def make_of_kind(cls: type, words: str, then: Callable[[str], None], known: Known = ()) -> None:
        kind = _kind(key, value_of) if cls in _SAYS else None
        make(cls, words, then, (*known, (_SAYS[cls], kind)) if kind is not None else known)

    return replace(context, make=make_of_kind)


def _kind(key: _Key, value_of: Callable[[str], Any] | None) -> PlaceKind | ContactRole | None:
    if key in _OF_FIELD:
        return _OF_FIELD[key]
    beside, said = _OF_FIELD_BESIDE[key]
    return said.get(value_of(beside)) if value_of is not None else None
