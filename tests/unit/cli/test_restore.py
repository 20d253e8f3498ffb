"""``planner backup``, ``restore``, ``verify`` and ``lock-status`` from their own doors."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planner.cli import main
from planner.edits.edit import Edit, NewJourney
from planner.message import N_
from planner.session import Session
from planner.store.vault import Vault
from tests.builders import generated_journeys
from tests.unit.store.conftest import CHEAP, NOW, PASSPHRASE

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("PLANNER_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr("planner.session.opening.KeyCost", lambda: CHEAP)
    monkeypatch.setattr("planner.store.vault.KeyCost", lambda: CHEAP)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed record of three journeys."""
    folder = tmp_path / "患者 record"
    with Session(Vault.create(folder, PASSPHRASE, cost=CHEAP), lambda: NOW) as session:
        for journey in generated_journeys(3):
            session.run(NewJourney(N_("New journey"), journey))
    return folder


def run(capsys: Capture, folder: Path, *arguments: str) -> tuple[int, Any, str]:
    """Status, the document on standard output, and what was said."""
    status = main(["--vault", str(folder), *arguments, "--json"])
    said = capsys.readouterr()
    return status, json.loads(said.out) if said.out else None, said.err


def spoil(folder: Path) -> None:
    path = folder / "record.db"
    path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])


def test_a_backup_is_made_listed_and_checked(folder: Path, capsys: Capture) -> None:
    status, made, said = run(capsys, folder, "backup")
    assert (status, said) == (0, "")
    assert made["backup"]["journeys"] == 3
    assert made["backup"]["reason"] == "by-hand"
    status, listed, _ = run(capsys, folder, "backup", "--list")
    assert (status, listed["backups"]) == (0, [made["backup"]])
    status, verified, _ = run(capsys, folder, "verify")
    assert (status, verified["ok"]) == (0, True)
    assert {check["check"] for check in verified["checks"]} >= {"keys", "pages", "files", "log", "backups"}


def test_a_second_folder_that_is_not_there_is_a_finding(
    folder: Path, tmp_path: Path, capsys: Capture
) -> None:
    status, made, said = run(capsys, folder, "backup", "--to", str(tmp_path / "stick"))
    assert status == 1
    assert "is not there now" in said
    assert made["backup"]["readable"]


def test_restoring_tells_how_to_undo_it_and_undoes_it(folder: Path, capsys: Capture) -> None:
    _, made, _ = run(capsys, folder, "backup")
    with Session.open(folder, PASSPHRASE, clock=lambda: NOW) as session:
        key = session.journey_ids()[0]
        session.run(Edit(N_("Edit"), key, lambda journey: replace(journey, notes="after")))
    status, restored, said = run(capsys, folder, "restore")
    assert status == 0
    assert restored["restored"]["name"] == made["backup"]["name"]
    assert f"To undo this: planner restore {restored['before']}" in said
    assert note_of(folder, key) != "after"
    assert run(capsys, folder, "restore", restored["before"])[0] == 0
    assert note_of(folder, key) == "after"


def note_of(folder: Path, key: str) -> str:
    with Session.open(folder, PASSPHRASE, clock=lambda: NOW) as session:
        return session.journey(key).notes


def test_a_backup_that_is_not_there_is_wrong_use(folder: Path, capsys: Capture) -> None:
    status, _, said = run(capsys, folder, "restore")
    assert (status, "There is no backup of this record here." in said) == (1, True)
    run(capsys, folder, "backup")
    status, _, said = run(capsys, folder, "restore", "20200101T000000Z-timer")
    assert (status, "There is no backup “20200101T000000Z-timer”." in said) == (2, True)


def test_damage_is_told_and_a_backup_put_in_its_place(folder: Path, capsys: Capture) -> None:
    run(capsys, folder, "backup")
    spoil(folder)
    status, verified, said = run(capsys, folder, "verify")
    assert status == 1
    assert "is damaged on the disk" in said
    assert not verified["ok"]
    assert len(verified["backups"]) == 1
    assert run(capsys, folder, "restore")[0] == 0
    assert run(capsys, folder, "verify")[0] == 0


