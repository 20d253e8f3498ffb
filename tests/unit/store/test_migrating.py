"""A record is backed up before a newer program changes it."""

from __future__ import annotations

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from planner.errors import StoreError
from planner.message import N_
from planner.store import database
from planner.store.change_log import ChangeNote
from planner.store.migrations import record_migrations
from planner.store.saving import JourneyChange
from planner.store.vault import Vault
from tests.builders import make_journey
from tests.unit.store.conftest import CHEAP, NOW, PASSPHRASE

NOTE = ChangeNote(at=NOW, label=N_("Edit"))


@pytest.fixture
def newer_program(monkeypatch):
    """The program as it will be after one more migration, which does as it is told."""
    todo = []

    def one_more(db: Database) -> None:
        for do in todo:
            do(db)

    migrations = Migrations("record")
    for migration in record_migrations().pending(Database(memory=True)):
        migrations(name=migration.name)(migration.fn)
    migrations(name="m0002_one_more")(one_more)
    monkeypatch.setattr(database, "record_migrations", lambda: migrations)
    monkeypatch.setattr(database, "is_from_a_newer_program", lambda _db: False)
    return todo


def test_a_vault_of_an_earlier_program_is_backed_up_then_migrated(folder, reopened, newer_program, request):
    journey = make_journey()
    with request.getfixturevalue("monkeypatch").context() as earlier:
        earlier.setattr(database, "record_migrations", record_migrations)
        with Vault.create(folder, PASSPHRASE, cost=CHEAP) as vault:
            vault.save([JourneyChange(None, journey)], NOTE)
    newer_program.append(lambda db: db.execute("ALTER TABLE journey_summary ADD COLUMN mood TEXT"))
    with reopened() as vault:
        assert vault.load_journey(journey.id) == journey
        (backup,) = vault.backups.all()
        assert backup.name == "20261123T093000Z-before-update"
        assert vault.backups.faults(backup) == []
    with reopened() as vault:
        assert len(vault.backups.all()) == 1, "nothing is migrated twice"


def test_a_migration_that_fails_changes_nothing(folder, reopened, newer_program, request):
    with request.getfixturevalue("monkeypatch").context() as earlier:
        earlier.setattr(database, "record_migrations", record_migrations)
        Vault.create(folder, PASSPHRASE, cost=CHEAP).close()

    def fail(db):
        db.execute("DROP TABLE change_log")
        raise ZeroDivisionError

    newer_program.append(fail)
    with pytest.raises(ZeroDivisionError):
        reopened()
    newer_program.clear()
    with reopened() as vault:
        assert vault.log() == []


def test_a_migration_that_breaks_a_reference_is_not_opened(folder, reopened, newer_program, request):
    with request.getfixturevalue("monkeypatch").context() as earlier:
        earlier.setattr(database, "record_migrations", record_migrations)
        with Vault.create(folder, PASSPHRASE, cost=CHEAP) as vault:
            vault.save([JourneyChange(None, make_journey())], NOTE)
    newer_program.append(lambda db: db.execute("DELETE FROM agency"))
    with pytest.raises(StoreError, match="damaged"):
        reopened()
