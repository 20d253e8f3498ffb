"""Damaging its files byte by byte: each is told or proven harmless; nothing wrong is shown as right."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from planner.edits.edit import NewJourney
from planner.errors import PlannerError
from planner.message import N_
from planner.record.journey import Journey
from planner.session import Session
from planner.store.vault import Vault
from tests.builders import generated_journeys
from tests.torture.victim import PASSPHRASE, QUICK, START


@dataclass
class Damaged:
    """What was seen, by kind of file: how many damages were told, how many were harmless."""

    told: Counter[str] = field(default_factory=Counter)
    harmless: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    @property
    def times(self) -> int:
        return self.told.total() + self.harmless.total() + len(self.faults)


@dataclass(frozen=True)
class _Known:
    journeys: dict[str, Journey]
    contents: dict[str, bytes]


def damage(folder: Path, times: int, seed: int) -> Damaged:
    """Damage a file of a closed record so many times, one at a time, and look at what is shown then."""
    pick, seen = random.Random(seed), Damaged()
    known = _make(folder)
    # Half of it strikes the record itself, the rest whatever else there is.
    others = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and (path.name not in ("record.db", "vault.lock") or path.parent.name.endswith("-by-hand"))
    ]
    for _ in range(times):
        path = folder / "record.db" if pick.random() < 0.5 else pick.choice(others)
        whole = path.read_bytes()
        path.write_bytes(_spoiled(whole, pick))
        kind = path.name if path.parent.name != "files" else "an attached file of a backup"
        if "backups" in path.parent.name or path.parent.name.endswith("-by-hand"):
            kind = f"{kind} of a backup"
        try:
            told = _look(folder, known)
        except Exception as error:
            seen.faults.append(f"{path.relative_to(folder)}: {error!r}")
        else:
            (seen.told if told else seen.harmless)[kind] += 1
        path.write_bytes(whole)
        (folder / "attempts.json").unlink(missing_ok=True)
    if _look(folder, known):
        seen.faults.append("the record is not what it was")
    return seen


def _make(folder: Path) -> _Known:
    contents = [b"scan" * 30_000, b"letter"]
    vault = Vault.create(folder, PASSPHRASE, cost=QUICK)
    with Session(vault, lambda: START) as session:
        stored = {vault.files.add(BytesIO(content)).sha256: content for content in contents}
        for journey in generated_journeys(3, 9):
            session.run(NewJourney(N_("New journey"), journey))
        session.backups.make()
        journeys = {key: session.journey(key) for key in session.journey_ids()}
    return _Known(journeys, stored)


def _spoiled(whole: bytes, pick: random.Random) -> bytes:
    if pick.random() < 0.15:
        return whole[: pick.randrange(len(whole))]
    spoiled = bytearray(whole)
    spoiled[pick.randrange(len(whole))] ^= 1 << pick.randrange(8)
    return bytes(spoiled)


def _look(folder: Path, known: _Known) -> bool:
    """Whether anything was told. Raises: AssertionError when something wrong is shown as right."""
    try:
        with Vault.open(folder, PASSPHRASE, now=START) as vault:
            return _told(vault, known)
    except PlannerError:
        return True


def _told(vault: Vault, known: _Known) -> bool:
    told = False
    for key, journey in known.journeys.items():
        try:
            assert vault.load_journey(key) == journey, "a wrong journey shown as right"
        except PlannerError:
            told = True
    for sha256, content in known.contents.items():
        try:
            assert vault.read_file(sha256) == content, "a wrong file shown as right"
        except PlannerError:
            told = True
    return told | any(not one.is_well for one in vault.backups.check_job().run())
