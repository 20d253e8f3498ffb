"""A vault of the present schema, to be kept: ``python -m tests.builders.kept_vault`` after a new migration.

It goes to ``tests/data/vaults/<the newest migration>``; nobody in it exists, and its passphrase is below.
``tests/unit/store/test_kept_vaults.py`` opens every one there ever was and fails while the newest is missing.
"""

from __future__ import annotations

import datetime as dt
import shutil
from io import BytesIO
from pathlib import Path

from planner.edits.edit import NewJourney
from planner.export.journey_file import write
from planner.imports.journey_file import open_file
from planner.message import N_
from planner.session import Session
from planner.session.importing import sample_file
from planner.store.key_wrap import KeyCost
from planner.store.migrations import newest_migration
from planner.store.vault import Vault

VAULTS = Path(__file__).resolve().parent.parent / "data" / "vaults"
PASSPHRASE = "kept for later 留存"
AT = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)
JOURNEY_NAME = "expected.journey.json"
SCAN = b"a scan of nobody's passport\n" * 200


def name() -> str:
    """What the vault of the present schema is called."""
    return newest_migration()


def keep() -> Path:
    """Make it anew; its folder."""
    folder = VAULTS / name()
    shutil.rmtree(folder, ignore_errors=True)
    vault = Vault.create(folder, PASSPHRASE, cost=KeyCost(memory_kib=64, passes=1, lanes=1))
    with Session(vault, lambda: AT) as session:
        session.keys.name_myself("Casey Specimen")
        vault.add_files([BytesIO(SCAN)])
        journey = open_file(sample_file()).journey
        session.run(NewJourney(N_("New journey"), journey))
        session.backups.make()
        kept = session.journey(journey.id)
    (folder / JOURNEY_NAME).write_bytes(write(kept))
    (folder / "vault.lock").unlink()
    return folder


if __name__ == "__main__":
    keep()
