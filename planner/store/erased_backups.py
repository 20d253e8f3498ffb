"""Backups made before somebody was erased: which there are, and removing them once a newer one is whole."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from planner.store.backup import BackupJob, rotate, second_store
from planner.store.backup_folder import GONE, backups_in
from planner.store.failures import told_plainly
from planner.store.file_names import BACKUPS_NAME

REASON = "after-erasing"


def backups_before(folder: Path, data_key: bytes, at: dt.datetime) -> tuple[str, ...]:
    """The names of the backups of the record in ``folder`` made up to the instant ``at``, oldest first."""
    known = backups_in(folder / BACKUPS_NAME, data_key)
    return tuple(sorted(backup.name for backup in known if backup.made_at <= at))


def clear_backups(folder: Path, data_key: bytes, *, now: dt.datetime, second: Path | None = None) -> int:
    """Make a new backup and, once it is known to be whole, remove every other; how many went.

    ``second`` is the other folder that gets copies. Raises: StoreError when no new backup can be made; all
    others are kept then.
    """
    made = BackupJob(folder=folder, data_key=data_key, now=now, reason=REASON, second=second).run()
    gone = 0
    places = [folder / BACKUPS_NAME]
    if second is not None and (there := second_store(second, folder) / made.backup.name).is_dir():
        places.append(there.parent)
    with told_plainly(folder):
        for place in places:
            for backup in backups_in(place, data_key):
                if backup.name != made.backup.name:
                    shutil.rmtree(backup.folder.rename(place / (backup.name + GONE)), ignore_errors=True)
                    gone += 1
            rotate(place, data_key)
    return gone
