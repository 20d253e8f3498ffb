"""Travel: flights, trains and nights; the many short rides and what is kept as a fallback are folded away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from planner.itinerary.item import Item, ItemKind, Itinerary
from planner.message import N_, NN_
from planner.record.journey import Journey
from ui import labels
from ui.journey.item_rows import items_of, row, unplaced
from ui.journey.row import Block, Row, Rows
from ui.journey.unfolding import what_unfolds

_LONG = frozenset(
    {ItemKind.FLIGHT, ItemKind.TRAIN, ItemKind.FERRY, ItemKind.COACH, ItemKind.CHECK_IN, ItemKind.CHECK_OUT}
)
_SHORT = frozenset({ItemKind.CAR, ItemKind.WALK})


def travel(journey: Journey, itinerary: Itinerary, today: dt.date) -> Iterator[Block]:
    """One list in order of time."""
    fallbacks = {str(stay.id) for stay in journey.stays if stay.is_fallback}
    rows = tuple(_row(item, fallbacks) for item in items_of(itinerary, _LONG | _SHORT))
    rows += unplaced(journey, (*journey.legs, *journey.stays), rows)
    folded = sum(r.folded for r in rows)
    if rows:
        more = what_unfolds(
            rows,
            NN_("{count} ride or fallback", "{count} rides and fallbacks", folded),
            NN_("{count} more ride or fallback", "{count} more rides and fallbacks", folded),
        )
        yield Rows(rows=rows, more=more)
    places = tuple(
        Row(
            title=place.name or N_("A place without a name"),
            details=(labels.name(place.kind), *((place.city,) if place.city else ())),
            folded=True,
            subject=place.id,
        )
        for place in journey.places
    )
    if places:
        more = NN_("{count} more place of this journey", "{count} more places of this journey", len(places))
        yield Rows(heading=N_("Places"), rows=places, more=more)


def _row(item: Item, fallbacks: set[str]) -> Row:
    made = row(item, folded=item.kind in _SHORT or item.subject in fallbacks)
    return replace(made, details=(N_("fallback"), *made.details)) if item.subject in fallbacks else made
