"""The readers of the program, each with real files to begin from."""

from __future__ import annotations

import datetime as dt
import json
import random
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner import settings
from planner.export.journey_file import write
from planner.imports.journey_file import read
from planner.imports.work_calendar import read_work_calendar
from planner.paths import resources_dir
from planner.store.attempts import read_attempts
from planner.store.file_names import ANCHOR_NAME, ATTEMPTS_NAME, KEY_FILE_NAME
from planner.store.key_file import new_key_file, read_key_file, write_key_file
from planner.store.key_wrap import KeyCost
from planner.store.log_anchor import Anchor, read_anchor, write_anchor
from tests.builders import generated_journeys, make_journey
from tests.fuzz.mutations import mutated_bytes, mutated_json, mutated_lines

_TODAY = dt.date(2026, 11, 23)
_KEY = bytes(range(32))


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader by name, its seeds, how they are spoilt, and how often it is tried compared with others.

    ``read`` may raise what the program tells people (``PlannerError``); anything else is a crash.
    """

    name: str
    seeds: tuple[Any, ...]
    spoil: Callable[[Any, random.Random], bytes]
    read: Callable[[bytes], object]
    share: int = 1

    def inputs(self, rng: random.Random) -> Iterator[bytes]:
        """Spoilt files without end."""
        while True:
            yield self.spoil(rng.choice(self.seeds), rng)


def readers(folder: Path) -> tuple[Reader, ...]:
    """All of them; ``folder`` is where those read that take a file."""
    key_file = folder / KEY_FILE_NAME
    write_key_file(folder, new_key_file("a passphrase", KeyCost(memory_kib=64, passes=1, lanes=1))[0])
    wraps = json.loads(key_file.read_bytes())
    write_anchor(folder, _KEY, Anchor(7, bytes(32)))
    anchor = json.loads((folder / ANCHOR_NAME).read_bytes())
    defaults = {"language": "en", "recent_records": ["/a"], "auto_lock_minutes": 5, "large_print": True}
    return (
        Reader("journey file", _journeys(), mutated_json, _read_journey, 6),
        Reader("journey file, bytes", _journey_bytes(), mutated_bytes, _read_journey, 2),
        Reader("calendar, holiday-cn", (_HOLIDAYS,), mutated_json, _read_calendar, 3),
        Reader("calendar, ics", (_ICS, _OWN_ICS), mutated_lines, _read_calendar, 4),
        Reader("settings", (defaults,), mutated_json, _in(folder, settings.FILE_NAME, settings.load), 3),
        Reader("key file", (wraps,), mutated_json, _in(folder, KEY_FILE_NAME, read_key_file), 2),
        Reader(
            "failed unlocks",
            ({"failed": 3, "at": "2026-11-23T09:00:00+00:00"},),
            mutated_json,
            _in(folder, ATTEMPTS_NAME, read_attempts),
        ),
        Reader("anchor of the log", (anchor,), mutated_json, _in(folder, ANCHOR_NAME, _read_anchor)),
    )


def _read_journey(data: bytes) -> None:
    """Read and, what was read, written again: a file that is taken must not crash what comes after."""
    write(read(data, "x.journey.json").journey)


def _read_calendar(data: bytes) -> None:
    read_work_calendar(data, file="x", checked_on=_TODAY)


def _read_anchor(folder: Path) -> None:
    try:
        read_anchor(folder, _KEY)
    except ValueError:
        pass  # what it says of a damaged one; RecordLog.verify makes the sentence


def _in(folder: Path, name: str, reader: Callable[[Path], object]) -> Callable[[bytes], object]:
    def read_there(data: bytes) -> object:
        (folder / name).write_bytes(data)
        return reader(folder)

    return read_there


def _journeys() -> tuple[Any, ...]:
    """The documents of whole journeys, most of them small."""
    journeys = (*(make_journey() for _ in range(2)), *generated_journeys(2, seed=4))
    return tuple(json.loads(write(journey)) for journey in journeys)


def _journey_bytes() -> tuple[bytes, ...]:
    sample = (resources_dir() / "sample" / "sample.journey.json").read_bytes()
    return (sample, *(json.dumps(document, ensure_ascii=False).encode() for document in _journeys()))


_HOLIDAYS: dict[str, Any] = {
    "year": 2027,
    "papers": ["https://www.gov.cn/notice"],
    "days": [
        {"name": "元旦", "date": "2027-01-01", "isOffDay": True},
        {"name": "春节", "date": "2027-02-05", "isOffDay": True},
        {"name": "春节", "date": "2027-02-20", "isOffDay": False},
    ],
}
_EVENT = (
    b"BEGIN:VEVENT\r\nUID:%d\r\nDTSTART;VALUE=DATE:2027%s\r\nDTEND;VALUE=DATE:2027%s\r\nSUMMARY:%s\r\n"
    b"END:VEVENT\r\n"
)
_OFF, _WORKED = "春节假期".encode(), "上班(补春节假期)".encode()
_ICS = b"".join(
    (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n",
        *(_EVENT % (n, b"02%02d" % n, b"02%02d" % (n + 1), _OFF if n % 5 else _WORKED) for n in range(5, 15)),
        b"END:VCALENDAR\r\n",
    )
)
_OWN_ICS = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\n"
    b"DTSTART:19700101T000000\r\nTZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    b"BEGIN:VEVENT\r\nDTSTART;TZID=Asia/Shanghai:20270406T102000\r\nDURATION:PT1H\r\nSUMMARY:Day off\r\n"
    b"BEGIN:VALARM\r\nTRIGGER:-PT1H\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def scratch() -> tempfile.TemporaryDirectory[str]:
    """A folder for readers that take a file."""
    return tempfile.TemporaryDirectory(prefix="planner-fuzz-")
