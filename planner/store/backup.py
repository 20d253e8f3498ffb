"""A copy of a vault that is a vault: the same folder layout, the same keys, opened by the same code."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from planner.store.database import DATABASE_NAME, connect
from planner.store.failures import damaged
from planner.store.key_file import KEY_FILE_NAME
from planner.store.operating_system import sync_file, sync_folder

if TYPE_CHECKING:
    from sqlite_utils import Database

BACKUPS_NAME = "backups"


def back_up(db: Database, folder: Path, data_key: bytes, *, now: dt.datetime, reason: str) -> Path:
    """Copy the vault in ``folder``, open as ``db``, to ``backups/<instant>-<reason>`` in it; the new folder.

    The copy is opened and every page of it checked before it gets its name; what has the name is good.
    ``now`` is zone-aware. Raises: StoreError when the copy is not whole, OSError, driver errors.
    """
    name = f"{now.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}-{reason}"
    backups = folder / BACKUPS_NAME
    unfinished = backups / f"{name}.new"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    try:
        _copy_database(db, unfinished / DATABASE_NAME, data_key)
        shutil.copyfile(folder / KEY_FILE_NAME, unfinished / KEY_FILE_NAME)
        sync_file(unfinished / KEY_FILE_NAME)
        sync_folder(unfinished)
        finished = _free_name(backups / name)
        unfinished.rename(finished)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    sync_folder(backups)
    return finished


def _copy_database(db: Database, path: Path, data_key: bytes) -> None:
    copy = connect(path, data_key)
    try:
        db.conn.backup(copy.conn)
        whole = copy.conn.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    finally:
        copy.close()
    if not whole:
        raise damaged(path.parent)
    sync_file(path)


def _free_name(path: Path) -> Path:
    """``path``, or the first of ``path-2``, ``path-3`` … that does not exist."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free
