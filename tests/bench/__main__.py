"""``make bench``: how long the program's work takes beside the barest way to do it, in the same run.

    python -m tests.bench [NAME...]     all, or those of bench_NAME.py

Each ``bench_*.py`` has ``run() -> list[Measure]``. The exit status is 1 when a stated bar does not hold.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from tests.bench.measure import Measure


def said(seconds: float) -> str:
    """A time with three significant figures: "840 ns", "3.06 ms", "1.2 s"."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def said_bytes(size: float) -> str:
    """Memory in megabytes: "83.1 MB"."""
    return f"{size / 1e6:.3g} MB"


def bar(measure: Measure) -> str:
    """What the work may take at most, and whether it keeps to it."""
    most = [f"{measure.bar_ratio:g}×"] if measure.bar_ratio is not None else []
    most += [said(measure.bar_seconds)] if measure.bar_seconds is not None else []
    if not most:
        return ""
    return f"≤ {' and '.join(most)}: {'holds' if measure.is_within else 'BROKEN'}"


def show(measure: Measure) -> None:
    """One line for the work and one for what it is compared with."""
    say = said_bytes if measure.is_memory else said
    print(f"  {measure.name:<66} {say(measure.seconds):>9} {measure.ratio:>7.2f}×  {bar(measure)}".rstrip())
    print(f"    beside {measure.floor:<59} {say(measure.floor_seconds):>9}", flush=True)


def main(names: list[str]) -> int:
    """Run the named benches, or all of them."""
    there = {path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py")}
    if unknown := set(names) - there:
        print(f"No bench is called {', '.join(sorted(unknown))}; there are {', '.join(sorted(there))}.")
        return 2
    measures: list[Measure] = []
    for name in names or sorted(there):
        print(name, flush=True)
        for measure in importlib.import_module(f"tests.bench.bench_{name}").run():
            measures.append(measure)
            show(measure)
    broken = [measure.name for measure in measures if not measure.is_within]
    print(
        f"\n{len(measures)} measured, {len(broken)} beyond their bar." + "".join(f"\n  {b}" for b in broken)
    )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
