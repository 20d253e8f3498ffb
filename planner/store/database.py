"""Opening the encrypted database of a vault: its key, its settings, its order.

Key, then whether the file is whole, then a backup before any migration, then foreign keys off, migrate,
check them, foreign keys on, write-ahead log. A raw 256-bit key needs no derivation inside SQLCipher, so
opening costs milliseconds; the passphrase was paid for when the key was unwrapped.

SQLCipher's settings: https://www.zetetic.net/sqlcipher/sqlcipher-api/
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.store.failures import damaged
from planner.store.key_file import newer_vault
from planner.store.migrations import is_from_a_newer_program, record_migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

_FULL = 13  # https://sqlite.org/rescode.html
_APPLICATION_ID = 0x544A504C  # "TJPL"
_BUSY_SECONDS = 5.0
_CACHE_KIB = 16 * 1024
_CHECKPOINT_PAGES = 4000  # 16 MiB; folding the log back is for idle moments, this is only the limit
_STATEMENTS = 512  # the record has sixty tables; each keeps its statements prepared


def connect(path: Path, data_key: bytes) -> Database:
    """An open connection with the key set and nothing checked. Creates the file when it is missing."""
    import sqlcipher3
    from sqlite_utils import Database

    connection: Any = sqlcipher3.connect(
        str(path),
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        cached_statements=_STATEMENTS,
        # The desktop opens on a worker, since that is slow by design, then hands the vault to its own thread.
        check_same_thread=False,
    )
    for setting in (
        "cipher_log_level = NONE",  # SQLCipher would write to standard error what is told once, elsewhere
        # Locking and wiping each block that SQLite frees makes small statements many times slower and opens
        # a journey in twice the time (measured); the key itself SQLCipher wipes in any case.
        "cipher_memory_security = OFF",
        f"key = \"x'{data_key.hex()}'\"",
        f"cache_size = -{_CACHE_KIB}",
        "temp_store = MEMORY",
        "secure_delete = ON",
        "cell_size_check = ON",
        "trusted_schema = OFF",
        "synchronous = FULL",
        "fullfsync = ON",  # macOS: without it a flush may stay in the drive
        "checkpoint_fullfsync = ON",
        f"wal_autocheckpoint = {_CHECKPOINT_PAGES}",
    ):
        connection.execute(f"PRAGMA {setting}").fetchall()
    return Database(connection, execute_plugins=False)


def create_schema(db: Database) -> None:
    """Make an empty database into that of a vault."""
    db.conn.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    record_migrations().apply(db)


def prepare(db: Database, folder: Path, *, back_up: Callable[[], object], closed_properly: bool) -> None:
    """Bring an existing database to this version and make it ready for work.

    ``back_up`` is called before anything is changed, if anything has to be. After an end that was no
    closing every page is read and checked; otherwise a damaged page is found when it is read, by its HMAC.

    Raises: StoreError when it is damaged or newer than this program.
    """
    if not _is_whole(db, every_page=not closed_properly):
        raise damaged(folder)
    if is_from_a_newer_program(db):
        raise newer_vault(folder)
    if record_migrations().pending(db):
        back_up()
        db.conn.execute("PRAGMA foreign_keys = OFF")
        record_migrations().apply(db)
        if db.conn.execute("PRAGMA foreign_key_check").fetchall():
            raise damaged(folder)
    start_work(db)


def start_work(db: Database) -> None:
    """The settings of a connection that edits."""
    db.conn.execute("PRAGMA foreign_keys = ON")
    # Where the file system cannot share memory the answer is another journal mode, as durable but slower.
    db.conn.execute("PRAGMA journal_mode = WAL").fetchall()


def finish_work(db: Database) -> None:
    """Fold the write-ahead log into the database and close it.

    Where there is no room for that, the log stays beside it and is folded in another time: nothing is lost.
    """
    from sqlcipher3.dbapi2 import DatabaseError

    try:
        db.conn.execute("PRAGMA optimize").fetchall()
        db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) != _FULL:
            raise
    db.close()


def _is_whole(db: Database, *, every_page: bool) -> bool:
    (application_id,) = db.conn.execute("PRAGMA application_id").fetchone()
    if application_id != _APPLICATION_ID:
        return False
    if every_page:
        return bool(db.conn.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    (pages,), (page_bytes,) = (
        db.conn.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size")
    )
    path = db.conn.execute("PRAGMA database_list").fetchone()[2]
    return Path(path).stat().st_size >= int(pages) * int(page_bytes)
