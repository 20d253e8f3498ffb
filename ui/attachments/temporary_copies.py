"""Readable copies for other programs, in a private folder, and their end.

What Qt cannot show is opened by another program, which needs a file. Each running program has a folder of
its own under one that only this user may enter, in memory where the system offers that (``XDG_RUNTIME_DIR``);
it goes when the user says so, with the record (locked or closed) and at the end of the program. What a crash
leaves is removed at the next start: a lock in each folder tells whether its program still runs.
"""

from __future__ import annotations

import getpass
import os
import shutil
import stat
import tempfile
import weakref
from pathlib import Path

from PySide6.QtCore import QLockFile

from planner.errors import StoreError
from planner.message import N_
from planner.record.thing import Attachment
from planner.session import Session
from ui.journey.copies import safe_name

_LOCK = "lock"


class TemporaryCopies:
    """The readable copies of one open record. ``base`` is where the folders of all programs lie."""

    def __init__(self, base: Path) -> None:
        self._base = base
        self._folder: Path | None = None
        self._lock: QLockFile | None = None
        self._number = 0

    def place_for(self, attachment: Attachment) -> Path:
        """Where to write a copy under its own name. Raises: StoreError when there is no private place."""
        try:
            folder = self._private_folder()
            self._number += 1
            inner = folder / str(self._number)
            inner.mkdir(mode=stat.S_IRWXU)
        except OSError as error:
            raise StoreError(
                N_("There is no private place for a readable copy."),
                N_("Export the file into a folder of yours instead."),
            ) from error
        return inner / safe_name(attachment.name)

    @property
    def are_there(self) -> bool:
        """Whether any readable copy lies on this computer."""
        return self._folder is not None

    def wipe(self) -> bool:
        """Remove all of them; whether they are gone (Windows keeps what another program still holds)."""
        folder, self._folder = self._folder, None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
        return folder is None or not folder.exists()

    def _private_folder(self) -> Path:
        if self._folder is None:
            self._base.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
            base = self._base if _is_ours_alone(self._base) else None
            folder = Path(tempfile.mkdtemp(prefix="open-", dir=base))
            lock = QLockFile(str(folder / _LOCK))
            lock.setStaleLockTime(0)  # ours as long as this process lives, however long that is
            lock.tryLock(0)
            self._folder, self._lock = folder, lock
        return self._folder


def base_folder() -> Path:
    """Where readable copies lie: in memory where the system offers it, else in its temporary folder."""
    top = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    return Path(top) / f"treatment-journey-planner-{getpass.getuser()}"


def wipe_left_over(base: Path) -> int:
    """Remove the copies of programs that no longer run; how many folders."""
    removed = 0
    for folder in sorted(base.glob("open-*")) if base.is_dir() else ():
        lock = QLockFile(str(folder / _LOCK))
        lock.setStaleLockTime(0)
        if lock.tryLock(0):
            lock.unlock()
            shutil.rmtree(folder, ignore_errors=True)
            removed += 1
    return removed


_OF_SESSION: weakref.WeakKeyDictionary[Session, TemporaryCopies] = weakref.WeakKeyDictionary()


def copies_of(session: Session) -> TemporaryCopies:
    """The readable copies of an open record; they go when it is closed."""
    found = _OF_SESSION.get(session)
    if found is None:
        found = _OF_SESSION[session] = TemporaryCopies(base_folder())
        session.attachments.on_close(found.wipe)
    return found


def _is_ours_alone(folder: Path) -> bool:
    """Whether nobody else made ``folder``, or may enter it."""
    if os.name != "posix":
        return True  # a temporary folder of Windows belongs to its user
    found = folder.lstat()
    return (
        stat.S_ISDIR(found.st_mode)
        and found.st_uid == os.getuid()
        and not found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    )
