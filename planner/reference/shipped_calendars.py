"""The announced calendars that ship with the program: ``resources/calendars/<region>/<year>.json``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from planner.paths import resources_dir
from planner.reference.calendar_year import CalendarYear


def calendars_dir() -> Path:
    """The folder of the shipped calendars, one folder a region."""
    return resources_dir() / "calendars"


@cache
def shipped_years(region: str) -> tuple[int, ...]:
    """The years for which this region has a shipped calendar, in order."""
    if not region.isalpha():  # ``NZ-AUK`` and the empty region have none; never look outside the folder
        return ()
    return tuple(sorted(int(file.stem) for file in (calendars_dir() / region).glob("*.json")))


@cache
def shipped_year(region: str, year: int) -> CalendarYear | None:
    """The calendar that ships for this region and year, or ``None``."""
    if year not in shipped_years(region):
        return None
    import msgspec

    file = calendars_dir() / region / f"{year}.json"
    return msgspec.json.decode(file.read_bytes(), type=CalendarYear)
