"""One guess at a secret, counted before it is tried and forgotten when it is right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from planner.store.attempts import attempt_succeeded, begin_attempt, read_attempts
from planner.store.backup import keep_key_file
from planner.store.file_names import BACKUPS_NAME
from planner.store.key_file import KeyFile, write_key_file
from planner.store.key_wrap import PASSPHRASE, RECOVERY_CODE, KeyCost, KeyWrap

#: Tries a secret on a key file: the data key, and the wrap it came from. Raises: StoreError when it is wrong.
Unlock = Callable[[KeyFile], tuple[bytes, KeyWrap]]


def unlocked(folder: Path, key_file: KeyFile, unlock: Unlock, now: dt.datetime) -> tuple[bytes, KeyWrap, int]:
    """What ``unlock`` gives, and how many guesses had failed before.

    Raises: TooSoon when the wait after wrong ones is not over, StoreError when this is another.
    """
    failed = read_attempts(folder).failed
    begin_attempt(folder, now)
    data_key, wrap = unlock(key_file)
    attempt_succeeded(folder)
    return data_key, wrap, failed


def recovery(folder: Path, code: str, passphrase: str, *, now: dt.datetime, cost: KeyCost) -> Unlock:
    """Unlocks with a recovery ``code``, which from then on opens nothing: ``passphrase`` does.

    The key file is replaced before anything is opened, so a code works once, whatever happens next.
    """

    def unlock(key_file: KeyFile) -> tuple[bytes, KeyWrap]:
        data_key, _ = key_file.recover(code)
        renewed = key_file.without(RECOVERY_CODE, None).with_wrap(
            data_key, passphrase, kind=PASSPHRASE, cost=cost, holder=None, made_on=utc_day(now)
        )
        write_key_file(folder, renewed)
        if (folder / BACKUPS_NAME).is_dir():
            keep_key_file(folder, folder / BACKUPS_NAME)
        return data_key, next(wrap for wrap in renewed.of_kind(PASSPHRASE) if wrap.holder is None)

    return unlock


def utc_day(now: dt.datetime) -> dt.date:
    """The day of ``now`` (zone-aware) in UTC."""
    return now.astimezone(dt.UTC).date()
