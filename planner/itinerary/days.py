"""The day pages: each day of the journey in order, free days too, with its notes and where one sleeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby, pairwise

from planner.itinerary.appointments import days_spanned, is_told, title_of
from planner.itinerary.audience import SIGHTS
from planner.itinerary.clocks import clock_change, gap_hours
from planner.itinerary.closed_days import ClosedDays
from planner.itinerary.edition import Edition
from planner.itinerary.item import Day, Item, Words
from planner.itinerary.nights import Nights, nights_of
from planner.itinerary.whereabouts import Whereabouts
from planner.message import N_, Message
from planner.record.appointment import Appointment
from planner.reference.calendar_year import DayKind
from planner.reference.day_labels import holiday_name

#: A longer run of days without anything is not told day by day.
_LONGEST_FREE_RUN_DAYS = 62
_ONE_DAY = dt.timedelta(1)


def days(
    edition: Edition,
    whereabouts: Whereabouts,
    items: tuple[Item, ...],
    closed: ClosedDays,
    *,
    free_days: bool,
) -> tuple[Day, ...]:
    """A day for every date of ``items``, and with ``free_days`` for the dates between them as well."""
    by_date = {date: tuple(group) for date, group in groupby(items, key=lambda item: item.on)}
    dates = sorted(by_date)
    if free_days:
        dates = sorted({*dates, *_free_dates(whereabouts, dates)})
    spans = list(_spans(edition)) if SIGHTS[edition.audience].course else []
    nights = nights_of(edition) if edition.tells_all or edition.reads_at_home else None
    notes = {date: _notes(edition, whereabouts, closed, spans, date) for date in dates}
    return tuple(
        _day(edition, whereabouts, nights, date, by_date.get(date, ()), notes[date]) for date in dates
    )


def _free_dates(whereabouts: Whereabouts, dates: list[dt.date]) -> Iterator[dt.date]:
    for one, next_one in pairwise(dates):
        between = (next_one - one).days - 1
        if between <= _LONGEST_FREE_RUN_DAYS:
            for number in range(1, between + 1):
                day = one + dt.timedelta(number)
                if whereabouts.is_away(day):
                    yield day


def _day(
    edition: Edition,
    whereabouts: Whereabouts,
    nights: Nights | None,
    date: dt.date,
    items: tuple[Item, ...],
    notes: tuple[Words, ...],
) -> Day:
    zone = whereabouts.zone_on(date)
    at_home = zone == edition.home_zone
    return Day(
        date=date,
        zone=zone,
        home_zone=edition.home_zone,
        home_gap_hours=None if at_home or not edition.home_zone else gap_hours(date, zone, edition.home_zone),
        items=items,
        notes=notes,
        provisional=not at_home and edition.is_provisional(date),
        sleeps_at=nights.place(date) if nights else None,
        night=nights.words(date) if nights else None,
    )


Lasting = tuple[dt.date, dt.date, Appointment]


def _spans(edition: Edition) -> Iterator[Lasting]:
    for appointment in edition.journey.appointments:
        if (days := days_spanned(appointment)) and is_told(edition, appointment):
            yield (*days, appointment)


def _notes(
    edition: Edition,
    whereabouts: Whereabouts,
    closed: ClosedDays,
    spans: list[Lasting],
    day: dt.date,
) -> tuple[Words, ...]:
    return (
        *_clock_notes(edition, whereabouts, day),
        *(_day_notes(edition, closed, day) if whereabouts.is_away(day) else ()),
        *(_lasting(appointment, last) for first, last, appointment in spans if first < day <= last),
    )


def _clock_notes(edition: Edition, whereabouts: Whereabouts, day: dt.date) -> Iterator[Message]:
    zone = whereabouts.zone_on(day)
    if edition.home_zone != zone and (here := clock_change(day, zone, zone)):
        yield here
    if edition.reads_at_home and (home := clock_change(day, zone, edition.home_zone)):
        yield home


def _day_notes(edition: Edition, closed: ClosedDays, day: dt.date) -> Iterator[Message]:
    """What the country of treatment does on that day."""
    status = edition.calendar.status(day)
    match status.kind:
        case DayKind.STATUTORY | DayKind.DAY_OFF if status.name:
            yield N_("Public holiday: {holiday}.", holiday=holiday_name(status.name))
        case DayKind.STATUTORY | DayKind.DAY_OFF:
            yield N_("Public holiday.")
        case DayKind.MAKEUP_WORKDAY:
            yield N_("A working day, although it is a weekend.")
    if closed(day):
        yield N_("The treatment centre is closed.")


def _lasting(appointment: Appointment, last: dt.date) -> Message:
    return N_("{what}: until {day}.", what=title_of(appointment), day=last)
