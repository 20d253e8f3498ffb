"""Who can open an open vault, and with what. Nothing here encrypts the record again: only wraps change.

Every change replaces the key file as a whole, and its copy beside the backups, so that old backups too want
the new secret. The methods touch no database; any thread may call them, one at a time.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from planner.errors import InputError, StoreError
from planner.message import N_, NN_
from planner.store.backup import keep_key_file
from planner.store.file_names import BACKUPS_NAME
from planner.store.key_file import KeyFile, read_key_file, write_key_file
from planner.store.key_wrap import KEYCHAIN, PASSPHRASE, RECOVERY_CODE, KeyCost, KeyWrap
from planner.store.sealed import NotSealedHere, seal, unseal

#: Trying a passphrase costs a quarter of a second for each, so there is an end to them.
MOST_HOLDERS = 20
_NAME = "name of a key holder"
#: A random secret of 256 bits cannot be guessed; stretching it would only cost time.
_NO_STRETCHING = KeyCost(memory_kib=64, passes=1, lanes=1)


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """Somebody with a passphrase of their own. ``id`` is ``None`` for who made the record.

    ``made_on`` is the day (UTC) their passphrase was last set, if it is known.
    """

    id: str | None
    name: str
    made_on: dt.date | None


class VaultKeys:
    """The keys of one open vault; ``opened_with`` is the wrap that opened it."""

    def __init__(self, folder: Path, data_key: bytes, opened_with: KeyWrap) -> None:
        self._folder = folder
        self._data_key = data_key
        self.opened_with = opened_with

    @property
    def who(self) -> KeyHolder:
        """Whose passphrase (or keychain) opened the vault."""
        holder = self.opened_with.holder
        for wrap in self._read().wraps:
            if wrap.kind == PASSPHRASE and wrap.holder == holder:
                return self._holder(wrap)
        return KeyHolder(holder, self._name_of(self.opened_with), None)

    def holders(self) -> tuple[KeyHolder, ...]:
        """Everybody with a passphrase, in the order in which they got it."""
        return tuple(self._holder(wrap) for wrap in self._read().of_kind(PASSPHRASE))

    @property
    def has_recovery_code(self) -> bool:
        """Whether a recovery code opens the vault."""
        return bool(self._read().of_kind(RECOVERY_CODE))

    @property
    def recovery_code_made_on(self) -> dt.date | None:
        """The day (UTC) on which the recovery code was made, if there is one."""
        wraps = self._read().of_kind(RECOVERY_CODE)
        return wraps[0].made_on if wraps else None

    def change_passphrase(
        self,
        passphrase: str,
        *,
        before: str | None = None,
        on: dt.date | None = None,
        cost: KeyCost | None = None,
    ) -> None:
        """From now on ``passphrase`` opens the vault for who opened it, and their earlier one no longer does.

        ``before`` is checked to be the earlier one. Raises: StoreError when it is not, or cannot be written.
        """
        key_file, holder = self._read(), self.opened_with.holder
        if before is not None:
            _, wrap = key_file.unlock(before)
            if wrap.holder != holder:
                raise InputError(N_("This is the passphrase of somebody else."))
        self._put(key_file, passphrase, PASSPHRASE, holder, self.who.name, on, cost or KeyCost())

    def name_myself(self, name: str) -> None:
        """Call who opened the vault ``name``."""
        key_file = self._read()
        sealed = self._sealed(name, self.opened_with.holder)
        self._write(key_file.with_name(PASSPHRASE, self.opened_with.holder, sealed))

    def add_holder(
        self, holder: str, name: str, passphrase: str, *, on: dt.date, cost: KeyCost | None = None
    ) -> None:
        """Let somebody else in with a passphrase of their own. Raises: InputError, StoreError."""
        key_file, present = self._read(), self.holders()
        if len(present) >= MOST_HOLDERS:
            raise InputError(
                NN_(
                    "{count} person has a passphrase already, the most there can be.",
                    "{count} people have passphrases already, the most there can be.",
                    len(present),
                )
            )
        if any(one.name == name for one in present):
            raise InputError(N_("{name} has a passphrase already.", name=name))
        try:
            key_file.unlock(passphrase)
        except StoreError:
            pass
        else:
            raise InputError(N_("Somebody else uses this passphrase; each needs their own."))
        self._put(key_file, passphrase, PASSPHRASE, holder, name, on, cost or KeyCost())

    def remove_holder(self, holder: str | None) -> None:
        """Their passphrase opens nothing from now on. Raises: InputError for the one who opened the vault."""
        if holder == self.opened_with.holder:
            raise InputError(
                N_("This is your own passphrase."), N_("Somebody else who opens the record can remove it.")
            )
        self._write(self._read().without(PASSPHRASE, holder).without(KEYCHAIN, holder))

    def keep_recovery_code(self, code: str, *, on: dt.date, cost: KeyCost | None = None) -> None:
        """From now on ``code`` opens the vault once, instead of any earlier one."""
        self._put(self._read(), code, RECOVERY_CODE, None, "", on, cost or KeyCost())

    def remember(self, secret: str, *, on: dt.date) -> None:
        """Let a random ``secret`` of 256 bits open the vault, which the keychain of this computer keeps."""
        holder = self.opened_with.holder
        self._put(self._read(), secret, KEYCHAIN, holder, self.who.name, on, _NO_STRETCHING)

    @property
    def is_remembered(self) -> bool:
        """Whether a keychain somewhere opens the vault for who opened it."""
        return any(wrap.holder == self.opened_with.holder for wrap in self._read().of_kind(KEYCHAIN))

    def forget(self) -> None:
        """No keychain opens the vault for who opened it any more."""
        self._write(self._read().without(KEYCHAIN, self.opened_with.holder))

    def strengthen(self, passphrase: str, cost: KeyCost) -> None:
        """Make the wrap that ``passphrase`` opened anew at ``cost``, if it cost less to guess than that.

        A folder that cannot be written to is left as it is.
        """
        wrap = self.opened_with
        if wrap.kind == PASSPHRASE and wrap.cost.is_less_than(cost):
            try:
                self._put(
                    self._read(), passphrase, PASSPHRASE, wrap.holder, self.who.name, wrap.made_on, cost
                )
            except OSError:
                pass

    @property
    def vault_id(self) -> str:
        """The vault's own id, which is no secret."""
        return self._read().vault_id

    def _holder(self, wrap: KeyWrap) -> KeyHolder:
        return KeyHolder(wrap.holder, self._name_of(wrap), wrap.made_on)

    def _name_of(self, wrap: KeyWrap) -> str:
        if not wrap.name:
            return ""
        try:
            return unseal(self._data_key, f"{_NAME} {wrap.holder}", wrap.name).decode()
        except NotSealedHere:
            return ""

    def _sealed(self, name: str, holder: str | None) -> bytes:
        return seal(self._data_key, f"{_NAME} {holder}", name.encode()) if name else b""

    def _put(
        self,
        key_file: KeyFile,
        secret: str,
        kind: str,
        holder: str | None,
        name: str,
        on: dt.date | None,
        cost: KeyCost,
    ) -> None:
        sealed = self._sealed(name, holder)
        self._write(
            key_file.with_wrap(
                self._data_key, secret, kind=kind, cost=cost, holder=holder, name=sealed, made_on=on
            )
        )

    def _read(self) -> KeyFile:
        return read_key_file(self._folder)

    def _write(self, key_file: KeyFile) -> None:
        write_key_file(self._folder, key_file)
        backups = self._folder / BACKUPS_NAME
        if backups.is_dir():
            keep_key_file(self._folder, backups)
