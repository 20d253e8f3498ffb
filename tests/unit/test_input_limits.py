"""What ``make fuzz`` has found stays found: files that were slow, hungry or crashed a reader."""

from __future__ import annotations

import datetime as dt

import pytest

from planner.errors import InputError
from planner.imports.work_calendar import read_work_calendar
from planner.input_limits import CALENDAR_FILE_COMPONENTS, CALENDAR_FILE_LINES, JSON_VALUES
from planner.record.json_text import parse

_DAY = b'{"name": {}, "date": "2027-01-01", "isOffDay": true},'
_EVENT = b"BEGIN:VEVENT\r\nEND:VEVENT\r\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"BEGIN:VCALENDAR\r\n" + _EVENT * CALENDAR_FILE_COMPONENTS, "far fewer"),
        (b"BEGIN:VCALENDAR\r\n" + b"X:1\r\n" * (CALENDAR_FILE_LINES + 1), "far fewer"),
        (b'{"year": 2027, "days": [' + _DAY * CALENDAR_FILE_COMPONENTS + b"]}", "not readable"),
        (
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Asia/" + b"S" * 300 + b":20270101T000000\r\n"
            b"SUMMARY:Day off\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            "readable",
        ),
    ],
)
def test_a_calendar_beyond_its_bounds_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_work_calendar(data, file="x", checked_on=dt.date(2026, 11, 23))


def test_small_values_by_the_million_are_refused_before_they_are_made() -> None:
    with pytest.raises(InputError, match=f"more than {JSON_VALUES} values"):
        parse(b"[" + b"[]," * JSON_VALUES + b"[]]", "x")
    assert len(parse(b"[" + b"1," * 1000 + b"1]", "x")) == 1001
