"""What is killed: a process that edits, backs up, restores and migrates a record as fast as it can.

It tells each step on a pipe: before those that may end in either state, and after those that are durable.
The record holds one journey whose reference is a number, so a state is known by that number.
"""

from __future__ import annotations

import datetime as dt
import os
import random
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from unittest import mock

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from planner.edits.edit import Edit, NewJourney
from planner.message import N_
from planner.session import Session
from planner.store import database
from planner.store.key_wrap import KeyCost
from planner.store.migrations import record_migrations
from planner.store.vault import Vault
from tests.builders import generated_journeys

PASSPHRASE = "torture 拷问 passphrase"
QUICK = KeyCost(memory_kib=64, passes=1, lanes=1)
START = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)


@dataclass
class World:
    """What is known for certain: the states a record may be in, and that of each backup, by its name."""

    folder: Path
    states: set[int]
    backups: dict[str, int] = field(default_factory=dict)
    migrations: int = 0
    highest: int = 0
    rounds: int = 0


def create(folder: Path) -> World:
    """A record with one journey in state 0 and an attached file."""
    vault = Vault.create(folder, PASSPHRASE, cost=QUICK)
    with Session(vault, lambda: START) as session:
        vault.add_files([BytesIO(b"scan" * 50_000)])
        session.run(NewJourney(N_("New journey"), replace(next(generated_journeys(1)), reference="0")))
    return World(folder, {0})


def migrated(world: World) -> mock._patch[object]:
    """The program as it will be after so many more migrations."""
    migrations = Migrations("record")
    for migration in record_migrations().pending(Database(memory=True)):
        migrations(name=migration.name)(migration.fn)
    for number in range(world.migrations):
        table = f"torture_{number}"
        migrations(name=f"m9{number:03}")(
            lambda db, table=table: db.execute(f"CREATE TABLE {table} (a ANY) STRICT")
        )
    patch = mock.patch.multiple(
        database, record_migrations=lambda: migrations, is_from_a_newer_program=lambda _db: False
    )
    return patch  # type: ignore[return-value]


def opened(world: World) -> Session:
    """The record, some seconds later than in the round before."""
    now = START + dt.timedelta(minutes=7 * world.rounds)
    return Session(Vault.open(world.folder, PASSPHRASE, now=now), lambda: now)


def state_of(session: Session) -> int:
    """Which state the record is in, by its journey."""
    (key,) = session.journey_ids()
    return int(session.journey(key).reference)


def live(world: World, pipe: int, pick: random.Random) -> None:
    """Work until killed."""

    def tell(*words: object) -> None:
        os.write(pipe, (" ".join(map(str, words)) + "\n").encode())

    migrated(world).start()
    session = opened(world)
    number = world.highest + 1
    while True:
        what = pick.choices(("edit", "backup", "restore"), (12, 2, 2))[0]
        if what == "edit":
            (key,) = session.journey_ids()
            notes = f"state {number} " * 40
            tell("will", number)
            session.run(
                Edit(N_("Edit"), key, lambda j, n=number, s=notes: replace(j, reference=str(n), notes=s))  # type: ignore[misc]
            )
            tell("is", number)
            number += 1
        elif what == "backup":
            now = state_of(session)
            made = session.backups.job("by-hand").run()
            tell("backup", made.backup.name, now)
            session.backups.made(made)
        else:
            known = [backup for backup in session.backups.all() if backup.name in world.backups]
            if not known:
                continue
            chosen = pick.choice(known)
            before = state_of(session)
            restored = session.backups.restore_job(chosen).run()
            assert restored.before is not None
            tell("backup", restored.before.backup.name, before)
            tell("will", world.backups[chosen.name])
            session = session.backups.put_back(restored)
            tell("is", world.backups[chosen.name])
