"""Calendars of public holidays that were imported into the vault. They are added, never changed; an import
that is undone takes its own away again.

Which of several for one region and year holds is said by ``planner.reference.calendar_year.in_force``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planner.reference.calendar_year import CalendarYear
from planner.store.change_log import ChangeLog, ChangeNote
from planner.store.failures import told_plainly
from planner.store.field_changes import FieldChange
from planner.store.journey_summary import JourneySummaries

if TYPE_CHECKING:
    from sqlite_utils import Database


class CalendarStore:
    """The imported calendars of one vault."""

    def __init__(self, db: Database, folder: Path, summaries: JourneySummaries, log: ChangeLog) -> None:
        self._db = db
        self._folder = folder
        self._summaries = summaries
        self._log = log

    def all(self) -> tuple[CalendarYear, ...]:
        """Every imported calendar, in the order in which they were imported."""
        with told_plainly(self._folder):
            return imported_calendars(self._db)

    def keep(self, calendars: Sequence[CalendarYear], note: ChangeNote) -> None:
        """Keep calendars, durably; the rows of journeys with dates in their years become stale."""
        self._change(calendars, self._add, note, is_kept=True)

    def withdraw(self, calendars: Sequence[CalendarYear], note: ChangeNote) -> None:
        """Forget the one imported last for the region and year of each, as ``keep``."""
        self._change(calendars, self._remove, note, is_kept=False)

    def _change(
        self,
        calendars: Sequence[CalendarYear],
        change: Callable[[CalendarYear, dt.datetime], None],
        note: ChangeNote,
        *,
        is_kept: bool,
    ) -> None:
        with told_plainly(self._folder), self._db.atomic():
            told = []
            for calendar in calendars:
                change(calendar, note.at)
                # A notice may reach back into the December before its year.
                first, last = dt.date(calendar.year - 1, 12, 1), dt.date(calendar.year, 12, 31)
                self._summaries.make_stale(first, last, note.at)
                name, version = f"{calendar.region}-{calendar.year}", {"version": calendar.version}
                was, now = (None, version) if is_kept else (version, None)
                told.append(FieldChange("calendar", name, "", was, now))
            self._log.add(note, {None: told})

    def _add(self, calendar: CalendarYear, at: dt.datetime) -> None:
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

    def _remove(self, calendar: CalendarYear, _at: dt.datetime) -> None:
        self._db.execute(
            'DELETE FROM "imported_calendar" WHERE "number" = (SELECT max("number") FROM "imported_calendar" '
            'WHERE "region" = ? AND "year" = ?)',
            (calendar.region, calendar.year),
        )


def imported_calendars(db: Database) -> tuple[CalendarYear, ...]:
    """What ``CalendarStore.all`` gives, of a database that is only read."""
    import msgspec

    rows = db.conn.execute('SELECT "calendar" FROM "imported_calendar" ORDER BY "number"')
    return tuple(msgspec.json.decode(calendar, type=CalendarYear) for (calendar,) in rows)
