"""The backups of an open record: made, listed, checked, put back; and the full check of the record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from planner.message import Message
from planner.store.backup import BackupJob, MadeBackup, second_store
from planner.store.backup_folder import Backup, store_of
from planner.store.event import EventKind
from planner.store.record_check import Checked, RecordCheck
from planner.store.restore import RestoredRecord, RestoreJob

if TYPE_CHECKING:
    from planner.session.session import Session
    from planner.store.vault import Vault

__all__ = ["BACKUP_EVERY", "Backup", "Backups", "Checked", "MadeBackup", "RestoredRecord"]

#: How long a change may stand without a backup while the program is open.
BACKUP_EVERY = dt.timedelta(minutes=30)
_BEFORE_IMPORT = "before-import"


class Backups:
    """On the session's thread; the jobs it gives are frozen and may run on any other.

    ``second`` is another folder that gets a copy of each backup: a stick, or one that is synchronised.
    """

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault
        self._latest: Backup | None = None
        self._looked = False
        self._told: set[str] = set()
        self._imported_at: dt.datetime | None = None
        self.second: Path | None = None

    # -- reading ---------------------------------------------------------------------------------------

    def all(self) -> tuple[Backup, ...]:
        """Every backup, the newest first, whether it is good or not."""
        return tuple(self._vault.backups.all())

    def of(self, folder: Path) -> tuple[Backup, ...]:
        """Every backup of this record in another folder of backups, the newest first."""
        for place in (store_of(folder), second_store(folder, self._session.folder)):
            if found := self._vault.backups.elsewhere(place):
                return tuple(found)
        return ()

    @property
    def latest(self) -> Backup | None:
        """The newest backup that says what is in it."""
        if not self._looked:
            self._latest = next((backup for backup in self.all() if backup.manifest), None)
            self._looked = True
        return self._latest

    @property
    def is_changed(self) -> bool:
        """Whether the record has changed since the newest backup."""
        latest = self.latest
        if latest is None or latest.manifest is None:
            return bool(self._session.journey_ids()) or self._session.directory().agency is not None
        return latest.manifest.marker != self._vault.backups.marker()

    @property
    def is_due(self) -> bool:
        """Whether it is time for the next one: the record has changed, and the newest is old enough."""
        latest = self.latest
        if latest is not None and abs(self._session.now() - latest.made_at) < BACKUP_EVERY:
            return False
        return self.is_changed

    def faults(self, backup: Backup) -> tuple[Message, ...]:
        """What is wrong with a backup; nothing when it can be restored whole. Any thread may ask."""
        return tuple(self._vault.backups.faults(backup))

    # -- making ----------------------------------------------------------------------------------------

    def job(self, reason: str = "by-hand") -> BackupJob:
        """The work of making a backup now; hand what it made to ``made``. ``reason``: a short ASCII word."""
        return self._vault.backups.job(now=self._session.now(), reason=reason, second=self.second)

    def made(self, made: MadeBackup) -> tuple[Message, ...]:
        """A backup was made: tell the log. What is worth saying about it and was not said before."""
        self._latest, self._looked = made.backup, True
        if made.backup.reason == _BEFORE_IMPORT:
            self._imported_at = self._session.now()
        self._session.accountability.tell(EventKind.BACKUP, reason=made.backup.reason)
        news = tuple(notice for notice in made.notices if str(notice) not in self._told)
        self._told = {str(notice) for notice in made.notices}
        return news

    def make(self, reason: str = "by-hand") -> tuple[Message, ...]:
        """Make a backup at once, on this thread. Raises: StoreError."""
        return self.made(self.job(reason).run())

    def before_import(self) -> BackupJob | None:
        """The work of making the backup that comes before an import; ``None`` when there is none to make.

        Several imports within half an hour have one backup before the first.
        """
        recent = self._imported_at is not None and self._session.now() - self._imported_at < BACKUP_EVERY
        if recent or self._session.is_sample or not self.is_changed:
            return None
        return self._vault.backups.job(now=self._session.now(), reason=_BEFORE_IMPORT, second=self.second)

    def make_if_changed(self, reason: str) -> None:
        """Make one unless the newest has everything already. Raises: StoreError."""
        if not self._session.is_sample and self.is_changed:
            self.make(reason)

    # -- putting back ----------------------------------------------------------------------------------

    def restore_job(self, backup: Backup) -> RestoreJob:
        """The work of making ready what ``put_back`` puts in place; the present state is backed up first."""
        return self._vault.backups.restore_job(backup, now=self._session.now(), second=self.second)

    def put_back(self, restored: RestoredRecord) -> Session:
        """Put a restored record in place of this one. This session is over then; the new one is returned.

        ``restored.before.backup`` is what the record was; restoring that undoes this. Raises: InputError when
        the record has changed since the job (the session goes on), StoreError (the record is closed).
        """
        return self._session.exchange(restored)

    # -- the whole record ------------------------------------------------------------------------------

    def check_job(self) -> RecordCheck:
        """The work of reading and checking everything; hand what it found to ``checked``."""
        return self._vault.backups.check_job()

    def checked(self, found: tuple[Checked, ...]) -> None:
        """The record was checked: tell the log."""
        faults = sum(not one.is_well for one in found)
        self._session.accountability.tell(EventKind.VERIFY, faults=faults)
