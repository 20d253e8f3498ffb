"""A disk that is full, read-only, or gone: one clear sentence each, and nothing lost.

The disk is a real file system of a few megabytes where the tests may mount one, as in a container of their
own; elsewhere ``test_vault.py`` makes the driver report the same.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from planner.errors import StoreError
from planner.message import N_
from planner.store.change_log import ChangeNote
from planner.store.saving import JourneyChange
from planner.store.vault import Vault
from tests.builders import generated_journeys
from tests.unit.store.conftest import CHEAP, NOW, PASSPHRASE

NOTE = ChangeNote(at=NOW, label=N_("Edit"))
MEGABYTES = 5


def mount(*arguments: str) -> bool:
    try:
        return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    place = tmp_path / "小盘 disk"
    place.mkdir()
    if not sys.platform.startswith("linux") or not mount(
        "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(place)
    ):
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(disk: Path) -> Path:
    """Take the room that is left."""
    path = disk / "something else"
    with path.open("wb") as file:
        try:
            while True:
                file.write(bytes(64 * 1024))
                file.flush()
        except OSError:
            pass
    return path


def edit(vault, journey, notes):
    edited = replace(journey, notes=notes)
    vault.save([JourneyChange(journey, edited)], NOTE)
    return edited


@pytest.fixture
def small(disk):
    """An open vault on the small disk, and the journey in it."""
    journey = next(generated_journeys(1))
    with Vault.create(disk / "患者 record", PASSPHRASE, cost=CHEAP) as vault:
        vault.save([JourneyChange(None, journey)], NOTE)
        yield vault, journey


def test_a_disk_that_fills_up_loses_no_acknowledged_edit_and_goes_on_when_there_is_room(small, disk):
    vault, journey = small
    other = fill(disk)
    acknowledged = journey
    for number in range(2000):
        try:
            acknowledged = edit(vault, acknowledged, f"{number} " * 2000)
        except StoreError as error:
            told = error
            break
    assert str(told.message).startswith("There is no room left on the disk")
    assert told.way_on is not None
    assert vault.load_journey(journey.id) == acknowledged
    other.unlink()
    after = edit(vault, acknowledged, "there is room again")
    assert vault.load_journey(journey.id) == after
    assert vault.is_whole()


def test_a_backup_on_a_full_disk_takes_no_earlier_one(small, disk):
    vault, journey = small
    first = vault.backups.job(now=NOW, reason="by-hand").run().backup
    edit(vault, journey, "later")
    fill(disk)
    with pytest.raises(StoreError, match="no room left on the disk"):
        vault.backups.job(now=NOW, reason="timed").run()
    assert vault.backups.all() == [first]
    assert vault.backups.faults(first) == []


def test_an_attached_file_larger_than_the_disk_leaves_nothing(small, disk):
    vault, journey = small
    other = disk / "something else"
    other.write_bytes(bytes(1024 * 1024))
    with pytest.raises(StoreError, match="no room left on the disk"):
        vault.add_files([io.BytesIO(bytes(MEGABYTES * 1024 * 1024))])
    assert vault.load_journey(journey.id) == journey
    vault.close()
    other.unlink()
    with Vault.open(vault.folder, PASSPHRASE, now=NOW) as again:
        assert again.load_journey(journey.id) == journey
        assert again.is_whole()


def test_restoring_on_a_full_disk_leaves_the_record_as_it_is(small, disk):
    vault, journey = small
    backup = vault.backups.job(now=NOW, reason="by-hand").run().backup
    edited = edit(vault, journey, "later")
    fill(disk)
    with pytest.raises(StoreError, match="no room left on the disk"):
        vault.backups.restore_job(backup, now=NOW).run()
    assert vault.load_journey(journey.id) == edited


def test_a_passphrase_is_not_half_changed_on_a_full_disk(small, disk):
    vault, _ = small
    other = fill(disk)
    while True:  # to the last byte, so that not even the key file fits
        try:
            with other.open("ab", buffering=0) as file:
                file.write(b"x")
        except OSError:
            break
    with pytest.raises(OSError, match="No space"):
        vault.keys.change_passphrase("a new one, longer", cost=CHEAP)
    other.unlink()
    vault.close()
    Vault.open(vault.folder, PASSPHRASE, now=NOW).close()


def test_a_record_on_a_read_only_disk_says_so(small, disk):
    vault, _ = small
    vault.close()
    assert mount("-o", "remount,ro", str(disk)) or pytest.skip("cannot be made read-only")
    with pytest.raises(StoreError, match="cannot be written to") as told:
        Vault.open(vault.folder, PASSPHRASE, now=NOW)
    assert "Copy the whole folder" in str(told.value.way_on)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody delete open files")
def test_a_folder_removed_while_open_acknowledges_nothing_more(vault, folder):
    journey = next(generated_journeys(1))
    vault.save([JourneyChange(None, journey)], NOTE)
    shutil.rmtree(folder)
    for _ in range(2):
        with pytest.raises(StoreError, match="can no longer be read and written"):
            edit(vault, journey, "into nowhere")
    with pytest.raises(StoreError, match="can no longer be read and written"):
        vault.add_files([io.BytesIO(b"into nowhere")])
