"""Drafts: what was typed and is not in the record yet, kept in the vault so that nothing is ever typed twice.

They are no part of the record: not in its history, not in its search, not in a journey file.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from planner.record.json_text import Json
from planner.store.failures import told_plainly

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in one form. ``key`` is the id of the thing it changes, or will become.

    ``journey`` is ``""`` for an entry of the directory. ``kind`` is the thing's class by name, ``under`` the
    id of what it will lie in, both ``""`` for a thing that is in the record already. ``values`` are whole
    values by field, as JSON of the record; ``typed`` what stands in the lines of controls that are no value
    yet. ``kept_at`` is zone-aware.
    """

    key: str
    kept_at: dt.datetime
    journey: str = ""
    kind: str = ""
    under: str = ""
    values: Mapping[str, Json] = field(default_factory=dict)
    typed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class DraftStore:
    """The drafts of the vault in ``folder``. Each write is durable by itself. Raises: StoreError."""

    def __init__(self, db: Database, folder: Path) -> None:
        self._db = db
        self._folder = folder

    def all(self) -> tuple[Draft, ...]:
        """Every draft, the oldest first."""
        with told_plainly(self._folder):
            rows = self._db.conn.execute('SELECT "content" FROM "draft" ORDER BY "kept_at", "key"').fetchall()
        return tuple(_read(json.loads(content)) for (content,) in rows)

    def put(self, draft: Draft) -> None:
        """Keep ``draft`` in place of an earlier one with its key."""
        kept_at = draft.kept_at.astimezone(dt.UTC).isoformat(timespec="seconds")
        content = {
            "key": draft.key,
            "kept_at": kept_at,
            "journey": draft.journey,
            "kind": draft.kind,
            "under": draft.under,
            "values": dict(draft.values),
            "typed": {name: list(lines) for name, lines in draft.typed.items()},
        }
        self._write(
            'INSERT OR REPLACE INTO "draft" ("key", "journey", "kept_at", "content") VALUES (?, ?, ?, ?)',
            (draft.key, draft.journey, kept_at, json.dumps(content, ensure_ascii=False)),
        )

    def drop(self, key: str) -> None:
        """Forget the draft with that key, if there is one."""
        self._write('DELETE FROM "draft" WHERE "key" = ?', (key,))

    def _write(self, sql: str, values: tuple[str, ...]) -> None:
        with told_plainly(self._folder), self._db.atomic():
            self._db.execute(sql, values)


def _read(content: dict[str, Json]) -> Draft:
    typed = content["typed"]
    values = content["values"]
    assert isinstance(typed, dict)
    assert isinstance(values, dict)
    return Draft(
        key=str(content["key"]),
        kept_at=dt.datetime.fromisoformat(str(content["kept_at"])),
        journey=str(content["journey"]),
        kind=str(content["kind"]),
        under=str(content["under"]),
        values=values,
        typed={name: tuple(map(str, lines)) for name, lines in typed.items() if isinstance(lines, list)},
    )
