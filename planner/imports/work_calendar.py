"""A calendar of public holidays from a file: the holiday-cn JSON form, or a calendar file (.ics)."""

from __future__ import annotations

import datetime as dt

from planner.errors import InputError
from planner.imports.holiday_cn import read_holiday_cn
from planner.imports.work_calendar_ics import read_work_calendar_ics
from planner.input_limits import CALENDAR_FILE_BYTES
from planner.message import N_
from planner.reference.calendar_year import CalendarYear

LARGEST_BYTES = CALENDAR_FILE_BYTES


def read_work_calendar(data: bytes, *, file: str, checked_on: dt.date) -> tuple[CalendarYear, ...]:
    """The years of mainland China's calendar that a file announces, in order.

    ``file`` is how the file is named in sentences; ``checked_on`` is the day of the import. Statutory
    holidays that the file leaves out stay closed, since the law closes them.

    Raises: InputError when the file is neither form, or is too large.
    """
    if len(data) > LARGEST_BYTES:
        raise InputError(
            N_(
                "{file} is {megabytes} MB; a calendar of public holidays is at most {most} MB.",
                file=file,
                megabytes=len(data) // 1_000_000,
                most=LARGEST_BYTES // 1_000_000,
            )
        )
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].upper()
    if start.startswith(b"BEGIN:VCALENDAR"):
        return read_work_calendar_ics(data, file=file, checked_on=checked_on)
    if start.startswith(b"{"):
        return (read_holiday_cn(data, file=file, checked_on=checked_on),)
    raise InputError(
        N_("{file} is neither a calendar file (.ics) nor holiday data as holiday-cn publishes it.", file=file)
    )
