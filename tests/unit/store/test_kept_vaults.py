"""A vault of every schema there ever was is opened by this program, and holds what it held."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from planner.imports.journey_file import open_file
from planner.session import Session
from planner.store.migrations import newest_migration
from planner.store.vault import Vault
from tests.builders.kept_vault import AT, JOURNEY_NAME, PASSPHRASE, SCAN, VAULTS


def test_a_vault_of_the_present_schema_is_kept():
    """If this fails, a migration is new: ``python -m tests.builders.kept_vault``, and commit what it made."""
    assert (VAULTS / newest_migration() / "record.db").is_file()


@pytest.mark.parametrize("kept", sorted(VAULTS.iterdir()), ids=lambda path: path.name)
def test_a_vault_of_an_earlier_schema_opens_and_holds_what_it_held(kept: Path, tmp_path: Path):
    folder = tmp_path / "患者 record"
    shutil.copytree(kept, folder)
    expected = open_file(folder / JOURNEY_NAME).journey
    vault = Vault.open(folder, PASSPHRASE, now=AT)
    with Session(vault, lambda: AT) as session:
        assert session.journey_ids() == [expected.id]
        assert session.journey(expected.id) == expected
        assert session.keys.who.name == "Casey Specimen"
        assert session.find_journeys(expected.reference) == [expected.id]
        assert [one for one in session.backups.check_job().run() if not one.is_well] == []
        oldest = session.backups.all()[-1]
        (sha256,) = oldest.manifest.files
        assert vault.read_file(sha256) == SCAN
        restored = session.backups.restore_job(oldest).run()
        with session.backups.put_back(restored) as earlier:
            assert earlier.journey(expected.id) == expected
