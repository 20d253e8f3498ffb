"""Attached files, inside the encrypted database: found by the SHA-256 of their contents, cut into pieces.

A file comes in over several short transactions, so that edits need not wait for a large one; until its
last piece is there it cannot be found, and what a crash or a cancel leaves is swept away at the next open.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from planner.errors import Cancelled, StoreError
from planner.message import N_

if TYPE_CHECKING:
    from sqlite_utils import Database

_PIECE_BYTES = 256 * 1024
_PIECES_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the vault. ``sha256`` is in lower-case hex."""

    sha256: str
    size_bytes: int


class FileStore:
    """The attached files of one vault, over one connection."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(
        self,
        source: BinaryIO,
        *,
        progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> StoredFile:
        """Copy ``source`` in, from where it stands to its end; a file already there is kept once.

        ``progress`` is told the bytes copied so far. Raises: Cancelled when ``cancelled`` says so.
        """
        digest, size = hashlib.sha256(), 0
        number = self._db.execute('INSERT INTO "stored_file" ("size_bytes") VALUES (0)').lastrowid
        assert number is not None
        try:
            for position, pieces in enumerate(_batches(source)):
                if cancelled():
                    raise Cancelled(N_("Adding the file was cancelled; nothing was kept of it."))
                with self._db.atomic():
                    for offset, piece in enumerate(pieces):
                        digest.update(piece)
                        size += len(piece)
                        self._db.execute(
                            'INSERT INTO "stored_file_piece" VALUES (?, ?, ?)',
                            (number, position * _PIECES_AT_ONCE + offset, piece),
                        )
                if progress is not None:
                    progress(size)
            with self._db.atomic():
                self._finish(number, digest.hexdigest(), size)
        except BaseException:
            self._db.execute('DELETE FROM "stored_file" WHERE "number" = ?', (number,))
            raise
        return StoredFile(digest.hexdigest(), size)

    def has(self, sha256: str) -> bool:
        """Whether the vault holds the contents."""
        return self._number(sha256) is not None

    def size(self, sha256: str) -> int | None:
        """How many bytes the contents are; ``None`` when the vault does not hold them."""
        row = self._db.conn.execute(
            'SELECT "size_bytes" FROM "stored_file" WHERE "sha256" = ?', (sha256,)
        ).fetchone()
        return None if row is None else int(row[0])

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """The contents, piece by piece. Raises: StoreError when they are not in the vault, or not whole."""
        number = self._number(sha256)
        if number is None:
            raise StoreError(
                N_("The contents of this attached file are not in the record."),
                N_("Attach the file again."),
            )
        digest, position = hashlib.sha256(), 0
        while row := self._db.conn.execute(
            'SELECT "bytes" FROM "stored_file_piece" WHERE "file" = ? AND "position" = ?', (number, position)
        ).fetchone():
            digest.update(row[0])
            yield row[0]
            position += 1
        if digest.hexdigest() != sha256:
            raise StoreError(
                N_("This attached file is damaged."), N_("Attach it again, or restore it from a backup.")
            )

    def read(self, sha256: str) -> bytes:
        """The contents at once. Raises: as ``pieces``."""
        return b"".join(self.pieces(sha256))

    def sweep(self) -> None:
        """Remove what unfinished copies left."""
        self._db.execute('DELETE FROM "stored_file" WHERE "sha256" IS NULL')

    def remove_unused(self) -> int:
        """Remove contents that no attachment names, for good: undo no longer finds them. How many."""
        cursor = self._db.execute(
            'DELETE FROM "stored_file" WHERE "sha256" NOT IN '
            '(SELECT "sha256" FROM "attachment" UNION SELECT "sha256" FROM "shared_attachment")'
        )
        return int(cursor.rowcount)

    def _number(self, sha256: str) -> int | None:
        row = self._db.conn.execute(
            'SELECT "number" FROM "stored_file" WHERE "sha256" = ?', (sha256,)
        ).fetchone()
        return None if row is None else int(row[0])

    def _finish(self, number: int, sha256: str, size: int) -> None:
        if self.has(sha256):
            self._db.execute('DELETE FROM "stored_file" WHERE "number" = ?', (number,))
        else:
            self._db.execute(
                'UPDATE "stored_file" SET "sha256" = ?, "size_bytes" = ? WHERE "number" = ?',
                (sha256, size, number),
            )


def _batches(source: BinaryIO) -> Iterator[list[bytes]]:
    while pieces := [piece for _ in range(_PIECES_AT_ONCE) if (piece := source.read(_PIECE_BYTES))]:
        yield pieces
