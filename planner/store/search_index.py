"""Full-text search over journeys, places and contacts, as one types.

Hits come in the order of what was found where: a whole name, the start of a name, a reference or a place
or contact that is used, then any other word; within that, the newest first. Each step is one query that
stops at the number of hits wanted, so common letters cost no more than rare ones.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from planner.record.contact import Contact
from planner.record.journey import Journey
from planner.record.place import Place
from planner.store.search_text import JourneyTexts, entry_text
from planner.store.search_words import name_tokens, query_terms, reference_tokens, word_tokens

if TYPE_CHECKING:
    from sqlite_utils import Database

_MERGED_PAGES = 32
_MOST_ENTRIES = 64  # of the shared entries that one word may lead to


class HitKind(StrEnum):
    """What was found."""

    JOURNEY = "journey"
    PLACE = "place"
    CONTACT = "contact"


class HitWhere(StrEnum):
    """Where it was found, best first."""

    NAME = "name"
    NAME_START = "name-start"
    REFERENCE = "reference"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One journey, place or contact that was found."""

    kind: HitKind
    id: str
    where: HitWhere


_Match = tuple[int, HitWhere]
_Step = tuple[HitWhere, str, bool]  # what a hit is called, the columns it looks in, and whether starts count
_JOURNEY_STEPS: tuple[_Step, ...] = (
    (HitWhere.NAME, "{people}", False),
    (HitWhere.NAME_START, "{people}", True),
    (HitWhere.REFERENCE, '{people "references" shared}', True),
    (HitWhere.WORDS, "", True),
)
_ENTRY_STEPS: tuple[_Step, ...] = (
    (HitWhere.NAME, "{names}", False),
    (HitWhere.NAME_START, "{names}", True),
    (HitWhere.WORDS, "", True),
)


