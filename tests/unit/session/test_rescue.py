"""A record that does not open: what of it is whole, a backup in its place, or all that is left elsewhere."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from planner.edits.edit import NewJourney
from planner.errors import Damaged, StoreError
from planner.message import N_
from planner.record.journey import Journey
from planner.session import Session
from planner.session.rescue import look, restore_in_place, salvage
from planner.store.event import EventKind
from planner.store.vault import Vault
from tests.builders import generated_journeys
from tests.unit.store.conftest import CHEAP, PASSPHRASE

NOW = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)
PAGE = 4096


def clock() -> dt.datetime:
    return NOW


@pytest.fixture
def journeys() -> list[Journey]:
    return list(generated_journeys(12, 5))


@pytest.fixture
def folder(tmp_path: Path, journeys: list[Journey]) -> Path:
    """A closed record of twelve journeys; the first eight are in a backup as well."""
    folder = tmp_path / "患者 record"
    with Session(Vault.create(folder, PASSPHRASE, cost=CHEAP), clock) as session:
        for number, journey in enumerate(journeys):
            session.run(NewJourney(N_("New journey"), journey))
            if number == 7:
                session.backups.make()
    return folder


def flip(path: Path, *pages: int) -> None:
    content = bytearray(path.read_bytes())
    for page in pages:
        content[page * PAGE + 100] ^= 1
    path.write_bytes(content)


def pages_of(path: Path) -> int:
    return path.stat().st_size // PAGE


def opened(folder: Path) -> Session:
    return Session.open(folder, PASSPHRASE, clock=clock)


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is stretched when a record is opened."""
    monkeypatch.setattr("planner.session.opening.KeyCost", lambda: CHEAP)


pytestmark = pytest.mark.usefixtures("cheap")


def held(folder: Path, passphrase: str = PASSPHRASE) -> dict[str, Journey]:
    with Session.open(folder, passphrase, clock=clock) as session:
        return {key: session.journey(key) for key in session.journey_ids()}


def test_a_whole_record_is_seen_whole(folder, journeys):
    outlook = look(folder, PASSPHRASE, clock=clock)
    assert (outlook.readable, outlook.unreadable, len(outlook.backups)) == (12, 0, 1)
    assert not outlook.key_file_lost


def test_whatever_pages_are_damaged_each_journey_is_whole_or_from_the_backup_or_lost(
    folder, journeys, tmp_path
):
    known = {journey.id: journey for journey in journeys}
    path = folder / "record.db"
    whole = path.read_bytes()
    pick = random.Random(2026)
    seen_backup = 0
    for attempt in range(6):
        path.write_bytes(whole)
        flip(path, *pick.sample(range(1, pages_of(path)), 6))
        outlook = look(folder, PASSPHRASE, clock=clock)
        target = tmp_path / f"saved {attempt}"
        saved = salvage(outlook, target, PASSPHRASE, clock=clock, cost=CHEAP)
        found = held(target)
        assert all(found[key] == known[key] for key in found), "no journey is patched together"
        assert saved.whole == outlook.readable
        assert saved.whole + len(saved.from_backup) == len(found)
        assert set(saved.lost) <= set(known) - set(found)
        assert {journey.id for journey in journeys[:8]} <= set(found), "the backup has them"
        seen_backup += len(saved.from_backup)
    assert seen_backup, "some were damaged that the backup has"


def test_the_damaged_record_is_not_touched_by_saving_what_is_left(folder, tmp_path):
    flip(folder / "record.db", 20, 21)
    before = (folder / "record.db").read_bytes()
    salvage(look(folder, PASSPHRASE, clock=clock), tmp_path / "new", PASSPHRASE, clock=clock, cost=CHEAP)
    assert (folder / "record.db").read_bytes() == before


def test_a_record_without_a_readable_first_page_is_saved_from_its_backup(folder, journeys, tmp_path):
    flip(folder / "record.db", 0)
    with pytest.raises(Damaged):
        opened(folder)
    outlook = look(folder, PASSPHRASE, clock=clock)
    assert outlook.readable == 0
    saved = salvage(outlook, tmp_path / "new", PASSPHRASE, clock=clock, cost=CHEAP)
    assert held(tmp_path / "new") == {journey.id: journey for journey in journeys[:8]}
    assert len(saved.from_backup) == 8