def test_what_can_be_read_is_saved_elsewhere(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    run(capsys, folder, "backup")
    spoil(folder)
    target = tmp_path / "saved"
    status, saved, said = run(capsys, folder, "restore", "--salvage", str(target))
    assert status == 1, "what was lost or old is a finding"
    assert len(saved["from_backup"]) == 3
    assert said.count("could not be read and was taken from the newest backup") == 3
    assert run(capsys, target, "verify")[0] == 0


def test_a_record_is_made_anew_from_a_stick(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    run(capsys, folder, "backup", "--to", str(stick))
    (store,) = stick.iterdir()
    new = tmp_path / "new" / "record"
    assert run(capsys, new, "restore", "--from", str(store))[0] == 0
    assert run(capsys, new, "verify")[1]["ok"]


def test_the_state_of_the_lock_needs_no_passphrase(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PLANNER_PASSPHRASE")
    status, told, _ = run(capsys, folder, "lock-status")
    assert status == 0
    assert told == {
        "record": str(folder),
        "open": False,
        "failed_passphrases": 0,
        "wait_seconds": 0,
        "people": 1,
        "recovery_code": False,
        "keychain": False,
        "argon2id": {"memory_kib": 64, "passes": 1, "lanes": 1},
        "backups": 0,
        "newest_backup": None,
    }
    with Session.open(folder, PASSPHRASE, clock=lambda: NOW):
        assert run(capsys, folder, "lock-status")[1]["open"]
    assert main(["--vault", str(folder), "lock-status"]) == 0
    assert "It is locked." in capsys.readouterr().out


def test_wrong_passphrases_are_counted_and_made_to_wait(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.cli.source.now", lambda: NOW)
    monkeypatch.setattr("planner.cli.lock_status.now", lambda: NOW)
    monkeypatch.setenv("PLANNER_PASSPHRASE", "wrong")
    for _ in range(3):
        assert run(capsys, folder, "journeys")[0] == 1
    assert "wait 2 seconds before the next" in run(capsys, folder, "journeys")[2]
    told = run(capsys, folder, "lock-status")[1]
    assert (told["failed_passphrases"], told["wait_seconds"]) == (3, 2)
    assert run(capsys, folder, "lock-status")[0] == 0


def test_what_is_no_record_is_said_to_be_none(tmp_path: Path, capsys: Capture) -> None:
    for command in ("backup", "restore", "verify", "lock-status"):
        status, _, said = run(capsys, tmp_path / "nowhere", command)
        assert status == 1, command
        assert "holds no record of this program" in said


def test_what_came_back_with_a_backup_is_erased_again(folder: Path, capsys: Capture) -> None:
    """A journey and a companion of another, erased after the backup; a third is left as it is."""
    run(capsys, folder, "backup")
    with Session.open(folder, PASSPHRASE, clock=lambda: NOW) as session:
        gone, shared, kept = session.journey_ids()
        companion = session.journey(shared).companions[0]
        session.erasure.erase(gone, typed=session.erasure.preview(gone).to_type)
        session.erasure.erase(shared, companion.id, typed=companion.full_name)
        whole = session.journey(kept)
        assert session.erasure.back_again() == ()
    _, told, said = run(capsys, folder, "restore")
    assert told["erased_since"] == 2
    assert "2 erasures were made after this backup" in said
    assert "planner erase --again" in said
    with Session.open(folder, PASSPHRASE, clock=lambda: NOW) as session:
        back = session.erasure.back_again()
        assert [(one.journey, one.person) for one in back] == [(gone, ""), (shared, companion.id)]
    assert main(["--vault", str(folder), "erase", "--again"]) == 0
    assert "was erased." in capsys.readouterr().out
    with Session.open(folder, PASSPHRASE, clock=lambda: NOW) as session:
        assert session.erasure.back_again() == ()
        assert session.journey_ids() == [shared, kept]
        assert session.journey(shared).companions == ()
        assert session.journey(kept) == whole
        assert session.accountability.verify().is_whole
    assert main(["--vault", str(folder), "erase", "--again"]) == 0
    assert "Nothing that was erased is back" in capsys.readouterr().err
    assert main(["--vault", str(folder), "erase", kept, "--again"]) == 2
    assert main(["--vault", str(folder), "erase"]) == 2
