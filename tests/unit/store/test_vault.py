"""Creating, opening and refusing a vault, through its own door."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from dataclasses import replace

import pytest

from planner.errors import InputError, StoreError
from planner.message import N_
from planner.store import operating_system
from planner.store.change_log import ChangeNote
from planner.store.key_wrap import KeyCost
from planner.store.saving import JourneyChange
from planner.store.vault import Vault
from tests.builders import make_document, make_journey, make_leg, make_passport, make_traveller
from tests.unit.store.conftest import CHEAP, NOW, PASSPHRASE

NOTE = ChangeNote(at=NOW, label=N_("Edit"))


def save(vault, old, new):
    vault.save([JourneyChange(old, new)], NOTE)


def test_what_was_saved_is_there_after_reopening(folder, reopened):
    journey = make_journey()
    with Vault.create(folder, PASSPHRASE, cost=CHEAP) as vault:
        save(vault, None, journey)
    with reopened() as vault:
        assert vault.load_journey(journey.id) == journey
        assert vault.journey_ids() == [journey.id]
        assert vault.is_whole()


def test_a_journey_that_is_not_there_is_none(vault):
    assert vault.load_journey("nobody") is None


def test_a_vault_can_be_created_in_folders_that_are_not_there_yet(tmp_path):
    Vault.create(tmp_path / "a" / "b" / "c", PASSPHRASE, cost=CHEAP).close()
    Vault.open(tmp_path / "a" / "b" / "c", PASSPHRASE, now=NOW).close()


def test_a_wrong_passphrase_is_refused(vault, folder):
    vault.close()
    with pytest.raises(StoreError, match="passphrase does not open"):
        Vault.open(folder, "correct horse", now=NOW)


def test_the_same_passphrase_typed_on_another_system_opens(tmp_path):
    decomposed, composed = (unicodedata.normalize(form, "Zoë über 김") for form in ("NFD", "NFC"))
    assert decomposed != composed
    Vault.create(tmp_path / "v", decomposed, cost=CHEAP).close()
    Vault.open(tmp_path / "v", composed, now=NOW).close()


def test_a_changed_passphrase_opens_and_the_earlier_one_does_not(vault, folder):
    save(vault, None, make_journey())
    vault.keys.change_passphrase("a new one", cost=CHEAP)
    vault.close()
    with pytest.raises(StoreError):
        Vault.open(folder, PASSPHRASE, now=NOW)
    with Vault.open(folder, "a new one", now=NOW) as again:
        assert len(again.journey_ids()) == 1


@pytest.mark.parametrize("what", ["nothing", "empty folder", "file", "folder of other things"])
def test_what_is_no_vault_is_said_to_be_none(tmp_path, what):
    path = tmp_path / "somewhere"
    if what == "file":
        path.write_text("hello")
    elif what != "nothing":
        path.mkdir()
    if what == "folder of other things":
        (path / "letter.txt").write_text("hello")
    with pytest.raises(StoreError, match="holds no record") as told:
        Vault.open(path, PASSPHRASE, now=NOW)
    assert told.value.way_on is not None


def test_a_folder_with_other_things_in_it_is_not_made_a_vault(tmp_path):
    (tmp_path / "letter.txt").write_text("hello")
    with pytest.raises(StoreError, match="not an empty folder"):
        Vault.create(tmp_path, PASSPHRASE, cost=CHEAP)
    assert os.listdir(tmp_path) == ["letter.txt"]


def test_a_vault_is_not_created_over_another(vault, folder):
    vault.close()
    with pytest.raises(StoreError, match="not an empty folder"):
        Vault.create(folder, PASSPHRASE, cost=CHEAP)
    Vault.open(folder, PASSPHRASE, now=NOW).close()


@pytest.mark.parametrize("at", ["vault_folder.create_schema", "vault.write_key_file", "vault.start_work"])
def test_a_creation_that_fails_leaves_nothing(tmp_path, monkeypatch, at):
    def fail(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"planner.store.{at}", fail)
    with pytest.raises(StoreError, match="no room left"):
        Vault.create(tmp_path / "a" / "v", PASSPHRASE, cost=CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_a_creation_that_was_cut_short_can_be_made_again(tmp_path):
    (tmp_path / "record.db.new").write_bytes(b"half a database")
    (tmp_path / "vault.lock").touch()
    Vault.create(tmp_path, PASSPHRASE, cost=CHEAP).close()
    Vault.open(tmp_path, PASSPHRASE, now=NOW).close()


def test_a_vault_open_in_this_process_is_refused(vault, folder):
    with pytest.raises(StoreError, match="already open"):
        Vault.open(folder, PASSPHRASE, now=NOW)


def test_a_vault_open_in_another_process_is_refused_until_that_process_dies(folder, reopened):
    Vault.create(folder, PASSPHRASE, cost=CHEAP).close()
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from pathlib import Path; from planner.store.operating_system import FileLock;"
            "print(FileLock(Path(sys.argv[1])).take(), flush=True); sys.stdin.read()",
            str(folder / "vault.lock"),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout.readline() == "True\n"
        with pytest.raises(StoreError, match="already open"):
            reopened()
        holder.kill()
        holder.wait()
        reopened().close()


def test_a_vault_refused_for_its_passphrase_can_be_opened_at_once(vault, folder, reopened):
    vault.close()
    with pytest.raises(StoreError):
        Vault.open(folder, "no", now=NOW)
    reopened().close()


def test_a_newer_key_file_is_refused_unchanged(vault, folder, reopened):
    vault.close()
    path = folder / "vault.json"
    newer = json.dumps(json.loads(path.read_text()) | {"version": 2, "wraps": "in a way of its own"})
    path.write_text(newer)
    with pytest.raises(StoreError, match="newer version"):
        reopened()
    assert path.read_text() == newer


def test_a_newer_schema_is_refused_unchanged(folder, reopened, connections):
    with Vault.create(folder, PASSPHRASE, cost=CHEAP):
        connections[-1].db["_sqlite_migrations"].insert(
            {"migration_set": "record", "name": "m9999_of_the_future", "applied_at": "2030-01-01"}
        )
    before = (folder / "record.db").read_bytes()
    with pytest.raises(StoreError, match="newer version"):
        reopened()
    assert (folder / "record.db").read_bytes() == before


def test_a_missing_database_is_not_replaced_by_an_empty_one(vault, folder, reopened):
    vault.close()
    (folder / "record.db").unlink()
    with pytest.raises(StoreError, match="damaged"):
        reopened()
    assert not (folder / "record.db").exists()


def test_a_truncated_database_is_detected(vault, folder, reopened):
    save(vault, None, make_journey())
    vault.close()
    path = folder / "record.db"
    path.write_bytes(path.read_bytes()[: -4096 * 3])
    with pytest.raises(StoreError, match="damaged"):
        reopened()


def test_another_vaults_database_is_not_taken_for_this_ones(tmp_path):
    for name in ("one", "two"):
        Vault.create(tmp_path / name, PASSPHRASE, cost=CHEAP).close()
    (tmp_path / "two" / "record.db").replace(tmp_path / "one" / "record.db")
    with pytest.raises(StoreError, match="damaged"):
        Vault.open(tmp_path / "one", PASSPHRASE, now=NOW)


def test_after_a_crash_every_page_is_checked(folder, reopened, connections):
    vault = Vault.create(folder, PASSPHRASE, cost=CHEAP)
    save(vault, None, make_journey())
    connections[-1].db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    save(vault, None, make_journey())
    crashed = {path.name: path.read_bytes() for path in folder.iterdir()}
    vault.close()
    for name, content in crashed.items():
        (folder / name).write_bytes(content)
    with reopened() as again:
        assert len(again.journey_ids()) == 2
    pages = bytearray(crashed["record.db"])
    pages[len(pages) // 2] ^= 1
    for name, content in crashed.items():
        (folder / name).write_bytes(pages if name == "record.db" else content)
    with pytest.raises(StoreError, match="damaged"):
        reopened()


def test_a_full_disk_is_told_and_loses_nothing(connections, vault):
    journey = make_journey()
    save(vault, None, journey)
    connection = connections[-1].db.conn
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {int(pages)}").fetchall()
    with pytest.raises(StoreError, match="no room left"):
        save(vault, journey, replace(journey, notes="x" * 100_000))
    assert vault.load_journey(journey.id) == journey
    connection.execute("PRAGMA max_page_count = 1000000").fetchall()
    save(vault, journey, replace(journey, notes="x" * 100_000))
    assert len(vault.load_journey(journey.id).notes) == 100_000


def test_a_folder_that_cannot_be_written_to_is_told(vault, folder, reopened, monkeypatch):
    vault.close()

    def refuse(*_args):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(operating_system.os, "open", refuse)
    with pytest.raises(StoreError, match="cannot be written to") as told:
        reopened()
    assert "Copy" in str(told.value.way_on)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move a folder with open files")
def test_a_folder_that_is_moved_while_open_loses_nothing(folder):
    vault = Vault.create(folder, PASSPHRASE, cost=CHEAP)
    first, then = make_journey(), make_journey()
    save(vault, None, first)
    moved = folder.rename(folder.with_name("elsewhere"))
    save(vault, None, then)
    vault.close()
    with Vault.open(moved, PASSPHRASE, now=NOW) as again:
        assert again.journey_ids() == [first.id, then.id]


def test_a_disk_that_fails_is_told(vault, monkeypatch):
    """As a removed drive does; the error is what SQLite says then."""
    from sqlcipher3.dbapi2 import OperationalError

    def fail(*_args):
        error = OperationalError("disk I/O error")
        error.sqlite_errorcode = 10
        raise error

    monkeypatch.setattr("planner.store.change_log.ChangeLog.add", fail)
    with pytest.raises(StoreError, match="can no longer be read"):
        save(vault, None, make_journey())
    assert vault.journey_ids() == []


def test_a_reference_to_something_that_is_not_there_is_refused_whole(vault):
    journey = make_journey()
    save(vault, None, journey)
    dangling = replace(journey, reference="changed", documents=(make_document(traveller="nobody"),))
    with pytest.raises(InputError, match="not in the record"):
        save(vault, journey, dangling)
    assert vault.load_journey(journey.id) == journey
    assert len(vault.log()) == 1


def test_two_things_with_one_id_are_refused_whole(vault):
    leg = make_leg()
    journey = make_journey(legs=())
    save(vault, None, journey)
    for twins in (replace(journey, legs=(leg, leg)), replace(journey, legs=(leg, replace(leg, notes="x")))):
        with pytest.raises(InputError, match="same id"):
            save(vault, journey, twins)
    passports = (make_passport(),)
    two = tuple(make_traveller(id=f"traveller-{n}", passports=passports) for n in "ab")
    with pytest.raises(InputError, match="same id"):
        save(vault, journey, replace(journey, travellers=(*journey.travellers, *two)))
    assert vault.load_journey(journey.id) == journey


def test_the_cost_of_a_guess_is_bounded_when_a_file_asks_for_it():
    assert KeyCost().is_sane()
    assert not KeyCost(memory_kib=2**40).is_sane()
    assert not KeyCost(passes=10**9).is_sane()
    assert not KeyCost(memory_kib=8, lanes=64).is_sane()


def test_the_key_is_never_in_the_clear(connections, vault, folder):
    key = connections[-1].data_key
    content = b"".join(path.read_bytes() for path in folder.iterdir())
    assert key not in content
    assert key.hex().encode() not in content.lower()
