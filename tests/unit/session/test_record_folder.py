"""Whether a folder holds a record is known without its passphrase."""

from __future__ import annotations

import shutil
from pathlib import Path

from planner.session.record_folder import holds_record
from planner.store.key_wrap import KeyCost
from planner.store.vault import Vault

QUICK = KeyCost(memory_kib=64, passes=1, lanes=1)


def test_a_record_what_is_left_of_it_and_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "record"
    assert not holds_record(folder)
    folder.mkdir()
    assert not holds_record(folder)
    Vault.create(folder, "plain test words", cost=QUICK).close()
    assert holds_record(folder)
    (folder / "vault.json").unlink()
    assert holds_record(folder)  # the rescue is for what is left
    shutil.rmtree(folder)
    assert not holds_record(folder)


def test_a_folder_that_cannot_be_looked_into_may_hold_one(tmp_path: Path) -> None:
    assert holds_record(tmp_path / ("n" * 300))  # longer than any name on a disk
