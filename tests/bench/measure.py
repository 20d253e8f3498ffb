"""One measured piece of work beside the barest way to do it, in the same run."""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """``seconds`` of our work; ``floor_seconds`` of ``floor``, what any program would need at least.

    ``bar_seconds`` is the most the work may take, and ``bar_ratio`` the most times the floor, where the
    product states one. Of memory, both are bytes.
    """

    name: str
    seconds: float
    floor: str
    floor_seconds: float
    bar_seconds: float | None = None
    bar_ratio: float | None = None
    is_memory: bool = False

    @property
    def ratio(self) -> float:
        """How many times the floor our work takes."""
        return self.seconds / self.floor_seconds

    @property
    def is_within(self) -> bool:
        """Whether every bar that is stated holds."""
        fast = self.bar_seconds is None or self.seconds <= self.bar_seconds
        return fast and (self.bar_ratio is None or self.ratio <= self.bar_ratio)


def as_shipped() -> None:
    """Have this process do without what only the tests need: sqlite-utils imports numpy where it finds it."""
    sys.modules["numpy"] = None  # type: ignore[assignment]


def seconds(work: Callable[[], object], *, rounds: int = 15, each: int = 20) -> float:
    """The median time of one call, over ``rounds`` rounds of ``each`` calls, garbage collection off."""
    work()
    times = []
    gc.disable()
    try:
        for _ in range(rounds):
            start = time.perf_counter()
            for _ in range(each):
                work()
            times.append((time.perf_counter() - start) / each)
    finally:
        gc.enable()
    return statistics.median(times)
