"""The vault: one folder that holds every journey of an agency, encrypted. The one door to the store.

::

    vault.json        the wraps of the data key
    record.db         everything else, encrypted with the data key (and record.db-wal while open)
    vault.lock        held while the vault is open
    attempts.json     wrong passphrases since it was last opened, if any
    backups/          see planner/store/backup_folder.py

Everything here is called on one thread at a time, except ``files_for_worker``; who opens a vault may hand it
over to another thread, once.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO

from planner.errors import InputError, StoreError
from planner.message import N_
from planner.record.contact import Contact
from planner.record.directory import Directory
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.record.place import Place
from planner.store.backup import BackupJob
from planner.store.backup_folder import is_folder_of_backups, no_record_but_backups
from planner.store.calendar_store import CalendarStore
from planner.store.caseload_lines import CaseloadLines, CaseloadShare
from planner.store.change_log import ChangeLog, ChangeNote, LoggedChange
from planner.store.database import connect, finish_work, prepare, start_work
from planner.store.directory_store import DirectoryStore
from planner.store.draft_store import DraftStore
from planner.store.entry_lookup import EntryLookup
from planner.store.erasing import Eraser, Stores
from planner.store.failures import damaged, told_plainly
from planner.store.file_names import DATABASE_NAME
from planner.store.file_store import FileStore
from planner.store.journey_store import JourneyStore
from planner.store.journey_summary import JourneySummaries, JourneySummary
from planner.store.key_file import new_key_file, read_key_file, write_key_file
from planner.store.key_wrap import KEYCHAIN, KeyCost, KeyWrap
from planner.store.log_words import Words
from planner.store.operating_system import FileLock
from planner.store.record_log import RecordLog
from planner.store.recovery_code import read_recovery_code
from planner.store.refusals import refused_edit
from planner.store.restore import RestoredRecord, clear_restored, put_in_place
from planner.store.retention_list import Keeping, keepings
from planner.store.review_store import ReviewStore
from planner.store.saving import Change, save
from planner.store.search_index import SearchHit, SearchIndex
from planner.store.setting_store import SettingStore
from planner.store.thin_copy import read_marker
from planner.store.unlocking import Unlock, recovery, unlocked
from planner.store.vault_backups import VaultBackups
from planner.store.vault_folder import (
    UNFINISHED,
    check_there,
    create_database,
    make_folder,
    remove_again,
    take_lock,
)
from planner.store.vault_keys import VaultKeys

if TYPE_CHECKING:
    from sqlite_utils import Database


class Vault:
    """An open vault. Made by ``create`` or ``open``; close it, or use it as a context manager."""

    def __init__(
        self, folder: Path, db: Database, data_key: bytes, lock: FileLock, opened_with: KeyWrap
    ) -> None:
        self.folder = folder
        self.keys = VaultKeys(folder, data_key, opened_with)
        self.backups = VaultBackups(folder, db, data_key)
        #: Wrong passphrases since the vault was last opened.
        self.failed_before = 0
        self.files = FileStore(db)
        self._db = db
        self._data_key = data_key
        self._lock = lock
        self._closed = False
        self._index = SearchIndex(db)
        self._directory = DirectoryStore(db, self._index)
        self._journeys = JourneyStore(db, self._directory, self._index)
        self._summaries = JourneySummaries(db)
        self.lines = CaseloadLines(db)
        self.events = RecordLog(folder, db, data_key)
        self._log = ChangeLog(db, self.events.rows)
        stores = Stores(self._journeys, self._directory, self._summaries, self.lines, self.files)
        self.eraser = Eraser(folder, db, data_key, self.events, stores)
        self.calendars = CalendarStore(db, folder, self._summaries, self._log)
        self.drafts = DraftStore(db, folder)
        self.reviews = ReviewStore(db, folder, self._summaries, self._log)
        self.settings = SettingStore(db, folder, self._summaries, self._log)
        self.entries = EntryLookup(folder, self._directory, self._index)

    @classmethod
    def create(cls, folder: Path, passphrase: str, *, cost: KeyCost | None = None) -> Vault:
        """A new vault in ``folder``, which must be empty or not be there yet; open.

        The key file is written last: until it is there the folder is no vault. What a creation that was
        cut short has left is written over.

        Raises: StoreError. Whatever was written by then is removed again.
        """
        with told_plainly(folder):
            if folder.exists() and (not folder.is_dir() or not UNFINISHED.issuperset(os.listdir(folder))):
                raise StoreError(
                    N_("“{path}” is not an empty folder.", path=str(folder)),
                    N_("Choose an empty folder for the new record, or a new name."),
                )
            made = make_folder(folder)
            lock = take_lock(folder)
            try:
                key_file, data_key = new_key_file(passphrase, cost or KeyCost())
                create_database(folder, data_key)
                write_key_file(folder, key_file)
                db = connect(folder / DATABASE_NAME, data_key)
                start_work(db)
            except BaseException:
                lock.release()
                remove_again(folder, made)
                raise
        return cls(folder, db, data_key, lock, key_file.wraps[0])

    @classmethod
    def open(cls, folder: Path, passphrase: str, *, now: dt.datetime, cost: KeyCost | None = None) -> Vault:
        """Open the vault in ``folder``, bringing it to this version if an earlier program wrote it.

        ``now`` (zone-aware) names the backup that is made before that. A passphrase that costs less to guess
        than ``cost`` is wrapped anew at it. Raises: StoreError for a wrong passphrase, a newer vault, a
        damaged one, one that is open elsewhere, a folder that is no vault; TooSoon after wrong ones.
        """
        vault = cls._enter(folder, now, lambda key_file: key_file.unlock(passphrase))
        if cost is not None:
            vault.keys.strengthen(passphrase, cost)
        return vault

    @classmethod
    def open_remembered(cls, folder: Path, secret: str, *, now: dt.datetime) -> Vault:
        """As ``open``, with the ``secret`` that the keychain of this computer has kept."""
        return cls._enter(folder, now, lambda key_file: key_file.unlock(secret, kinds=(KEYCHAIN,)))

    @classmethod
    def recover(
        cls, folder: Path, code: str, passphrase: str, *, now: dt.datetime, cost: KeyCost | None = None
    ) -> Vault:
        """As ``open``, with the recovery code, which opens nothing from then on: ``passphrase`` does.

        Raises: InputError for a mistyped code, naming the group; as ``open``.
        """
        read = read_recovery_code(code)
        return cls._enter(folder, now, recovery(folder, read, passphrase, now=now, cost=cost or KeyCost()))

    @classmethod
    def _enter(cls, folder: Path, now: dt.datetime, unlock: Unlock) -> Vault:
        with told_plainly(folder):
            if is_folder_of_backups(folder):
                raise no_record_but_backups(folder)
            key_file = read_key_file(folder)
            lock = take_lock(folder)
            try:
                data_key, wrap, failed = unlocked(folder, key_file, unlock, now)
                db = _open_database(folder, data_key, now)
            except BaseException:
                lock.release()
                raise
            vault = cls(folder, db, data_key, lock, wrap)
            vault.failed_before = failed
            return vault

    def close(self) -> None:
        """Finish and let go of the folder. Nothing is saved here: every edit already is. Harmless again."""
        if self._closed:
            return
        self._closed = True
        try:
            self.events.anchor()
            with told_plainly(self.folder):
                finish_work(self._db)
        finally:
            self._db.close()
            self._lock.release()

    def __enter__(self) -> Vault:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- the record ------------------------------------------------------------------------------------

    def journey_ids(self) -> list[JourneyId]:
        """Every journey, oldest first."""
        with told_plainly(self.folder):
            return self._journeys.ids()

    def load_journey(self, journey_id: str) -> Journey | None:
        """The journey, or ``None`` when the vault holds none with that id."""
        with told_plainly(self.folder):
            return self._journeys.load(journey_id)

    def directory(self) -> Directory:
        """The agency, the places and the contacts, each list in the order of the ids."""
        with told_plainly(self.folder):
            return self._directory.load()

    def journeys_using(self, entry: Place | Contact) -> list[JourneyId]:
        """The journeys that use a place or contact."""
        with told_plainly(self.folder):
            return self._directory.journeys_using(entry)

    def save(self, changes: Sequence[Change], note: ChangeNote) -> None:
        """Write one edit: all of it durably, or nothing. See ``planner.store.saving``.

        Raises: InputError when it refers to something that is not there, StoreError when it cannot be
        written; the vault then holds what it held before.
        """
        from sqlcipher3.dbapi2 import IntegrityError

        check_there(self._lock, self.folder)
        with told_plainly(self.folder):
            try:
                with self._db.atomic():
                    save(
                        self._journeys,
                        self._directory,
                        self._summaries,
                        self.lines,
                        self._log,
                        changes,
                        note,
                    )
            except BaseException as error:
                self._directory.forget_cached()
                if isinstance(error, IntegrityError) and (told := refused_edit(error)):
                    raise told from None
                raise

    def add_files(self, contents: Iterable[BinaryIO]) -> None:
        """Copy attached files in; what names them is saved after. Raises: StoreError."""
        check_there(self._lock, self.folder)
        with told_plainly(self.folder):
            for one in contents:
                self.files.add(one)

    def read_file(self, sha256: str) -> bytes:
        """An attached file's contents. Raises: StoreError when they are not in the vault, or not whole."""
        with told_plainly(self.folder):
            return self.files.read(sha256)

    # -- lists and search ------------------------------------------------------------------------------

    def summaries(self) -> list[JourneySummary]:
        """One row for each journey that has one, newest journey first."""
        with told_plainly(self.folder):
            return self._summaries.all()

    def summaries_of(self, ids: Sequence[str]) -> list[JourneySummary]:
        """The rows of these journeys, in this order."""
        with told_plainly(self.folder):
            return self._summaries.of(ids)

    def stale_summaries(self, now: dt.datetime) -> list[JourneyId]:
        """The journeys whose row may no longer be true at ``now`` (zone-aware)."""
        with told_plainly(self.folder):
            return self._summaries.stale(now)

    def put_summaries(self, rows: Sequence[JourneySummary], shares: Sequence[CaseloadShare] = ()) -> None:
        """Replace rows that were computed again; the journeys themselves did not change."""
        with told_plainly(self.folder), self._db.atomic():
            for summary in rows:
                self._summaries.put(summary)
            for share in shares:
                self.lines.put(share)

    def search(self, query: str, *, limit: int = 50) -> list[SearchHit]:
        """Journeys, then places and contacts, that hold every word of ``query``; best first."""
        with told_plainly(self.folder):
            return self._index.search(query, limit=limit)

    def search_journeys(self, query: str, *, limit: int = 500) -> list[JourneyId]:
        """The journeys among these hits, best first, to narrow a list."""
        with told_plainly(self.folder):
            return [JourneyId(hit.id) for hit in self._index.journeys(query, limit=limit)]

    def log(
        self, journey: JourneyId | None = None, before: int | None = None, limit: int = 200, words: Words = ()
    ) -> list[LoggedChange]:
        """The log of changes, newest first: of one journey, or of everything; see ``ChangeLog.latest``."""
        with told_plainly(self.folder):
            return self._log.latest(journey, before=before, limit=limit, words=words)

    def keepings(self) -> list[Keeping]:
        """How long each journey is kept, the soonest to be decided first."""
        with told_plainly(self.folder):
            return keepings(self._db)

    # -- upkeep ----------------------------------------------------------------------------------------

    def is_whole(self) -> bool:
        """Whether every page, every row and every reference is as it should be. Reads everything."""
        with told_plainly(self.folder):
            pages = self._db.conn.execute("PRAGMA cipher_integrity_check").fetchall()
            rows = self._db.conn.execute("PRAGMA integrity_check(1)").fetchone()[0]
            references = self._db.conn.execute("PRAGMA foreign_key_check").fetchall()
            return not pages and rows == "ok" and not references

    def exchange(self, restored: RestoredRecord, *, now: dt.datetime) -> Vault:
        """Close, put a restored record in the place of this one, and open it: one step, whole or not at all.

        Raises: InputError when the record has changed since ``restored`` was made ready; it is still open
        then. StoreError when it cannot be done; it is closed then, and as it was.
        """
        with told_plainly(self.folder):
            if read_marker(self._db) != restored.marker:
                raise InputError(N_("The record was changed meanwhile; restore the backup again."))
            self._closed = True
            self.events.anchor()
            try:
                finish_work(self._db)
                put_in_place(restored, self.folder)
                db = _open_database(self.folder, self._data_key, now)
            except BaseException:
                self._db.close()
                self._lock.release()
                raise
        return type(self)(self.folder, db, self._data_key, self._lock, self.keys.opened_with)

    @contextmanager
    def files_for_worker(self) -> Iterator[FileStore]:
        """The attached files over a connection of their own, for a worker thread that opens and closes it."""
        with told_plainly(self.folder):
            db = connect(self.folder / DATABASE_NAME, self._data_key)
            try:
                start_work(db)
                yield FileStore(db)
            finally:
                db.close()

    def tidy(self) -> None:
        """Put off work, a few milliseconds of it: for a moment when nobody types. Safe never to call."""
        with told_plainly(self.folder):
            self._index.tidy()
            self._db.conn.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


def _open_database(folder: Path, data_key: bytes, now: dt.datetime) -> Database:
    path, log = folder / DATABASE_NAME, folder / (DATABASE_NAME + "-wal")
    if not path.is_file() or path.stat().st_size == 0:
        raise damaged(folder)
    closed_properly = not log.exists() or log.stat().st_size == 0
    db = connect(path, data_key)
    try:
        clear_restored(folder)
        prepare(
            db,
            folder,
            back_up=BackupJob(folder=folder, data_key=data_key, now=now, reason="before-update").run,
            closed_properly=closed_properly,
        )
        FileStore(db).sweep()
    except BaseException:
        db.close()
        raise
    return db
