"""How dates, periods and times are written on the command line; each function is a ``type=`` of an option."""

from __future__ import annotations

import datetime as dt

import click


def iso_date(value: str) -> dt.date:
    """A calendar date: ``2027-04-06``."""
    try:
        return dt.date.fromisoformat(value.strip())
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not a date; expected one such as 2027-04-06.") from error


def iso_dates(value: str) -> tuple[dt.date, ...]:
    """One or several dates, with commas: ``2027-04-13,2027-04-14``; an empty value is none."""
    return tuple(iso_date(part) for part in value.split(",")) if value else ()


def period(value: str) -> tuple[dt.date, dt.date]:
    """A first and a last date, both included: ``2026-11-26..2026-11-27``; one date alone is both."""
    start, _, end = value.partition("..")
    first, last = iso_date(start), iso_date(end or start)
    if last < first:
        raise click.BadParameter(f"{value!r} ends before it begins.")
    return first, last


def clock_time(value: str) -> dt.time:
    """A time on the 24-hour clock: ``10:20``."""
    try:
        return dt.datetime.strptime(value, "%H:%M").time()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not a time; expected one such as 10:20.") from error
