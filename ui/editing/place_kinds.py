"""What kind of place a new one is, made while one picks it: what the field that wants it says, no guess."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from planner.record.course import Course
from planner.record.journey import Journey
from planner.record.leg import Leg, LegMode
from planner.record.mdt import MdtMeeting
from planner.record.place import Place, PlaceKind
from planner.record.stay import Stay, StayKind
from ui.fields.field import FieldContext, Known

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
_OF_FIELD: Mapping[tuple[type, str], PlaceKind] = {
    (Course, "centre"): PlaceKind.PROTON_CENTRE,
    (Journey, "referring_hospital"): PlaceKind.HOSPITAL,
    (MdtMeeting, "hospital"): PlaceKind.HOSPITAL,
}


def knowing(
    context: FieldContext, owner: type, field: str, value_of: Callable[[str], Any] | None = None
) -> FieldContext:
    """``context`` for a field of ``owner``: a place made from it begins with its kind, which may be changed.

    ``value_of`` gives what stands in the fields beside it.
    """
    make = context.make
    if make is None or not _says_kind(owner, field):
        return context

    def make_of_kind(cls: type, words: str, then: Callable[[str], None], known: Known = ()) -> None:
        kind = _kind(owner, field, value_of) if cls is Place else None
        make(cls, words, then, (*known, ("kind", kind)) if kind is not None else known)

    return replace(context, make=make_of_kind)


def _says_kind(owner: type, field: str) -> bool:
    by_others = (owner is Leg and field in ("origin", "destination")) or (owner is Stay and field == "place")
    return by_others or (owner, field) in _OF_FIELD


def _kind(owner: type, field: str, value_of: Callable[[str], Any] | None) -> PlaceKind | None:
    if value_of is not None and owner is Leg:
        return _OF_MODE.get(value_of("mode"))
    if value_of is not None and owner is Stay:
        return _OF_STAY.get(value_of("kind"))
    return _OF_FIELD.get((owner, field))
