"""The order of items: by day, then by instant; the same order each time, whatever order the record keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

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
_NO_TIME, _TRAVEL_TODAY, _TIMED, _TODAY, _BY = range(5)
_EARLIEST = dt.datetime.min.replace(tzinfo=dt.UTC)
_KINDS = tuple(ItemKind)


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """Items by day; within it what needs no hour, what has one by instant, what has none yet, then deadlines.

    A flight or arrival whose hour is not known comes first, since the rest of the day hangs on it.
    """
    return tuple(sorted(items, key=_key))


def _key(item: Item) -> tuple[dt.date, int, dt.datetime, int, int, str]:
    rank = _RANKS.get(item.kind, len(_RANKS))
    if item.starts is not None:
        at, timed = order_key(item.starts)
        untimed = _TRAVEL_TODAY if item.kind in _TRAVEL else _TODAY if item.misses_time else _NO_TIME
        return item.on, _TIMED if timed else untimed, at, rank, _KINDS.index(item.kind), item.key
    group = _NO_TIME if item.ends is None else _BY
    return item.on, group, _EARLIEST, rank, _KINDS.index(item.kind), item.key
