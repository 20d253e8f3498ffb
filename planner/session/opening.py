"""The ways into a record, and the way out: what ``Session`` is on both sides of its work."""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from planner.record.ids import CaseManagerId
from planner.session.importing import SAMPLE_CASE_MANAGER, sample_clock, sample_file
from planner.session.keychain import remembered
from planner.store.event import EventKind
from planner.store.key_wrap import KeyCost
from planner.store.restore import RestoredRecord
from planner.store.vault import Vault

if TYPE_CHECKING:
    from planner.session.accountability import Accountability
    from planner.session.attachments import Attachments
    from planner.session.backups import Backups
    from planner.session.importing import Imported
    from planner.session.keys import Keys

Clock = Callable[[], dt.datetime]

#: A random passphrase of 256 bits cannot be guessed, so the throwaway sample need not be slow to open.
_NO_STRETCHING = KeyCost(memory_kib=64, passes=1, lanes=1)


class Opening:
    """Opens and closes; ``Session`` is the rest of it."""

    if TYPE_CHECKING:
        accountability: Accountability
        attachments: Attachments
        backups: Backups
        keys: Keys
        who: CaseManagerId | None

        def import_file(self, path: Path) -> Imported: ...
        def forget_history(self) -> None: ...
        def let_go(self) -> None: ...

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock
        self._throwaway: Path | None = None
        self._is_over = False

    # -- ways in ---------------------------------------------------------------------------------------

    @classmethod
    def create(cls, folder: Path, passphrase: str, *, clock: Clock) -> Self:
        """A new, empty record in ``folder``, which must be empty or not be there yet. Raises: StoreError."""
        return cls(Vault.create(folder, passphrase), clock)

    @classmethod
    def open(cls, folder: Path, passphrase: str, *, clock: Clock) -> Self:
        """The record in ``folder``. Raises: StoreError, saying why it does not open, and a way on."""
        return cls(Vault.open(folder, passphrase, now=clock(), cost=KeyCost()), clock).entered()

    @classmethod
    def open_remembered(cls, folder: Path, *, clock: Clock) -> Self:
        """As ``open``, with what the keychain of this computer has kept. Raises: StoreError."""
        return cls(Vault.open_remembered(folder, remembered(folder), now=clock()), clock).entered()

    @classmethod
    def recover(cls, folder: Path, code: str, passphrase: str, *, clock: Clock) -> Self:
        """As ``open``, with the recovery code, which is used up by that: ``passphrase`` opens from then on.

        Raises: InputError for a mistyped code, naming the group; StoreError.
        """
        return cls(Vault.recover(folder, code, passphrase, now=clock()), clock).entered()

    @classmethod
    def sample(cls, *, clock: Clock | None = None) -> Self:
        """A throwaway record that holds the sample journey; its folder goes when it is closed.

        It is encrypted like any other, with a passphrase nobody knows. Unless another ``clock`` is given it
        stands on the sample's own day, a week before departure, whatever day it really is.
        """
        made = Path(tempfile.mkdtemp(prefix="planner-sample-"))
        try:
            vault = Vault.create(made / "record", secrets.token_urlsafe(32), cost=_NO_STRETCHING)
            session = cls(vault, clock or sample_clock()).thrown_away_with(made)
            session.who = SAMPLE_CASE_MANAGER
            session.import_file(sample_file())
            session.forget_history()
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
        return session

    def entered(self) -> Self:
        """The record was unlocked just now: know who works here, and tell the log."""
        self.who = self.keys.case_manager()
        self.accountability.opened()
        return self

    def thrown_away_with(self, folder: Path | None) -> Self:
        """Remove ``folder`` when this is closed: nothing in the record is to be kept."""
        self._throwaway = folder
        return self

    def exchange(self, restored: RestoredRecord) -> Self:
        """Put a restored record in place of this one; this session is over, the new one is returned.

        Raises: InputError when the record has changed meanwhile: this session goes on then. StoreError.
        """
        _, digest = self._vault.events.head()
        vault = self._vault.exchange(restored, now=self._clock())
        self._is_over = True
        self.attachments.close()
        self.let_go()
        session = type(self)(vault, self._clock).thrown_away_with(self._throwaway)
        session.backups.second = self.backups.second
        session.who = session.keys.case_manager()
        session.accountability.tell(EventKind.RESTORE, backup=restored.backup.name, replaced_digest=digest)
        return session

    # -- the way out -----------------------------------------------------------------------------------

    def close(self) -> None:
        """Let go of the record. Nothing is saved here: every edit already is. Harmless again."""
        if self._is_over:
            return
        self._is_over = True
        try:
            self.accountability.closed()
            self.attachments.close()
            self._vault.close()
        finally:
            self.let_go()
            if self._throwaway is not None:
                shutil.rmtree(self._throwaway, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
