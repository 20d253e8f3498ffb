"""The key file, ``vault.json``: what marks a folder as a vault, and the wraps of its data key.

It holds nothing of the record. Format 1::

    {"format": "treatment-journey-vault", "version": 1, "vault": id, "wraps": [...], "check": sha256}

``check`` covers all the rest, so that a damaged file is told apart from a wrong passphrase.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import secrets
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from planner.errors import StoreError
from planner.input_limits import KEY_FILE_BYTES, KEY_FILE_WRAPS
from planner.message import N_
from planner.store.file_names import KEY_FILE_NAME
from planner.store.key_wrap import (
    KEY_BYTES,
    KEYCHAIN,
    PASSPHRASE,
    RECOVERY_CODE,
    KeyCost,
    KeyWrap,
    NotThisSecret,
    unwrap_key,
    wrap_key,
)
from planner.store.operating_system import write_whole

_FORMAT = "treatment-journey-vault"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The vault's own id and every wrap of its data key."""

    vault_id: str
    wraps: tuple[KeyWrap, ...]

    def data_key(self, secret: str) -> bytes:
        """The data key, if ``secret`` opens any wrap. Raises: StoreError for a wrong passphrase."""
        return self.unlock(secret, kinds=(PASSPHRASE, RECOVERY_CODE, KEYCHAIN))[0]

    def unlock(self, secret: str, *, kinds: Collection[str] = (PASSPHRASE,)) -> tuple[bytes, KeyWrap]:
        """The data key and the wrap of one of these kinds that ``secret`` opens. Raises: StoreError."""
        for wrap in self.wraps:
            if wrap.kind not in kinds:
                continue
            try:
                return unwrap_key(wrap, secret, vault_id=self.vault_id), wrap
            except NotThisSecret:
                continue
        raise StoreError(
            N_("This passphrase does not open the record."),
            N_("Check capital letters and the keyboard language, then try again."),
        )

    def recover(self, code: str) -> tuple[bytes, KeyWrap]:
        """As ``unlock``, with the recovery code as it is printed."""
        if not self.of_kind(RECOVERY_CODE):
            raise StoreError(
                N_("No recovery code opens this record: it was used, or never made."),
                N_("It opens with a passphrase of somebody who keeps it."),
            )
        try:
            return self.unlock(code, kinds=(RECOVERY_CODE,))
        except StoreError:
            raise StoreError(
                N_("This recovery code is not the one of this record."),
                N_("A newer sheet may have replaced it, or it belongs to another record."),
            ) from None

    def of_kind(self, kind: str) -> tuple[KeyWrap, ...]:
        """The wraps of one kind."""
        return tuple(wrap for wrap in self.wraps if wrap.kind == kind)

    def with_wrap(
        self,
        data_key: bytes,
        secret: str,
        *,
        kind: str,
        cost: KeyCost,
        holder: str | None,
        name: bytes = b"",
        made_on: dt.date | None = None,
    ) -> KeyFile:
        """The same with ``secret`` as well; one wrap per kind and holder, so it replaces an earlier one."""
        wrap = wrap_key(
            data_key,
            secret,
            kind=kind,
            cost=cost,
            vault_id=self.vault_id,
            holder=holder,
            name=name,
            made_on=made_on,
        )
        if any((w.kind, w.holder) == (kind, holder) for w in self.wraps):
            kept = tuple(wrap if (w.kind, w.holder) == (kind, holder) else w for w in self.wraps)
            return replace(self, wraps=kept)
        return replace(self, wraps=(*self.wraps, wrap))

    def with_name(self, kind: str, holder: str | None, name: bytes) -> KeyFile:
        """The same with another sealed name for this wrap."""
        wraps = tuple(
            replace(wrap, name=name) if (wrap.kind, wrap.holder) == (kind, holder) else wrap
            for wrap in self.wraps
        )
        return replace(self, wraps=wraps)

    def without(self, kind: str, holder: str | None) -> KeyFile:
        """The same without this wrap, if it is there."""
        return replace(self, wraps=tuple(w for w in self.wraps if (w.kind, w.holder) != (kind, holder)))


def new_key_file(passphrase: str, cost: KeyCost) -> tuple[KeyFile, bytes]:
    """A key file for a new vault, and its new random data key."""
    data_key = secrets.token_bytes(KEY_BYTES)
    empty = KeyFile(secrets.token_hex(16), ())
    return empty.with_wrap(data_key, passphrase, kind=PASSPHRASE, cost=cost, holder=None), data_key


def write_key_file(folder: Path, key_file: KeyFile) -> None:
    """Replace the folder's key file as a whole. Raises: OSError."""
    body: dict[str, Any] = {
        "format": _FORMAT,
        "version": _VERSION,
        "vault": key_file.vault_id,
        "wraps": [wrap.as_json() for wrap in key_file.wraps],
    }
    text = json.dumps({**body, "check": _check(body)}, indent=1)
    write_whole(folder / KEY_FILE_NAME, text.encode())


def read_key_file(folder: Path) -> KeyFile:
    """Raises: StoreError when the folder is no vault, is a newer one, or its key file is damaged."""
    path = folder / KEY_FILE_NAME
    if not path.is_file():
        raise StoreError(
            N_("“{path}” holds no record of this program.", path=str(folder)),
            N_(
                "Choose the folder that contains the file {name}, or create a new record.", name=KEY_FILE_NAME
            ),
        )
    with path.open("rb") as file:
        content = file.read(KEY_FILE_BYTES + 1)
    body = _parse(content, path)
    version = body.get("version")
    if body.get("format") == _FORMAT and isinstance(version, int) and version > _VERSION:
        raise newer_vault(folder)
    if body.get("format") != _FORMAT or version != _VERSION or body.pop("check", None) != _check(body):
        raise _damaged(path)
    wraps = body["wraps"]
    if not isinstance(wraps, list) or not 0 < len(wraps) <= KEY_FILE_WRAPS:
        raise _damaged(path)
    try:
        return KeyFile(str(body["vault"]), tuple(KeyWrap.from_json(wrap) for wrap in wraps))
    except (ValueError, AttributeError):
        raise _damaged(path) from None


def newer_vault(folder: Path) -> StoreError:
    """What to say about a vault that a later version of this program has written."""
    return StoreError(
        N_("The record in “{path}” was written by a newer version of this program.", path=str(folder)),
        N_("Update the program on this computer, then open it again; nothing was changed."),
    )


def _parse(content: bytes, path: Path) -> dict[str, Any]:
    if len(content) > KEY_FILE_BYTES:
        raise _damaged(path)
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        raise _damaged(path) from None
    if not isinstance(body, dict) or "vault" not in body or "wraps" not in body:
        raise _damaged(path)
    return body


def _check(body: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _damaged(path: Path) -> StoreError:
    return StoreError(
        N_("The key file “{path}” is damaged.", path=str(path)),
        N_(
            "Restore a backup: the folder “backups” beside it has a copy of {name}; the record is untouched.",
            name=KEY_FILE_NAME,
        ),
    )
