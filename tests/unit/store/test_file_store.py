"""Attached files: kept once, whole or not at all, and read back byte for byte."""

from __future__ import annotations

import hashlib
import io
import os
import threading
from dataclasses import replace

import pytest

from planner.errors import Cancelled, StoreError
from planner.message import N_
from planner.store.change_log import ChangeNote
from planner.store.saving import JourneyChange
from planner.store.vault import Vault
from tests.builders import make_attachment, make_journey
from tests.unit.store.conftest import CHEAP, NOW, PASSPHRASE

PIECE = 256 * 1024


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 16 * PIECE, 17 * PIECE + 5])
def test_a_file_comes_back_byte_for_byte(vault, size):
    content = os.urandom(size)
    told: list[int] = []
    stored = vault.files.add(io.BytesIO(content), progress=told.append)
    assert (stored.sha256, stored.size_bytes) == (hashlib.sha256(content).hexdigest(), size)
    assert vault.files.read(stored.sha256) == content
    assert told == sorted(told)
    assert told[-1:] == ([size] if size else [])


def test_the_same_contents_are_kept_once(connections, vault):
    one, other = (vault.files.add(io.BytesIO(b"the same")) for _ in range(2))
    assert one == other
    assert connections[-1].db["stored_file"].count == 1
    assert connections[-1].db["stored_file_piece"].count == 1


def test_a_cancelled_copy_leaves_nothing(connections, vault):
    told: list[int] = []
    with pytest.raises(Cancelled):
        vault.files.add(io.BytesIO(bytes(40 * PIECE)), progress=told.append, cancelled=lambda: len(told) == 1)
    assert connections[-1].db["stored_file"].count == 0
    assert connections[-1].db["stored_file_piece"].count == 0


def test_a_source_that_fails_leaves_nothing(connections, vault):
    class Failing(io.BytesIO):
        def read(self, size=-1):
            if self.tell() > 20 * PIECE:
                raise OSError(5, "Input/output error")
            return super().read(size)

    with pytest.raises(OSError, match="Input/output"):
        vault.files.add(Failing(bytes(40 * PIECE)))
    assert connections[-1].db["stored_file_piece"].count == 0


def test_what_a_crash_left_is_swept_away_at_the_next_open(connections, folder, reopened):
    with Vault.create(folder, PASSPHRASE, cost=CHEAP) as vault:
        kept = vault.files.add(io.BytesIO(b"kept"))
        db = connections[-1].db
        db.execute('INSERT INTO "stored_file" ("number", "size_bytes") VALUES (99, 0)')
        db.execute('INSERT INTO "stored_file_piece" VALUES (99, 0, ?)', (b"half",))
    with reopened() as vault:
        assert connections[-1].db["stored_file"].count == 1
        assert connections[-1].db["stored_file_piece"].count == 1
        assert vault.files.read(kept.sha256) == b"kept"


def test_contents_that_are_not_there_are_told(vault):
    assert not vault.files.has("0" * 64)
    with pytest.raises(StoreError, match="not in the record"):
        vault.files.read("0" * 64)


def test_contents_that_are_not_whole_are_never_given_as_right(connections, vault):
    stored = vault.files.add(io.BytesIO(os.urandom(2 * PIECE)))
    connections[-1].db.execute('DELETE FROM "stored_file_piece" WHERE "position" = 1')
    with pytest.raises(StoreError, match="damaged"):
        vault.files.read(stored.sha256)


def test_only_what_nobody_attaches_is_removed(vault):
    attached, loose = (vault.files.add(io.BytesIO(content)) for content in (b"attached", b"loose"))
    attachment = replace(make_attachment(), sha256=attached.sha256)
    journey = make_journey(attachments=(attachment,))
    vault.save([JourneyChange(None, journey)], ChangeNote(at=NOW, label=N_("Edit")))
    assert vault.files.remove_unused() == 1
    assert vault.files.has(attached.sha256)
    assert not vault.files.has(loose.sha256)


def test_a_worker_copies_a_file_in_while_edits_go_on(vault):
    journey = make_journey()
    note = ChangeNote(at=NOW, label=N_("Edit"))
    vault.save([JourneyChange(None, journey)], note)
    content = os.urandom(40 * PIECE)
    copying, edited, found = threading.Event(), threading.Event(), []

    def copy() -> None:
        def progress(_size: int) -> None:
            copying.set()
            edited.wait(10)

        with vault.files_for_worker() as files:
            found.append(files.add(io.BytesIO(content), progress=progress))

    worker = threading.Thread(target=copy)
    worker.start()
    assert copying.wait(10)
    vault.save([JourneyChange(journey, replace(journey, notes="meanwhile"))], note)
    edited.set()
    worker.join(30)
    assert vault.load_journey(journey.id).notes == "meanwhile"
    assert vault.files.read(found[0].sha256) == content
