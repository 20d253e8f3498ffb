"""Says which operations keep the main thread busy for too long, while something else runs.

A thread looks every few milliseconds at what the main thread is doing. The outermost call into the program
is one operation: if the very same call is still there after ``limit_seconds``, it is named, with where it
was. On a machine that is busy otherwise, ``PLANNER_BENCH_CPU`` counts only what the thread itself worked.
Nothing is wrapped and nothing waits, so what is watched runs as it does for a user.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, TracebackType

ROOT = Path(__file__).resolve().parent.parent
_OURS = (str(ROOT / "ui"), str(ROOT / "planner"))
_EVERY_SECONDS = 0.004


@dataclass(frozen=True, slots=True)
class Slow:
    """An operation that took long: its name, how long at least, and where it was seen last."""

    name: str
    seconds: float
    within: str


class Watchdog:
    """Watches the thread that enters it, until that leaves."""

    def __init__(self, limit_seconds: float = 0.050) -> None:
        self._limit = limit_seconds
        self._main = 0
        self._clock: Callable[[], float] = time.perf_counter
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._longest: dict[str, Slow] = {}

    @property
    def slow(self) -> list[Slow]:
        """What took longer than the limit, the longest first, each operation once."""
        return sorted(self._longest.values(), key=lambda one: -one.seconds)

    def __enter__(self) -> Watchdog:
        self._main = threading.get_ident()
        self._clock = _clock_of(self._main)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        since = 0.0
        while not self._stop.wait(_EVERY_SECONDS):
            since = self._look(since)

    def _look(self, since: float) -> float:
        """Look once; since when the operation that is under way has been seen.

        No frame is held from one look to the next: the last to let go of one would destroy what it holds, and
        widgets belong to the main thread. A frame that was seen is marked by an attribute that only tracing
        reads; the next call gets a frame of its own, without the mark.
        """
        now = self._clock()
        frame = sys._current_frames().get(self._main)  # noqa: SLF001 - the documented way
        outermost, innermost = _ours(frame)
        if outermost is None or innermost is None:
            return now
        if outermost.f_trace_lines:
            outermost.f_trace_lines = False
            return now
        took = now - since
        if took > self._limit:
            name = _name(outermost)
            known = self._longest.get(name)
            if known is None or took > known.seconds:
                self._longest[name] = Slow(name, took, _name(innermost))
        return since


def _clock_of(thread: int) -> Callable[[], float]:
    """What tells how long an operation of that thread takes."""
    if not os.environ.get("PLANNER_BENCH_CPU"):
        return time.perf_counter
    clock = time.pthread_getcpuclockid(thread)
    return lambda: time.clock_gettime(clock)


def _ours(frame: FrameType | None) -> tuple[FrameType | None, FrameType | None]:
    """The outermost and the innermost call into the program on this stack."""
    outermost = innermost = None
    while frame is not None:
        if frame.f_code.co_filename.startswith(_OURS):
            outermost = frame
            innermost = innermost or frame
        frame = frame.f_back
    return outermost, innermost


def _name(frame: FrameType) -> str:
    where = Path(frame.f_code.co_filename).relative_to(ROOT).as_posix()
    return f"{where}:{frame.f_code.co_qualname}" if sys.version_info >= (3, 11) else where
