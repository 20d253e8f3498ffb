"""Which backups are kept, and which go once a newer one has been checked.

Counted, not dated: a clock that runs wrong deletes nothing. Backups whose contents cannot be read neither
count nor go.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

#: The newest backup of each of the last so many hours, days, weeks and months that have one.
HOURS, DAYS, WEEKS, MONTHS = 24, 14, 8, 12
#: The newest of all, whatever they are.
NEWEST = 3
#: For each of these reasons, the newest so many: what was there before something large happened.
KEPT_REASONS = {"before-update": 3, "before-restore": 5, "by-hand": 5}


@dataclass(frozen=True, slots=True)
class Kept:
    """What decides about a backup: its name, its instant (zone-aware) and why it was made."""

    name: str
    made_at: dt.datetime
    reason: str


def to_remove(backups: Sequence[Kept]) -> list[str]:
    """The names of those that are no longer wanted, oldest first."""
    newest_first = sorted(backups, key=lambda backup: (backup.made_at, backup.name), reverse=True)
    keep = {backup.name for backup in newest_first[:NEWEST]}
    for most, period in _PERIODS:
        seen: set[object] = set()
        for backup in newest_first:
            key = period(backup.made_at.astimezone(dt.UTC))
            if key not in seen and len(seen) < most:
                seen.add(key)
                keep.add(backup.name)
    for reason, most in KEPT_REASONS.items():
        keep.update(backup.name for backup in [b for b in newest_first if b.reason == reason][:most])
    return [backup.name for backup in reversed(newest_first) if backup.name not in keep]


_PERIODS: tuple[tuple[int, Callable[[dt.datetime], object]], ...] = (
    (HOURS, lambda at: (at.date(), at.hour)),
    (DAYS, lambda at: at.date()),
    (WEEKS, lambda at: at.isocalendar()[:2]),
    (MONTHS, lambda at: (at.year, at.month)),
)
