"""What can be told of a vault without its passphrase: whether it is open, made to wait, backed up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from planner.errors import StoreError
from planner.store.attempts import read_attempts
from planner.store.backup_folder import newest_names
from planner.store.failures import told_plainly
from planner.store.file_names import BACKUPS_NAME
from planner.store.key_file import read_key_file
from planner.store.key_wrap import KEYCHAIN, PASSPHRASE, RECOVERY_CODE, KeyCost
from planner.store.vault_folder import take_lock


@dataclass(frozen=True, slots=True, kw_only=True)
class LockStatus:
    """``is_open``: a program has it open now. ``failed`` guesses in a row; ``wait_seconds`` before the next.

    ``people`` have a passphrase. ``cost`` is the least that a guess at one of theirs costs. ``newest_backup``
    is in UTC.
    """

    folder: Path
    is_open: bool
    failed: int
    wait_seconds: int
    people: int
    has_recovery_code: bool
    is_remembered: bool
    cost: KeyCost
    backups: int
    newest_backup: dt.datetime | None


def lock_status(folder: Path, now: dt.datetime) -> LockStatus:
    """The state of the vault in ``folder`` at ``now`` (zone-aware). Changes nothing.

    Raises: StoreError when it is no vault or its key file is damaged.
    """
    with told_plainly(folder):
        key_file = read_key_file(folder)
        passphrases = key_file.of_kind(PASSPHRASE)
        attempts = read_attempts(folder)
        backups = newest_names(folder / BACKUPS_NAME)
        return LockStatus(
            folder=folder,
            is_open=_is_held(folder),
            failed=attempts.failed,
            wait_seconds=attempts.wait_seconds(now),
            people=len(passphrases),
            has_recovery_code=bool(key_file.of_kind(RECOVERY_CODE)),
            is_remembered=bool(key_file.of_kind(KEYCHAIN)),
            cost=min((wrap.cost for wrap in passphrases), key=lambda cost: cost.memory_kib * cost.passes),
            backups=len(backups),
            newest_backup=backups[0][0] if backups else None,
        )


def _is_held(folder: Path) -> bool:
    try:
        take_lock(folder).release()
    except StoreError:
        return True
    return False
