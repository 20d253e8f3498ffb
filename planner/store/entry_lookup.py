"""Places and contacts looked up: by words, and by how many journeys use them."""

from __future__ import annotations

from pathlib import Path

from planner.store.directory_store import DirectoryStore
from planner.store.failures import told_plainly
from planner.store.search_index import SearchHit, SearchIndex


class EntryLookup:
    """Looking through the shared entries of one vault; changes nothing."""

    def __init__(self, folder: Path, directory: DirectoryStore, index: SearchIndex) -> None:
        self._folder = folder
        self._directory = directory
        self._index = index

    def search(self, query: str, *, limit: int = 500) -> list[SearchHit]:
        """The places and contacts that hold every word of ``query``, best first."""
        with told_plainly(self._folder):
            return self._index.entries(query, limit=limit)

    def use_counts(self) -> dict[str, int]:
        """How many journeys use each place and contact, by its id; those that none uses are left out."""
        with told_plainly(self._folder):
            return self._directory.use_counts()
