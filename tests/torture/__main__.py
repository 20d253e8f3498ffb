"""``python -m tests.torture [--kills 500] [--damages 1000] [--seed N]``: prints one JSON document."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from tests.torture.damages import damage
from tests.torture.kills import kill


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--damages", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=20261123)
    given = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="planner-torture-") as place:
        killed = kill(Path(place) / "杀 kills", given.kills, given.seed)
        damaged = damage(Path(place) / "坏 damages", given.damages, given.seed)
    report = {
        "seconds": round(time.monotonic() - started, 1),
        "seed": given.seed,
        "kills": vars(killed),
        "damages": {
            "times": damaged.times,
            "told": dict(damaged.told),
            "harmless": dict(damaged.harmless),
            "faults": damaged.faults,
        },
    }
    sys.stdout.write(json.dumps(report, indent=1) + "\n")
    return 1 if killed.faults or damaged.faults else 0


if __name__ == "__main__":
    sys.exit(main())
