"""One attached file in a backup: encrypted in pieces, under a key that belongs to its contents alone.

The key is derived from the data key and the SHA-256 of the contents, so that no key ever locks two different
contents and a nonce may simply count the pieces; the last piece says that it is the last, so a file that was
cut short is noticed (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from planner.store.operating_system import write_open
from planner.store.sealed import NotSealedHere, subkey

_MAGIC = b"TJPF1\n"
_PIECE_BYTES = 256 * 1024
_TAG_BYTES = 16


def write_sealed_file(path: Path, data_key: bytes, sha256: str, pieces: Iterable[bytes]) -> None:
    """Write ``path`` whole, or leave what was there; its name may still need ``sync_folder``.

    Raises: NotSealedHere when the contents are not those of ``sha256``, OSError.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher, digest = AESGCM(_key(data_key, sha256)), hashlib.sha256()
    beside = path.with_name(path.name + ".new")
    try:
        with write_open(beside) as file:
            file.write(_MAGIC)
            for number, (piece, last) in enumerate(_marked_last(_cut(pieces))):
                digest.update(piece)
                file.write(cipher.encrypt(_nonce(number, last), piece, None))
            if digest.hexdigest() != sha256:
                raise NotSealedHere
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def read_sealed_file(path: Path, data_key: bytes, sha256: str) -> Iterator[bytes]:
    """The contents, piece by piece. Raises: NotSealedHere when they are not whole, OSError."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher, digest = AESGCM(_key(data_key, sha256)), hashlib.sha256()
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise NotSealedHere
        locked = iter(lambda: file.read(_PIECE_BYTES + _TAG_BYTES), b"")
        for number, (piece, last) in enumerate(_marked_last(locked)):
            try:
                opened = cipher.decrypt(_nonce(number, last), piece, None)
            except (InvalidTag, ValueError):
                raise NotSealedHere from None
            digest.update(opened)
            yield opened
    if digest.hexdigest() != sha256:
        raise NotSealedHere


def sealed_size(size_bytes: int) -> int:
    """How large the file of contents of this size is, to notice a cut one without reading it."""
    pieces = max(1, -(-size_bytes // _PIECE_BYTES))
    return len(_MAGIC) + size_bytes + pieces * _TAG_BYTES


def _key(data_key: bytes, sha256: str) -> bytes:
    return subkey(data_key, f"attached file {sha256}")


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _cut(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of one size, the last shorter; one empty piece for nothing."""
    kept, any_piece = bytearray(), False
    for piece in pieces:
        kept += piece
        while len(kept) >= _PIECE_BYTES:
            yield bytes(kept[:_PIECE_BYTES])
            del kept[:_PIECE_BYTES]
            any_piece = True
    if kept or not any_piece:
        yield bytes(kept)


def _marked_last(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    held: bytes | None = None
    for piece in pieces:
        if held is not None:
            yield held, False
        held = piece
    if held is not None:
        yield held, True
