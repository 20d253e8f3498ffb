"""The entries that all journeys share: read once, kept in memory, the same object for every journey."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
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
BeforeAndAfter = tuple[Entry | None, Entry | None]


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

    def write(
        self, put: Sequence[Entry], remove: Sequence[Entry] = ()
    ) -> list[tuple[Entry | None, Entry | None]]:
        """Write entries as they are now, new or changed, and remove others; each pair of before and after.

        What is still referred to cannot be removed: the end of the transaction checks that.
        """
        differences = RowDifferences()
        pairs: list[BeforeAndAfter] = []
        for entry, after in (*((entry, entry) for entry in put), *((entry, None) for entry in remove)):
            kind: Any = type(entry)
            before: Entry | None = self.entries(kind, (entry.id,)).get(entry.id)
            count = len(differences)
            differences.add(shared_table(kind), before, after)
            if len(differences) > count:
                pairs.append((before, after))
        differences.write(self._db)  # at once, deletions first: what an entry owned may go to another
        for entry in remove:
            self._known[type(entry)].pop(entry.id, None)
        for entry in put:
            self._known[type(entry)][entry.id] = entry
        for before, after in pairs:
            self._index_entry(before, after)
        return pairs

    def _index_entry(self, before: Entry | None, after: Entry | None) -> None:
        if isinstance(after, Place | Contact):
            self._index.put_entry(after)
        elif isinstance(before, Place | Contact):
            self._index.remove_entry(before)

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

    def use_counts(self) -> dict[str, int]:
        """How many journeys use each place and contact, by its id; those that none uses are left out."""
        return {
            key: count
            for kind in ("place", "contact")
            for key, count in self._db.conn.execute(
                f'SELECT "{kind}", count(*) FROM "journey_{kind}s" GROUP BY "{kind}"'
            )
        }

    def forget_cached(self) -> None:
        """After a transaction that failed: what was put in it is not in the vault."""
        self._all_known = False
        for known in self._known.values():
            known.clear()
