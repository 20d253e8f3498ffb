"""A record of 10,000 journeys: opening one, searching, one durable edit, the list; and what encryption costs.

The floors are the bare library on the same database in the same run: the same rows selected and not made
into objects, one prefix query of FTS5, one UPDATE in a transaction. What encryption costs is the same store
beside itself over the same driver without a key, on 1,000 journeys.
"""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any
from unittest import mock

from planner.message import N_
from planner.record.journey import Journey
from planner.store.change_log import ChangeNote
from planner.store.database import connect
from planner.store.mapping import journey_table
from planner.store.saving import JourneyChange
from planner.store.vault import Vault
from tests.bench.measure import Measure
from tests.bench.records import NOW, PASSPHRASE, Connect, record

JOURNEYS, FEWER = 10_000, 1_000
EDITS, OPENINGS, KEYSTROKES = 300, 300, 2_000
_NOTE = ChangeNote(at=NOW, label=N_("Edit"))
_OVER_COMMIT = 0.005  # the most an edit may take beyond the bare commit


@dataclass(frozen=True, slots=True)
class Opened:
    """A vault, and the bare connection under it."""

    vault: Vault
    connection: Any


def run() -> list[Measure]:
    """Everything, on a disk of this machine."""
    return [*_of_many(), *_of_encryption()]


def _of_many() -> list[Measure]:
    with _vault(JOURNEYS, connect) as opened:
        vault, bare = opened.vault, opened.connection
        ids = random.Random(1).sample(vault.journey_ids(), OPENINGS)
        typed = _keystrokes([_loaded(vault, key) for key in ids])
        openings = _beside(vault.load_journey, _bare_rows(bare), ids)
        searches = _beside(vault.search, _bare_search(bare), typed)
        commit = _bare_commit(bare, ids[0])
        dates, words = (_beside(_saves(vault), commit, _edits(vault, ids, edit)) for edit in _BOTH_EDITS)
        rows = "SELECT * FROM journey_summary"
        lists = _beside(lambda _: vault.summaries(), lambda _: bare.execute(rows).fetchall(), range(9))
    of = f"of {JOURNEYS:,} journeys"
    same_rows, query = "the same rows, not made into objects", "one prefix query of FTS5, 50 hits"
    update = "one UPDATE in a transaction"
    return [
        openings.measure(f"Open one {of}", same_rows, bar_seconds=0.02),
        openings.measure(f"Open one {of}, 95 %", same_rows, part=0.95, bar_seconds=0.02),
        searches.measure(f"A keystroke of search {of}", query, bar_seconds=0.01),
        searches.measure(f"A keystroke of search {of}, 95 %", query, part=0.95, bar_seconds=0.01),
        dates.measure("One durable edit: a date", update, bar_seconds=dates.floor(0.5) + _OVER_COMMIT),
        words.measure("One durable edit: words", update, bar_seconds=words.floor(0.5) + _OVER_COMMIT),
        words.measure(
            "One durable edit: words, 95 %", update, part=0.95, bar_seconds=words.floor(0.95) + _OVER_COMMIT
        ),
        lists.measure(f"The list {of}", same_rows),
    ]


def _of_encryption() -> list[Measure]:
    floor = "the same store over plain SQLite"
    with (
        _vault(FEWER, connect) as ours,
        _vault(FEWER, _connect_without_key) as plain,
    ):
        ids = ours.vault.journey_ids()[:OPENINGS]
        commit, plain_commit = (_bare_commit(on.connection, ids[0]) for on in (ours, plain))
        compared = {
            "one commit": _beside(commit, plain_commit, range(EDITS)),
            "open one journey": _beside(ours.vault.load_journey, plain.vault.load_journey, ids),
        }
        for what, edit in zip(("a date", "words"), _BOTH_EDITS, strict=True):
            pairs = zip(_edits(ours.vault, ids, edit), _edits(plain.vault, ids, edit), strict=True)
            save, plain_save = _saves(ours.vault), _saves(plain.vault)
            compared[f"one edit, {what}"] = _beside(
                lambda pair, save=save: save(pair[0]), lambda pair, save=plain_save: save(pair[1]), pairs
            )
    return [times.measure(f"Encryption: {what}", floor, bar_ratio=1.5) for what, times in compared.items()]


# -- opening a record -----------------------------------------------------------------------------------


@contextmanager
def _vault(size: int, connecting: Connect) -> Iterator[Opened]:
    """An open vault of so many journeys."""
    connections: list[Any] = []

    def recorded(path: Path, key: bytes) -> Any:
        connections.append(connecting(path, key))
        return connections[-1]

    with (
        record(size, connecting) as folder,
        mock.patch("planner.store.vault.connect", recorded),
        Vault.open(folder, PASSPHRASE, now=NOW) as vault,
    ):
        yield Opened(vault, connections[-1].conn)


