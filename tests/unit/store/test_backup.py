"""Backups: checked before they get their name, thinned out only afterwards, attached files kept once."""

from __future__ import annotations

import datetime as dt
import io
import random
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from planner.errors import Cancelled, StoreError
from planner.message import N_
from planner.store.backup import second_store
from planner.store.backup_folder import backups_in, is_folder_of_backups, newest_names, store_of
from planner.store.change_log import ChangeNote
from planner.store.retention import DAYS, HOURS, MONTHS, NEWEST, WEEKS, Kept, to_remove
from planner.store.saving import JourneyChange
from planner.store.vault import Vault
from tests.builders import generated_journeys, make_journey
from tests.unit.store.conftest import CHEAP, NOW, PASSPHRASE

NOTE = ChangeNote(at=NOW, label=N_("Edit"))
HOUR = dt.timedelta(hours=1)


def save(vault, old, new):
    vault.save([JourneyChange(old, new)], NOTE)


def make(vault, now=NOW, reason="by-hand", second=None):
    return vault.backups.job(now=now, reason=reason, second=second).run()


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_backup_says_what_is_in_it_and_is_good(vault):
    journeys = list(generated_journeys(3))
    vault.save([JourneyChange(None, journey) for journey in journeys], NOTE)
    made = make(vault)
    assert made.notices == ()
    (backup,) = vault.backups.all()
    assert backup == made.backup
    assert (backup.name, backup.made_at, backup.reason) == ("20261123T093000Z-by-hand", NOW, "by-hand")
    assert backup.manifest.journeys == 3
    assert backup.manifest.marker == vault.backups.marker()
    assert vault.backups.faults(backup) == []
    save(vault, journeys[0], replace(journeys[0], notes="later"))
    assert backup.manifest.marker != vault.backups.marker(), "there is something to back up again"


def test_two_backups_in_one_second_have_names_of_their_own(vault):
    assert make(vault).backup.folder != make(vault).backup.folder
    assert len(vault.backups.all()) == 2


def test_an_attached_file_is_copied_once_however_many_backups_there_are(vault, folder):
    contents = [b"scan" * 300_000, b"", b"letter"]
    vault.add_files(io.BytesIO(content) for content in contents)
    first = make(vault)
    kept = folder / "backups" / "files"
    before = {path.name: path.stat().st_mtime_ns for path in kept.iterdir()}
    assert len(before) == 3
    assert sorted(first.backup.manifest.files.values()) == sorted(len(content) for content in contents)
    second = make(vault, NOW + HOUR)
    assert {path.name: path.stat().st_mtime_ns for path in kept.iterdir()} == before
    assert vault.backups.faults(second.backup) == []
    database = (second.backup.folder / "record.db").stat().st_size
    assert database < len(contents[0]), "the contents are not in the copy of the database"


def test_no_backup_tells_its_contents_or_their_digests_to_who_lacks_the_key(vault, folder):
    journey = replace(make_journey(), notes="A-SECRET-NOTE")
    save(vault, None, journey)
    stored = vault.files.add(io.BytesIO(b"A-SECRET-SCAN" * 1000))
    make(vault)
    for name, content in files_in(folder / "backups").items():
        for secret in (
            b"A-SECRET",
            stored.sha256.encode(),
            bytes.fromhex(stored.sha256),
            journey.id.encode(),
        ):
            assert secret not in content, name
            assert secret not in name.encode()


