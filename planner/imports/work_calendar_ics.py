"""Public holidays from a calendar file (.ics), as holiday-cn, Apple and others publish them for China.

Whole-day events. A make-up workday says so in its title (上班, 班, workday); a day off says 休 or 假 or
"holiday". Other titles (festivals that are no days off) say nothing about work and are passed over.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from planner.errors import InputError
from planner.imports.announced_days import YEARS, AnnouncedDay, add_day, announced_year
from planner.input_limits import CALENDAR_FILE_COMPONENTS, CALENDAR_FILE_LINES
from planner.message import N_
from planner.reference.calendar_year import CalendarYear, Notice

_WORKED = re.compile(r"班|\bwork(ing)?[ -]?day\b", re.IGNORECASE)
_OFF = re.compile(r"休|假|\bholiday\b|\bday off\b", re.IGNORECASE)
#: What stands around the holiday's name in a title: 元旦假期, 上班(补春节假期), 春节（休）.
_DECORATION = re.compile(r"上班|补班|补|调休|放假|假期|[（(]\s*[休班]\s*[）)]|[（()）]")
#: The longest holiday ever announced had ten days (2020); anything far longer is no holiday.
_LONGEST_DAYS = 31
_NEW_YEAR = "元旦"


def read_work_calendar_ics(data: bytes, *, file: str, checked_on: dt.date) -> tuple[CalendarYear, ...]:
    """The years a calendar file announces, in order.

    A year of which the file knows no day after January has not been announced yet, only touched by its
    neighbour, and is left out.

    Raises: InputError when it is no calendar file, or says of no date whether it is worked.
    """
    years: dict[int, dict[dt.date, AnnouncedDay]] = defaultdict(dict)
    for day in _marked_days(data, file):
        if day.date.year not in YEARS:
            raise InputError(N_("{file} names {date}, in a year without holidays.", file=file, date=day.date))
        reaches_back = day.date.month == 12 and day.date.day >= 25 and day.name == _NEW_YEAR
        add_day(years[day.date.year + reaches_back], day, file)
    announced = {year: days for year, days in years.items() if max(days) > dt.date(year, 1, 31)}
    if not announced:
        raise InputError(
            N_(
                "{file} marks no days off or make-up workdays of a year; "
                "expected whole-day events titled like 春节假期 and 上班(补春节假期).",
                file=file,
            )
        )
    return tuple(
        announced_year(year, announced[year], file=file, notices=(Notice(title=file),), checked_on=checked_on)
        for year in sorted(announced)
    )


def _marked_days(data: bytes, file: str) -> Iterator[AnnouncedDay]:
    from icalendar import Calendar

    components, lines = data.upper().count(b"BEGIN:"), data.count(b"\n")
    if components > CALENDAR_FILE_COMPONENTS or lines > CALENDAR_FILE_LINES:
        raise InputError(
            N_(
                "{file} holds more than {most} events and alarms; a calendar of holidays has far fewer.",
                file=file,
                most=CALENDAR_FILE_COMPONENTS,
            )
        )
    try:
        events = Calendar.from_ical(data).walk("VEVENT")
        for event in events:
            title = str(event.get("SUMMARY", ""))
            worked = bool(_WORKED.search(title))
            if worked or _OFF.search(title):
                name = _DECORATION.sub("", title).strip()
                for date in _dates(event, title, file):
                    yield AnnouncedDay(date, not worked, name)
    except (ValueError, KeyError, IndexError, AttributeError, OSError) as error:
        # OSError: the name of a time zone is looked for as a file, and may be no name of one.
        raise InputError(N_("{file} is not a readable calendar file (.ics).", file=file)) from error


def _dates(event: Any, title: str, file: str) -> list[dt.date]:
    """The days an event covers; its end is excluded (RFC 5545), and a missing end means one day."""
    first, end = (_date(event.decoded(name, None)) for name in ("DTSTART", "DTEND"))
    if first is None or (end is None and "DTEND" in event):
        raise InputError(N_("In {file}, the event {title} has no readable date.", file=file, title=title))
    days = max((end - first).days, 1) if end else 1
    if days > _LONGEST_DAYS or "RRULE" in event:
        raise InputError(
            N_(
                "In {file}, the event {title} repeats or lasts more than {most} days; "
                "expected single holidays of one year.",
                file=file,
                title=title,
                most=_LONGEST_DAYS,
            )
        )
    return [first + dt.timedelta(day) for day in range(days)]


def _date(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else None
