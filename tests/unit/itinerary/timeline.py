"""An itinerary as plain English lines, so that a whole timeline can stand in a test and be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.i18n import translator
from planner.itinerary.item import Day, Item, Itinerary, Standing, Words
from planner.record.when import When

_MARKS = {
    Standing.CONFIRMED: "",
    Standing.TO_BE_CONFIRMED: " (to be confirmed)",
    Standing.PASSED: " (over)",
    Standing.DONE: " (done)",
    Standing.MISSED: " (missed)",
    Standing.CANCELLED: " (cancelled)",
}


def lines(itinerary: Itinerary, *, quiet_days: bool = False) -> list[str]:
    """Items before, day by day and after. Days without anything only with ``quiet_days``."""
    said = [line for item in itinerary.before for line in _item(item, f"{item.on} ")]
    for day in itinerary.days:
        if day.items or day.notes or quiet_days:
            said += list(_day(day))
    return [*said, *(line for item in itinerary.after for line in _item(item, f"{item.on} "))]


def words(said: Words | None) -> str:
    """Recorded text or a message in English."""
    return "" if said is None else translator("en").value(said)


def clock(when: When | None) -> str:
    """``05:35``, ``--:--`` while not known, with the date of the moment."""
    if when is None:
        return ""
    return f"{when.date:%a %d %b} {when.time:%H:%M}" if when.time else f"{when.date:%a %d %b} --:--"


def _day(day: Day) -> Iterator[str]:
    gap = "" if day.home_gap_hours is None else f", home {day.home_gap_hours:+}"
    yield f"== {day.date:%a} {day.date}, {day.zone}{gap}{' provisional' if day.provisional else ''}"
    yield from (f"note: {words(note)}" for note in day.notes)
    for item in day.items:
        yield from _item(item)
    if day.sleeps_at or day.night:
        yield f"night: {words(day.sleeps_at.name) if day.sleeps_at else words(day.night)}"


def _item(item: Item, on: str = "") -> Iterator[str]:
    times = clock(item.starts) or "any time"
    ends = f" to {clock(item.ends)}" if item.ends else ""
    home = f" [home {clock(item.home)}]" if item.home else ""
    yield f"{on}{times}{ends}{home}: {words(item.title)}{_MARKS[item.standing]}"
    for warning in item.important:
        yield from (f"! {sentence}" for sentence in re.split(r"(?<=\.) ", words(warning)))
