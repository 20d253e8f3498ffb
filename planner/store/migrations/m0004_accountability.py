"""The log of the record: events chained to one another, beside the log of changes, neither ever rewritten.

An event and its contents are two rows, since the contents of an erased person go and the event stays.
``erasing`` holds a row while a person is being erased, and only then may contents be deleted.
"""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING

from planner.store.event_chain import BEGINNING, SALT_BYTES, contents_of, digest_of

if TYPE_CHECKING:
    from sqlite_utils import Database

_STATEMENTS = (
    """CREATE TABLE "event" (
  "number" INTEGER PRIMARY KEY,
  "at" TEXT NOT NULL CHECK ("at" GLOB '????-??-??T??:??:??.???+00:00'),
  "kind" TEXT NOT NULL,
  "who" TEXT NOT NULL,
  "change" INTEGER UNIQUE,
  "contents" BLOB NOT NULL CHECK (length("contents") = 32),
  "digest" BLOB NOT NULL CHECK (length("digest") = 32)
) STRICT""",
    """CREATE TABLE "event_contents" (
  "event" INTEGER PRIMARY KEY,
  "salt" BLOB NOT NULL CHECK (length("salt") = 16),
  "journey" TEXT,
  "details" TEXT NOT NULL CHECK (json_valid("details")),
  FOREIGN KEY ("event") REFERENCES "event" ("number")
) STRICT""",
    'CREATE INDEX "event_contents_by_journey" ON "event_contents" ("journey", "event")',
    'CREATE TABLE "erasing" ("only" INTEGER PRIMARY KEY CHECK ("only" = 1)) STRICT',
    """CREATE TRIGGER "event_follows" BEFORE INSERT ON "event"
WHEN NEW."number" <> (SELECT coalesce(max("number"), 0) + 1 FROM "event")
BEGIN SELECT RAISE(ABORT, 'events are numbered without a gap'); END""",
    """CREATE TRIGGER "event_stays" BEFORE DELETE ON "event"
BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END""",
    """CREATE TRIGGER "event_contents_added" BEFORE INSERT ON "event_contents"
WHEN NEW."event" <> (SELECT max("number") FROM "event")
BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END""",
    *(
        f"""CREATE TRIGGER "{table}_is_final" BEFORE UPDATE ON "{table}"
BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END"""
        for table in ("event", "event_contents", "change_log")
    ),
    *(
        f"""CREATE TRIGGER "{table}_stays" BEFORE DELETE ON "{table}"
WHEN NOT EXISTS (SELECT 1 FROM "erasing")
BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END"""
        for table in ("event_contents", "change_log")
    ),
)


def accountability(db: Database) -> None:
    """Create the tables; edits logged before get their events, in the order in which they were made."""
    for statement in _STATEMENTS:
        db.execute(statement)
    previous = BEGINNING
    logged = db.execute(
        'SELECT "number", "at", "kind", "who", "journey", "label", "fields" '
        'FROM "change_log" ORDER BY "number"'
    ).fetchall()
    for number, (change, at, kind, who, journey, label, fields) in enumerate(logged, start=1):
        salt, details = secrets.token_bytes(SALT_BYTES), json.dumps({})
        contents = contents_of(salt, journey, details, label, fields)
        previous = digest_of(previous, number, at, kind, who, change, contents)
        db.execute(
            'INSERT INTO "event" ("number", "at", "kind", "who", "change", "contents", "digest") '
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (number, at, kind, who, change, contents, previous),
        )
        db.execute('INSERT INTO "event_contents" VALUES (?, ?, ?, ?)', (number, salt, journey, details))
