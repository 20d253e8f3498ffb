"""Small things kept beside the database, locked with keys of their own that are derived from the data key.

The data key itself only ever encrypts the database. A name of a case manager, the contents of a backup's
manifest and each attached file in a backup are locked with AES-256-GCM under a key derived from it by
HKDF-SHA-256 (RFC 5869), one for each purpose.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

_NONCE_BYTES = 12


class NotSealedHere(Exception):
    """What was sealed has been changed since, or was sealed with another key or for another purpose."""


def subkey(data_key: bytes, purpose: str) -> bytes:
    """The 256-bit key for one ``purpose``."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(data_key)


def seal(data_key: bytes, purpose: str, content: bytes) -> bytes:
    """``content``, readable only by who has the data key, and only as what it was sealed for."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(subkey(data_key, purpose)).encrypt(nonce, content, purpose.encode())


def unseal(data_key: bytes, purpose: str, sealed: bytes) -> bytes:
    """What was sealed. Raises: NotSealedHere."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, locked = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    try:
        return AESGCM(subkey(data_key, purpose)).decrypt(nonce, locked, purpose.encode())
    except (InvalidTag, ValueError):
        raise NotSealedHere from None


def keyed_name(data_key: bytes, purpose: str, name: str) -> str:
    """A name for a file that tells nothing about ``name`` to whoever lacks the data key; 64 hex digits."""
    return hmac.new(subkey(data_key, purpose), name.encode(), hashlib.sha256).hexdigest()
