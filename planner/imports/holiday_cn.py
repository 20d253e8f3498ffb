"""Holiday data as github.com/NateScarlet/holiday-cn publishes it, one year a JSON file.

``{"year": 2026, "papers": [url, …], "days": [{"name": "元旦", "date": "2026-01-01", "isOffDay": true}, …]}``:
days off and make-up workdays as the State Council's notices say; ordinary weekends are absent. A file of a
year that is not announced yet has no days.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from planner.errors import InputError
from planner.imports.announced_days import YEARS, AnnouncedDay, add_day, announced_year
from planner.input_limits import CALENDAR_FILE_COMPONENTS
from planner.message import N_, Message
from planner.reference.calendar_year import CalendarYear, Notice


def read_holiday_cn(data: bytes, *, file: str, checked_on: dt.date) -> CalendarYear:
    """The calendar a file holds.

    Raises: InputError naming the place inside the file and what was expected there.
    """
    try:
        if data.count(b"{") + data.count(b"[") > CALENDAR_FILE_COMPONENTS:
            raise ValueError("more days than any calendar has")
        document = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise InputError(N_("{file} is not readable JSON.", file=file)) from error
    year = _at(document, "year", file)
    if not isinstance(year, int) or year not in YEARS:
        raise _expected(file, "year", N_("a year such as 2027"))
    entries = _at(document, "days", file)
    if not isinstance(entries, list):
        raise _expected(file, "days", N_("a list"))
    if not entries:
        raise InputError(
            N_(
                "{file} holds no days: {year} was not announced yet when it was made.",
                file=file,
                year=str(year),
            )
        )
    days: dict[dt.date, AnnouncedDay] = {}
    for index, entry in enumerate(entries):
        add_day(days, _day(entry, f"days[{index}]", file), file)
    notices = tuple(Notice(url=url) for url in _papers(document, file))
    return announced_year(year, days, file=file, notices=notices, checked_on=checked_on)


def _day(entry: Any, path: str, file: str) -> AnnouncedDay:
    name = _at(entry, "name", file, path)
    if not isinstance(name, str):
        raise _expected(file, f"{path}.name", N_("the holiday’s name"))
    is_off = _at(entry, "isOffDay", file, path)
    if not isinstance(is_off, bool):
        raise _expected(file, f"{path}.isOffDay", N_("true or false"))
    date = _at(entry, "date", file, path)
    try:
        return AnnouncedDay(dt.date.fromisoformat(date), is_off, name)
    except (TypeError, ValueError) as error:
        raise _expected(file, f"{path}.date", N_("a date such as 2027-02-05")) from error


def _papers(document: Any, file: str) -> list[str]:
    papers = document.get("papers", [])
    if not isinstance(papers, list) or not all(isinstance(paper, str) for paper in papers):
        raise _expected(file, "papers", N_("a list of addresses"))
    return papers


def _at(value: Any, key: str, file: str, path: str = "") -> Any:
    if not isinstance(value, dict) or key not in value:
        raise _expected(file, f"{path}.{key}" if path else key, N_("a value"))
    return value[key]


def _expected(file: str, path: str, expected: Message) -> InputError:
    return InputError(
        N_("In {file}, at {path}, {expected} was expected.", file=file, path=path, expected=expected)
    )
