"""Reviews of reference data: a policy or a calendar compared with its source again, by whom, on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def reference_reviews(db: Database) -> None:
    """Create the table; see ``planner/store/review_store.py``."""
    db.execute(
        """CREATE TABLE "reference_review" (
  "number" INTEGER PRIMARY KEY,
  "kind" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" GLOB '????-??-??'),
  "at" TEXT NOT NULL CHECK ("at" GLOB '????-??-??T??:??:??+00:00'),
  "by" TEXT NOT NULL,
  "valid_until" TEXT CHECK ("valid_until" GLOB '????-??-??')
) STRICT"""
    )
