"""Changing a table in a way SQLite cannot alter: made anew beside the old one, filled, put in its place.

The twelve steps of https://sqlite.org/lang_altertable.html#otheralter, with foreign keys off around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def rebuild_table(db: Database, create: str, *, values: dict[str, str] | None = None) -> None:
    """Replace a table by the one that ``create`` (``CREATE TABLE "name" (…) …``) describes, with its rows.

    Columns of the same name are copied; ``values`` gives, for other columns, the SQL expression over the
    old row that fills them. Indexes are dropped with the old table: create them again.
    """
    name = create.split('"', 2)[1]
    old = [row[1] for row in db.execute(f'PRAGMA table_xinfo("{name}")').fetchall()]
    beside = f"{name}__new"
    db.execute(create.replace(f'"{name}"', f'"{beside}"', 1))
    new = [row[1] for row in db.execute(f'PRAGMA table_xinfo("{beside}")').fetchall()]
    source = {column: f'"{column}"' for column in new if column in old} | (values or {})
    columns = ", ".join(f'"{column}"' for column in source)
    db.execute(f'INSERT INTO "{beside}" ({columns}) SELECT {", ".join(source.values())} FROM "{name}"')
    db.execute(f'DROP TABLE "{name}"')
    db.execute("PRAGMA legacy_alter_table = ON")  # else the renaming would also rewrite keys that lead here
    db.execute(f'ALTER TABLE "{beside}" RENAME TO "{name}"')
    db.execute("PRAGMA legacy_alter_table = OFF")
