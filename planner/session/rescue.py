"""When a record does not open: what is lost, what is whole, and the ways on.

Nothing here changes or removes a file of the damaged record: putting a backup in its place sets the damaged
files aside, and saving what can be read goes into a new folder.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from planner.edits.edit import DirectoryEdit, NewJourney
from planner.errors import Cancelled, PlannerError, StoreError
from planner.message import N_
from planner.record.attached import attachments
from planner.session.session import Session
from planner.store.backup_folder import Backup, backups_in, file_path, store_of
from planner.store.change_log import ChangeKind, ChangeNote
from planner.store.event import EventKind
from planner.store.failures import told_plainly
from planner.store.file_names import BACKUPS_NAME, DATABASE_NAME
from planner.store.key_file import KeyFile, read_key_file, write_key_file
from planner.store.key_wrap import KeyCost
from planner.store.log_anchor import read_anchor
from planner.store.operating_system import sync_folder
from planner.store.restore import RestoreJob, put_in_place
from planner.store.salvage import DamagedRecord
from planner.store.sealed import NotSealedHere
from planner.store.sealed_file import read_sealed_file
from planner.store.unlocking import unlocked
from planner.store.vault import Vault
from planner.store.vault_folder import take_lock

Clock = Callable[[], dt.datetime]
Progress = Callable[[float], object]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What can be had of a record that does not open whole.

    ``readable`` and ``unreadable`` count its journeys; ``backups`` are those that are good, the newest first.
    ``key_file_lost`` says that its key file is no use and the copy beside the backups was taken.
    """

    folder: Path
    readable: int
    unreadable: int
    backups: tuple[Backup, ...]
    key_file_lost: bool
    data_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved into a new record.

    ``whole`` counts the journeys read from the damaged one, ``from_backup`` names those that came from the
    newest backup that has them, ``lost`` those that came from nowhere, by id; ``lost_files`` counts
    attached files.
    """

    folder: Path
    whole: int
    from_backup: tuple[str, ...]
    lost: tuple[str, ...]
    lost_files: int


def look(folder: Path, passphrase: str, *, clock: Clock, backups: Path | None = None) -> Outlook:
    """What can be had of the record in ``folder``, or of a folder of ``backups`` elsewhere. Changes nothing.

    Raises: StoreError for a wrong passphrase, a record that is open, or one of which nothing is left.
    """
    store = store_of(backups or folder / BACKUPS_NAME)
    with told_plainly(folder):
        key_file, lost = _key_file(folder, store)
        place = folder if folder.is_dir() else store
        data_key, _, _ = unlocked(place, key_file, lambda keys: keys.unlock(passphrase), clock())
        readable = unreadable = 0
        good = tuple(one for one in backups_in(store, data_key) if one.manifest is not None)
        if (folder / DATABASE_NAME).is_file():
            with _held(folder), _reading(folder / DATABASE_NAME, data_key, _salt(good)) as record:
                for journey_id in record.journey_ids()[0]:
                    whole = record.journey(journey_id) is not None
                    readable, unreadable = readable + whole, unreadable + (not whole)
    return Outlook(folder, readable, unreadable, good, lost, data_key)


def restore_in_place(
    outlook: Outlook,
    backup: Backup,
    passphrase: str,
    *,
    clock: Clock,
    progress: Progress = lambda _fraction: None,
    cancelled: IsCancelled = lambda: False,
) -> Session:
    """Put a backup in the place of a record that is no good; its own files are set aside beside it.

    Raises: StoreError when the backup is no good either, Cancelled; everything is as it was then.
    """
    folder, now = outlook.folder, clock()
    with told_plainly(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with _held(folder):
            job = RestoreJob(backup, outlook.data_key, None, folder)
            restored = job.run(progress, cancelled)
            _set_aside(folder, now)
            if outlook.key_file_lost:
                write_key_file(folder, read_key_file(backup.folder.parent))
            put_in_place(restored, folder)
        replaced = _anchored(folder, outlook.data_key)
    session = Session.open(folder, passphrase, clock=clock)
    session.accountability.tell(EventKind.RESTORE, backup=backup.name, replaced_digest=replaced)
    return session


def salvage(
    outlook: Outlook,
    target: Path,
    passphrase: str,
    *,
    clock: Clock,
    progress: Progress = lambda _fraction: None,
    cancelled: IsCancelled = lambda: False,
    cost: KeyCost | None = None,
) -> Salvaged:
    """Save everything that can be read into a new record in ``target``, opened by the same passphrase.

    What cannot be read is taken from the newest backup that has it. Raises: StoreError, Cancelled; the
    damaged record is as it was, and a new one that was begun is closed.
    """
    newest = outlook.backups[0].folder / DATABASE_NAME if outlook.backups else None
    vault = Vault.create(target, passphrase, cost=cost)
    with (
        Session(vault, clock) as session,
        _reading(outlook.folder / DATABASE_NAME, outlook.data_key, _salt(outlook.backups)) as damaged,
        _reading(newest, outlook.data_key) as spare,
    ):
        note = ChangeNote(at=clock(), label=_LABEL, kind=ChangeKind.IMPORT)
        calendars = damaged.calendars() or spare.calendars()
        if calendars:
            vault.calendars.keep(calendars, note)
        directory = damaged.directory() or spare.directory()
        if directory is not None:
            session.run(DirectoryEdit(_LABEL, lambda _empty: directory))
        ids, is_all = damaged.journey_ids()
        if not is_all:  # what the damage does not name any more the backup may
            ids = sorted({*ids, *spare.journey_ids()[0]})
        saved = Salvaged(target, 0, (), (), 0)
        for number, journey_id in enumerate(ids):
            if cancelled():
                raise Cancelled(N_("Saving was cancelled; the damaged record is as it was."))
            progress(number / len(ids))
            saved = _with_one_more(saved, session, vault, journey_id, (damaged, spare), outlook)
        progress(1.0)
    return saved


def _with_one_more(
    saved: Salvaged,
    session: Session,
    vault: Vault,
    journey_id: str,
    sources: tuple[DamagedRecord, DamagedRecord],
    outlook: Outlook,
) -> Salvaged:
    """A journey from the first source that has it whole, with its attached files."""
    for source in sources:
        journey = source.journey(journey_id)
        if journey is None:
            continue
        lost_files = 0
        for sha256 in sorted({attached.sha256 for attached in attachments(journey)}):
            content = sources[0].contents(sha256)
            content = _from_backups(outlook, sha256) if content is None else content
            if content is None:
                lost_files += 1
            else:
                vault.add_files([io.BytesIO(content)])
        try:
            session.run(NewJourney(_LABEL, journey))
        except PlannerError:
            continue
        found = replace(saved, lost_files=saved.lost_files + lost_files)
        if source is sources[0]:
            return replace(found, whole=saved.whole + 1)
        name = journey.patient.full_name if journey.patient else journey.id
        return replace(found, from_backup=(*saved.from_backup, name))
    return replace(saved, lost=(*saved.lost, journey_id))


def _from_backups(outlook: Outlook, sha256: str) -> bytes | None:
    for backup in outlook.backups[:1]:
        path = file_path(backup.folder.parent, outlook.data_key, sha256)
        try:
            return b"".join(read_sealed_file(path, outlook.data_key, sha256))
        except (OSError, NotSealedHere):
            return None
    return None


def _key_file(folder: Path, store: Path) -> tuple[KeyFile, bool]:
    """The key file of the record, or its copy beside the backups; whether it is the copy."""
    try:
        return read_key_file(folder), False
    except StoreError:
        try:
            return read_key_file(store), True
        except StoreError:
            pass
        raise


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    lock = take_lock(folder)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _reading(path: Path | None, data_key: bytes, salt: bytes = b"") -> Iterator[DamagedRecord]:
    record = DamagedRecord(path, data_key, salt)
    try:
        yield record
    finally:
        record.close()


def _anchored(folder: Path, data_key: bytes) -> str:
    """The digest of the newest event of the log that is no longer here, if that is known."""
    try:
        anchor = read_anchor(folder, data_key)
    except ValueError:
        return ""
    return anchor.digest.hex() if anchor is not None else ""


def _salt(backups: Sequence[Backup]) -> bytes:
    """The salt of the record's pages, as the newest backup remembers it."""
    for backup in backups:
        if backup.manifest is not None:
            return bytes.fromhex(backup.manifest.salt)
    return b""


def _set_aside(folder: Path, now: dt.datetime) -> None:
    """Move the damaged files to a folder of their own: nothing of them is deleted."""
    names = [DATABASE_NAME, *(DATABASE_NAME + suffix for suffix in ("-wal", "-shm"))]
    present = [folder / name for name in names if (folder / name).exists()]
    if not present:
        return
    aside, number = folder / f"damaged-{now.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}", 1
    while aside.exists():
        number += 1
        aside = aside.with_name(f"{aside.name.partition('-x')[0]}-x{number}")
    aside.mkdir()
    for path in present:
        path.rename(aside / path.name)
    sync_folder(folder)


_LABEL = N_("Save from the damaged record")
