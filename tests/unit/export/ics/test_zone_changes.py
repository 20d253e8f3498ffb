"""VTIMEZONE against the IANA database: at every hour of the years it covers, the same offset and name."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from icalendar import Timezone

from planner.export.ics.content_lines import written
from planner.export.ics.zone_changes import timezone


def read_back(zone: str, first: int, last: int) -> Timezone:
    """The VTIMEZONE under a name of no zone, so that only what is written in it can be read from it."""
    lines = [line.replace(f"TZID:{zone}", "TZID:Written") for line in timezone(zone, first, last)]
    found = Timezone.from_ical(written(lines))
    assert isinstance(found, Timezone)
    return found


@pytest.mark.parametrize(
    "zone",
    [
        "Pacific/Auckland",
        "Asia/Shanghai",
        "Australia/Lord_Howe",  # changes by half an hour
        "Europe/Dublin",  # winter time is the "daylight" one, with a negative saving
        "Africa/Casablanca",  # four changes in some years
        "America/New_York",
        "Asia/Kathmandu",
        "UTC",
    ],
)
def test_offsets_are_those_of_the_database(zone: str) -> None:
    written_zone = read_back(zone, 2026, 2028).to_tz(lookup_tzid=False)
    iana = ZoneInfo(zone)
    hour = dt.datetime(2026, 1, 1)
    wrong = []
    while hour.year <= 2028:
        if not _is_near_change(iana, hour):  # in the hour of a change readers differ on what a clock means
            ours, theirs = hour.replace(tzinfo=written_zone), hour.replace(tzinfo=iana)
            if ours.utcoffset() != theirs.utcoffset():
                wrong.append(hour)
        hour += dt.timedelta(hours=5)
    assert wrong == []


def _is_near_change(zone: ZoneInfo, hour: dt.datetime) -> bool:
    around = [(hour + dt.timedelta(hours=h)).replace(tzinfo=zone).utcoffset() for h in (-3, 0, 3)]
    return len(set(around)) > 1


def test_new_zealand_leaves_daylight_time_at_three_on_sunday_4_april_2027() -> None:
    changes = {
        sub.DTSTART: (sub.name, sub.TZOFFSETFROM, sub.TZOFFSETTO)
        for sub in read_back("Pacific/Auckland", 2026, 2027).subcomponents
    }
    hours = dt.timedelta(hours=1)
    assert changes[dt.datetime(2027, 4, 4, 3)] == ("STANDARD", 13 * hours, 12 * hours)
    assert changes[dt.datetime(2027, 9, 26, 2)] == ("DAYLIGHT", 12 * hours, 13 * hours)
    assert min(changes) == dt.datetime(2025, 9, 28, 2), "the change before the first year is there"


def test_a_zone_without_changes_has_one_observance() -> None:
    (only,) = read_back("Asia/Shanghai", 2026, 2028).subcomponents
    assert (only.name, only.TZOFFSETTO) == ("STANDARD", dt.timedelta(hours=8))
