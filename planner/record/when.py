"""Local date, optional local time, IANA zone. Offsets are never stored; "no time yet" is a state."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

#: Zones that have kept one offset since 1992 (IANA database): reckoning with them needs no table.
_STEADY = dict.fromkeys(
    ("Asia/Shanghai", "Asia/Hong_Kong", "Asia/Macau", "Asia/Taipei"), dt.timedelta(hours=8)
)
_STEADY_SINCE = dt.date(1992, 1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date and, once known, a time, as clocks show them in ``zone`` (an IANA name).

    ``fold`` chooses the second of two equal times in the hour that clocks go back (PEP 495); 0 otherwise.
    ``time`` is ``None`` while only the day is known.
    """

    date: dt.date
    time: dt.time | None = None
    zone: str
    fold: int = 0

    @property
    def instant(self) -> dt.datetime | None:
        """The zone-aware local time, or ``None`` while the time is not known.

        A time that the spring change skips is read as ``datetime`` reads it, an hour later on the clock
        after normalising through UTC (PEP 495).
        """
        if self.time is None:
            return None
        time = self.time if self.time.fold == self.fold else self.time.replace(fold=self.fold)
        return dt.datetime.combine(self.date, time, ZoneInfo(self.zone))

    @property
    def utc(self) -> dt.datetime | None:
        """The same instant in UTC, or ``None`` while the time is not known."""
        offset = _STEADY.get(self.zone)
        if offset is not None and self.time is not None and self.date >= _STEADY_SINCE:
            return dt.datetime.combine(self.date, self.time, dt.UTC) - offset
        at = self.instant
        return None if at is None else at.astimezone(dt.UTC)

    def seen_from(self, zone: str) -> When | None:
        """What clocks and calendars in ``zone`` show at that instant; ``None`` while no time is known."""
        at = self.instant
        if at is None:
            return None
        there = at.astimezone(ZoneInfo(zone))
        return When(date=there.date(), time=there.time().replace(fold=0), zone=zone, fold=there.fold)

    def moved(self, days: int) -> When:
        """The same clock time ``days`` calendar days later (negative: earlier)."""
        return replace(self, date=self.date + dt.timedelta(days=days), fold=0)

    def later(self, minutes: int) -> When | None:
        """The instant ``minutes`` of elapsed time later, same zone; ``None`` while no time is known."""
        at = self.utc
        if at is None:
            return None
        there = (at + dt.timedelta(minutes=minutes)).astimezone(ZoneInfo(self.zone))
        return When(date=there.date(), time=there.time().replace(fold=0), zone=self.zone, fold=there.fold)

    @property
    def is_skipped(self) -> bool:
        """Whether clocks in ``zone`` never show this time, because they jump over it in spring."""
        at = self.instant
        if at is None:
            return False
        back = at.astimezone(dt.UTC).astimezone(ZoneInfo(self.zone))
        return back.replace(tzinfo=None, fold=0) != at.replace(tzinfo=None, fold=0)


def order_key(when: When) -> tuple[dt.datetime, bool]:
    """A total order of moments: by instant; a day without a time sorts before the day's timed things."""
    at = when.utc
    if at is not None:
        return at, True
    midnight = dt.datetime.combine(when.date, dt.time(0), ZoneInfo(when.zone))
    return midnight.astimezone(dt.UTC), False
