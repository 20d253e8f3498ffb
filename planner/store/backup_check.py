"""Whether a backup is good: opened, every page checked, counted, every attached file read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from planner.message import N_, NN_, Message
from planner.store.backup_folder import Backup, file_path
from planner.store.database import connect
from planner.store.file_names import DATABASE_NAME
from planner.store.sealed import NotSealedHere
from planner.store.sealed_file import read_sealed_file
from planner.store.thin_copy import count_rows


def check_backup(
    backup: Backup, data_key: bytes, *, cancelled: Callable[[], None] = lambda: None
) -> list[Message]:
    """What is wrong with a backup; nothing when it can be restored whole. ``cancelled`` raises to stop."""
    manifest = backup.manifest
    if manifest is None:
        return [N_("The list of what is in this backup cannot be read.")]
    path = backup.folder / DATABASE_NAME
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return [N_("The database of this backup cannot be read.")]
    if digest != manifest.database_sha256:
        return [N_("The database of this backup was changed or damaged after it was made.")]
    problems = check_database(path, data_key, manifest.rows)
    missing = 0
    for sha256 in manifest.files:
        cancelled()
        missing += not check_file(file_path(backup.folder.parent, data_key, sha256), data_key, sha256)
    if missing:
        problems.append(
            NN_(
                "{count} attached file of this backup is missing or damaged.",
                "{count} attached files of this backup are missing or damaged.",
                missing,
            )
        )
    return problems


def check_database(path: Path, data_key: bytes, rows: dict[str, int]) -> list[Message]:
    """What is wrong with a database that should hold so many rows in each table."""
    from sqlcipher3.dbapi2 import DatabaseError

    db = connect(path, data_key)
    try:
        pages = db.conn.execute("PRAGMA cipher_integrity_check").fetchall()
        structure = db.conn.execute("PRAGMA quick_check(1)").fetchone()[0]
        if pages or structure != "ok":
            return [N_("Pages of the database are damaged.")]
        if count_rows(db) != rows:
            return [N_("The database does not hold as many rows as it should.")]
    except DatabaseError:
        return [N_("Pages of the database are damaged.")]
    finally:
        db.close()
    return []


def check_file(path: Path, data_key: bytes, sha256: str) -> bool:
    """Whether the contents of an attached file are there and whole."""
    try:
        for _piece in read_sealed_file(path, data_key, sha256):
            pass
    except (NotSealedHere, OSError):
        return False
    return True
