"""Two clocks at once: what time it is at home, how far home is ahead, and the day on which that changes."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

from planner.message import N_, Message
from planner.record.when import When


def at_home(when: When | None, home_zone: str) -> When | None:
    """``when`` as clocks at home show it; ``None`` if they show the same, or either is not known."""
    if when is None or not home_zone:
        return None
    home = when.seen_from(home_zone)
    if home is None or (home.date, home.time) == (when.date, when.time):
        return None
    return home


def gap_hours(day: dt.date, zone: str, home_zone: str) -> Decimal:
    """How many hours clocks in ``home_zone`` are ahead of those in ``zone``, at noon of ``day`` there."""
    gap = _gap(dt.datetime.combine(day, dt.time(12), ZoneInfo(zone)), home_zone)
    return Decimal(int(gap.total_seconds())) / 3600


def clock_change(day: dt.date, zone: str, home_zone: str) -> Message | None:
    """What to say, to someone in ``zone``, on the date on which clocks at home change; with the new gap.

    ``day`` is the date at home; by the clock in ``zone`` the change may fall on the date next to it.
    """
    if not home_zone or not dt.date.min < day < dt.date.max:
        return None
    before, after = (
        dt.datetime.combine(midnight, dt.time(), ZoneInfo(home_zone))
        for midnight in (day, day + dt.timedelta(1))
    )
    moved = _offset(after) - _offset(before)
    if not moved:
        return None
    back = moved < dt.timedelta()
    if zone == home_zone:
        return (
            N_("Clocks go back {length} today.", length=-moved)
            if back
            else N_("Clocks go forward {length} today.", length=moved)
        )
    gap = _gap_words(-_gap(after, zone))
    return (
        N_("Clocks at home go back {length} today. {gap}", length=-moved, gap=gap)
        if back
        else N_("Clocks at home go forward {length} today. {gap}", length=moved, gap=gap)
    )


def _gap_words(gap: dt.timedelta) -> Message:
    """How far clocks at home are from those here: "Then home is 4 hours ahead." """
    if not gap:
        return N_("Then home has the same time.")
    if gap > dt.timedelta():
        return N_("Then home is {length} ahead.", length=gap)
    return N_("Then home is {length} behind.", length=-gap)


def _gap(here: dt.datetime, there: str) -> dt.timedelta:
    """How far clocks ``there`` are ahead of those of ``here``'s own zone, at that instant."""
    return _offset(here.astimezone(ZoneInfo(there))) - _offset(here)


def _offset(at: dt.datetime) -> dt.timedelta:
    return at.utcoffset() or dt.timedelta()
