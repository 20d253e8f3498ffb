"""The folder of a vault: what lies in it, holding it for one process, making and unmaking it."""

from __future__ import annotations

from pathlib import Path

from planner.store.database import connect, create_schema
from planner.store.failures import gone, open_elsewhere
from planner.store.file_names import ATTEMPTS_NAME, DATABASE_NAME, KEY_FILE_NAME, LOCK_NAME
from planner.store.operating_system import FileLock, sync_file

NEW_DATABASE_NAME = DATABASE_NAME + ".new"
#: What a creation that was cut short may leave in a folder.
UNFINISHED = {
    LOCK_NAME,
    ATTEMPTS_NAME,
    KEY_FILE_NAME + ".new",
    *(NEW_DATABASE_NAME + suffix for suffix in ("", "-journal", "-wal", "-shm")),
}


def take_lock(folder: Path) -> FileLock:
    """Hold the vault for this process. Raises: StoreError when it is open elsewhere, OSError."""
    lock = FileLock(folder / LOCK_NAME)
    if not lock.take():
        raise open_elsewhere(folder)
    return lock


def make_folder(folder: Path) -> list[Path]:
    """Create ``folder`` and what is missing above it; what was created, innermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return missing


def remove_again(folder: Path, made: list[Path]) -> None:
    """Undo a creation that failed: only files of ours, only folders that were not there before."""
    try:
        for name in (KEY_FILE_NAME, DATABASE_NAME, *UNFINISHED):
            (folder / name).unlink(missing_ok=True)
        for path in made:
            path.rmdir()
    except OSError:
        pass  # the disk that failed us may fail again; what matters is told by the error on its way


def create_database(folder: Path, data_key: bytes) -> None:
    """Make the database of a new vault; it has its name only once it is complete. Raises: OSError."""
    path = folder / NEW_DATABASE_NAME
    path.unlink(missing_ok=True)
    db = connect(path, data_key)
    try:
        create_schema(db)
    finally:
        db.close()
    sync_file(path)
    path.rename(folder / DATABASE_NAME)


def check_there(lock: FileLock, folder: Path) -> None:
    """SQLite would go on writing into deleted files, and nobody would know. Raises: StoreError."""
    if lock.is_removed:
        raise gone(folder)
