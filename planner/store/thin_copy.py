"""A copy of the record's database without the contents of attached files, which a backup keeps apart, once.

The copy is made row by row inside one read of the source, so that edits may go on meanwhile, and of whatever
tables there are: also before a migration. Full-text tables are copied with the tables they are made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planner.store.database import connect

if TYPE_CHECKING:
    from sqlite_utils import Database

#: The table that stays empty in the copy.
CONTENTS_TABLE = "stored_file_piece"
_EVERY_PIECE = f'SELECT "bytes" FROM source."{CONTENTS_TABLE}" WHERE "file" = ? ORDER BY "position"'


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """An attached file of the record: its number there, the SHA-256 of its contents, and their size."""

    number: int
    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds: rows by table, the attached files it refers to, and how far the record had come."""

    rows: dict[str, int]
    files: tuple[AttachedFile, ...]
    marker: str


def thin_copy(
    source: Path,
    target: Path,
    data_key: bytes,
    *,
    each_file: Callable[[AttachedFile, Iterator[bytes]], object],
    cancelled: Callable[[], None] = lambda: None,
) -> Copied:
    """Copy the database at ``source`` to ``target``, which must not exist.

    ``each_file`` is given each attached file and its contents, which are read when they are asked for.
    ``cancelled`` raises to stop. Raises: driver errors.
    """
    db = connect(target, data_key)
    try:
        for setting in ("journal_mode = OFF", "synchronous = OFF", "secure_delete = OFF"):
            db.conn.execute(f"PRAGMA {setting}").fetchall()
        db.conn.execute("ATTACH DATABASE ? AS source KEY ?", (str(source), f"x'{data_key.hex()}'"))
        db.conn.execute("BEGIN")
        rows = _copy_tables(db, cancelled)
        files = tuple(AttachedFile(*row) for row in db.conn.execute(_FILES))
        marker = read_marker(db, "source")
        for file in files:
            cancelled()
            each_file(file, (row[0] for row in db.conn.execute(_EVERY_PIECE, (file.number,))))
        db.conn.execute("COMMIT")
        for name in ("application_id", "user_version"):
            (value,) = db.conn.execute(f"PRAGMA source.{name}").fetchone()
            db.conn.execute(f"PRAGMA main.{name} = {int(value)}")
        db.conn.execute("DETACH DATABASE source")
        return Copied(rows, files, marker)
    finally:
        db.close()


def read_marker(db: Database, schema: str = "main") -> str:
    """How far the record has come: equal when nobody has changed anything worth a backup."""
    present = {row[0] for row in db.conn.execute(f"SELECT name FROM {schema}.sqlite_schema")}
    newest = [
        db.conn.execute(f'SELECT max(rowid) FROM {schema}."{name}"').fetchone()[0]
        if name in present
        else None
        for name in _MARKING
    ]
    return "-".join(str(number or 0) for number in newest)


def count_rows(db: Database) -> dict[str, int]:
    """How many rows each table has, except those of file contents."""
    return {
        name: int(db.conn.execute(f"SELECT count(*) FROM {_quoted(name)}").fetchone()[0])
        for name, _ in _ordinary_tables(db, "main")
        if name != CONTENTS_TABLE
    }


def _copy_tables(db: Database, cancelled: Callable[[], None]) -> dict[str, int]:
    virtual = [
        (name, sql)
        for name, sql in db.conn.execute(
            "SELECT name, sql FROM source.sqlite_schema WHERE type = 'table' AND rootpage = 0"
        )
    ]
    ordinary = _ordinary_tables(db, "source")
    shadows = {name for name, _ in ordinary if any(name.startswith(f"{own}_") for own, _ in virtual)}
    for name, sql in ordinary:
        if name not in shadows:
            db.conn.execute(sql)
    for _name, sql in virtual:
        db.conn.execute(sql)
    rows: dict[str, int] = {}
    for name, _ in ordinary:
        cancelled()
        if name == CONTENTS_TABLE:
            continue
        if name in shadows:
            db.conn.execute(f"DELETE FROM main.{_quoted(name)}")
        copied = db.conn.execute(f"INSERT INTO main.{_quoted(name)} SELECT * FROM source.{_quoted(name)}")
        rows[name] = copied.rowcount
    for (sql,) in db.conn.execute(
        "SELECT sql FROM source.sqlite_schema WHERE type IN ('index', 'view', 'trigger') AND sql IS NOT NULL"
    ).fetchall():
        db.conn.execute(sql)
    return rows


def _ordinary_tables(db: Database, schema: str) -> list[tuple[str, str]]:
    return db.conn.execute(
        f"SELECT name, sql FROM {schema}.sqlite_schema "
        "WHERE type = 'table' AND rootpage <> 0 AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ).fetchall()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


_FILES = (
    'SELECT "number", "sha256", "size_bytes" FROM source."stored_file" WHERE "sha256" IS NOT NULL '
    'ORDER BY "number"'
)
#: Tables that something is added to whenever the record changes; their newest rows tell how far it has come.
_MARKING = ("change_log", "stored_file", "imported_calendar")
