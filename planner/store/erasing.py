"""Erasing somebody from the vault: rows, log, search words and files, overwritten, with a certificate left.

SQLite overwrites what it deletes (``secure_delete``), the search index is merged so that no word of the
erased stays in an old part of it, and ``compact`` writes the whole database anew and empties its log file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.record.ids import JourneyId
from planner.record.place import Place, PlaceKind
from planner.store.caseload_lines import CaseloadLines
from planner.store.columns import json_text
from planner.store.database import connect, start_work
from planner.store.directory_store import DirectoryStore
from planner.store.event import Event, EventKind
from planner.store.failures import told_plainly
from planner.store.file_names import DATABASE_NAME
from planner.store.file_store import FileStore
from planner.store.journey_store import JourneyStore
from planner.store.journey_summary import JourneySummaries
from planner.store.record_log import RecordLog
from planner.store.saving import JourneyChange

if TYPE_CHECKING:
    from sqlite_utils import Database

#: Tables that tell what was done; what they tell of the erased goes by itself, and is counted as the log.
_OF_THE_LOG = ("change_log", "event_contents")


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasing:
    """Whom to erase: a whole journey (``change.new`` is ``None``), or one of its people, the journey without
    whom is ``change.new``.

    ``words`` are the names and ids of what is erased: whatever the log tells with one of these goes.
    ``drafts`` are the keys of drafts that go too, beside those of a journey that goes. ``at`` is zone-aware.
    """

    change: JourneyChange
    person: str = ""
    words: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()
    at: dt.datetime
    who: str = ""
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stores:
    """Where what is erased lies."""

    journeys: JourneyStore
    directory: DirectoryStore
    summaries: JourneySummaries
    lines: CaseloadLines
    files: FileStore


class Eraser:
    """Erases from one vault."""

    def __init__(
        self, folder: Path, db: Database, data_key: bytes, events: RecordLog, stores: Stores
    ) -> None:
        self._folder = folder
        self._db = db
        self.data_key = data_key
        self._events = events
        self._stores = stores

    def erase(self, erasing: Erasing) -> int:
        """Erase, in one transaction; the number of the event that certifies it. Raises: StoreError."""
        with told_plainly(self._folder):
            try:
                with self._db.atomic():
                    return self._erase(erasing)
            except BaseException:
                self._stores.directory.forget_cached()
                raise

    def _erase(self, erasing: Erasing) -> int:
        old, new = erasing.change.old, erasing.change.new
        assert old is not None
        self._db.execute('INSERT INTO "erasing" VALUES (1)')
        before = self._counts(old.id)
        for key in sorted(erasing.drafts):
            self._db.execute('DELETE FROM "draft" WHERE "key" = ?', (key,))
        self._write(erasing.change)
        after = self._counts(old.id)
        events, changes = self._forget(erasing)
        files = self._stores.files.remove_unused()
        self._db.execute('INSERT INTO "journey_words" ("journey_words") VALUES (\'optimize\')')
        details = {
            "what": "journey" if new is None else "person",
            "journey": old.id,
            **({"person": erasing.person} if erasing.person else {}),
            "rows": {name: n - after[name] for name, n in before.items() if n > after[name]},
            "files": files,
            "changes": changes,
            "events": _ranges(events),
            **erasing.details,
        }
        event = Event(at=erasing.at, kind=EventKind.ERASE, who=erasing.who, details=details)
        number = self._events.rows.add(event)
        self._db.execute('DELETE FROM "erasing"')
        return number

    def _write(self, change: JourneyChange) -> None:
        """Put the journey without the person in place of the one with, or remove the whole of it."""
        old, new, stores = change.old, change.new, self._stores
        assert old is not None
        if new is not None:
            stores.journeys.save(old, new)
            if change.summary is not None:
                stores.summaries.put(change.summary)
            if change.share is not None:
                stores.lines.put(change.share)
            return
        stores.journeys.remove(old)
        for table in self._tables():
            self._db.execute(f'DELETE FROM "{table}" WHERE "journey" = ?', (old.id,))
        stores.directory.write([], [place for place in old.places if self._is_their_home(place)])

    def _is_their_home(self, place: Place) -> bool:
        """Whether it is a home that nobody else's journey or entry leads to."""
        if place.kind is not PlaceKind.HOME or self._stores.directory.journeys_using(place):
            return False
        used = 'SELECT 1 FROM "contact" WHERE "place" = ? UNION SELECT 1 FROM "place" WHERE "within" = ?'
        return self._db.conn.execute(used, (place.id, place.id)).fetchone() is None

    def compact(self) -> None:
        """Write the database anew, without its free space, and empty its log: on a worker, over a connection
        of its own. Nobody else may have anything open in it meanwhile. Raises: StoreError.
        """
        with told_plainly(self._folder):
            db = connect(self._folder / DATABASE_NAME, self.data_key)
            try:
                start_work(db)
                db.conn.execute("VACUUM")
                db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                db.close()

    def _tables(self) -> list[str]:
        """Every table that says whose journey a row is of, the log's apart."""
        return [
            name
            for (name,) in self._db.conn.execute(
                "SELECT m.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS c "
                "WHERE m.type = 'table' AND c.name = 'journey' ORDER BY m.name"
            ).fetchall()
            if name not in _OF_THE_LOG
        ]

    def _counts(self, journey: JourneyId) -> dict[str, int]:
        """How many rows each table has of a journey."""
        sums = {}
        for table in (*self._tables(), "journey"):
            column = "id" if table == "journey" else "journey"
            sql = f'SELECT count(*) FROM "{table}" WHERE "{column}" = ?'
            sums[table] = int(self._db.conn.execute(sql, (journey,)).fetchone()[0])
        return sums

    def _forget(self, erasing: Erasing) -> tuple[list[int], int]:
        """Empty what the log tells of the erased; the numbers of those events, and how many changes."""
        assert erasing.change.old is not None
        journey = erasing.change.old.id
        if erasing.change.new is None:
            changes = self._numbers(
                'SELECT "number" FROM "change_log" WHERE "edit" IN '
                '(SELECT "edit" FROM "change_log" WHERE "journey" = ?)',
                (journey,),
            )
            events = set(
                self._numbers('SELECT "event" FROM "event_contents" WHERE "journey" = ?', (journey,))
            )
        else:
            changes, events = [], set()
        # What others' edits and the directory's say of the person, and their own in a journey that stays.
        for word in sorted(erasing.words):
            spelled = _as_json(word)
            changes += self._numbers(
                'SELECT "number" FROM "change_log" WHERE instr("label", ?) OR instr("fields", ?)',
                (spelled, spelled),
            )
            events.update(
                self._numbers(
                    'SELECT contents."event" FROM "event_contents" AS contents JOIN "event" '
                    'ON "event"."number" = contents."event" '
                    'WHERE instr(contents."details", ?) AND "event"."kind" <> ?',
                    (spelled, EventKind.ERASE.value),
                )
            )
        changes = sorted(set(changes))
        for number in changes:
            events.update(self._numbers('SELECT "number" FROM "event" WHERE "change" = ?', (number,)))
        for number in sorted(events):
            self._db.execute('DELETE FROM "event_contents" WHERE "event" = ?', (number,))
        for number in changes:
            self._db.execute('DELETE FROM "change_log" WHERE "number" = ?', (number,))
        return sorted(events), len(changes)

    def _numbers(self, sql: str, values: Sequence[str | int]) -> list[int]:
        return [int(row[0]) for row in self._db.conn.execute(sql, values).fetchall()]


def _as_json(word: str) -> str:
    """The word as it stands within JSON text."""
    return json_text(word)[1:-1]


def _ranges(numbers: Iterable[int]) -> list[list[int]]:
    """Ascending numbers as first and last of each run."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return runs
