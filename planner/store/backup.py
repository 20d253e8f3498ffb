"""Making a backup: copied, opened again and counted before it gets its name; only then older ones may go."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from planner.errors import Cancelled, StoreError
from planner.message import N_, NN_, Message
from planner.store.backup_check import check_database, check_file
from planner.store.backup_folder import (
    GONE,
    NEW,
    Backup,
    Manifest,
    backup_name,
    backups_in,
    file_path,
    write_manifest,
)
from planner.store.failures import damaged, told_plainly
from planner.store.file_names import BACKUPS_NAME, DATABASE_NAME, FILES_NAME, KEY_FILE_NAME, MANIFEST_NAME
from planner.store.key_file import read_key_file
from planner.store.operating_system import sync_file, sync_folder, write_whole
from planner.store.retention import Kept, to_remove
from planner.store.sealed import NotSealedHere
from planner.store.sealed_file import sealed_size, write_sealed_file
from planner.store.thin_copy import AttachedFile, thin_copy

_SALT_BYTES = 16
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class MadeBackup:
    """A backup that was made and checked. ``notices`` say what is not in it, or not in the second folder."""

    backup: Backup
    notices: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupJob:
    """The work of making a backup of the record in ``folder``, on any thread, over a connection of its own.

    ``now`` (zone-aware) names it, ``reason`` is a short ASCII word. ``second`` is another folder, on a stick
    or one that is synchronised, that gets a copy if it is there.
    """

    folder: Path
    data_key: bytes = field(repr=False)
    now: dt.datetime
    reason: str
    second: Path | None = None
    spare: str = ""
    """The name of a backup that is not thinned out this time: it is about to be restored."""

    def run(
        self,
        progress: Callable[[float], object] = lambda _fraction: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> MadeBackup:
        """Make it; older backups are thinned out only once this one is known to be good.

        Raises: StoreError when it cannot be made or is not whole, Cancelled; nothing is left of it then.
        """

        def stop_if_cancelled() -> None:
            if cancelled():
                raise Cancelled(N_("The backup was cancelled; the earlier ones are as they were."))

        with _one_at_a_time, told_plainly(self.folder):
            progress(0.0)
            backups = self.folder / BACKUPS_NAME
            backup, damaged_files = _make(self, backups, stop_if_cancelled)
            progress(0.8)
            rotate(backups, self.data_key, self.spare)
            second = None if self.second is None else self._copy_to_second(backup)
            progress(1.0)
        return MadeBackup(backup, tuple(notice for notice in (damaged_files, second) if notice))

    def _copy_to_second(self, backup: Backup) -> Message | None:
        assert self.second is not None
        if not self.second.is_dir():
            return N_(
                "The second backup folder “{path}” is not there now; backups go on in the first.",
                path=str(self.second),
            )
        target = second_store(self.second, self.folder)
        try:
            with told_plainly(self.second):
                copy_backup(backup, target, self.data_key)
                rotate(target, self.data_key, self.spare)
        except (StoreError, OSError) as error:
            reason = error.message if isinstance(error, StoreError) else (error.strerror or "")
            return N_(
                "The backup is made, but not its copy in “{path}”: {reason}",
                path=str(self.second),
                reason=reason,
            )
        return None


def second_store(chosen: Path, vault: Path) -> Path:
    """The folder of backups inside a second folder that somebody chose: one for each record."""
    return chosen / f"journey-backups-{read_key_file(vault).vault_id[:8]}"


def copy_backup(backup: Backup, target: Path, data_key: bytes) -> None:
    """Copy a backup, and what it needs, to another folder of backups. Raises: StoreError, OSError."""
    assert backup.manifest is not None
    source = backup.folder.parent
    _clear(target)
    (target / FILES_NAME).mkdir(parents=True, exist_ok=True)
    for sha256, size in backup.manifest.files.items():
        there, here = file_path(target, data_key, sha256), file_path(source, data_key, sha256)
        if not there.exists() or there.stat().st_size != sealed_size(size):
            beside = there.with_name(there.name + NEW)
            shutil.copyfile(here, beside)
            sync_file(beside)
            os.replace(beside, there)
    sync_folder(target / FILES_NAME)
    if not (target / backup.name).exists():
        beside = target / (backup.name + NEW)
        shutil.copytree(backup.folder, beside, copy_function=shutil.copyfile)
        for path in beside.iterdir():
            sync_file(path)
        if _digest(beside / DATABASE_NAME) != backup.manifest.database_sha256:
            shutil.rmtree(beside, ignore_errors=True)
            raise damaged(target)
        beside.rename(target / backup.name)
    keep_key_file(source, target)
    sync_folder(target)


def keep_key_file(vault: Path, backups: Path) -> None:
    """Put the key file of ``vault`` into a folder of backups, unless it is damaged or there already."""
    try:
        read_key_file(vault)
    except StoreError:
        return
    content = (vault / KEY_FILE_NAME).read_bytes()
    there = backups / KEY_FILE_NAME
    if not there.is_file() or there.read_bytes() != content:
        write_whole(there, content)


def rotate(backups: Path, data_key: bytes, spare: str = "") -> None:
    """Remove the backups that retention no longer wants, and contents that none refers to any more.

    The one called ``spare`` stays, and with it what it refers to.
    """
    known = backups_in(backups, data_key)
    whole = [Kept(backup.name, backup.made_at, backup.reason) for backup in known if backup.manifest]
    for name in to_remove(whole):
        if name == spare:
            continue
        gone = (backups / name).rename(backups / (name + GONE))
        shutil.rmtree(gone, ignore_errors=True)
    left = backups_in(backups, data_key)
    wanted: set[str] = set()
    for backup in left:
        if backup.manifest is None:
            return  # nobody knows what it refers to
        wanted.update(file_path(backups, data_key, sha256).name for sha256 in backup.manifest.files)
    for path in (backups / FILES_NAME).iterdir() if (backups / FILES_NAME).is_dir() else ():
        if path.name not in wanted:
            path.unlink(missing_ok=True)


def _make(
    job: BackupJob, backups: Path, stop_if_cancelled: Callable[[], None]
) -> tuple[Backup, Message | None]:
    backups.mkdir(mode=0o700, exist_ok=True)
    (backups / FILES_NAME).mkdir(mode=0o700, exist_ok=True)
    _clear(backups)
    finished = _free_name(backups / backup_name(job.now, job.reason))
    with _unfinished(finished) as folder:
        path, kept = folder / DATABASE_NAME, dict[str, int]()

        def keep(file: AttachedFile, pieces: Iterator[bytes]) -> None:
            stop_if_cancelled()
            if _keep_contents(file_path(backups, job.data_key, file.sha256), job.data_key, file, pieces):
                kept[file.sha256] = file.size_bytes

        source = job.folder / DATABASE_NAME
        with source.open("rb") as file:
            salt = file.read(_SALT_BYTES).hex()
        copied = thin_copy(source, path, job.data_key, each_file=keep, cancelled=stop_if_cancelled)
        sync_file(path)
        sync_folder(backups / FILES_NAME)
        if check_database(path, job.data_key, copied.rows):
            raise damaged(job.folder)
        manifest = Manifest(
            rows=copied.rows,
            files=kept,
            database_sha256=_digest(path),
            database_bytes=path.stat().st_size,
            marker=copied.marker,
            salt=salt,
        )
        stop_if_cancelled()
        write_whole(folder / MANIFEST_NAME, write_manifest(finished, job.data_key, manifest))
        keep_key_file(job.folder, backups)
        folder.rename(finished)
    sync_folder(backups)
    lost = len(copied.files) - len(kept)
    told = NN_(
        "{count} attached file is damaged in the record and is not in the backup.",
        "{count} attached files are damaged in the record and are not in the backup.",
        lost,
    )
    made_at = job.now.astimezone(dt.UTC).replace(microsecond=0)
    return Backup(finished, made_at, job.reason, manifest), told if lost else None


def _keep_contents(path: Path, data_key: bytes, file: AttachedFile, pieces: Iterator[bytes]) -> bool:
    """Write the contents once; what is there already from an earlier backup is not copied again.

    Whether they are there now: contents that are damaged in the record keep nobody from the rest.
    """
    if path.exists() and path.stat().st_size == sealed_size(file.size_bytes):
        return True
    try:
        write_sealed_file(path, data_key, file.sha256, pieces)
    except NotSealedHere:
        return False
    if not check_file(path, data_key, file.sha256):
        path.unlink(missing_ok=True)
        raise damaged(path.parent)
    return True


@contextmanager
def _unfinished(finished: Path) -> Iterator[Path]:
    """A folder beside ``finished`` to fill and to rename; whatever goes wrong, nothing of it stays."""
    folder = finished.with_name(finished.name + NEW)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _clear(backups: Path) -> None:
    """Remove what work that was cut short has left."""
    for path in backups.iterdir() if backups.is_dir() else ():
        if path.name.endswith((NEW, GONE)):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _free_name(path: Path) -> Path:
    """``path``, or the first of ``path-2``, ``path-3`` … that does not exist."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free
