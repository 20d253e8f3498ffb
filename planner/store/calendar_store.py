"""Calendars of public holidays that were imported into the vault. They are added, never changed.

Which of several for one region and year holds is said by ``planner.reference.calendar_year.in_force``.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from planner.reference.calendar_year import CalendarYear

if TYPE_CHECKING:
    from sqlite_utils import Database


class CalendarStore:
    """The imported calendars of one vault."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> tuple[CalendarYear, ...]:
        """Every imported calendar, in the order in which they were imported."""
        import msgspec

        rows = self._db.conn.execute('SELECT "calendar" FROM "imported_calendar" ORDER BY "number"')
        return tuple(msgspec.json.decode(calendar, type=CalendarYear) for (calendar,) in rows)

    def add(self, calendar: CalendarYear, *, at: dt.datetime) -> None:
        """Keep ``calendar``, imported at the instant ``at`` (zone-aware); inside a transaction."""
        import msgspec

        self._db.execute(
            'INSERT INTO "imported_calendar" ("region", "year", "imported_at", "calendar") '
            "VALUES (?, ?, ?, ?)",
            (
                calendar.region,
                calendar.year,
                at.astimezone(dt.UTC).isoformat(timespec="seconds"),
                msgspec.json.encode(calendar).decode(),
            ),
        )
