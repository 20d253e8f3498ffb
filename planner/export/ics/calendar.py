"""The calendar file of an itinerary: one event an item, in the zones where things happen.

It holds what the itinerary holds and nothing else, so a copy for a driver tells a driver's calendar no more
than the driver's paper does.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from planner.export.ics.content_lines import component, text, written
from planner.export.ics.event import Stamp, event, first_moment
from planner.export.ics.words import in_each
from planner.export.ics.zone_changes import timezone
from planner.itinerary.item import Item, ItemKind, Itinerary
from planner.record.when import When

_PRODUCT = "-//Treatment Journey Planner//planner//EN"


def itinerary_ics(
    itinerary: Itinerary,
    *,
    stamped: dt.datetime,
    sequence: int | None = None,
    replaces: Itinerary | None = None,
) -> bytes:
    """The calendar (UTF-8, CRLF, folded at 75 octets); the same bytes for the same arguments.

    ``stamped`` (zone-aware) is when it was made. ``sequence`` tells calendars which of two versions is the
    newer; the revision unless given, 0 for a draft. What stood in ``replaces``, the revision before, and no
    longer stands is in the file as cancelled, so that it leaves the calendars that had taken it.

    Raises: ValueError when ``stamped`` has no zone.
    """
    if stamped.utcoffset() is None:
        raise ValueError("a calendar is stamped with a zone-aware time")
    stamp = Stamp(
        journey=itinerary.journey,
        languages=itinerary.languages,
        at=stamped.replace(microsecond=0),
        sequence=itinerary.revision or 0 if sequence is None else sequence,
    )
    items = _items(itinerary)
    gone = {key: item for key, item in (_items(replaces) if replaces else {}).items() if key not in items}
    lines = _lines(itinerary, stamp, items.values(), gone.values())
    return written(component("VCALENDAR", lines))


def _lines(
    itinerary: Itinerary, stamp: Stamp, items: Collection[Item], gone: Collection[Item]
) -> Iterator[str]:
    yield "VERSION:2.0"
    yield f"PRODID:{_PRODUCT}"
    yield "CALSCALE:GREGORIAN"
    name = text(in_each(stamp.languages, itinerary.title))
    yield f"NAME:{name}"  # RFC 7986
    yield f"X-WR-CALNAME:{name}"  # what most programs read
    if itinerary.disclaimer:
        words = text(in_each(stamp.languages, itinerary.disclaimer))
        yield f"DESCRIPTION:{words}"
        yield f"X-WR-CALDESC:{words}"
    for zone, first, last in _zones(chain(items, gone)):
        yield from timezone(zone, first, last)
    for item in items:
        yield from event(item, stamp)
    for item in gone:
        yield from event(item, stamp, withdrawn=True)


def _items(itinerary: Itinerary) -> dict[str, Item]:
    """Every item by its key, once. A landing is left to the event of its flight, which ends with it."""
    days = chain.from_iterable(day.items for day in itinerary.days)
    every = list(chain(itinerary.before, days, itinerary.after))
    landings = {(item.subject, item.ends) for item in every if item.starts is not None and item.ends}
    return {
        item.key: item
        for item in every
        if not (item.kind is ItemKind.ARRIVAL and (item.subject, item.starts) in landings)
    }


def _zones(items: Iterable[Item]) -> list[tuple[str, int, int]]:
    """Each zone the events' times are in, with the first and the last year to cover, in order of names."""
    moments = list(_moments(items))
    if not moments:
        return []
    years = [moment.date.year for moment in moments]
    return [(zone, min(years), max(years) + 1) for zone in sorted({moment.zone for moment in moments})]


def _moments(items: Iterable[Item]) -> Iterator[When]:
    for item in items:
        starts = first_moment(item)
        if starts is not None:
            yield starts
            if item.ends is not None and item.ends.time is not None:
                yield item.ends
