"""When on a treatment day, and on how many of them: the pattern a course is given in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.record.text import Text
from planner.record.when import When

#: The least time between two sessions of one day, and only with the clinician's approval. Source: RCR, The
#: timely delivery of radical radiotherapy, 4th ed. 2019 (domain facts 1.3).
SECOND_SESSION_HOURS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondSession:
    """A second session on ``date`` at ``time``, which ``clinician`` has approved by name."""

    date: dt.date
    time: dt.time
    clinician: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPattern:
    """How a course is spread over treatment days; once on every one of them unless it says otherwise.

    Times are the centre's clock, in ``zone`` (IANA): ``times_by_date`` outweigh ``times_by_weekday`` (ISO, 1
    Monday … 7 Sunday), which outweigh ``daily_time``. ``weekdays`` (ISO) are the only ones used, empty for
    all; ``per_week`` is the most sessions from a Monday to the Sunday after (four for some carbon
    protocols). ``minimum_gap_hours`` is the least elapsed time between sessions of different days; where a
    time is not known it cannot be kept. ``second_sessions`` are used if the course reaches their dates.
    """

    zone: str = "Asia/Shanghai"
    daily_time: dt.time | None = None
    times_by_weekday: Mapping[int, dt.time] = field(default_factory=dict)
    times_by_date: Mapping[dt.date, dt.time] = field(default_factory=dict)
    weekdays: tuple[int, ...] = ()
    per_week: int | None = None
    minimum_gap_hours: int | None = None
    second_sessions: tuple[SecondSession, ...] = ()
    room: Text = field(default_factory=Text)

    def time_on(self, date: dt.date) -> dt.time | None:
        """When the (first) session of ``date`` is, or ``None`` while not known."""
        if date in self.times_by_date:
            return self.times_by_date[date]
        return self.times_by_weekday.get(date.isoweekday(), self.daily_time)

    def uses(self, date: dt.date) -> bool:
        """Whether the pattern has sessions on this weekday."""
        return not self.weekdays or date.isoweekday() in self.weekdays

    def second_session_on(self, date: dt.date) -> SecondSession | None:
        """The second session approved for ``date``, if any."""
        return next((one for one in self.second_sessions if one.date == date), None)


def hours_between(
    earlier: tuple[dt.date, dt.time | None], later: tuple[dt.date, dt.time | None], zone: str
) -> float | None:
    """Elapsed hours between two moments on the clocks of ``zone``, across any change of those clocks.

    ``None`` while one of the times is not known.
    """
    start = When(date=earlier[0], time=earlier[1], zone=zone).utc
    end = When(date=later[0], time=later[1], zone=zone).utc
    return None if start is None or end is None else (end - start) / dt.timedelta(hours=1)
