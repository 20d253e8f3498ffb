"""Days to pixels and back. A day is that of the country of treatment, midnight to midnight."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from planner.record.when import When
from planner.session.timeline import Mark, Moment

CLOSEST = 480.0
"""The widest a day becomes, in pixels: an hour is then as wide as its label."""
FARTHEST = 0.5
"""The narrowest, so that years fit on a screen."""
HOURS_FROM = 110.0
"""From this width of a day on, hours are told apart."""
DAY, WEEK, MONTH = 240.0, 44.0, 9.0
"""The widths of a day when one asks to see days, weeks or months."""
_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Scale:
    """``day_width`` pixels are a day; x is 0 at the midnight that begins ``origin``, in ``zone``."""

    origin: dt.date
    day_width: float
    zone: str

    def x(self, day: dt.date) -> float:
        """Where ``day`` begins."""
        return (day.toordinal() - self.origin.toordinal()) * self.day_width

    def date(self, x: float) -> dt.date:
        """The day at ``x``."""
        return dt.date.fromordinal(self.origin.toordinal() + int(x // self.day_width))

    def at(self, moment: Moment) -> float:
        """Where a moment is; what has only a day is at its noon."""
        if isinstance(moment, When):
            there = moment.seen_from(self.zone) if moment.zone != self.zone else moment
            if there is not None and there.time is not None:
                minutes = there.time.hour * 60 + there.time.minute
                return self.x(there.date) + minutes / _MINUTES * self.day_width
            moment = moment.date
        return self.x(moment) + self.day_width / 2

    def end(self, moment: Moment) -> float:
        """Where something ends that lasts until ``moment``; a last day counts whole."""
        if isinstance(moment, When) and moment.time is not None:
            return self.at(moment)
        return self.x(moment.date if isinstance(moment, When) else moment) + self.day_width

    def start(self, moment: Moment) -> float:
        """Where something begins that lasts from ``moment`` on; a first day counts whole."""
        if isinstance(moment, When) and moment.time is not None:
            return self.at(moment)
        return self.x(moment.date if isinstance(moment, When) else moment)

    @property
    def tells_hours(self) -> bool:
        """Whether a day is wide enough for its hours."""
        return self.day_width >= HOURS_FROM


def full_until(mark: Mark, scale: Scale) -> float:
    """Where the full ground of a stay ends: with the exit, or with the last legal day before it."""
    ends = [scale.end(mark.ends)] if mark.ends is not None else []
    if mark.left is not None:
        ends.append(scale.at(mark.left))
    return max(scale.start(mark.starts), min(ends, default=math.inf))


def bounded(day_width: float) -> float:
    """The nearest width a day may have."""
    return min(max(day_width, FARTHEST), CLOSEST)
