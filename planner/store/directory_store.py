"""The entries that all journeys share: read once, kept in memory, the same object for every journey."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from planner.record.agency import Agency
from planner.record.contact import Contact
from planner.record.directory import Directory
from planner.record.ids import JourneyId
from planner.record.place import Place
from planner.store.mapping import SHARED_KINDS, shared_table
from planner.store.reading import read_entries
from planner.store.row_differences import RowDifferences
from planner.store.search_index import SearchIndex

if TYPE_CHECKING:
    from sqlite_utils import Database

Entry = Agency | Place | Contact


class DirectoryStore:
    """Agencies, places and contacts of one vault."""

    def __init__(self, db: Database, index: SearchIndex) -> None:
        self._db = db
        self._index = index
        self._known: dict[Any, dict[str, Any]] = {kind: {} for kind in SHARED_KINDS}
        self._all_known = False

    def load(self) -> Directory:
        """The whole directory: the vault's own agency, places and contacts in the order of their ids."""
        (own,) = self._db.conn.execute('SELECT "agency" FROM "vault"').fetchone()
        if not self._all_known:
            for kind in SHARED_KINDS:
                # What journeys already hold stays the object they hold.
                self._known[kind] = read_entries(self._db, kind) | self._known[kind]
            self._all_known = True
        places, contacts = (
            tuple(entry for _, entry in sorted(self._known[kind].items())) for kind in (Place, Contact)
        )
        return Directory(agency=self._known[Agency].get(own), places=places, contacts=contacts)

    def entries(self, kind: Any, ids: Collection[str]) -> Mapping[str, Any]:
        """The entries of one kind with these ids, without those the vault does not hold."""
        known = self._known[kind]
        missing = [entry_id for entry_id in ids if entry_id not in known]
        if missing:
            known.update(read_entries(self._db, kind, missing))
        return {entry_id: known[entry_id] for entry_id in ids if entry_id in known}

    def put(self, entry: Entry) -> Entry | None:
        """Write ``entry`` as it is now, new or changed; what it was before. Inside a transaction."""
        kind: Any = type(entry)
        before: Entry | None = self.entries(kind, (entry.id,)).get(entry.id)
        differences = RowDifferences()
        differences.add(shared_table(kind), before, entry)
        differences.write(self._db)
        self._known[kind][entry.id] = entry
        if not isinstance(entry, Agency) and len(differences):
            self._index.put_entry(entry)
        return before

    def remove(self, entry: Entry) -> None:
        """Remove an entry that nothing refers to. Inside a transaction, whose end checks that."""
        kind: Any = type(entry)
        before = self.entries(kind, (entry.id,)).get(entry.id)
        if before is None:
            return
        differences = RowDifferences()
        differences.add(shared_table(kind), before, None)
        differences.write(self._db)
        del self._known[kind][entry.id]
        if not isinstance(entry, Agency):
            self._index.remove_entry(entry)

    def set_own_agency(self, agency: Agency | None) -> None:
        """Whose vault this is. Inside a transaction."""
        self._db.execute('UPDATE "vault" SET "agency" = ?', (None if agency is None else agency.id,))

    def journeys_using(self, entry: Place | Contact) -> list[JourneyId]:
        """The journeys that use a place or contact."""
        kind = "place" if isinstance(entry, Place) else "contact"
        rows = self._db.conn.execute(
            f'SELECT "journey" FROM "journey_{kind}s" WHERE "{kind}" = ? ORDER BY "journey"', (entry.id,)
        )
        return [row[0] for row in rows]

    def forget_cached(self) -> None:
        """After a transaction that failed: what was put in it is not in the vault."""
        self._all_known = False
        for known in self._known.values():
            known.clear()
