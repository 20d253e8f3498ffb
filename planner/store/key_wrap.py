"""A secret a person knows, turned into the lock around the vault's data key.

The record is encrypted with a random 256-bit data key that nobody sees. The data key is kept in the key
file only in wrapped form: once for each secret that opens the vault (a case manager's passphrase, a
recovery code). Changing a passphrase makes a new wrap; the record itself is not encrypted again.

Argon2id after RFC 9106, AES-256-GCM after NIST SP 800-38D.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

#: Kinds of secret: what a person remembers, what is printed once, what the keychain of a computer keeps.
PASSPHRASE, RECOVERY_CODE, KEYCHAIN = "passphrase", "recovery-code", "keychain"

KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12


class NotThisSecret(Exception):
    """The secret does not open this wrap."""


@dataclass(frozen=True, slots=True)
class KeyCost:
    """How much work one guess at a secret costs: Argon2id memory in KiB, passes over it, and lanes.

    The default is the second recommendation of RFC 9106 (64 MiB, 3 passes, 4 lanes) with twice its
    memory: about a quarter of a second on a laptop. A wrap states its own cost, so raising this default
    strengthens each wrap when it is next made and leaves older vaults readable.
    """

    memory_kib: int = 128 * 1024
    passes: int = 3
    lanes: int = 4

    def is_less_than(self, other: KeyCost) -> bool:
        """Whether a guess at this costs less than at ``other``, in memory or in work over it."""
        return self.memory_kib < other.memory_kib or self._work() < other._work()

    def _work(self) -> int:
        return self.memory_kib * self.passes

    def is_sane(self) -> bool:
        """Whether a key file may ask for this: a damaged or hostile one must not exhaust the machine."""
        return (
            8 * self.lanes <= self.memory_kib <= 2 * 1024 * 1024
            and 1 <= self.passes <= 64
            and 1 <= self.lanes <= 64
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyWrap:
    """The data key, locked by one secret. ``kind`` is one of those above; ``holder`` is the id of the case
    manager whose passphrase it is, when there are several. ``name`` is theirs, sealed with the data key,
    since the key file shows nothing of anybody; ``made_on`` is the day, in UTC, on which it was made."""

    kind: str
    holder: str | None
    cost: KeyCost
    salt: bytes
    nonce: bytes
    locked_key: bytes
    name: bytes = b""
    made_on: dt.date | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "holder": self.holder,
            "kdf": {
                "name": "argon2id",
                "memory_kib": self.cost.memory_kib,
                "passes": self.cost.passes,
                "lanes": self.cost.lanes,
                "salt": _to_text(self.salt),
            },
            "cipher": "aes-256-gcm",
            "nonce": _to_text(self.nonce),
            "locked_key": _to_text(self.locked_key),
            "name": _to_text(self.name),
            "made_on": None if self.made_on is None else self.made_on.isoformat(),
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> KeyWrap:
        """Raises: ValueError when ``value`` is no wrap this program knows how to open."""
        try:
            kdf = value["kdf"]
            if kdf["name"] != "argon2id" or value["cipher"] != "aes-256-gcm":
                raise ValueError("unknown kdf or cipher")
            wrap = cls(
                kind=str(value["kind"]),
                holder=None if value["holder"] is None else str(value["holder"]),
                cost=KeyCost(int(kdf["memory_kib"]), int(kdf["passes"]), int(kdf["lanes"])),
                salt=_to_bytes(kdf["salt"]),
                nonce=_to_bytes(value["nonce"]),
                locked_key=_to_bytes(value["locked_key"]),
                name=_to_bytes(value.get("name", "")),
                made_on=_to_day(value.get("made_on")),
            )
        except (KeyError, TypeError) as error:
            raise ValueError("not a key wrap") from error
        if not wrap.cost.is_sane() or len(wrap.salt) < _SALT_BYTES or len(wrap.nonce) != _NONCE_BYTES:
            raise ValueError("key wrap out of bounds")
        return wrap


def wrap_key(
    data_key: bytes,
    secret: str,
    *,
    kind: str,
    cost: KeyCost,
    vault_id: str,
    holder: str | None = None,
    name: bytes = b"",
    made_on: dt.date | None = None,
) -> KeyWrap:
    """Lock ``data_key`` with ``secret``; the wrap opens only inside the vault ``vault_id``."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    locked = AESGCM(_derive(secret, cost, salt)).encrypt(
        nonce, data_key, _bound_to(vault_id, kind, holder, cost)
    )
    return KeyWrap(
        kind=kind,
        holder=holder,
        cost=cost,
        salt=salt,
        nonce=nonce,
        locked_key=locked,
        name=name,
        made_on=made_on,
    )


def unwrap_key(wrap: KeyWrap, secret: str, *, vault_id: str) -> bytes:
    """The data key. Raises: NotThisSecret."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    bound_to = _bound_to(vault_id, wrap.kind, wrap.holder, wrap.cost)
    try:
        return AESGCM(_derive(secret, wrap.cost, wrap.salt)).decrypt(wrap.nonce, wrap.locked_key, bound_to)
    except InvalidTag:
        raise NotThisSecret from None


def _derive(secret: str, cost: KeyCost, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    # NFC, as RFC 8265 prepares passwords: the same accented letter or hanzi typed on macOS and on Windows.
    return kdf.derive(unicodedata.normalize("NFC", secret).encode())


def _bound_to(vault_id: str, kind: str, holder: str | None, cost: KeyCost) -> bytes:
    return json.dumps([vault_id, kind, holder, cost.memory_kib, cost.passes, cost.lanes]).encode()


def _to_day(value: str | None) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(value)


def _to_text(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _to_bytes(value: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
