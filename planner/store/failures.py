"""What the driver and the operating system say, turned into one sentence and a way on.

SQLite's and the system's own words never reach a person; what is not recognised here is a bug and passes
through unchanged. See the result codes in https://sqlite.org/rescode.html.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.errors import Damaged, StoreError
from planner.message import N_

_DISK_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_NOT_WRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.EIO}


@contextmanager
def told_plainly(folder: Path) -> Iterator[None]:
    """Raise what goes wrong with the files in ``folder`` as a StoreError."""
    from sqlcipher3.dbapi2 import DatabaseError

    try:
        yield
    except DatabaseError as error:
        told = _told_by_sqlite(getattr(error, "sqlite_errorcode", None), folder)
        if told is None:
            raise
        # The driver's message can quote values of the record; the cause is not kept.
        raise told from None
    except OSError as error:
        told = _told_by_system(error, folder)
        if told is None:
            raise
        raise told from error


def disk_full(folder: Path) -> StoreError:
    return StoreError(
        N_(
            "There is no room left on the disk that holds “{path}”, so nothing more could be saved.",
            path=str(folder),
        ),
        N_("Free some space, then try again; everything before it is safe."),
    )


def not_writable(folder: Path) -> StoreError:
    return StoreError(
        N_("The folder “{path}” cannot be written to.", path=str(folder)),
        N_("Copy the whole folder to a place where you may write, and open it there."),
    )


def gone(folder: Path) -> StoreError:
    return StoreError(
        N_("The folder “{path}” can no longer be read and written.", path=str(folder)),
        N_("Check that its drive or network folder is connected, then open the record again."),
    )


def open_elsewhere(folder: Path) -> StoreError:
    return StoreError(
        N_(
            "The record in “{path}” is already open, in another window or on another computer.",
            path=str(folder),
        ),
        N_("Close it there, then open it here."),
    )


def damaged(folder: Path) -> Damaged:
    return Damaged(
        N_("The record in “{path}” is damaged on the disk.", path=str(folder)),
        N_("Do not delete anything; restore a backup, or save what can still be read into a new folder."),
    )


def _told_by_sqlite(code: int | None, folder: Path) -> StoreError | None:
    match code:  # this driver reports primary codes, without the extended ones
        case 13:  # SQLITE_FULL
            return disk_full(folder)
        case 3 | 8:  # SQLITE_PERM, SQLITE_READONLY
            return _read_only(folder)
        case 5 | 6:  # SQLITE_BUSY, SQLITE_LOCKED
            return open_elsewhere(folder)
        case 11 | 26:  # SQLITE_CORRUPT, SQLITE_NOTADB: a page that fails its HMAC reports either
            return damaged(folder)
        case 10 | 14:  # SQLITE_IOERR, SQLITE_CANTOPEN
            return gone(folder)
    return None


def _read_only(folder: Path) -> StoreError:
    """SQLite says the same of a file it may not write, one that was moved away, and one with a bad page."""
    paths = (folder, *(path for path in (folder / "record.db", folder / "record.db-wal") if path.exists()))
    if not paths[0].is_dir() or len(paths) == 1:
        return gone(folder)
    return damaged(folder) if all(os.access(path, os.W_OK) for path in paths) else not_writable(folder)


def _told_by_system(error: OSError, folder: Path) -> StoreError | None:
    if error.errno in _DISK_FULL:
        return disk_full(folder)
    if error.errno in _NOT_WRITABLE:
        return not_writable(folder)
    if error.errno in _GONE:
        return gone(folder)
    return None
