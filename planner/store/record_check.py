"""Reading and checking everything: key file, pages, rows, journeys, attached files, the log, the backups."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from planner.errors import Cancelled, StoreError
from planner.message import N_, NN_, Message
from planner.store.backup_check import check_backup
from planner.store.backup_folder import backups_in
from planner.store.database import connect
from planner.store.failures import told_plainly
from planner.store.file_names import BACKUPS_NAME, DATABASE_NAME
from planner.store.key_file import read_key_file

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was checked: a short ASCII ``key`` for programs, what was found, and if it is well."""

    key: str
    found: Message
    is_well: bool


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """The full check of the vault in ``folder``, on any thread, over a connection of its own."""

    folder: Path
    data_key: bytes = field(repr=False)

    def run(
        self,
        progress: Callable[[float], object] = lambda _fraction: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[Checked, ...]:
        """Everything that was checked. Raises: StoreError when nothing can be read, Cancelled."""
        found: list[Checked] = []
        with told_plainly(self.folder):
            for number, step in enumerate(_STEPS):
                if cancelled():
                    raise Cancelled(N_("The check was cancelled."))
                progress(number / len(_STEPS))
                found.extend(step(self))
        progress(1.0)
        return tuple(found)


def _key_file(check: RecordCheck) -> Iterator[Checked]:
    try:
        wraps = len(read_key_file(check.folder).wraps)
    except StoreError as error:
        yield Checked("keys", error.message, False)
        return
    found = NN_(
        "The key file is whole; {count} secret opens the record.",
        "The key file is whole; {count} secrets open the record.",
        wraps,
    )
    yield Checked("keys", found, True)


def _pages(check: RecordCheck) -> Iterator[Checked]:
    with _connection(check) as db:
        try:
            damaged = len(db.conn.execute("PRAGMA cipher_integrity_check").fetchall())
            (pages,) = db.conn.execute("PRAGMA page_count").fetchone()
        except _database_error():
            yield Checked("pages", N_("The database cannot be read."), False)
            return
    if damaged:
        yield Checked(
            "pages",
            NN_(
                "{count} page of the database is damaged.",
                "{count} pages of the database are damaged.",
                damaged,
            ),
            False,
        )
        return
    yield Checked(
        "pages",
        NN_(
            "{count} page of the database is as it was written.",
            "All {count} pages of the database are as they were written.",
            pages,
        ),
        True,
    )


def _rows(check: RecordCheck) -> Iterator[Checked]:
    with _connection(check) as db:
        try:
            rows = db.conn.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            references = not db.conn.execute("PRAGMA foreign_key_check").fetchall()
        except _database_error():
            rows = references = False
    yield Checked(
        "rows",
        N_("Every row and index is in order.")
        if rows
        else N_("Rows or indexes of the database are not in order."),
        rows,
    )
    yield Checked(
        "references",
        N_("Nothing refers to what is not there.")
        if references
        else N_("Something refers to what is not there."),
        references,
    )


def _journeys(check: RecordCheck) -> Iterator[Checked]:
    from planner.store.salvage import readable_journeys

    ids, unread = readable_journeys(check.folder / DATABASE_NAME, check.data_key)
    if not unread:
        yield Checked(
            "journeys",
            NN_("{count} journey can be read.", "All {count} journeys can be read.", len(ids)),
            True,
        )
    for journey in unread:
        yield Checked("journeys", N_("Journey “{id}” cannot be read whole.", id=journey), False)


def _files(check: RecordCheck) -> Iterator[Checked]:
    from planner.store.file_store import FileStore

    damaged, size = 0, 0
    with _connection(check) as db:
        try:
            stored = [
                row[0]
                for row in db.conn.execute('SELECT "sha256" FROM "stored_file" WHERE "sha256" IS NOT NULL')
            ]
            missing = [row[0] for row in db.conn.execute(_NAMED_BUT_MISSING)]
        except _database_error():
            yield Checked("files", N_("The list of attached files cannot be read."), False)
            return
        files = FileStore(db)
        for sha256 in stored:
            try:
                size += sum(len(piece) for piece in files.pieces(sha256))
            except (StoreError, _database_error()):
                damaged += 1
    if damaged:
        yield Checked(
            "files",
            NN_("{count} attached file is damaged.", "{count} attached files are damaged.", damaged),
            False,
        )
    if missing:
        yield Checked(
            "files",
            NN_(
                "The contents of {count} attached file are not in the record.",
                "The contents of {count} attached files are not in the record.",
                len(missing),
            ),
            False,
        )
    if not damaged and not missing:
        yield Checked(
            "files",
            NN_("{count} attached file is whole.", "All {count} attached files are whole.", len(stored)),
            True,
        )


def _log(check: RecordCheck) -> Iterator[Checked]:
    from planner.store.record_log import RecordLog

    with _connection(check) as db:
        try:
            log = RecordLog(check.folder, db, check.data_key).verify()
        except (StoreError, _database_error()):
            yield Checked("log", N_("The log cannot be read."), False)
            return
    if log.is_whole:
        yield Checked(
            "log",
            NN_(
                "{count} event of the log is as it was written.",
                "All {count} events of the log are as they were written.",
                log.events,
            ),
            True,
        )
    else:
        yield Checked("log", log.fault or N_("The log was changed."), False)


def _same_key_file(folder: Path) -> bool:
    """Whether the copy of the key file beside the backups is as good as the record's own."""
    try:
        return read_key_file(folder / BACKUPS_NAME) == read_key_file(folder)
    except (StoreError, OSError):
        return False


def _backups(check: RecordCheck) -> Iterator[Checked]:
    known = backups_in(check.folder / BACKUPS_NAME, check.data_key)
    bad = 0
    if known and not _same_key_file(check.folder):
        yield Checked(
            "backups",
            N_("The copy of the key file beside the backups is damaged; the next backup puts it right."),
            False,
        )
    for backup in known:
        problems = check_backup(backup, check.data_key)
        bad += bool(problems)
        for problem in problems:
            yield Checked(
                "backups", N_("Backup “{name}”: {problem}", name=backup.name, problem=problem), False
            )
    if known and not bad:
        yield Checked(
            "backups",
            NN_("{count} backup can be restored.", "All {count} backups can be restored.", len(known)),
            True,
        )
    if not known:
        yield Checked("backups", N_("There is no backup yet."), True)


class _connection:
    def __init__(self, check: RecordCheck) -> None:
        self._db = connect(check.folder / DATABASE_NAME, check.data_key)

    def __enter__(self) -> Database:
        return self._db

    def __exit__(self, *_error: object) -> None:
        self._db.close()


def _database_error() -> type[Exception]:
    from sqlcipher3.dbapi2 import DatabaseError

    error: type[Exception] = DatabaseError
    return error


_STEPS: tuple[Callable[[RecordCheck], Iterator[Checked]], ...] = (
    _key_file,
    _pages,
    _rows,
    _journeys,
    _files,
    _log,
    _backups,
)
_NAMED_BUT_MISSING = (
    'SELECT "sha256" FROM (SELECT "sha256" FROM "attachment" UNION SELECT "sha256" FROM "shared_attachment") '
    'WHERE "sha256" NOT IN (SELECT "sha256" FROM "stored_file" WHERE "sha256" IS NOT NULL)'
)
