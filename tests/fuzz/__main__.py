"""``make fuzz``: 100,000 spoilt files over two processes, with figures; what was found lies in out/fuzz."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.fuzz.campaign import Figures, run
from tests.fuzz.readers import scratch

_COUNT, _PROCESSES = 100_000, 2
_KEPT = Path("out") / "fuzz"


def _part(count: int, seed: int) -> Figures:
    with scratch() as folder:
        return run(count, seed, Path(folder))


def main(count: int = _COUNT, seed: int = 1) -> int:
    began = time.perf_counter()
    with ProcessPoolExecutor(_PROCESSES) as pool:
        parts = list(pool.map(_part, [count // _PROCESSES] * _PROCESSES, range(seed, seed + _PROCESSES)))
    names = sorted({name for part in parts for name in part.tried})
    for name in names:
        tried, refused = (sum(of.get(name, 0) for of in ofs) for ofs in _sums(parts))
        print(f"{name:24} {tried:8,} tried, {refused:8,} refused in a sentence")
    took, slowest = max(part.slowest for part in parts)
    print(f"slowest {took:.2f} s ({slowest}); memory grew by {max(p.grown_bytes for p in parts) >> 20} MB")
    found = [one for part in parts for one in part.found]
    for number, one in enumerate(found):
        _KEPT.mkdir(parents=True, exist_ok=True)
        path = _KEPT / f"{number:03}-{one.reader.replace(' ', '-').replace(',', '')}"
        path.write_bytes(one.data)
        print(f"!! {one.reader}: {one.what} ({path})")
    total = sum(sum(part.tried.values()) for part in parts)
    print(f"{total:,} inputs in {time.perf_counter() - began:.0f} s: {len(found)} found")
    return 1 if found else 0


def _sums(parts: list[Figures]) -> tuple[list[dict[str, int]], list[dict[str, int]]]:
    return [part.tried for part in parts], [part.refused for part in parts]


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
