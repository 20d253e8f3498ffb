"""The records that benches work on: so many generated journeys, with their rows and lines, made once a run.

``PLANNER_BENCH_RECORDS`` names a folder in which they are kept from one run to the next.
"""

from __future__ import annotations

import atexit
import datetime as dt
import os
import shutil
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from unittest import mock

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import shipped_reference
from planner.session.caseload import digest
from planner.session.found import Found
from planner.store.change_log import ChangeNote
from planner.store.database import connect
from planner.store.key_wrap import KeyCost
from planner.store.saving import JourneyChange
from planner.store.vault import Vault
from tests.builders import generated_journeys

NOW = dt.datetime(2027, 4, 14, 9, 0, tzinfo=dt.UTC)
PASSPHRASE = "not stretched, since this is only a bench"
_AT_ONCE, _AHEAD = 200, 2

Connect = Callable[[Path, bytes], Any]


@contextmanager
def record(count: int, connecting: Connect = connect) -> Iterator[Path]:
    """A closed record of so many journeys, one's own to change: its folder. ``connecting`` opens its file."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "record"
        shutil.copytree(_kept(count, connecting), folder)
        for file in folder.iterdir():  # or the first commit of the program would wait for the copy
            if file.is_file():
                with file.open("rb+") as copied:
                    os.fsync(copied.fileno())
        yield folder


@cache
def _kept(count: int, connecting: Connect) -> Path:
    folder = _place() / f"{connecting.__name__}-{count}"
    if not (folder / "vault.json").exists():
        shutil.rmtree(folder, ignore_errors=True)
        _make(folder, count, connecting)
    return folder


@cache
def _place() -> Path:
    named = os.environ.get("PLANNER_BENCH_RECORDS")
    if named:
        return Path(named)
    place = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return Path(place)


def _make(folder: Path, count: int, connecting: Connect) -> None:
    """Write it here while another process makes the journeys and looks at them."""
    made = folder.with_name(f"{folder.name}-unfinished")
    shutil.rmtree(made, ignore_errors=True)
    made.parent.mkdir(parents=True, exist_ok=True)
    with (
        mock.patch("planner.store.vault_folder.connect", connecting),
        mock.patch("planner.store.vault.connect", connecting),
        Vault.create(made, PASSPHRASE, cost=KeyCost(memory_kib=64, passes=1, lanes=1)) as vault,
        ProcessPoolExecutor(1, get_context("spawn")) as other,
    ):
        begun = deque(other.submit(_next_changes, count) for _ in range(_AHEAD))
        while changes := begun.popleft().result():
            begun.append(other.submit(_next_changes, count))
            vault.save(changes, ChangeNote(at=NOW, label=N_("New journey")))
        for _ in range(count // 50):
            vault.tidy()
    made.rename(folder)


def _next_changes(count: int) -> list[JourneyChange]:
    """The next batch of new journeys, each with its row and its lines, in the process that makes them."""
    found, reference = Found(), shipped_reference()
    batch = islice(_journeys(count), _AT_ONCE)
    return [JourneyChange(None, one, *digest(one, reference, NOW, found)) for one in batch]


@cache
def _journeys(count: int) -> Iterator[Journey]:
    """All of them, one after another; empty when the last was taken."""
    return iter(generated_journeys(count))
