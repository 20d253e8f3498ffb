"""One item of an itinerary as a calendar event (VEVENT), with its reminder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from planner.export.ics.content_lines import component, day, duration, local, text, utc
from planner.export.ics.words import description, in_each, location, standing_of, summary
from planner.itinerary.item import Item, ItemKind, Standing
from planner.record.when import When

#: Names our events' ids; never changed, or every calendar would show everything twice.
_OURS = UUID("6f1c2b0e-5d0f-5c55-9a3e-6a0f0f8d9c11")

_STATUS = {
    Standing.TO_BE_CONFIRMED: "TENTATIVE",
    Standing.PASSED: "TENTATIVE",
    Standing.MISSED: "CANCELLED",
    Standing.CANCELLED: "CANCELLED",
}
#: Days to remember rather than hours taken: they leave the day free.
_DUTIES = (
    ItemKind.REGISTRATION,
    ItemKind.PLANNING,
    ItemKind.DOCUMENT,
    ItemKind.PAYMENT,
    ItemKind.TASK,
    ItemKind.NOTICE,
)
_DEPARTURES = (ItemKind.FLIGHT, ItemKind.TRAIN, ItemKind.COACH, ItemKind.FERRY)
_WAYS = (*_DEPARTURES, ItemKind.CAR, ItemKind.WALK)
#: When on the evening before one is reminded: after the day's appointments, before anybody sleeps.
_EVENING = dt.time(18)
#: Who leaves at this time or earlier gets ready the evening before.
_NIGHT_ENDS = dt.time(5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What all events of one file share. ``at`` is zone-aware; ``sequence`` grows with each revision."""

    journey: str
    languages: Sequence[str]
    at: dt.datetime
    sequence: int


def event(item: Item, stamp: Stamp, *, withdrawn: bool = False) -> Iterator[str]:
    """The lines of the item's event. ``withdrawn``: it stood in the revision before and no longer does."""
    standing = Standing.CANCELLED if withdrawn else standing_of(item)
    return component("VEVENT", _lines(item, stamp, standing))


def _lines(item: Item, stamp: Stamp, standing: Standing) -> Iterator[str]:
    yield f"UID:{uuid5(_OURS, f'{stamp.journey}/{item.key}')}"
    yield f"DTSTAMP:{utc(stamp.at)}"
    yield f"LAST-MODIFIED:{utc(stamp.at)}"
    yield f"SEQUENCE:{stamp.sequence}"
    yield f"SUMMARY:{text(summary(item, stamp.languages, standing))}"
    yield from _times(item)
    yield from _place(item, stamp.languages)
    if words := description(item, stamp.languages):
        yield f"DESCRIPTION:{text(words)}"
    yield f"STATUS:{_STATUS.get(standing, 'CONFIRMED')}"
    yield f"TRANSP:{'TRANSPARENT' if item.kind in _DUTIES else 'OPAQUE'}"
    yield "CLASS:PRIVATE"
    if standing in (Standing.CONFIRMED, Standing.TO_BE_CONFIRMED):
        yield from _alarm(item, stamp.languages)


def first_moment(item: Item) -> When | None:
    """The moment an event starts at; ``None`` for one that takes whole days."""
    return item.starts if item.starts is not None and item.starts.time is not None else None


def _times(item: Item) -> Iterator[str]:
    starts = first_moment(item)
    if starts is None or starts.instant is None:
        first, last = _days(item)
        yield f"DTSTART;VALUE=DATE:{day(first)}"
        yield f"DTEND;VALUE=DATE:{day(last + dt.timedelta(1))}"  # excluded, by RFC 5545
        return
    yield f"DTSTART{_moment(starts.instant, starts.zone)}"
    ends = item.ends
    if ends is None and item.duration_minutes:
        ends = starts.later(item.duration_minutes)
    if ends is not None and ends.instant is not None and _is_later(ends, starts):
        yield f"DTEND{_moment(ends.instant, ends.zone)}"


def _is_later(one: When, other: When) -> bool:
    return one.utc is not None and other.utc is not None and one.utc > other.utc


def _moment(at: dt.datetime, zone: str) -> str:
    """Local time with its zone; the second of two equal times, when clocks go back, has no form but UTC."""
    return (
        f":{utc(at)}"
        if at.fold and at.utcoffset() != at.replace(fold=0).utcoffset()
        else f";TZID={zone}:{local(at)}"
    )


def _days(item: Item) -> tuple[dt.date, dt.date]:
    """First and last whole day, both included. A last moment ("by") belongs to the day it is told on."""
    first = item.starts.date if item.starts is not None else item.on
    if item.starts is None or item.ends is None:
        return first, first
    return first, max(first, item.ends.date)


def _place(item: Item, languages: Sequence[str]) -> Iterator[str]:
    place = item.place or item.to_place
    if place is None:
        return
    if words := location(place, languages):
        yield f"LOCATION:{text(words)}"
    if place.latitude_deg is not None and place.longitude_deg is not None:
        yield f"GEO:{place.latitude_deg:f};{place.longitude_deg:f}"


def _alarm(item: Item, languages: Sequence[str]) -> Iterator[str]:
    """A reminder on the evening before what must be prepared for, above all a departure in the night."""
    starts = first_moment(item)
    if starts is None or starts.utc is None or not _needs_evening(item, starts):
        return
    evening = When(date=starts.date - dt.timedelta(1), time=_EVENING, zone=starts.zone).utc
    if evening is not None:
        trigger = f"TRIGGER:{duration(evening - starts.utc)}"
        words = f"DESCRIPTION:{text(_reminder(item, languages))}"
        yield from component("VALARM", ("ACTION:DISPLAY", trigger, words))


def _needs_evening(item: Item, starts: When) -> bool:
    if item.kind in _WAYS:
        return item.kind in _DEPARTURES or (starts.time is not None and starts.time <= _NIGHT_ENDS)
    return bool(item.preparation)


def _reminder(item: Item, languages: Sequence[str]) -> str:
    lines = [in_each(languages, item.title), *(in_each(languages, words) for words in item.important)]
    lines += [in_each(languages, words) for words in item.preparation]
    return "\n".join(lines)
