"""What an open record says of all its journeys at once: their rows, where words stand, the log."""

from __future__ import annotations

from collections.abc import Sequence

from planner.record.ids import JourneyId
from planner.session.opening import Opening
from planner.store.change_log import LoggedChange
from planner.store.journey_summary import JourneySummary
from planner.store.log_words import LogWord
from planner.store.search_index import SearchHit


class LookingUp(Opening):
    """Readers that ask the record alone, without loading a journey; on the session's thread."""

    def journey_ids(self) -> list[JourneyId]:
        """Every journey, oldest first."""
        return self._vault.journey_ids()

    def summaries(self) -> list[JourneySummary]:
        """One row for each journey, newest journey first, as each was last computed."""
        return self._vault.summaries()

    def summaries_of(self, ids: Sequence[str]) -> list[JourneySummary]:
        """The rows of these journeys, in this order, without those the record does not hold."""
        return self._vault.summaries_of(ids)

    def tidy(self) -> None:
        """Do what was put off, a few milliseconds of it: for a moment when nobody types."""
        self._vault.tidy()

    def find_journeys(self, words: str, *, limit: int = 500) -> list[JourneyId]:
        """The journeys that hold every word, begun words included, best first; Latin, hanzi or pinyin."""
        return self._vault.search_journeys(words, limit=limit)

    def search(self, words: str, *, limit: int = 50) -> list[SearchHit]:
        """Journeys, then places and contacts, that hold every word; best first."""
        return self._vault.search(words, limit=limit)

    def log(
        self,
        journey: JourneyId | None = None,
        *,
        before: int | None = None,
        limit: int = 200,
        words: Sequence[LogWord] = (),
    ) -> list[LoggedChange]:
        """The log of changes, newest first: of one journey, or of everything, with each of ``words``."""
        return self._vault.log(journey, before=before, limit=limit, words=words)