def _connect_without_key(path: Path, _key: bytes) -> Any:
    """As ``connect``, over the same driver and settings, into a plain SQLite database."""
    import sqlcipher3
    from sqlite_utils import Database

    connection = sqlcipher3.connect(str(path), isolation_level=None, cached_statements=512)
    for setting in (
        "cache_size = -16384",
        "temp_store = MEMORY",
        "secure_delete = ON",
        "cell_size_check = ON",
        "trusted_schema = OFF",
        "synchronous = FULL",
        "wal_autocheckpoint = 4000",
    ):
        connection.execute(f"PRAGMA {setting}").fetchall()
    return Database(connection, execute_plugins=False)


def _loaded(vault: Vault, key: str) -> Journey:
    journey = vault.load_journey(key)
    assert journey is not None
    return journey


def _keystrokes(journeys: Iterable[Journey]) -> list[str]:
    """What the line of search holds after each key, typing names, references and places, some of them two."""
    pick = random.Random(2)
    words: list[str] = []
    for journey in journeys:
        for one in journey.travellers:
            words += [one.surname, one.given_names, one.name_hanzi, one.full_name]
        words += [word for leg in journey.legs for word in (leg.booking.reference, leg.number)]
        words += [word for place in journey.places for word in place.name.wording.values()]
    typed: list[str] = []
    known = sorted({word for word in words if word})
    while len(typed) < KEYSTROKES:
        line = pick.choice(known) if pick.random() < 0.8 else f"{pick.choice(known)} {pick.choice(known)}"
        typed += [line[:length] for length in range(1, min(len(line), 10) + 1)]
    return typed[:KEYSTROKES]


# -- what is measured ----------------------------------------------------------------------------------


def _another_date(journey: Journey, number: int) -> Journey:
    return replace(journey, opened_on=dt.date(2026, 1, 1) + dt.timedelta(number))


def _other_words(journey: Journey, number: int) -> Journey:
    if not journey.legs:
        return replace(journey, notes=f"window seat {number}")
    leg = replace(journey.legs[0], notes=f"window seat {number}")
    return replace(journey, legs=(leg, *journey.legs[1:]))


_BOTH_EDITS = (_another_date, _other_words)


def _edits(vault: Vault, ids: Sequence[str], edit: Callable[[Journey, int], Journey]) -> list[JourneyChange]:
    journeys = [_loaded(vault, key) for key in ids[:EDITS]]
    return [JourneyChange(journey, edit(journey, number)) for number, journey in enumerate(journeys)]


def _saves(vault: Vault) -> Callable[[JourneyChange], object]:
    return lambda change: vault.save([change], _NOTE)


def _bare_rows(connection: Any) -> Callable[[str], object]:
    tables = {table.name for table in journey_table().below()}
    selects = [f'SELECT * FROM "{name}" WHERE "journey" = ?' for name in tables]
    selects.append('SELECT * FROM "journey" WHERE "id" = ?')
    return lambda key: [connection.execute(select, (key,)).fetchall() for select in selects]


def _bare_search(connection: Any) -> Callable[[str], object]:
    select = 'SELECT rowid FROM "journey_words" WHERE "journey_words" MATCH ? LIMIT 50'
    return lambda typed: connection.execute(select, (f'"{typed}"*',)).fetchall()


def _bare_commit(connection: Any, key: str) -> Callable[[object], object]:
    numbers = count()

    def commit(_item: object) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute('UPDATE "journey" SET "notes" = ? WHERE "id" = ?', (str(next(numbers)), key))
        connection.execute("COMMIT")

    return commit


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of each piece of work and of its floor, both in ascending order."""

    works: list[float]
    floors: list[float]

    def floor(self, part: float) -> float:
        """What ``part`` of the floors are under."""
        return self.floors[int(len(self.floors) * part)]

    def measure(self, name: str, floor: str, *, part: float = 0.5, **bars: float) -> Measure:
        """The middle, or what ``part`` of the work is under, beside the same of the floor."""
        seconds = self.works[int(len(self.works) * part)]
        return Measure(name=name, seconds=seconds, floor=floor, floor_seconds=self.floor(part), **bars)


def _beside(work: Callable[[Any], object], floor: Callable[[Any], object], items: Iterable[Any]) -> Times:
    """Both, item by item in turn, so that whatever else the machine does meets both."""
    works, floors = [], []
    for number, item in enumerate(items):
        seconds = []
        for one in (work, floor):
            start = time.perf_counter()
            one(item)
            seconds.append(time.perf_counter() - start)
        if number:  # the first warms both up
            works.append(seconds[0])
            floors.append(seconds[1])
    return Times(sorted(works), sorted(floors))
