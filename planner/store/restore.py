"""Restoring a backup: the present state is backed up first, the backup made ready beside it, then exchanged.

Nothing of the present record is touched until the very last step, which renames one file. Whenever the
process dies there is a whole record: the present one, or the restored one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from planner.errors import Cancelled, Damaged, StoreError
from planner.message import N_
from planner.store.backup import BackupJob, MadeBackup
from planner.store.backup_check import check_database
from planner.store.backup_folder import Backup, file_path
from planner.store.carried_log import carry_log
from planner.store.database import connect, finish_work, prepare
from planner.store.failures import told_plainly
from planner.store.file_names import DATABASE_NAME
from planner.store.operating_system import sync_file, sync_folder
from planner.store.sealed import NotSealedHere
from planner.store.sealed_file import read_sealed_file
from planner.store.thin_copy import CONTENTS_TABLE

if TYPE_CHECKING:
    from sqlite_utils import Database

RESTORED_NAME = DATABASE_NAME + ".restored"


@dataclass(frozen=True, slots=True)
class RestoredRecord:
    """A database made ready to take the place of the record's own.

    ``before`` is the backup of the present state, by which this is undone; ``None`` when there was nothing
    to back up. ``marker`` is how far the present record had come. ``lost_files`` counts attached files whose
    contents are nowhere, ``erased_since`` what was erased after the backup was made and is back with it.
    """

    path: Path
    backup: Backup
    before: MadeBackup | None
    marker: str
    lost_files: int
    erased_since: int


@dataclass(frozen=True, slots=True)
class RestoreJob:
    """The work of making a backup ready; ``before`` backs up the present state, ``None``: it is no good."""

    backup: Backup
    data_key: bytes = field(repr=False)
    before: BackupJob | None
    folder: Path | None = None
    """The vault's folder, where ``before`` does not tell it."""

    def run(
        self,
        progress: Callable[[float], object] = lambda _fraction: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> RestoredRecord:
        """Make it ready, on any thread. Raises: Damaged when the backup is no good, StoreError, Cancelled."""
        folder = self.folder if self.before is None else self.before.folder
        assert folder is not None

        def stop_if_cancelled() -> None:
            if cancelled():
                raise Cancelled(N_("Restoring was cancelled; the record is as it was."))

        with told_plainly(folder):
            progress(0.0)
            manifest = self.backup.manifest
            path = self.backup.folder / DATABASE_NAME
            if not path.is_file():
                raise StoreError(
                    N_("The backup “{name}” is no longer there.", name=self.backup.name),
                    N_("Connect its drive again, or choose another one; the record is as it was."),
                )
            if manifest is None or check_database(path, self.data_key, manifest.rows):
                raise Damaged(
                    N_("The backup “{name}” is damaged.", name=self.backup.name),
                    N_("Choose another one; the record is as it was."),
                )
            made = None if self.before is None else self.before.run(lambda f: progress(f * 0.5), cancelled)
            marker = "" if made is None or made.backup.manifest is None else made.backup.manifest.marker
            progress(0.5)
            present = folder / DATABASE_NAME if made is not None else None
            ready = folder / RESTORED_NAME
            clear_restored(folder)
            try:
                shutil.copyfile(path, ready)
                lost, erased = self._complete(ready, folder, present, stop_if_cancelled)
                progress(0.9)
                sync_file(ready)
            except BaseException:
                clear_restored(folder)
                raise
            progress(1.0)
        return RestoredRecord(ready, self.backup, made, marker, lost, erased)

    def _complete(
        self, ready: Path, folder: Path, present: Path | None, stop_if_cancelled: Callable[[], None]
    ) -> tuple[int, int]:
        """Fill in the attached files and the newer part of the log, and bring it to this version."""
        db = connect(ready, self.data_key)
        try:
            db.conn.execute("PRAGMA synchronous = OFF").fetchall()
            if present is not None:
                db.conn.execute(
                    "ATTACH DATABASE ? AS present KEY ?", (str(present), f"x'{self.data_key.hex()}'")
                )
            lost = 0
            for number, sha256 in _stored(db):
                stop_if_cancelled()
                lost += not self._fill(db, number, sha256, present is not None)
            prepare(db, folder, back_up=lambda: None, closed_properly=True)
            erased = carry_log(db) if present is not None else 0
            if present is not None:
                db.conn.execute("DETACH DATABASE present")
            finish_work(db)
        finally:
            db.close()
        return lost, erased

    def _fill(self, db: Database, number: int, sha256: str, with_present: bool) -> bool:
        """Put the contents of one file in place: from the backups, else from the present record."""
        sources = [
            read_sealed_file(
                file_path(self.backup.folder.parent, self.data_key, sha256), self.data_key, sha256
            )
        ]
        if with_present:
            sources.append(_present_pieces(db, sha256))
        for pieces in sources:
            db.conn.execute("BEGIN")
            try:
                count = 0
                for position, piece in enumerate(pieces):
                    db.conn.execute(
                        f'INSERT INTO main."{CONTENTS_TABLE}" VALUES (?, ?, ?)', (number, position, piece)
                    )
                    count += 1
            except (NotSealedHere, OSError):
                db.conn.execute("ROLLBACK")
                continue
            except BaseException:
                db.conn.execute("ROLLBACK")
                raise
            db.conn.execute("COMMIT")
            if count:
                return True
        return False


def put_in_place(restored: RestoredRecord, folder: Path) -> None:
    """Put the restored database in place of the record's, which is closed: one rename. Raises: OSError."""
    for suffix in ("-wal", "-shm", "-journal"):
        (folder / (DATABASE_NAME + suffix)).unlink(missing_ok=True)
    sync_folder(folder)
    os.replace(restored.path, folder / DATABASE_NAME)
    sync_folder(folder)


def clear_restored(folder: Path) -> None:
    """Remove what restoring left that was cut short."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        (folder / (RESTORED_NAME + suffix)).unlink(missing_ok=True)


def _stored(db: Database) -> list[tuple[int, str]]:
    return db.conn.execute(
        'SELECT "number", "sha256" FROM main."stored_file" WHERE "sha256" IS NOT NULL ORDER BY "number"'
    ).fetchall()


def _present_pieces(db: Database, sha256: str) -> Iterator[bytes]:
    rows = db.conn.execute(
        f'SELECT piece."bytes" FROM present."{CONTENTS_TABLE}" AS piece '
        'JOIN present."stored_file" AS file ON file."number" = piece."file" '
        'WHERE file."sha256" = ? ORDER BY piece."position"',
        (sha256,),
    )
    return (row[0] for row in rows)
