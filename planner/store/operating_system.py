"""What Windows, macOS and Linux do differently about files, in this one place: locking a file for one
process, and making a written file survive a power cut."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        # Locks one byte; the file is empty, and Windows allows a lock past its end.
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def sync_folder(folder: Path) -> None:
        """Nothing to do: Windows cannot flush a folder, and NTFS journals the renaming itself."""
else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        # flock belongs to the open file, so a second opening in the same process is refused as well.
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def sync_folder(folder: Path) -> None:
        """Make the names in ``folder`` (files created, renamed, removed) survive a power cut."""
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


class FileLock:
    """Holds a file so that no other process, on this or another computer, can hold it as well.

    The operating system lets go when the process ends, however it ends: a lock is never stale. The file
    itself stays behind, empty.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Whether the lock is ours now. Raises: OSError when the file cannot be created or opened."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            taken = _try_lock(descriptor)
        except OSError:
            os.close(descriptor)
            raise
        if not taken:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    @property
    def is_removed(self) -> bool:
        """Whether the file was deleted meanwhile; what is written beside it would go nowhere."""
        return self._descriptor is not None and os.fstat(self._descriptor).st_nlink == 0

    def release(self) -> None:
        """Let go; harmless when it was never taken."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def sync_file(path: Path) -> None:
    """Make the contents of ``path`` survive a power cut."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def write_open(path: Path) -> BinaryIO:
    """A new file to write, or an emptied one, that only this user can read."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    return os.fdopen(descriptor, "wb")


def write_whole(path: Path, content: bytes) -> None:
    """Write ``path`` so that after a crash it holds either what it held before or all of ``content``."""
    beside = path.with_name(path.name + ".new")
    with write_open(beside) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
    sync_folder(path.parent)
