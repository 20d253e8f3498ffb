"""Address cards to show a driver: every place the items lead to, each once."""

from __future__ import annotations

from planner.itinerary.edition import Edition
from planner.itinerary.item import Item, ItemKind, PlaceLine
from planner.itinerary.places import card_of
from planner.record.consent import Audience
from planner.record.place import PlaceKind

_NO_CARD = (PlaceKind.HOME,)
#: What names a place that one need not go to.
_NOT_VISITED = (ItemKind.PAYMENT, ItemKind.DOCUMENT)


def addresses(edition: Edition, items: tuple[Item, ...]) -> tuple[PlaceLine, ...]:
    """The places of the items in the country of treatment, in the order one comes to them.

    A driver's copy has those of the rides alone, a hotel's and a hospital's none: they know where they are.
    """
    if edition.audience in (Audience.HOTEL, Audience.HOSPITAL):
        return ()
    visited = (item for item in items if item.kind not in _NOT_VISITED)
    lines = (line for item in visited for line in (item.place, item.to_place) if line is not None)
    cards: dict[str, PlaceLine] = {}
    for id in dict.fromkeys(line.place for line in lines):
        place = edition.place(id)
        if place is not None and place.kind not in _NO_CARD and edition.is_in_country(place):
            card = card_of(edition, place)
            cards.setdefault(card.place, card)
    return tuple(cards.values())
