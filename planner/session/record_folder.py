"""Whether a folder holds a record, before anybody is asked for a passphrase."""

from __future__ import annotations

from pathlib import Path

from planner.store.file_names import BACKUPS_NAME, DATABASE_NAME, KEY_FILE_NAME, MANIFEST_NAME


def holds_record(folder: Path) -> bool:
    """Whether there is a record in ``folder``, or what is left of one, or a backup.

    A folder that cannot be looked into may hold one: whoever opens it is told what is wrong with it.
    """
    try:
        return any(
            (folder / name).exists() for name in (KEY_FILE_NAME, DATABASE_NAME, BACKUPS_NAME, MANIFEST_NAME)
        )
    except OSError:
        return True
