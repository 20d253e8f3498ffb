"""What the agency has set otherwise than the program's defaults: numbers by name, in the vault for all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planner.store.change_log import ChangeLog, ChangeNote
from planner.store.failures import told_plainly
from planner.store.field_changes import FieldChange
from planner.store.journey_summary import JourneySummaries

if TYPE_CHECKING:
    from sqlite_utils import Database


class SettingStore:
    """The settings of one vault."""

    def __init__(self, db: Database, folder: Path, summaries: JourneySummaries, log: ChangeLog) -> None:
        self._db = db
        self._folder = folder
        self._summaries = summaries
        self._log = log

    def all(self) -> dict[str, int]:
        """Every number that was set, by its name."""
        with told_plainly(self._folder):
            rows = self._db.conn.execute('SELECT "name", "value" FROM "agency_setting" ORDER BY "name"')
            return {name: value for name, value in rows}

    def keep(self, name: str, value: int | None, note: ChangeNote) -> None:
        """Set ``name``, or with ``None`` go back to its default; every journey's row becomes stale."""
        was = self.all().get(name)
        with told_plainly(self._folder), self._db.atomic():
            if value is None:
                self._db.execute('DELETE FROM "agency_setting" WHERE "name" = ?', (name,))
            else:
                self._db.execute(
                    'INSERT INTO "agency_setting" VALUES (?, ?) '
                    'ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value"',
                    (name, value),
                )
            self._summaries.make_all_stale(note.at)
            self._log.add(note, {None: [FieldChange("limit", name, "value", was, value)]})
