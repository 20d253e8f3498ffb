"""VTIMEZONE: the changes of clocks in a zone over some years, taken from the IANA database.

Written out rather than as a rule for ever: a rule would promise changes that governments have not decided.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from zoneinfo import ZoneInfo

from planner.export.ics.content_lines import component, local, offset, text

#: Before the first change of all there is none to date the first observance by; RFC 5545 asks for some day.
_BEGINNING = dt.datetime(1970, 1, 1)


@cache
def timezone(zone: str, first: int, last: int) -> tuple[str, ...]:
    """The lines of the zone's VTIMEZONE, right from 1 January of ``first`` to 31 December of ``last``."""
    return tuple(component("VTIMEZONE", _lines(zone, first, last)))


def _lines(zone: str, first: int, last: int) -> Iterator[str]:
    yield f"TZID:{zone}"
    for starts, before, after, name, is_daylight in _observances(zone, first, last):
        yield from component(
            "DAYLIGHT" if is_daylight else "STANDARD",
            (
                f"DTSTART:{local(starts)}",
                f"TZOFFSETFROM:{offset(before)}",
                f"TZOFFSETTO:{offset(after)}",
                f"TZNAME:{text(name)}",
            ),
        )


_Observance = tuple[dt.datetime, dt.timedelta, dt.timedelta, str, bool]


def _observances(zone: str, first: int, last: int) -> tuple[_Observance, ...]:
    """Each observance: start by the clock before it, offsets before and after, name, if daylight time."""
    changes = list(_changes(ZoneInfo(zone), first, last))
    january = dt.datetime(first, 1, 1, tzinfo=dt.UTC)
    earlier = [change for change in changes if change <= january]
    kept = [*earlier[-1:], *(change for change in changes if change > january)]
    found = [_observance(ZoneInfo(zone), change) for change in kept]
    if not earlier:
        at = january.astimezone(ZoneInfo(zone))
        offset = at.utcoffset() or dt.timedelta()
        found.insert(0, (_BEGINNING, offset, offset, at.tzname() or zone, bool(at.dst())))
    return tuple(found)


def _observance(zone: ZoneInfo, change: dt.datetime) -> _Observance:
    before = (change - dt.timedelta(seconds=1)).astimezone(zone)
    after = change.astimezone(zone)
    was, now = before.utcoffset() or dt.timedelta(), after.utcoffset() or dt.timedelta()
    return (change + was).replace(tzinfo=None), was, now, after.tzname() or "", bool(after.dst())


def _changes(zone: ZoneInfo, first: int, last: int) -> Iterator[dt.datetime]:
    """The instants (UTC) at which clocks change, from a year before ``first`` to the end of ``last``."""
    day = dt.datetime(max(first - 1, 1), 1, 2, tzinfo=dt.UTC)
    end = dt.datetime(min(last + 1, dt.MAXYEAR), 1, 1, tzinfo=dt.UTC)
    step = dt.timedelta(days=1)
    while day < end:
        if _state(zone, day) != _state(zone, day + step):
            yield _bisect(zone, day, day + step)
        day += step


def _bisect(zone: ZoneInfo, before: dt.datetime, after: dt.datetime) -> dt.datetime:
    """The first second of the new state between two instants whose states differ."""
    state = _state(zone, before)
    seconds = int((after - before).total_seconds())
    low, high = 0, seconds
    while high - low > 1:
        middle = (low + high) // 2
        if _state(zone, before + dt.timedelta(seconds=middle)) == state:
            low = middle
        else:
            high = middle
    return before + dt.timedelta(seconds=high)


def _state(zone: ZoneInfo, at: dt.datetime) -> tuple[dt.timedelta | None, dt.timedelta | None]:
    there = at.astimezone(zone)
    return there.utcoffset(), there.dst()
