"""The order of items: by day, then by instant; the same order each time, whatever order the record keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from planner.itinerary.item import Item, ItemKind
from planner.record.when import order_key

#: Among things at one moment: what is told first, what must be over before the next can begin.
_RANKS = {
    kind: rank
    for rank, kind in enumerate(
        (
            ItemKind.NOTICE,
            ItemKind.ARRIVAL,
            ItemKind.BORDER,
            ItemKind.REGISTRATION,
            ItemKind.CHECK_OUT,
            ItemKind.WALK,
            ItemKind.CAR,
            ItemKind.COACH,
            ItemKind.TRAIN,
            ItemKind.FERRY,
            ItemKind.FLIGHT,
            ItemKind.CHECK_IN,
        )
    )
}
#: Without a time yet they still come before what the day brings after them.
_TRAVEL = (ItemKind.ARRIVAL, ItemKind.BORDER, ItemKind.TRAIN, ItemKind.FERRY, ItemKind.FLIGHT)
#: By what one leaves a town, and what brings one to it.
_DEPARTURES = (ItemKind.COACH, ItemKind.TRAIN, ItemKind.FERRY, ItemKind.FLIGHT)
_RIDES = (ItemKind.WALK, ItemKind.CAR)
_NO_TIME, _TRAVEL_TODAY, _TIMED, _TODAY, _BY = range(5)
_EARLIEST = dt.datetime.min.replace(tzinfo=dt.UTC)
_KINDS = tuple(ItemKind)


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """Items by day; within it what needs no hour, what has one by instant, what has none yet, then deadlines.

    A flight or arrival whose hour is not known comes first, since the rest of the day hangs on it. Checking
    out without an hour comes before the way to what its guests leave by on that day, if they do.
    """
    found = sorted(items, key=_key)
    for leaving in [item for item in found if item.kind is ItemKind.CHECK_OUT and item.misses_time]:
        place = found.index(leaving)
        before = _where_they_set_out(found, leaving)
        if before is not None and before < place:
            found.insert(before, found.pop(place))
    return tuple(found)


def _where_they_set_out(items: Sequence[Item], leaving: Item) -> int | None:
    """The place of the first departure of that day's with whoever leaves the house, or of the ride to it."""
    at = next((n for n, item in enumerate(items) if _departs_with(item, leaving)), None)
    while at is not None and at > 0 and items[at - 1].on == leaving.on and items[at - 1].kind in _RIDES:
        at -= 1
    return at


def _departs_with(item: Item, leaving: Item) -> bool:
    if item.kind not in _DEPARTURES or item.on != leaving.on or item.starts is None:
        return False
    return not item.who or not leaving.who or not set(item.who).isdisjoint(leaving.who)


def _key(item: Item) -> tuple[dt.date, int, dt.datetime, int, int, str]:
    rank = _RANKS.get(item.kind, len(_RANKS))
    if item.starts is not None:
        at, timed = order_key(item.starts)
        untimed = _TRAVEL_TODAY if item.kind in _TRAVEL else _TODAY if item.misses_time else _NO_TIME
        return item.on, _TIMED if timed else untimed, at, rank, _KINDS.index(item.kind), item.key
    group = _NO_TIME if item.ends is None else _BY
    return item.on, group, _EARLIEST, rank, _KINDS.index(item.kind), item.key
