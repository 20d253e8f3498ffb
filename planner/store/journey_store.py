"""Journeys: read whole, written as differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.store.directory_store import BeforeAndAfter, DirectoryStore, Entry
from planner.store.mapping import journey_table
from planner.store.reading import read_journey
from planner.store.row_differences import RowDifferences
from planner.store.search_index import SearchIndex

if TYPE_CHECKING:
    from sqlite_utils import Database


class JourneyStore:
    """The journeys of one vault."""

    def __init__(self, db: Database, directory: DirectoryStore, index: SearchIndex) -> None:
        self._db = db
        self._directory = directory
        self._index = index

    def ids(self) -> list[JourneyId]:
        """Every journey, oldest first."""
        return [row[0] for row in self._db.conn.execute('SELECT "id" FROM "journey" ORDER BY "id"')]

    def load(self, journey_id: str) -> Journey | None:
        """The journey, or ``None`` when the vault holds none with that id."""
        return read_journey(self._db, journey_id, self._directory.entries)

    def save(self, old: Journey | None, new: Journey) -> list[BeforeAndAfter]:
        """Write what ``new`` differs from ``old``, which is what the vault holds (``None``: nothing yet).

        Shared entries that ``new`` carries are written as it carries them; returned are those that differ
        from the vault's, before and after. Inside a transaction.
        """
        changed = self._directory.write(_entries_to_write(old, new))
        differences = RowDifferences()
        differences.add(journey_table(), old, new, new.id)
        differences.write(self._db)
        self._index.put_journey(old, new)
        return changed

    def remove(self, journey: Journey) -> None:
        """Remove a journey; the shared entries it used stay. Inside a transaction."""
        self._db.execute('DELETE FROM "journey" WHERE "id" = ?', (journey.id,))
        self._index.remove_journey(journey.id)


def _entries_to_write(old: Journey | None, new: Journey) -> list[Entry]:
    """The shared entries of ``new`` that are not the very objects of ``old``."""
    if old is None:
        return [new.agency, *new.places, *new.contacts]
    entries: list[Entry] = [] if old.agency is new.agency else [new.agency]
    if old.places is not new.places:
        before = {id(place) for place in old.places}
        entries += [place for place in new.places if id(place) not in before]
    if old.contacts is not new.contacts:
        before = {id(contact) for contact in old.contacts}
        entries += [contact for contact in new.contacts if id(contact) not in before]
    return entries
