"""What an entry of the directory is called in a list, its icon, and the groups that narrow the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from planner.message import N_, NN_, Message
from planner.record.contact import Contact, ContactRole
from planner.record.place import Place, PlaceKind
from ui import labels
from ui.alphabet import alphabet
from ui.controls.side_list import Line
from ui.desk import Desk

Entry = Place | Contact

_ICONS: dict[StrEnum, str] = {
    PlaceKind.PROTON_CENTRE: "target",
    PlaceKind.HOTEL: "bed-double",
    PlaceKind.FLAT: "bed",
    PlaceKind.HOME: "house",
    PlaceKind.AIRPORT: "plane",
    PlaceKind.STATION: "train-front",
    PlaceKind.EMBASSY: "landmark",
    PlaceKind.VISA_CENTRE: "stamp",
    PlaceKind.POLICE_STATION: "shield",
    PlaceKind.OFFICE: "building-2",
}
_HOUSES = (PlaceKind.HOSPITAL, PlaceKind.PROTON_CENTRE, PlaceKind.CLINIC)
_PERSON_ICONS: dict[ContactRole, str] = {
    ContactRole.INTERPRETER: "languages",
    ContactRole.DRIVER: "car",
    ContactRole.COORDINATOR: "phone",
    ContactRole.INSURER: "shield-check",
    ContactRole.OTHER: "user",
}
_BEDS = (PlaceKind.HOTEL, PlaceKind.FLAT, PlaceKind.HOME)
_TRAFFIC = (PlaceKind.AIRPORT, PlaceKind.STATION)
_OFFICES = (PlaceKind.EMBASSY, PlaceKind.VISA_CENTRE, PlaceKind.POLICE_STATION, PlaceKind.OFFICE)
_NOT_MEDICAL = tuple(_PERSON_ICONS)

GROUPS: dict[str, Message] = {
    "all": N_("Places and people"),
    "places": N_("All places"),
    "houses": N_("Hospitals and centres"),
    "beds": N_("Hotels, flats and homes"),
    "traffic": N_("Airports and stations"),
    "offices": N_("Embassies and offices"),
    "people": N_("All people"),
    "interpreters": N_("Interpreters"),
    "drivers": N_("Drivers"),
    "medical": N_("Doctors and nurses"),
    "coordinators": N_("Coordinators"),
    "unused": N_("Used by no journey"),
}
"""The groups that the list can be narrowed to, by key."""


def belongs(entry: Entry, group: str, used: Mapping[str, int]) -> bool:
    """Whether ``entry`` is in a group; ``used`` is how many journeys use each entry."""
    if isinstance(entry, Place):
        kinds = {"houses": _HOUSES, "beds": _BEDS, "traffic": _TRAFFIC, "offices": _OFFICES}
        if group in kinds:
            return entry.kind in kinds[group]
    else:
        roles = {
            "interpreters": (ContactRole.INTERPRETER,),
            "drivers": (ContactRole.DRIVER,),
            "coordinators": (ContactRole.COORDINATOR,),
        }
        if group in roles:
            return entry.role in roles[group]
        if group == "medical":
            return entry.role not in _NOT_MEDICAL
    if group == "unused":
        return not used.get(entry.id)
    return (
        group == "all"
        or (group == "places" and isinstance(entry, Place))
        or (group == "people" and isinstance(entry, Contact))
    )


def kind_name(entry: Entry) -> Message:
    """What sort of place it is, or what the person does."""
    return labels.name(entry.kind if isinstance(entry, Place) else entry.role)


def icon_of(entry: Entry) -> str:
    """The icon of its kind."""
    if isinstance(entry, Place):
        return _ICONS.get(entry.kind, "hospital" if entry.kind in _HOUSES else "map-pin")
    return _PERSON_ICONS.get(entry.role, "stethoscope")


def name_of(desk: Desk, entry: Entry) -> str:
    """Its name in the language of the screen, else in any; what sort of entry it is where it has none."""
    return entry.name.best(desk.language.locale) or desk.language.text(
        N_("{kind} without a name", kind=kind_name(entry))
    )


def in_order(desk: Desk, entries: Iterable[Entry]) -> list[Entry]:
    """By the names that are shown, as their readers look them up: hanzi by pinyin, written down or not."""
    sounds = alphabet(desk.language.locale)
    return sorted(entries, key=lambda entry: sounds(name_of(desk, entry)))


def line_of(desk: Desk, entry: Entry, used: Mapping[str, int], houses: Mapping[str, Place]) -> Line:
    """The row of an entry: its name, then its other name, its kind and its town or house."""
    title = name_of(desk, entry)
    other = next((words for words in entry.name.wording.values() if words and words != title), "")
    locale = desk.language.locale
    if isinstance(entry, Place):
        where = entry.city.best(locale)
    else:
        house = houses.get(entry.place or "")
        where = house.name.best(locale) if house is not None else ""
    count = used.get(entry.id, 0)
    said = desk.language.text
    parts = dict.fromkeys((other, said(kind_name(entry)), where))
    return Line(
        title=title,
        subtitle=" · ".join(part for part in parts if part),
        icon=icon_of(entry),
        pill=said(NN_("{count} journey", "{count} journeys", count)) if count else "",
    )
