"""Backups through the session: when one is due, putting one back, undoing that, and the log over it all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from shutil import rmtree

import pytest

from planner.edits.edit import Edit, NewJourney, RemoveJourney
from planner.errors import InputError, StoreError
from planner.message import N_
from planner.session import Session
from planner.session.backups import BACKUP_EVERY
from planner.store.event import EventKind
from planner.store.vault import Vault
from tests.builders import generated_journeys
from tests.unit.store.conftest import CHEAP, PASSPHRASE, connections

START = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)


__all__ = ["connections"]


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> dt.datetime:
        return self.at

    def later(self, **by: int) -> None:
        self.at += dt.timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault.create(tmp_path / "患者 record", PASSPHRASE, cost=CHEAP)


@pytest.fixture
def session(vault: Vault, clock: Clock) -> Iterator[Session]:
    with Session(vault, clock) as session:
        yield session


def noted(session: Session, notes: str) -> str:
    """Put a journey with these notes in the record, or change the one there is."""
    if not session.journey_ids():
        session.run(NewJourney(N_("New journey"), next(generated_journeys(1))))
    (key,) = session.journey_ids()
    session.run(Edit(N_("Edit"), key, lambda journey: replace(journey, notes=notes)))
    return key


def reopened(session: Session, clock: Clock) -> Session:
    return Session(Vault.open(session.folder, PASSPHRASE, now=clock()), clock)


def test_a_backup_is_due_half_an_hour_after_the_last_and_only_after_a_change(session, clock):
    assert not session.backups.is_due, "there is nothing in it yet"
    noted(session, "one")
    assert session.backups.is_due
    session.backups.make("timer")
    clock.later(minutes=5)
    noted(session, "two")
    assert session.backups.is_changed
    assert not session.backups.is_due
    clock.later(minutes=25)
    assert session.backups.is_due
    session.backups.make("timer")
    clock.later(days=3)
    assert not session.backups.is_due
    assert dt.timedelta(minutes=30) == BACKUP_EVERY


def test_a_clock_set_back_does_not_put_the_next_backup_off_for_ever(session, clock):
    noted(session, "one")
    session.backups.make("timer")
    noted(session, "two")
    clock.at -= dt.timedelta(days=400)
    assert session.backups.is_due


def test_whether_anything_changed_is_known_after_reopening(session, clock):
    noted(session, "one")
    session.backups.make("quit")
    session.close()
    with reopened(session, clock) as again:
        assert not again.backups.is_changed
        assert again.backups.latest.reason == "quit"
        noted(again, "two")
        assert again.backups.is_changed


def test_putting_a_backup_back_and_taking_that_back(session, clock):
    key = noted(session, "before")
    session.backups.make()
    first = session.backups.latest
    clock.later(hours=1)
    noted(session, "after")
    restored = session.backups.restore_job(first).run()
    with session.backups.put_back(restored) as earlier:
        assert earlier.journey(key).notes == "before"
        assert earlier.undo_label is None
        assert restored.before.backup.reason == "before-restore"
        clock.later(hours=1)
        again = earlier.backups.restore_job(restored.before.backup).run()
        with earlier.backups.put_back(again) as later:
            assert later.journey(key).notes == "after"
            assert later.accountability.verify().is_whole
    with reopened(session, clock) as reopen:
        assert reopen.journey(key).notes == "after"


def test_the_log_goes_on_over_a_restored_backup(session, clock):
    noted(session, "before")
    session.backups.make()
    first = session.backups.latest
    noted(session, "after")
    session.accountability.viewed(session.journey_ids()[0])
    told, changes = session.accountability.events(), session.log()
    with session.backups.put_back(session.backups.restore_job(first).run()) as earlier:
        events = earlier.accountability.events()
        assert events[0].kind is EventKind.RESTORE
        assert events[0].details["backup"] == first.name
        assert [(event.number, event.kind) for event in events[1:]] == [
            (event.number, event.kind) for event in told
        ]
        assert earlier.log() == changes
        assert earlier.accountability.verify().is_whole
    with reopened(session, clock) as again:
        assert again.accountability.verify().is_whole


def test_the_backup_that_is_restored_is_not_thinned_out_by_the_one_made_before(session, clock):
    key = noted(session, "0")
    session.backups.make("timer")
    oldest = session.backups.latest
    for number in range(1, 9):
        noted(session, str(number))
        clock.later(seconds=20)
        session.backups.make("before-restore")
    noted(session, "9")
    clock.later(seconds=20)
    kept = session.backups.all()[-1]
    restored = session.backups.restore_job(kept).run()
    with session.backups.put_back(restored) as earlier:
        assert earlier.journey(key).notes < "9"
    assert kept.name != oldest.name


def test_an_import_is_preceded_by_a_backup_of_what_has_changed(session, clock, tmp_path):
    from planner.export.journey_file import write

    def imported(number: int) -> None:
        path = tmp_path / f"{number}.journey.json"
        journey = list(generated_journeys(4, 8))[number]
        path.write_bytes(write(journey))
        session.import_file(path)

    imported(0)
    assert session.backups.all() == (), "there was nothing to back up"
    imported(1)
    (backup,) = session.backups.all()
    assert (backup.reason, backup.manifest.journeys) == ("before-import", 1)
    imported(2)
    assert len(session.backups.all()) == 1, "several in a row have one before the first"
    clock.later(hours=1)
    imported(3)
    assert session.backups.latest.manifest.journeys == 3


def test_a_change_made_meanwhile_is_not_overwritten(session):
    key = noted(session, "before")
    session.backups.make()
    restored = session.backups.restore_job(session.backups.latest).run()
    noted(session, "meanwhile")
    with pytest.raises(InputError, match="changed meanwhile"):
        session.backups.put_back(restored)
    assert session.journey(key).notes == "meanwhile"
    noted(session, "and it goes on")


def test_attached_files_come_back_even_where_the_record_no_longer_has_them(session, clock, vault):
    contents = [b"scan" * 200_000, b""]
    for content in contents:
        vault.files.add(BytesIO(content))
    noted(session, "with scans")
    session.backups.make()
    first = session.backups.latest
    assert vault.files.remove_unused() == 2
    session.backups.put_back(session.backups.restore_job(first).run()).close()
    with Vault.open(session.folder, PASSPHRASE, now=clock()) as again:
        kept = [again.read_file(sha256) for sha256 in first.manifest.files]
        assert sorted(kept) == sorted(contents)


def test_contents_that_are_in_no_backup_are_taken_from_the_record_or_counted_as_lost(
    connections, session, vault
):
    first = vault.files.add(BytesIO(b"one"))
    vault.files.add(BytesIO(b"two"))
    noted(session, "with scans")
    session.backups.make()
    for path in (session.folder / "backups" / "files").iterdir():
        path.unlink()
    job = session.backups.restore_job(session.backups.latest)
    connections[-1].db.execute('DELETE FROM "stored_file" WHERE "sha256" = ?', (first.sha256,))
    restored = job.run()
    assert restored.lost_files == 1


def test_a_damaged_backup_is_refused_and_the_record_is_as_it_was(session):
    key = noted(session, "now")
    session.backups.make()
    path = session.backups.latest.folder / "record.db"
    pages = bytearray(path.read_bytes())
    pages[len(pages) // 2] ^= 1
    path.write_bytes(pages)
    with pytest.raises(StoreError, match="is damaged"):
        session.backups.restore_job(session.backups.latest).run()
    assert session.journey(key).notes == "now"
    assert [path.name for path in session.folder.iterdir() if "restored" in path.name] == []


def test_a_backup_whose_stick_was_pulled_is_said_to_be_gone_and_the_record_is_as_it_was(session, tmp_path):
    key = noted(session, "now")
    stick = tmp_path / "stick"
    stick.mkdir()
    session.backups.second = stick
    session.backups.make()
    job = session.backups.restore_job(session.backups.of(stick)[0])
    rmtree(stick)
    with pytest.raises(StoreError, match=r"is no longer there\. Connect its drive again"):
        job.run()
    assert session.journey(key).notes == "now"


def test_what_restoring_left_that_was_cut_short_is_cleared_away(session, clock):
    noted(session, "now")
    session.close()
    (session.folder / "record.db.restored").write_bytes(b"half")
    with reopened(session, clock):
        assert not (session.folder / "record.db.restored").exists()


def test_removing_a_journey_is_undone_by_a_backup_even_after_reopening(session, clock):
    key = noted(session, "dear")
    session.backups.make()
    session.run(RemoveJourney(N_("Remove"), key))
    session.close()
    with reopened(session, clock) as again:
        assert again.journey_ids() == []
        restored = again.backups.restore_job(again.backups.latest).run()
        with again.backups.put_back(restored) as earlier:
            assert earlier.journey(key).notes == "dear"
            assert earlier.find_journeys(earlier.journey(key).reference) == [key]


def test_an_absent_second_folder_is_said_once_and_again_only_after_it_was_there(session, tmp_path):
    noted(session, "one")
    stick = tmp_path / "stick"
    session.backups.second = stick
    assert len(session.backups.make()) == 1
    assert session.backups.make() == ()
    stick.mkdir()
    assert session.backups.make() == ()
    assert len(session.backups.of(stick)) == 1
    stick.rename(tmp_path / "elsewhere")
    assert len(session.backups.make()) == 1


def test_the_check_of_everything_says_what_is_well(session):
    noted(session, "one")
    session.backups.make()
    found = session.backups.check_job().run()
    assert all(one.is_well for one in found)
    assert {one.key for one in found} == {
        "keys", "pages", "rows", "references", "journeys", "files", "log", "backups"
    }  # fmt: skip
    session.backups.checked(found)
    assert session.accountability.events()[0].kind is EventKind.VERIFY


def test_a_damaged_copy_of_the_key_file_is_found_and_put_right_by_the_next_backup(session):
    noted(session, "one")
    session.backups.make()
    copy = session.folder / "backups" / "vault.json"
    copy.write_bytes(copy.read_bytes()[:-40])
    (fault,) = [one for one in session.backups.check_job().run() if not one.is_well]
    assert str(fault.found).startswith("The copy of the key file beside the backups is damaged")
    session.backups.make()
    assert all(one.is_well for one in session.backups.check_job().run())


def test_the_check_of_everything_finds_what_is_not(connections, session, vault):
    noted(session, "one")
    vault.files.add(BytesIO(b"one"))
    session.backups.make()
    (session.backups.latest.folder / "record.db").write_bytes(b"")
    connections[-1].db.execute('UPDATE "stored_file_piece" SET "bytes" = ?', (b"xxx",))
    faults = {one.key: str(one.found) for one in session.backups.check_job().run() if not one.is_well}
    assert faults == {
        "files": "1 attached file is damaged.",
        "backups": f"Backup “{session.backups.latest.name}”: "
        "The database of this backup was changed or damaged after it was made.",
    }