def test_a_record_whose_first_bytes_are_damaged_is_read_whole_as_a_backup_knows_its_salt(
    folder, journeys, tmp_path
):
    path = folder / "record.db"
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    with pytest.raises(Damaged):
        opened(folder)
    outlook = look(folder, PASSPHRASE, clock=clock)
    assert (outlook.readable, outlook.unreadable) == (12, 0)
    salvage(outlook, tmp_path / "new", PASSPHRASE, clock=clock, cost=CHEAP)
    assert held(tmp_path / "new") == {journey.id: journey for journey in journeys}


def test_attached_files_are_saved_from_the_record_or_from_the_backups(folder, journeys, tmp_path):
    from dataclasses import replace

    from planner.edits.edit import Edit
    from planner.record.document import Document
    from tests.builders import make_attachment

    scan = b"scan" * 100_000
    vault = Vault.open(folder, PASSPHRASE, now=NOW)
    with Session(vault, clock) as session:
        stored = vault.files.add(BytesIO(scan))
        attached = make_attachment(sha256=stored.sha256, size_bytes=stored.size_bytes)

        def attach(journey: Journey) -> Journey:
            first: Document = replace(journey.documents[0], attachments=(attached,))
            return replace(journey, documents=(first, *journey.documents[1:]))

        session.run(Edit(N_("Attach"), journeys[0].id, attach))
        session.backups.make()
    outlook = look(folder, PASSPHRASE, clock=clock)
    saved = salvage(outlook, tmp_path / "one", PASSPHRASE, clock=clock, cost=CHEAP)
    assert saved.lost_files == 0
    (folder / "record.db").unlink()
    saved = salvage(
        look(folder, PASSPHRASE, clock=clock), tmp_path / "two", PASSPHRASE, clock=clock, cost=CHEAP
    )
    assert saved.lost_files == 0
    with Vault.open(tmp_path / "two", PASSPHRASE, now=NOW) as saved_vault:
        assert saved_vault.read_file(stored.sha256) == scan


def test_a_backup_takes_the_place_of_a_damaged_record_whose_files_are_set_aside(folder, journeys):
    damaged = folder / "record.db"
    flip(damaged, 0)
    content = damaged.read_bytes()
    outlook = look(folder, PASSPHRASE, clock=clock)
    with restore_in_place(outlook, outlook.backups[0], PASSPHRASE, clock=clock) as session:
        assert len(session.journey_ids()) == 8
        assert session.accountability.events()[0].kind is EventKind.RESTORE
    (aside,) = [path for path in folder.iterdir() if path.name.startswith("damaged-")]
    assert (aside / "record.db").read_bytes() == content
    assert held(folder) == {journey.id: journey for journey in journeys[:8]}


def test_a_damaged_key_file_is_put_back_from_beside_the_backups(folder, journeys):
    (folder / "vault.json").write_bytes(b"{}")
    with pytest.raises(StoreError, match="key file"):
        opened(folder)
    outlook = look(folder, PASSPHRASE, clock=clock)
    assert outlook.key_file_lost
    assert outlook.readable == 12
    restore_in_place(outlook, outlook.backups[0], PASSPHRASE, clock=clock).close()
    assert len(held(folder)) == 8


def test_a_stolen_laptop_is_replaced_from_a_stick(folder, journeys, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    with opened(folder) as session:
        session.backups.second = stick
        session.backups.make()
    shutil.rmtree(folder)
    (store,) = stick.iterdir()
    outlook = look(tmp_path / "new laptop" / "record", PASSPHRASE, clock=clock, backups=store)
    restore_in_place(outlook, outlook.backups[0], PASSPHRASE, clock=clock).close()
    assert held(tmp_path / "new laptop" / "record") == {journey.id: journey for journey in journeys}


def test_a_bad_backup_leaves_the_damaged_record_where_it_is(folder):
    flip(folder / "record.db", 0)
    outlook = look(folder, PASSPHRASE, clock=clock)
    flip(outlook.backups[0].folder / "record.db", 3)
    before = sorted(path.name for path in folder.iterdir())
    with pytest.raises(Damaged, match="backup"):
        restore_in_place(outlook, outlook.backups[0], PASSPHRASE, clock=clock)
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_wrong_passphrase_sees_nothing(folder):
    with pytest.raises(StoreError, match="passphrase does not open"):
        look(folder, "wrong", clock=clock)


def test_a_record_that_is_open_is_not_looked_at(folder):
    with opened(folder), pytest.raises(StoreError, match="already open"):
        look(folder, PASSPHRASE, clock=clock)


def test_where_there_is_nothing_it_is_said(tmp_path):
    attempt: Callable[[], object] = lambda: look(tmp_path / "nowhere", PASSPHRASE, clock=clock)  # noqa: E731
    with pytest.raises(StoreError, match="holds no record"):
        attempt()
