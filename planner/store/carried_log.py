"""The log goes on over a restored backup: what was done since the backup stays told.

The log of a backup is the beginning of the log of today. What came after is put behind it, event by event, so
that the chain still holds; if it is not the beginning, nothing is carried and a full check will tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLES = ("event", "event_contents", "change_log")


def carry_log(db: Database) -> int:
    """Put the events that only the attached ``present`` database has behind those of ``main``.

    How many erasures are among them: what they erased is back.
    """
    known = {row[0] for row in db.conn.execute("SELECT name FROM present.sqlite_schema")}
    if not known.issuperset(_TABLES):
        return 0
    (last,) = db.conn.execute('SELECT coalesce(max("number"), 0) FROM main."event"').fetchone()
    if last and not _is_beginning(db, last):
        return 0
    erased = 0
    with db.atomic():
        db.execute(
            'INSERT INTO main."change_log" SELECT * FROM present."change_log" WHERE "number" > '
            '(SELECT coalesce(max("number"), 0) FROM main."change_log") ORDER BY "number"'
        )
        newer = db.conn.execute(
            'SELECT "number", "kind" FROM present."event" WHERE "number" > ? ORDER BY "number"', (last,)
        ).fetchall()
        for number, kind in newer:
            for table, key in (("event", "number"), ("event_contents", "event")):
                db.execute(
                    f'INSERT INTO main."{table}" SELECT * FROM present."{table}" WHERE "{key}" = ?', (number,)
                )
            erased += kind == "erase"
    return erased


def _is_beginning(db: Database, last: int) -> bool:
    here, there = (
        db.conn.execute(f'SELECT "digest" FROM {schema}."event" WHERE "number" = ?', (last,)).fetchone()
        for schema in ("main", "present")
    )
    return bool(here == there)