def test_a_backup_that_cannot_be_made_leaves_nothing_and_takes_nothing(vault, folder, monkeypatch):
    make(vault, NOW - HOUR)
    before = files_in(folder / "backups")

    def fail(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("planner.store.backup.sync_file", fail)
    for number in range(30):
        with pytest.raises(StoreError, match="no room left"):
            make(vault, NOW + number * HOUR)
    assert files_in(folder / "backups") == before


def test_a_backup_that_turns_out_damaged_leaves_nothing_and_takes_nothing(vault, folder, monkeypatch):
    make(vault, NOW - HOUR)
    before = files_in(folder / "backups")
    from planner.store import backup as module

    def damage_what_was_written(path):
        pages = bytearray(path.read_bytes())
        pages[len(pages) // 2] ^= 1
        path.write_bytes(pages)

    monkeypatch.setattr(module, "sync_file", damage_what_was_written)
    with pytest.raises(StoreError, match="damaged"):
        make(vault)
    assert files_in(folder / "backups") == before


def test_what_a_backup_cut_short_has_left_is_cleared_away(vault, folder):
    made = make(vault)
    backups = folder / "backups"
    (backups / "20261123T083000Z-timer.new").mkdir()
    (backups / "20261123T083000Z-timer.new" / "record.db").write_bytes(b"half")
    (backups / "20251123T083000Z-timer.gone").mkdir()
    assert vault.backups.all() == [made.backup]
    make(vault, NOW + HOUR)
    assert {path.suffix for path in backups.iterdir()} == {"", ".json"}


def test_a_cancelled_backup_leaves_nothing(vault, folder):
    save(vault, None, make_journey())
    with pytest.raises(Cancelled):
        vault.backups.job(now=NOW, reason="timer").run(cancelled=lambda: True)
    assert vault.backups.all() == []
    assert not [path for path in (folder / "backups").rglob("*") if path.is_file()]


def test_edits_go_on_while_a_backup_is_made(vault):
    journey = replace(next(generated_journeys(1)), reference="0")
    save(vault, None, journey)
    done = threading.Event()
    made = []

    def back_up():
        for number in range(4):
            made.append(vault.backups.job(now=NOW + number * HOUR, reason="timer").run().backup)
        done.set()

    worker = threading.Thread(target=back_up)
    worker.start()
    number = 0
    while not done.is_set():
        number += 1
        edited = replace(journey, reference=str(number))
        save(vault, journey, edited)
        journey = edited
    worker.join()
    assert number > 1
    assert all(vault.backups.faults(backup) == [] for backup in made)
    assert vault.load_journey(journey.id) == journey


def test_a_damaged_file_of_the_record_keeps_nobody_from_the_rest(vault, connections, folder, reopened):
    vault.files.add(io.BytesIO(b"good"))
    bad = vault.files.add(io.BytesIO(b"bad"))
    vault.close()
    with reopened() as again:
        connections[-1].db.execute(
            'UPDATE "stored_file_piece" SET "bytes" = ? WHERE "file" = '
            '(SELECT "number" FROM "stored_file" WHERE "sha256" = ?)',
            (b"xxx", bad.sha256),
        )
        made = make(again)
        assert [str(notice) for notice in made.notices] == [
            "1 attached file is damaged in the record and is not in the backup."
        ]
        assert bad.sha256 not in made.backup.manifest.files
        assert again.backups.faults(made.backup) == []


def test_contents_go_when_no_backup_refers_to_them_any_more(vault, folder, monkeypatch):
    vault.files.add(io.BytesIO(b"erased later"))
    make(vault)
    kept = folder / "backups" / "files"
    assert len(list(kept.iterdir())) == 1
    assert vault.files.remove_unused() == 1
    monkeypatch.setattr("planner.store.retention.KEPT_REASONS", {})
    for number in range(1, NEWEST + 1):
        make(vault, NOW + number * dt.timedelta(minutes=10), "timer")
        assert len(list(kept.iterdir())) == (number < NEWEST)


def test_a_changed_passphrase_holds_for_backups_made_before(vault, folder):
    from planner.store.key_file import read_key_file

    make(vault)
    vault.keys.change_passphrase("a new one, longer", cost=CHEAP)
    key_file = read_key_file(folder / "backups")
    assert key_file.data_key("a new one, longer")
    with pytest.raises(StoreError):
        key_file.data_key(PASSPHRASE)


# -- damage ------------------------------------------------------------------------------------------------


def test_every_flipped_byte_of_a_backup_is_found(vault):
    vault.save([JourneyChange(None, journey) for journey in generated_journeys(2)], NOTE)
    vault.add_files([io.BytesIO(b"letter" * 500)])
    backup = make(vault).backup
    pick = random.Random(2026)
    paths = [
        *sorted(path for path in backup.folder.iterdir()),
        *(backup.folder.parent / "files").iterdir(),
    ]
    for path in paths:
        whole = path.read_bytes()
        for _ in range(25):
            damaged = bytearray(whole)
            if pick.random() < 0.2:
                damaged = damaged[: pick.randrange(len(whole))]
            else:
                damaged[pick.randrange(len(whole))] ^= 1 << pick.randrange(8)
            path.write_bytes(damaged)
            (found,) = vault.backups.all()
            assert vault.backups.faults(found) or found == backup, path.name
        path.write_bytes(whole)
    assert vault.backups.faults(backup) == []


def test_the_manifest_of_one_backup_is_not_taken_for_that_of_another(vault):
    one, other = make(vault).backup, make(vault, NOW + HOUR).backup
    (other.folder / "manifest.json").write_bytes((one.folder / "manifest.json").read_bytes())
    newest, _ = vault.backups.all()
    assert newest.manifest is None
    assert [str(fault) for fault in vault.backups.faults(newest)] == [
        "The list of what is in this backup cannot be read."
    ]


def test_contents_are_kept_while_it_is_unknown_who_refers_to_them(vault, folder):
    vault.files.add(io.BytesIO(b"scan"))
    first = make(vault).backup
    vault.files.remove_unused()
    (first.folder / "manifest.json").write_bytes(b"{}")
    for number in range(1, 8):
        make(vault, NOW + number * dt.timedelta(minutes=5), "timer")
    assert len(list((folder / "backups" / "files").iterdir())) == 1
    assert first.folder.is_dir(), "what cannot be read is not thrown away either"


# -- the second folder -------------------------------------------------------------------------------------


def test_a_second_folder_gets_whatever_the_first_has(vault, tmp_path):
    stick = tmp_path / "U盘 stick"
    stick.mkdir()
    vault.files.add(io.BytesIO(b"scan" * 1000))
    save(vault, None, make_journey())
    made = make(vault, second=stick)
    assert made.notices == ()
    store = second_store(stick, vault.folder)
    assert files_in(store) == files_in(vault.folder / "backups")
    (copied,) = vault.backups.elsewhere(store)
    assert vault.backups.faults(copied) == []
    assert is_folder_of_backups(store)


def test_a_second_folder_that_is_not_there_is_said_and_the_backup_is_made(vault, tmp_path):
    made = make(vault, second=tmp_path / "not there")
    (notice,) = made.notices
    assert "is not there now; backups go on in the first" in str(notice)
    assert vault.backups.all() == [made.backup]
    assert not (tmp_path / "not there").exists()


def test_a_second_folder_that_is_full_is_said_and_the_backup_is_made(vault, tmp_path, monkeypatch):
    def full(*_args, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("planner.store.backup.shutil.copytree", full)
    made = make(vault, second=tmp_path)
    (notice,) = made.notices
    assert "The backup is made, but not its copy" in str(notice)
    assert vault.backups.faults(made.backup) == []


# -- which are kept ----------------------------------------------------------------------------------------


def kept_of(instants, reason="timer"):
    backups = [Kept(f"{at:%Y%m%dT%H%M%SZ}", at, reason) for at in instants]
    gone = set(to_remove(backups))
    return [backup.made_at for backup in backups if backup.name not in gone]


def test_hours_days_weeks_and_months_are_kept_of_what_is_made_every_hour():
    """As they are thinned out in life: after each one that is made."""
    kept: list[dt.datetime] = []
    for number in range(24 * 100):
        kept = kept_of([*kept, NOW + number * HOUR])
    ages = [kept[-1] - at for at in kept]
    assert len(kept) <= HOURS + DAYS + WEEKS + MONTHS + NEWEST
    assert sum(age < dt.timedelta(days=1) for age in ages) == HOURS
    for day in range(DAYS - 1):
        assert any(age // dt.timedelta(days=1) == day for age in ages), day
    for week in range(WEEKS - 1):
        assert any(age // dt.timedelta(days=7) == week for age in ages), week


def test_a_year_is_kept_of_what_is_made_every_day():
    kept: list[dt.datetime] = []
    for number in range(800):
        kept = kept_of([*kept, NOW + number * 24 * HOUR])
    months = {(at.year, at.month) for at in kept}
    assert len(months) == MONTHS
    assert kept[-1] - kept[0] > dt.timedelta(days=30 * (MONTHS - 1))


def test_the_newest_are_always_kept():
    instants = [NOW + dt.timedelta(seconds=number) for number in range(20)]
    assert kept_of(instants) == instants[-NEWEST:]


def test_a_clock_that_ran_wrong_deletes_no_older_backup():
    days = [NOW + dt.timedelta(days=number) for number in range(5)]
    wrong = [dt.datetime(2099, 1, 1, tzinfo=dt.UTC)]
    assert kept_of([*days, *wrong]) == [*days, *wrong]


def test_what_was_there_before_something_large_is_kept_longer():
    before = Kept("before", NOW, "before-restore")
    timer = [Kept(f"t{number}", NOW + number * HOUR / 60, "timer") for number in range(200)]
    assert "before" not in to_remove([before, *timer])


# -- the folder --------------------------------------------------------------------------------------------


def test_a_folder_of_backups_is_known_by_any_of_its_folders(vault, folder):
    backup = make(vault).backup
    assert store_of(folder) == store_of(folder / "backups") == store_of(backup.folder) == folder / "backups"
    assert not is_folder_of_backups(folder)
    assert newest_names(folder / "backups") == [(NOW, "by-hand")]
    assert newest_names(folder / "nowhere") == []
    assert backups_in(folder / "nowhere", bytes(32)) == []


def test_a_backup_is_not_opened_as_a_record_but_says_what_it_is(vault, folder):
    backup = make(vault).backup
    for path in (backup.folder, folder / "backups"):
        with pytest.raises(StoreError, match="is a backup") as told:
            Vault.open(path, PASSPHRASE, now=NOW)
        assert told.value.way_on is not None
