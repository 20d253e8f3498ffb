"""Places as they print: a department is found at the address of the house it is part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planner.itinerary.edition import Edition, known_zone
from planner.itinerary.item import PlaceLine
from planner.record.place import Place, PlaceKind
from planner.record.text import Text

#: How many houses deep a place may lie within others; a ring of places ends here.
_DEEPEST = 8
EMPTY = Text()
#: Where patients are treated.
_HOSPITALS = (PlaceKind.HOSPITAL, PlaceKind.PROTON_CENTRE, PlaceKind.CLINIC)


def place_line(edition: Edition, id: str | None, *rooms: Text) -> PlaceLine | None:
    """The place of that id with the rooms to go to, or ``None`` if there is no such place."""
    place = edition.place(id)
    if place is None:
        return None
    key = (id, *rooms)
    line = edition.lines.get(key)
    if line is None:
        line = edition.lines[key] = line_of(edition, place, *rooms)
    return line


def line_of(edition: Edition, place: Place, *rooms: Text) -> PlaceLine:
    """A place as it prints. One without an address of its own prints as a part of the place that has one."""
    house = _house(edition, place)
    inside = (place.name,) if house is not place else ()
    own = (place.department, place.floor, place.room) if not any(rooms) else (place.department, place.floor)
    return PlaceLine(
        place=place.id,
        name=house.name,
        pinyin=house.name_pinyin,
        address=house.address,
        address_pinyin=house.address_pinyin,
        where=_each_once((*inside, *own, *rooms)),
        entrance=place.entrance or house.entrance,
        telephone=place.telephone or house.telephone,
        zone=known_zone(place.zone or house.zone),
        latitude_deg=house.latitude_deg if place.latitude_deg is None else place.latitude_deg,
        longitude_deg=house.longitude_deg if place.longitude_deg is None else place.longitude_deg,
    )


def card_of(edition: Edition, place: Place, spot: Text = EMPTY) -> PlaceLine:
    """A place as a driver needs it: name, address, entrance, telephone; nothing of what is done inside.

    ``spot`` is where exactly a ride begins or ends, as written for the ride: an exit, a gate, a lobby. In a
    hospital it may be a ward; there the entrance says enough.
    """
    house = _house(edition, place)
    if is_of_hospital(edition, place):
        spot = EMPTY
    return PlaceLine(
        place=house.id,
        name=house.name,
        pinyin=house.name_pinyin,
        address=house.address,
        address_pinyin=house.address_pinyin,
        where=(spot,) if spot else (),
        entrance=place.entrance or house.entrance,
        telephone=house.telephone,
        zone=known_zone(house.zone),
        latitude_deg=house.latitude_deg,
        longitude_deg=house.longitude_deg,
    )


def is_of_hospital(edition: Edition, place: Place) -> bool:
    """Whether a place is a hospital, or a part of one."""
    return _house(edition, place).kind in _HOSPITALS or place.kind in _HOSPITALS


def houses_of(edition: Edition, id: str | None) -> Iterator[Place]:
    """A place, then each it lies within, outwards."""
    for _ in range(_DEEPEST):
        place = edition.place(id)
        if place is None:
            return
        yield place
        id = place.within


def is_hospitals(edition: Edition, place: str | None) -> bool:
    """Whether a hospital whose copy it is sees to what is in a place: its house, or any in the country."""
    houses = list(houses_of(edition, place))
    if edition.recipient:
        return any(house.id == edition.recipient for house in houses)
    return not houses or (
        edition.is_in_country(houses[0]) and any(house.kind in _HOSPITALS for house in houses)
    )


def town_or_name(place: Place | None) -> Text:
    """What a journey there is said to go to: the town of an airport or station, else the place's own name."""
    if place is None:
        return Text()
    if place.kind in (PlaceKind.AIRPORT, PlaceKind.STATION) and place.city:
        return place.city
    return place.name


def _each_once(texts: Iterable[Text]) -> tuple[Text, ...]:
    """The texts that say something, without those whose words were there already."""
    said: list[Text] = []
    for text in texts:
        if text and all(dict(text.wording) != dict(other.wording) for other in said):
            said.append(text)
    return tuple(said)


def _house(edition: Edition, place: Place) -> Place:
    """The nearest place outwards that has an address, the outermost if none has."""
    houses = tuple(houses_of(edition, place.id))
    return next((house for house in houses if house.address), houses[-1])
