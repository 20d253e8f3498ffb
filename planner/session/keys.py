"""Who opens an open record, and with what: people, the recovery code, the keychain of this computer."""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from planner.errors import StoreError
from planner.record.ids import CaseManagerId
from planner.session import keychain
from planner.store.event import EventKind
from planner.store.key_wrap import KeyCost
from planner.store.recovery_code import groups_of, new_recovery_code, read_recovery_code
from planner.store.unlocking import utc_day
from planner.store.vault_keys import KeyHolder

if TYPE_CHECKING:
    import datetime as dt

    from planner.session.session import Session
    from planner.store.vault import Vault

__all__ = ["KeyHolder", "Keys", "groups_of", "new_recovery_code", "read_recovery_code"]


class Keys:
    """Nothing here touches the database except to tell the log; each change takes a quarter of a second.

    So that it may be done by a worker, what changes is apart from ``changed``, which tells the log of it.
    ``cost`` is that of a guess at a new secret.
    """

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault
        self.cost = KeyCost()

    # -- reading ---------------------------------------------------------------------------------------

    @property
    def who(self) -> KeyHolder:
        """Whose passphrase opened the record."""
        return self._vault.keys.who

    def holders(self) -> tuple[KeyHolder, ...]:
        """Everybody with a passphrase, in the order in which they got it."""
        return self._vault.keys.holders()

    @property
    def recovery_code_made_on(self) -> dt.date | None:
        """The day (UTC) on which the recovery code was made, if there is one."""
        return self._vault.keys.recovery_code_made_on

    @property
    def has_recovery_code(self) -> bool:
        """Whether a recovery code opens the record."""
        return self._vault.keys.has_recovery_code

    @property
    def is_remembered(self) -> bool:
        """Whether a keychain opens the record for who opened it."""
        return self._vault.keys.is_remembered

    def case_manager(self) -> CaseManagerId | None:
        """The case manager of the agency who opened the record, by id or by name; ``None`` when none is."""
        agency = self._session.directory().agency
        who = self.who
        for one in agency.case_managers if agency is not None else ():
            if one.id == who.id or (who.name and who.name in one.name.wording.values()):
                return one.id
        return None

    # -- changing --------------------------------------------------------------------------------------

    def change_passphrase(self, before: str, passphrase: str) -> None:
        """A new passphrase for who opened the record; nothing is encrypted again. Raises: StoreError."""
        self._vault.keys.change_passphrase(passphrase, before=before, on=self._today(), cost=self.cost)

    def name_myself(self, name: str) -> None:
        """Call who opened the record ``name``."""
        self._vault.keys.name_myself(name)

    def add_holder(self, name: str, passphrase: str) -> None:
        """Let somebody else in with a passphrase of their own. Raises: InputError, StoreError.

        A case manager of the agency with this name is who it is from now on.
        """
        agency = self._session.directory().agency
        known = {
            called: one.id
            for one in (agency.case_managers if agency else ())
            for called in one.name.wording.values()
        }
        holder = known.get(name) or self._session.new_id()
        self._vault.keys.add_holder(holder, name, passphrase, on=self._today(), cost=self.cost)

    def remove_holder(self, holder: str | None) -> None:
        """Their passphrase opens nothing from now on. Raises: InputError for one's own."""
        self._vault.keys.remove_holder(holder)

    def keep_recovery_code(self, code: str) -> None:
        """From now on ``code`` opens the record once, instead of any earlier one. Raises: InputError."""
        self._vault.keys.keep_recovery_code(read_recovery_code(code), on=self._today(), cost=self.cost)

    def sheet(self, code: str) -> bytes:
        """The printable sheet with a recovery code, as a PDF in memory; any thread may make it."""
        from planner.export.pdf.recovery_sheet import recovery_sheet

        name = self._session.folder.name
        return recovery_sheet(groups_of(code), record=name, made_at=self._session.now())

    def remember_here(self) -> None:
        """Have the keychain of this computer open the record. Raises: StoreError when there is none."""
        secret = secrets.token_urlsafe(32)
        keychain.keep(self._vault.keys.vault_id, secret)
        self._vault.keys.remember(secret, on=self._today())

    def forget_here(self) -> None:
        """Have no keychain open the record any more; one that does not answer has nothing to open either."""
        self._vault.keys.forget()
        with suppress(StoreError):
            keychain.drop(self._vault.keys.vault_id)

    def changed(self, what: str) -> None:
        """Tell the log that keys were changed; ``what`` is a short ASCII word. On the session's thread."""
        self._session.who = self.case_manager()
        self._session.accountability.tell(EventKind.KEYS, what=what)

    def _today(self) -> dt.date:
        return utc_day(self._session.now())
