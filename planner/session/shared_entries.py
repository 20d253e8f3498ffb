"""The places and contacts that all journeys share: found, counted, told apart, joined where two are one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from planner.edits.edit import JoinEntries
from planner.edits.join_entries import joining
from planner.record.contact import Contact
from planner.record.ids import JourneyId
from planner.record.place import Place
from planner.reference.likely_same import likely_same

if TYPE_CHECKING:
    from planner.session.session import Session
    from planner.store.vault import Vault

Entry = Place | Contact


class SharedEntries:
    """The shared entries of an open record, on the session's thread."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    def find(self, words: str, *, limit: int = 500) -> list[str]:
        """The ids of places and contacts that hold every word, best first; Latin, hanzi, pinyin."""
        return [hit.id for hit in self._vault.entries.search(words, limit=limit)]

    def use_counts(self) -> Mapping[str, int]:
        """How many journeys use each place and contact, by its id; those that none uses are left out."""
        return self._vault.entries.use_counts()

    def journeys_using(self, entry: Entry) -> list[JourneyId]:
        """The journeys that use it, oldest first."""
        return self._vault.journeys_using(entry)

    def likely_same(self, entry: Entry) -> tuple[Entry, ...]:
        """Other entries that may be the same place or person, by their names and telephones."""
        directory = self._session.directory()
        if isinstance(entry, Place):
            return likely_same(entry, directory.places)
        return likely_same(entry, directory.contacts)

    def joining(self, kept: Entry, dropped: Entry) -> JoinEntries:
        """The edit that makes ``dropped`` one with ``kept``, in every journey that uses it; to be run.

        Raises: InputError when they are not two of one kind.
        """
        return joining(kept, dropped, self.journeys_using(dropped))
