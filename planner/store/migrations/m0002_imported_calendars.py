"""Calendars of public holidays that were imported: every one ever imported, the later over the earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def imported_calendars(db: Database) -> None:
    """Create the table; see ``planner/store/calendar_store.py``."""
    db.execute(
        """CREATE TABLE "imported_calendar" (
  "number" INTEGER PRIMARY KEY,
  "region" TEXT NOT NULL,
  "year" INTEGER NOT NULL,
  "imported_at" TEXT NOT NULL CHECK ("imported_at" GLOB '????-??-??T??:??:??+00:00'),
  "calendar" TEXT NOT NULL CHECK (json_valid("calendar"))
) STRICT"""
    )
