"""Reading what is left of a damaged record. Every page proves itself by its HMAC, so what is read is right.

A damaged page spoils the connection that met it, so each failure is followed by a new connection. A journey
is read whole or not at all: nothing is ever patched together from rows that could be read and rows that could
not.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from planner.errors import StoreError
from planner.record.directory import Directory
from planner.record.journey import Journey
from planner.store.database import connect
from planner.store.directory_store import DirectoryStore
from planner.store.file_store import FileStore
from planner.store.journey_store import JourneyStore
from planner.store.search_index import SearchIndex

if TYPE_CHECKING:
    from sqlite_utils import Database

    from planner.reference.calendar_year import CalendarYear

_Answer = TypeVar("_Answer")
#: Tables that name every journey, each in an index of its own.
_NAMING_TABLES = ("journey", "journey_summary", "search_journey")


class DamagedRecord:
    """The database at ``path``, damaged or not there, for reading. Close it.

    The salt of its pages lies in the first bytes of the file. Where those are damaged no page can be read,
    unless a backup remembers the ``salt``.
    """

    def __init__(self, path: Path | None, data_key: bytes, salt: bytes = b"") -> None:
        self._path = path
        self._keys = [data_key, data_key + salt] if salt else [data_key]
        self._db: Database | None = None
        self._journeys: JourneyStore | None = None

    def close(self) -> None:
        """Let go of it."""
        if self._db is not None:
            self._db.close()
        self._db = self._journeys = None

    def journey_ids(self) -> tuple[list[str], bool]:
        """Every journey that any part of the database still names, oldest first, and whether that is all."""
        found: set[str] = set()
        is_all = False
        for table in _NAMING_TABLES:
            for order in ("ASC", "DESC"):  # around a page that cannot be read
                ids, to_the_end = self._column(f'SELECT "id" FROM "{table}" ORDER BY "id" {order}')
                found.update(ids)
                is_all = is_all or to_the_end
        return sorted(found), is_all

    def journey(self, journey_id: str) -> Journey | None:
        """The journey; ``None`` when it cannot be read whole."""
        return self._ask(lambda db: self._store(db).load(journey_id))

    def directory(self) -> Directory | None:
        """The directory; ``None`` when it cannot be read whole."""
        return self._ask(lambda db: DirectoryStore(db, SearchIndex(db)).load())

    def calendars(self) -> tuple[CalendarYear, ...]:
        """Calendars that were imported; none when they cannot be read."""
        from planner.store.calendar_store import imported_calendars

        return self._ask(imported_calendars) or ()

    def contents(self, sha256: str) -> bytes | None:
        """An attached file's contents; ``None`` when they cannot be read whole."""
        return self._ask(lambda db: FileStore(db).read(sha256))

    def _connected(self, path: Path) -> Database:
        from sqlcipher3.dbapi2 import DatabaseError

        for key in self._keys[:-1]:
            try:
                return connect(path, key)
            except DatabaseError:  # the settings of a connection read the first page already
                continue
        return connect(path, self._keys[-1])

    def _store(self, db: Database) -> JourneyStore:
        if self._journeys is None:
            index = SearchIndex(db)
            self._journeys = JourneyStore(db, DirectoryStore(db, index), index)
        return self._journeys

    def _column(self, sql: str) -> tuple[list[str], bool]:
        """The first column of the rows up to the first that cannot be read; whether they are all."""
        found: list[str] = []

        def read(db: Database) -> bool:
            cursor: Any = db.conn.execute(sql)
            while (row := cursor.fetchone()) is not None:
                found.append(str(row[0]))
            return True

        return found, self._ask(read) is True

    def _ask(self, question: Callable[[Database], _Answer]) -> _Answer | None:
        from sqlcipher3.dbapi2 import DatabaseError

        if self._path is None or not self._path.is_file():
            return None
        try:
            if self._db is None:
                self._db = self._connected(self._path)
            return question(self._db)
        except (DatabaseError, StoreError, ValueError, TypeError, KeyError, LookupError):
            self.close()
            return None


def readable_journeys(path: Path, data_key: bytes) -> tuple[list[str], list[str]]:
    """The ids of the journeys that can be read whole, and of those that cannot."""
    record = DamagedRecord(path, data_key)
    try:
        whole: list[str] = []
        lost: list[str] = []
        for journey_id in record.journey_ids()[0]:
            (lost if record.journey(journey_id) is None else whole).append(journey_id)
        return whole, lost
    finally:
        record.close()
