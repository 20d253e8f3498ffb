"""What was typed and is not in the record yet: new things not added, words that are no value yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def drafts(db: Database) -> None:
    """Create the table; see ``planner/store/draft_store.py``."""
    db.execute(
        """CREATE TABLE "draft" (
  "key" TEXT NOT NULL PRIMARY KEY,
  "journey" TEXT NOT NULL,
  "kept_at" TEXT NOT NULL CHECK ("kept_at" GLOB '????-??-??T??:??:??+00:00'),
  "content" TEXT NOT NULL CHECK (json_valid("content"))
) STRICT, WITHOUT ROWID"""
    )