class SearchIndex:
    """The search index of one vault. Writing belongs inside the transaction of the edit."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._texts = JourneyTexts()

    def put_journey(self, old: Journey | None, new: Journey) -> None:
        """Index ``new`` in place of ``old``; nothing is written when no searched word changed."""
        was = None if old is None else self._texts.of(old)
        text = self._texts.of(new)
        if text == was:
            return
        row = self._db.conn.execute(
            'SELECT "number", "people" FROM "search_journey" WHERE "id" = ?', (new.id,)
        ).fetchone()
        same_people = row is not None and was is not None and was.names == text.names
        # Tokens of names are kept: making them again may need the dictionary of pinyin.
        people = row[1] if same_people else _joined(name_tokens, text.names)
        if row is None:
            sql = 'INSERT INTO "search_journey" ("id", "people") VALUES (?, ?)'
            number = self._db.execute(sql, (new.id, people)).lastrowid
        else:
            number = row[0]
            if not same_people:
                sql = 'UPDATE "search_journey" SET "people" = ? WHERE "number" = ?'
                self._db.execute(sql, (people, number))
        shared = " ".join(f"e{entry}" for entry in self._entry_numbers(text.shared))
        self._db.execute(
            'INSERT OR REPLACE INTO "journey_words" (rowid, "people", "references", "shared", "words")'
            " VALUES (?, ?, ?, ?, ?)",
            (
                number,
                people,
                _joined(reference_tokens, text.references),
                shared,
                _joined(word_tokens, text.words),
            ),
        )

    def put_entry(self, entry: Place | Contact) -> None:
        """Index a place or contact, in place of what it was."""
        kind, text = _kind(entry), entry_text(entry)
        number = self._entry_number(kind, entry.id)
        names = _joined(name_tokens, text.names)
        words = " ".join((_joined(reference_tokens, text.references), _joined(word_tokens, text.words)))
        self._db.execute(
            'INSERT OR REPLACE INTO "entry_words" (rowid, "names", "words") VALUES (?, ?, ?)',
            (number, names, words),
        )

    def remove_journey(self, journey_id: str) -> None:
        """Forget a journey."""
        where = 'WHERE rowid = (SELECT "number" FROM "search_journey" WHERE "id" = ?)'
        self._db.execute(f'DELETE FROM "journey_words" {where}', (journey_id,))
        self._db.execute('DELETE FROM "search_journey" WHERE "id" = ?', (journey_id,))

    def remove_entry(self, entry: Place | Contact) -> None:
        """Forget a place or contact."""
        where = 'WHERE rowid = (SELECT "number" FROM "search_entry" WHERE "kind" = ? AND "id" = ?)'
        key = (_kind(entry).value, entry.id)
        self._db.execute(f'DELETE FROM "entry_words" {where}', key)
        self._db.execute('DELETE FROM "search_entry" WHERE "kind" = ? AND "id" = ?', key)

    def search(self, query: str, *, limit: int = 50) -> list[SearchHit]:
        """The best hits: first journeys, then places and contacts. At most ``limit`` of each."""
        terms = query_terms(query)
        if not terms:
            return []
        return [*self._journeys(terms, limit), *self._entries(terms, limit)]

    def journeys(self, query: str, *, limit: int = 500) -> list[SearchHit]:
        """The best hits among journeys alone, for narrowing a list."""
        terms = query_terms(query)
        return self._journeys(terms, limit) if terms else []

    def entries(self, query: str, *, limit: int = 500) -> list[SearchHit]:
        """The best hits among places and contacts alone, for narrowing a list."""
        terms = query_terms(query)
        return self._entries(terms, limit) if terms else []

    def tidy(self) -> None:
        """Merge some of what edits have left in pieces."""
        self._db.execute(
            'INSERT INTO "journey_words" ("journey_words", rank) VALUES (\'merge\', ?)', (_MERGED_PAGES,)
        )

    def _journeys(self, terms: list[str], limit: int) -> list[SearchHit]:
        widened = []
        for term in terms:
            # A place or contact of that name leads to the journeys that use it.
            entries = self._matching("entry_words", _ENTRY_STEPS[:-1], [term], _MOST_ENTRIES)
            used = " OR ".join(f"e{number}" for number, _ in entries)
            widened.append(f"({term} OR shared : ({used}))" if used else term)
        found = self._matching("journey_words", _JOURNEY_STEPS[:2], terms, limit)
        found += self._matching("journey_words", _JOURNEY_STEPS[2:], widened, limit, found)
        ids = self._ids('SELECT "number", \'journey\', "id" FROM "search_journey"', found)
        return [SearchHit(HitKind.JOURNEY, ids[number][1], where) for number, where in found]

    def _entries(self, terms: list[str], limit: int) -> list[SearchHit]:
        found = self._matching("entry_words", _ENTRY_STEPS, terms, limit)
        ids = self._ids('SELECT "number", "kind", "id" FROM "search_entry"', found)
        return [SearchHit(HitKind(ids[number][0]), ids[number][1], where) for number, where in found]

    def _matching(
        self,
        table: str,
        steps: tuple[_Step, ...],
        terms: list[str],
        limit: int,
        before: Iterable[_Match] = (),
    ) -> list[_Match]:
        """Row numbers that match all ``terms``, step by step, without those found ``before``."""
        seen = dict(before)
        known = len(seen)
        for where, columns, prefix in steps:
            if len(seen) >= limit:
                break
            words = " AND ".join(terms if prefix else (term.removesuffix("*") for term in terms))
            rows = self._db.conn.execute(
                f'SELECT rowid FROM "{table}" WHERE "{table}" MATCH ? ORDER BY rowid DESC LIMIT ?',
                (f"{columns} : ({words})" if columns else words, limit),
            )
            for (number,) in rows:
                if number not in seen and len(seen) < limit:
                    seen[number] = where
        return list(seen.items())[known:]

    def _ids(self, select: str, found: list[_Match]) -> dict[int, tuple[str, str]]:
        where = 'WHERE "number" IN (SELECT value FROM json_each(?))'
        numbers = json.dumps([number for number, _ in found])
        return {row[0]: (row[1], row[2]) for row in self._db.conn.execute(f"{select} {where}", (numbers,))}

    def _entry_numbers(self, entries: Iterable[tuple[str, str]]) -> list[int]:
        return [self._entry_number(HitKind(kind), entry_id) for kind, entry_id in entries]

    def _entry_number(self, kind: HitKind, entry_id: str) -> int:
        key = (kind.value, entry_id)
        row = self._db.conn.execute(
            'SELECT "number" FROM "search_entry" WHERE "kind" = ? AND "id" = ?', key
        ).fetchone()
        if row is not None:
            return int(row[0])
        number = self._db.execute('INSERT INTO "search_entry" ("kind", "id") VALUES (?, ?)', key).lastrowid
        assert number is not None
        return number


def _kind(entry: Place | Contact) -> HitKind:
    return HitKind.PLACE if isinstance(entry, Place) else HitKind.CONTACT


def _joined(tokens: Callable[[str], Iterable[str]], texts: Iterable[str]) -> str:
    return " ".join(token for text in texts for token in tokens(text))
