"""Nothing acknowledged is lost when the process is killed, and no damaged byte is shown as right.

Small runs of what ``make fuzz`` and the nightly targets do for longer.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
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
_ROOT = Path(__file__).resolve().parents[3]

_EDITOR = """
import sys
from dataclasses import replace
from pathlib import Path
from planner.store.saving import JourneyChange
from planner.store.vault import Vault
from tests.unit.store.conftest import NOW, PASSPHRASE
from tests.unit.store.test_durability import NOTE
with Vault.open(Path(sys.argv[1]), PASSPHRASE, now=NOW) as vault:
    journey = vault.load_journey(sys.argv[2])
    for number in range(int(journey.reference) + 1, 1_000_000):
        leg = replace(journey.legs[0], notes=f"number{number} " * 50)
        edited = replace(journey, reference=str(number), legs=(leg, *journey.legs[1:]))
        vault.save([JourneyChange(journey, edited)], NOTE)
        print(number, flush=True)
        journey = edited
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_a_killed_process_loses_no_acknowledged_edit(folder, reopened):
    journey = replace(next(generated_journeys(1)), reference="0")
    with Vault.create(folder, PASSPHRASE, cost=CHEAP) as vault:
        vault.save([JourneyChange(None, journey)], NOTE)
    pick = random.Random(2026)
    acknowledged = 0
    for _ in range(4):
        command = [sys.executable, "-c", _EDITOR, str(folder), journey.id]
        with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as editor:
            for _ in range(pick.randrange(1, 40)):
                acknowledged = int(editor.stdout.readline())
            editor.send_signal(signal.SIGKILL)
            rest = editor.stdout.read().splitlines(keepends=True)
        acknowledged = max([acknowledged, *(int(line) for line in rest if line.endswith("\n"))])
        with reopened() as vault:
            found = vault.load_journey(journey.id)
            assert int(found.reference) in (acknowledged, acknowledged + 1), "unheard perhaps, never lost"
            assert found.legs[0].notes.startswith(f"number{found.reference} ")
            assert vault.log(limit=1)[0].fields[0].new == found.reference
            assert vault.search_journeys(f"number{found.reference}") == [journey.id]
            assert vault.is_whole()


def test_no_flipped_byte_is_shown_as_right(folder, reopened):
    journeys = {journey.id: journey for journey in generated_journeys(3)}
    with Vault.create(folder, PASSPHRASE, cost=CHEAP) as vault:
        vault.save([JourneyChange(None, journey) for journey in journeys.values()], NOTE)
    path = folder / "record.db"
    whole = path.read_bytes()
    pick = random.Random(2026)
    for _ in range(120):
        damaged = bytearray(whole)
        damaged[pick.randrange(len(damaged))] ^= 1 << pick.randrange(8)
        path.write_bytes(damaged)
        is_whole = True
        try:
            with reopened() as vault:
                found = {key: vault.load_journey(key) for key in vault.journey_ids()}
                assert found == journeys, "damage that was read must have been told"
                is_whole = vault.is_whole()
        except StoreError:
            is_whole = False
        assert not is_whole, "every flip is found by looking at everything"
    path.write_bytes(whole)
    with reopened() as vault:
        assert vault.is_whole()


def test_no_truncated_database_is_shown_as_right(folder, reopened):
    with Vault.create(folder, PASSPHRASE, cost=CHEAP) as vault:
        vault.save([JourneyChange(None, journey) for journey in generated_journeys(3)], NOTE)
    path = folder / "record.db"
    whole = path.read_bytes()
    pick = random.Random(2026)
    for length in (0, 1, 15, 16, 4095, 4096, *(pick.randrange(len(whole)) for _ in range(30))):
        path.write_bytes(whole[:length])
        with pytest.raises(StoreError, match="damaged"):
            reopened()
