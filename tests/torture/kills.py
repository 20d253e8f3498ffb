"""Killing it, and looking at what is left: the record opens, in a state it may be in, whole in every part."""

from __future__ import annotations

import os
import random
import signal
import time
import traceback
from dataclasses import dataclass
from pathlib import Path

from tests.torture.victim import World, create, live, migrated, opened, state_of

#: It is killed after it has told so many things, some moments later: while it does the next.
MOST_TOLD = 16
LONGEST_MOMENT = 0.03
#: One that is killed before it has told anything is killed while it opens, and migrates.
LONGEST_OPENING = 0.06


@dataclass
class Killed:
    """What was seen: how often it was killed, what it had acknowledged, and whatever was wrong."""

    kills: int = 0
    edits: int = 0
    backups: int = 0
    restores: int = 0
    migrations: int = 0
    unheard: int = 0
    faults: list[str] = None  # type: ignore[assignment]

    def __post_init__(self) -> None:
        self.faults = []


def kill(folder: Path, times: int, seed: int) -> Killed:
    """Kill the program so many times."""
    pick, world, seen = random.Random(seed), create(folder), Killed()
    for number in range(times):
        world.rounds += 1
        if number % 5 == 4:
            world.migrations += 1
            seen.migrations += 1
        told = _one_life(world, pick)
        seen.kills += 1
        if any(words[0] == "ended" for words in told):
            seen.faults.append(f"kill {number}: it ended by itself; last told: {told[-3:]}")
            return seen
        _believe(world, told, seen)
        fault = _look(world, seen)
        if fault:
            seen.faults.append(f"kill {number}: {fault}; last told: {told[-3:]}")
            return seen
    return seen


def _one_life(world: World, pick: random.Random) -> list[list[str]]:
    """Start it, kill it, and return what it had told."""
    seed, wanted, moment = pick.random(), pick.randrange(MOST_TOLD), pick.random()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            live(world, writing, random.Random(seed))
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(3)  # it never ends by itself
    os.close(writing)
    heard = b""
    while heard.count(b"\n") < wanted and (more := os.read(reading, 4096)):
        heard += more
    time.sleep(moment * (LONGEST_MOMENT if wanted else LONGEST_OPENING))
    os.kill(child, signal.SIGKILL)
    while more := os.read(reading, 4096):
        heard += more
    os.close(reading)
    told = [line.split() for line in heard.decode().splitlines(keepends=True) if line.endswith("\n")]
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        told.append(["ended", str(os.WEXITSTATUS(status))])
    return told


def _believe(world: World, told: list[list[str]], seen: Killed) -> None:
    """Which states the record may be in after what was told."""
    restoring = False
    for words in told:
        match words:
            case ["will", number]:
                restoring = int(number) <= world.highest
                world.states = {*world.states, int(number)}
                world.highest = max(world.highest, int(number))
            case ["is", number]:
                world.states = {int(number)}
                seen.restores += restoring
                seen.edits += not restoring
            case ["backup", name, number]:
                world.backups[name] = int(number)
                seen.backups += 1


def _look(world: World, seen: Killed) -> str:
    """What is wrong with what is left; nothing when all is well."""
    with migrated(world):
        try:
            session = opened(world)
        except Exception as error:
            return f"it does not open: {error!r}"
    with session:
        state = state_of(session)
        if state not in world.states:
            return f"its state is {state}, not one of {sorted(world.states)}"
        seen.unheard += len(world.states) > 1
        (key,) = session.journey_ids()
        journey = session.journey(key)
        if state and not journey.notes.startswith(f"state {state} "):
            return f"half of state {state}"
        if session.find_journeys(f"{state}") != [key]:
            return f"the search does not know state {state}"
        for one in session.backups.check_job().run():
            if not one.is_well:
                return f"{one.key}: {one.found}"
        names = {backup.name for backup in session.backups.all()}
        for name in list(world.backups):
            if name not in names:
                del world.backups[name]  # thinned out
        world.states = {state}
    return ""
