"""What is coming, due or blocked, and who is asked for when, of every journey: for pages over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_OF_JOURNEY = 'REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED'


def caseload_lines(db: Database) -> None:
    """Create the tables, see ``planner/store/caseload_lines.py``; every row of the list fills them anew."""
    for sql in (
        f"""CREATE TABLE "caseload_line" (
  "journey" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('coming', 'due', 'blocker')),
  "day" TEXT,
  "at" INTEGER,
  "said" TEXT NOT NULL CHECK (json_valid("said")),
  PRIMARY KEY ("journey", "position"),
  FOREIGN KEY ("journey") {_OF_JOURNEY}
) STRICT, WITHOUT ROWID""",
        'CREATE INDEX "caseload_line_by_day" ON "caseload_line" ("kind", "day")',
        f"""CREATE TABLE "caseload_claim" (
  "journey" TEXT NOT NULL,
  "claimed" TEXT NOT NULL,
  "starts" INTEGER NOT NULL,
  "ends" INTEGER NOT NULL,
  PRIMARY KEY ("claimed", "starts", "journey", "ends"),
  FOREIGN KEY ("journey") {_OF_JOURNEY}
) STRICT, WITHOUT ROWID""",
        'CREATE INDEX "caseload_claim_by_journey" ON "caseload_claim" ("journey")',
        """UPDATE "journey_summary" SET "stale_at" = '1970-01-01T00:00:00+00:00'""",
    ):
        db.execute(sql)
