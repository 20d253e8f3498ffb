"""One year of a public calendar, as a notice announces it: days off, statutory holidays, make-up workdays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class CalendarTrust(StrEnum):
    """How far a year's calendar can be relied on."""

    OFFICIAL = "official"  # the government has announced it
    COMPUTED = "computed"  # worked out from the law, for a year that somebody has checked
    PROVISIONAL = "provisional"  # statutory holidays only; bridging days and make-up workdays are not known
    UNKNOWN = "unknown"  # nothing is known but the weekdays


class DayKind(StrEnum):
    """What a calendar says of a date that is not simply its weekday."""

    STATUTORY = "statutory"  # a holiday by law
    DAY_OFF = "day-off"  # off by announcement: a bridging day, a substitute, a weekend within the holiday
    MAKEUP_WORKDAY = "makeup-workday"  # worked at a weekend in exchange (调休上班)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A date a calendar names. ``name`` is the holiday it belongs to, in the words of the source."""

    date: dt.date
    kind: DayKind
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The announcement or law a calendar rests on."""

    number: str = ""
    title: str = ""
    issued: dt.date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarYear:
    """The calendar of ``region`` for the year its notice is titled with.

    ``region`` is a country by ISO 3166-1 (``CN`` is mainland China; ``HK`` and ``TW`` have their own), with
    the subdivision of ISO 3166-2 where holidays differ (``NZ-AUK``). ``days`` are in order; ordinary
    weekdays and weekends are absent. A notice may reach back into the December before its year.
    ``version`` rises when the year is announced again; ``checked_on`` is when somebody last compared.
    """

    region: str
    year: int
    trust: CalendarTrust
    version: int = 1
    days: tuple[CalendarDay, ...] = ()
    notices: tuple[Notice, ...] = ()
    checked_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """A date on which two versions differ; ``None`` is an ordinary weekday or weekend."""

    date: dt.date
    old: DayKind | None
    new: DayKind | None
    name: str


_RANK = {
    CalendarTrust.OFFICIAL: 3,
    CalendarTrust.COMPUTED: 2,
    CalendarTrust.PROVISIONAL: 1,
    CalendarTrust.UNKNOWN: 0,
}


def in_force(versions: Iterable[CalendarYear]) -> CalendarYear | None:
    """Which of several calendars of one region and year holds, or ``None`` if there are none.

    An announced one outweighs a computed or provisional one; then the higher version, then the later given.
    """
    best: CalendarYear | None = None
    for one in versions:
        if best is None or (_RANK[one.trust], one.version) >= (_RANK[best.trust], best.version):
            best = one
    return best


def changed_days(old: CalendarYear | None, new: CalendarYear) -> tuple[ChangedDay, ...]:
    """What ``new`` says differently from ``old`` (``None``: nothing was known), in order of date."""
    before = {day.date: day for day in old.days} if old else {}
    after = {day.date: day for day in new.days}
    changes = []
    for date in sorted(before.keys() | after.keys()):
        was, now = before.get(date), after.get(date)
        kinds = (was.kind if was else None, now.kind if now else None)
        if kinds[0] != kinds[1]:
            changes.append(ChangedDay(date, *kinds, name=(now or before[date]).name))
    return tuple(changes)
