"""What the agency has decided for itself: limits of the rules that differ from the stated defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def agency_settings(db: Database) -> None:
    """Create the table; see ``planner/store/setting_store.py``."""
    db.execute(
        """CREATE TABLE "agency_setting" (
  "name" TEXT NOT NULL PRIMARY KEY,
  "value" INTEGER NOT NULL
) STRICT, WITHOUT ROWID"""
    )
