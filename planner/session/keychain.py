"""The keychain of this computer, through ``keyring``: asked only by who wants it, never waited for long.

What it keeps is a random secret of 256 bits with a wrap of its own, not the passphrase; forgetting it here or
removing the wrap in the record ends it. A service that is not there, is locked, or answers nobody is one
sentence.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from planner.errors import StoreError
from planner.message import N_
from planner.store.key_file import read_key_file
from planner.store.key_wrap import KEYCHAIN

SERVICE = "treatment-journey-planner"
PATIENCE_SECONDS = 20.0
#: Keychains of the systems themselves. Others may keep secrets in a plain file.
_TRUSTED = (
    "keyring.backends.macOS",
    "keyring.backends.Windows",
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.libsecret",
)
if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_Answer = TypeVar("_Answer")


def keep(vault_id: str, secret: str) -> None:
    """Have the keychain keep ``secret`` for this record. Raises: StoreError."""
    _ask(lambda: _backend().set_password(SERVICE, vault_id, secret))


def kept(vault_id: str) -> str | None:
    """What it keeps for this record, if anything. Raises: StoreError when it cannot be asked."""
    return _ask(lambda: _backend().get_password(SERVICE, vault_id))


def drop(vault_id: str) -> None:
    """Have it forget. Raises: StoreError when it cannot be asked."""

    def forget() -> None:
        backend = _backend()
        if backend.get_password(SERVICE, vault_id) is not None:
            backend.delete_password(SERVICE, vault_id)

    _ask(forget)


def remembered(folder: Path) -> str:
    """What it keeps for the record in ``folder``. Raises: StoreError when it keeps nothing."""
    secret = kept(read_key_file(folder).vault_id)
    if secret is None:
        raise StoreError(
            N_("The keychain of this computer does not know this record."),
            N_("The record opens with its passphrase, as always."),
        )
    return secret


def is_remembered(folder: Path) -> bool:
    """Whether the record in ``folder`` has a wrap for a keychain; asks no keychain, and never fails."""
    try:
        return bool(read_key_file(folder).of_kind(KEYCHAIN))
    except (StoreError, OSError):
        return False


def _backend() -> KeyringBackend:
    import keyring
    from keyring.backends.chainer import ChainerBackend

    backend = keyring.get_keyring()
    found = backend.backends if isinstance(backend, ChainerBackend) else [backend]
    for one in found:
        if type(one).__module__.startswith(_TRUSTED):
            return one
    raise StoreError(
        N_("This computer offers no keychain that could remember the passphrase."),
        N_("The record opens with its passphrase, as always."),
    )


def _ask(question: Callable[[], _Answer]) -> _Answer:
    """The answer, if it comes in time; the service may be waiting for somebody to unlock it."""
    answers: list[_Answer] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            answers.append(question())
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(PATIENCE_SECONDS)
    if answers:
        return answers[0]
    if errors and isinstance(errors[0], StoreError):
        raise errors[0]
    raise StoreError(
        N_("The keychain of this computer does not answer."),
        N_("The record opens with its passphrase, as always."),
    )
