"""The attached files of an open record: copied in, read and written out by a worker, never half.

A worker has a connection of its own (``Vault.files_for_worker``), so that nobody waits for a large file.
"""

from __future__ import annotations

import mimetypes
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planner.errors import Cancelled, InputError, StoreError
from planner.input_limits import ATTACHMENT_BYTES
from planner.message import N_
from planner.record.ids import AttachmentId
from planner.record.thing import Attachment
from planner.session.output import Cancel, Progress
from planner.store.file_store import StoredFile

if TYPE_CHECKING:
    from planner.session.session import Session
    from planner.store.vault import Vault

#: What one attached file may be; a disc of images is kept outside the record and named in it.
LARGEST_ATTACHMENT_BYTES = ATTACHMENT_BYTES

_KINDS = mimetypes.MimeTypes()
for _ending, _kind in {
    ".heic": "image/heic",
    ".heif": "image/heif",
    ".webp": "image/webp",
    ".dcm": "application/dicom",
    ".ofd": "application/ofd",  # GB/T 33190: what a Chinese e-invoice comes as
    ".ics": "text/calendar",
    ".md": "text/markdown",
}.items():
    _KINDS.add_type(_kind, _ending)


@dataclass(frozen=True, slots=True)
class Brought:
    """A file whose contents are in the vault now, and that nothing names yet."""

    name: str
    media_type: str
    stored: StoredFile


@dataclass(frozen=True, slots=True, eq=False)
class BringJob:
    """Copies one file into the vault."""

    vault: Vault
    path: Path

    def run(self, progress: Progress = lambda done: None, cancelled: Cancel = lambda: False) -> Brought:
        """Copy it. Raises: InputError for what is no file, is empty, too large or not to be read; StoreError,
        Cancelled.
        """
        name = self.path.name
        try:
            size = self._size()
            with self.path.open("rb") as source, self.vault.files_for_worker() as files:
                stored = files.add(source, progress=lambda done: progress(done / size), cancelled=cancelled)
        except OSError as error:
            raise InputError(
                N_("“{file}” cannot be read.", file=name),
                N_("Check that it is still there and that you may open it."),
            ) from error
        return Brought(name, media_type(name), stored)

    def _size(self) -> int:
        name = self.path.name
        if self.path.is_dir():
            raise InputError(
                N_("“{file}” is a folder; only single files can be attached.", file=name),
                N_("Attach the files in it, or pack it into one ZIP file first."),
            )
        size = self.path.stat().st_size
        if size == 0:
            raise InputError(N_("“{file}” is empty.", file=name), N_("Check that it was saved completely."))
        if size > LARGEST_ATTACHMENT_BYTES:
            raise InputError(
                N_(
                    "“{file}” has {size} MB; an attached file may have at most {limit} MB.",
                    file=name,
                    size=-(-size >> 20),
                    limit=LARGEST_ATTACHMENT_BYTES >> 20,
                ),
                N_("Keep it outside the record and write down where it lies."),
            )
        return size


@dataclass(frozen=True, slots=True, eq=False)
class ReadJob:
    """Reads one attached file into memory."""

    vault: Vault
    sha256: str

    def run(self, cancelled: Cancel = lambda: False) -> bytes:
        """Its contents. Raises: StoreError when they are not in the vault or not whole; Cancelled."""
        with self.vault.files_for_worker() as files:
            return b"".join(_until(files.pieces(self.sha256), cancelled))


@dataclass(frozen=True, slots=True, eq=False)
class WriteJob:
    """Writes one attached file to ``target``, readable by this user alone."""

    vault: Vault
    attachment: Attachment
    target: Path

    def run(self, progress: Progress = lambda done: None, cancelled: Cancel = lambda: False) -> Path:
        """The file written, whole or not at all. Raises: StoreError, Cancelled."""
        draft: Path | None = None
        try:
            handle, name = tempfile.mkstemp(prefix=".export-", dir=self.target.parent)
            draft = Path(name)
            with os.fdopen(handle, "wb") as file, self.vault.files_for_worker() as files:
                done = 0
                for piece in _until(files.pieces(self.attachment.sha256), cancelled):
                    file.write(piece)
                    done += len(piece)
                    progress(done / max(self.attachment.size_bytes, 1))
            draft.replace(self.target)
        except BaseException as error:
            if draft is not None:
                draft.unlink(missing_ok=True)
            if isinstance(error, OSError):
                raise StoreError(
                    N_(
                        "“{name}” cannot be written into “{folder}”.",
                        name=self.target.name,
                        folder=str(self.target.parent),
                    ),
                    N_("Check that the folder exists, that you may write to it and that the disk has room."),
                ) from error
            raise
        return self.target


class Attachments:
    """The attached files of an open record. Makes jobs on the session's thread; any thread may run them."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault
        self._closers: list[Callable[[], object]] = []

    def bring(self, path: Path) -> BringJob:
        """The work of copying a file in."""
        return BringJob(self._vault, path)

    def attachment(self, brought: Brought, zone: str) -> Attachment:
        """What was brought as a value of the record, added today in ``zone``."""
        return Attachment(
            id=AttachmentId(self._session.new_id()),
            name=brought.name,
            media_type=brought.media_type,
            size_bytes=brought.stored.size_bytes,
            sha256=brought.stored.sha256,
            added_on=self._session.today(zone),
        )

    def has(self, attachment: Attachment) -> bool:
        """Whether the record holds its contents; one from a journey file without contents has none."""
        return self._vault.files.has(attachment.sha256)

    def reading(self, attachment: Attachment) -> ReadJob:
        """The work of reading a file."""
        return ReadJob(self._vault, attachment.sha256)

    def writing(self, attachment: Attachment, target: Path) -> WriteJob:
        """The work of writing a file out of the record."""
        return WriteJob(self._vault, attachment, target)

    def on_close(self, do: Callable[[], object]) -> None:
        """Have ``do`` done when the record is closed or locked: copies shown elsewhere must go with it."""
        self._closers.append(do)

    def close(self) -> None:
        """The record is being closed."""
        while self._closers:
            self._closers.pop()()


def media_type(name: str) -> str:
    """The media type that a file's ending stands for (RFC 6838); ``application/octet-stream`` if unknown."""
    return _KINDS.guess_type(name, strict=False)[0] or "application/octet-stream"


def _until(pieces: Iterator[bytes], cancelled: Cancel) -> Iterator[bytes]:
    for piece in pieces:
        if cancelled():
            raise Cancelled(N_("Stopped; nothing was kept of it."))
        yield piece
