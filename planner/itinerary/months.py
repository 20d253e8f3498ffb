"""The journey at a glance: which days a month calendar marks, and with what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary.closed_days import ClosedDays
from planner.itinerary.edition import Edition
from planner.itinerary.item import DayMark, Item, ItemKind, MarkedDay, Standing
from planner.reference.calendar_year import DayKind

_TRAVEL = (ItemKind.FLIGHT, ItemKind.TRAIN, ItemKind.COACH, ItemKind.FERRY, ItemKind.ARRIVAL)
_APPOINTMENT = (
    ItemKind.CONSULTATION,
    ItemKind.BLOODS,
    ItemKind.IMAGING,
    ItemKind.PROCEDURE,
    ItemKind.SIMULATION,
    ItemKind.PLANNING,
    ItemKind.MDT,
    ItemKind.REVIEW,
    ItemKind.OTHER,
)
_GONE = (Standing.CANCELLED, Standing.MISSED)


def marked_days(
    edition: Edition,
    items: tuple[Item, ...],
    dates: tuple[dt.date, ...],
    last_legal_day: dt.date | None,
    closed: ClosedDays,
) -> tuple[MarkedDay, ...]:
    """Every day with a mark, in order. Holidays and closed days only among the journey's ``dates``."""
    marks: dict[dt.date, set[DayMark]] = {}
    sessions: dict[dt.date, int] = {}
    for item in items:
        if (mark := _mark(item)) is not None:
            marks.setdefault(item.on, set()).add(mark)
            if item.number is not None:
                sessions[item.on] = max(item.number, sessions.get(item.on, 0))
    for day in dates:
        for mark in _day_marks(edition, day, closed):
            marks.setdefault(day, set()).add(mark)
    if last_legal_day is not None:
        marks.setdefault(last_legal_day, set()).add(DayMark.LAST_LEGAL_DAY)
    travelling = frozenset(dates)
    return tuple(
        MarkedDay(
            date=day,
            marks=tuple(mark for mark in DayMark if mark in marks[day]),
            fraction=sessions.get(day),
            provisional=day in travelling and edition.is_provisional(day),
        )
        for day in sorted(marks)
    )


def _mark(item: Item) -> DayMark | None:
    if item.standing in _GONE:
        return None
    if item.kind is ItemKind.FRACTION:
        return DayMark.FRACTION
    if item.kind in _TRAVEL:
        return DayMark.TRAVEL
    return DayMark.APPOINTMENT if item.kind in _APPOINTMENT else None


def _day_marks(edition: Edition, day: dt.date, closed: ClosedDays) -> Iterator[DayMark]:
    if edition.calendar.status(day).kind in (DayKind.STATUTORY, DayKind.DAY_OFF):
        yield DayMark.HOLIDAY
    if closed(day):
        yield DayMark.CLOSED
