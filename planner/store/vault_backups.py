"""The backups of an open vault, and the full check of it, as others use them: ``vault.backups``."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from planner.message import Message
from planner.store.backup import BackupJob
from planner.store.backup_check import check_backup
from planner.store.backup_folder import Backup, backups_in
from planner.store.failures import told_plainly
from planner.store.file_names import BACKUPS_NAME
from planner.store.record_check import RecordCheck
from planner.store.restore import RestoreJob
from planner.store.thin_copy import read_marker

if TYPE_CHECKING:
    from sqlite_utils import Database


class VaultBackups:
    """Jobs are frozen and may run on any thread; ``marker`` belongs to the thread of the vault."""

    def __init__(self, folder: Path, db: Database, data_key: bytes) -> None:
        self._folder = folder
        self._db = db
        self._data_key = data_key

    def all(self) -> list[Backup]:
        """Every backup in the folder of the vault, the newest first."""
        return backups_in(self._folder / BACKUPS_NAME, self._data_key)

    def elsewhere(self, folder: Path) -> list[Backup]:
        """Every backup of this vault in another folder of backups, the newest first."""
        return backups_in(folder, self._data_key)

    def marker(self) -> str:
        """How far the record has come; equal to a backup's when nothing has changed since."""
        with told_plainly(self._folder):
            return read_marker(self._db)

    def job(self, *, now: dt.datetime, reason: str, second: Path | None = None) -> BackupJob:
        """The work of making a backup; see ``BackupJob``."""
        return BackupJob(folder=self._folder, data_key=self._data_key, now=now, reason=reason, second=second)

    def restore_job(self, backup: Backup, *, now: dt.datetime, second: Path | None = None) -> RestoreJob:
        """The work of making ready what ``Vault.exchange`` puts in place."""
        before = self.job(now=now, reason="before-restore", second=second)
        return RestoreJob(backup, self._data_key, replace(before, spare=backup.name))

    def check_job(self) -> RecordCheck:
        """The work of reading and checking the whole record."""
        return RecordCheck(self._folder, self._data_key)

    def faults(self, backup: Backup) -> list[Message]:
        """What is wrong with a backup; nothing when it can be restored whole. Any thread may ask."""
        return check_backup(backup, self._data_key)
