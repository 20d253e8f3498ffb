"""A leg at another departure: the arrival and the check-in move with it, by elapsed time, not by the clock.

What took twelve hours takes twelve hours on another day too; what the clock then shows follows from the
zones, whose summer time may have begun or ended in between.
"""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from planner.record.constraint import FIRST_DAY, LAST_DAY
from planner.record.leg import Leg
from planner.record.when import When


def moved_leg(leg: Leg, departs: When) -> Leg:
    """``leg`` leaving at ``departs``; its booking, seats and clearances are as they were."""
    old = leg.departs
    if old is None:
        return replace(leg, departs=departs)
    return replace(
        leg,
        departs=departs,
        arrives=moved_along(old, departs, leg.arrives),
        check_in=moved_along(old, departs, leg.check_in),
    )


def moved_along(old: When, new: When, other: When | None) -> When | None:
    """``other`` as far from ``new`` as it was from ``old``, on the clock of its own zone.

    Where one of the times is not known, as many calendar days away, with its own time if it had one.
    ``None`` where that would be no day that a record holds.
    """
    if other is None:
        return None
    found = _as_far(old, new, other)
    return found if FIRST_DAY <= found.date <= LAST_DAY else None


def _as_far(old: When, new: When, other: When) -> When:
    before, after, then = old.utc, new.utc, other.utc
    if before is None or after is None or then is None:
        return other.moved((new.date - old.date).days)
    there = (after + (then - before)).astimezone(ZoneInfo(other.zone))
    return When(date=there.date(), time=there.time().replace(fold=0), zone=other.zone, fold=there.fold)
