"""The hours after midnight, which for somebody who has not slept yet are still the evening before."""

from __future__ import annotations

import datetime as dt

from planner.record.when import When

#: A departure from midnight until this time, included, is easily mistaken for the following night.
_SMALL_HOURS_END = dt.time(5)


def is_small_hours(when: When) -> bool:
    """Whether a moment is from 00:00 to 05:00 by its own clock. One whose time is not known is not."""
    return when.time is not None and when.time <= _SMALL_HOURS_END and when.date > dt.date.min


def evening_of(when: When) -> dt.date:
    """The date one would say the evening of a moment is of: the day before for the small hours."""
    return when.date - dt.timedelta(1) if is_small_hours(when) else when.date
