"""Says which operations keep the main thread busy for too long, while something else runs.

A thread looks every few milliseconds at what the main thread is doing. The outermost call into the program
is one operation: if the very same call is still there after ``limit_seconds``, it is named, with where it
was. On a machine that is busy otherwise, ``PLANNER_BENCH_CPU`` counts only what the thread itself worked.
Nothing is wrapped and nothing waits, so what is watched runs as it does for a user.

The last to let go of a frame destroys what it holds, and widgets belong to the main thread. So frames that
were looked at are handed back to it: a signal handler, which Python runs there, lets go of them.
"""

from __future__ import annotations

import _thread
import os
import signal
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
#: Simulated, never sent. Windows has no signal that is free.
_HAND_BACK = getattr(signal, "SIGUSR1", signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class Slow:
    """An operation that took long: its name, how long at least, and where it was seen last."""

    name: str
    seconds: float
    within: str


class Watchdog:
    """Watches the main thread, which enters it, until that leaves."""

    def __init__(self, limit_seconds: float = 0.050) -> None:
        self._limit = limit_seconds
        self._main = 0
        self._clock: Callable[[], float] = time.perf_counter
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._longest: dict[str, Slow] = {}
        self._seen: list[FrameType] = []
        self._looking = threading.Lock()

    @property
    def slow(self) -> list[Slow]:
        """What took longer than the limit, the longest first, each operation once."""
        return sorted(self._longest.values(), key=lambda one: -one.seconds)

    def __enter__(self) -> Watchdog:
        self._main = threading.get_ident()
        self._clock = _clock_of(self._main)
        self._before = signal.signal(_HAND_BACK, lambda _signal, _frame: self._let_go())
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()
        signal.signal(_HAND_BACK, self._before)
        self._let_go()

    def _let_go(self) -> None:
        """On the main thread, and never while the other still looks: then the next time will do."""
        if self._looking.acquire(blocking=False):
            seen, self._seen = self._seen, []
            self._looking.release()
            seen.clear()

    def _watch(self) -> None:
        since = 0.0
        while not self._stop.wait(_EVERY_SECONDS):
            with self._looking:
                since = self._look(since)
            _thread.interrupt_main(_HAND_BACK)

    def _look(self, since: float) -> float:
        """Look once; since when the operation that is under way has been seen.

        A frame that was seen is marked by an attribute that only tracing reads; the next call gets a frame of
        its own, without the mark.
        """
        now = self._clock()
        frames = _stack(self._main)
        self._seen += frames
        ours = [frame for frame in frames if frame.f_code.co_filename.startswith(_OURS)]
        if not ours:
            return now
        innermost, outermost = ours[0], ours[-1]
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


def _stack(thread: int) -> list[FrameType]:
    """What a thread is doing, the innermost call first."""
    frames: list[FrameType] = []
    frame = sys._current_frames().get(thread)  # noqa: SLF001 - the documented way
    while frame is not None:
        frames.append(frame)
        frame = frame.f_back
    return frames


def _name(frame: FrameType) -> str:
    where = Path(frame.f_code.co_filename).relative_to(ROOT).as_posix()
    return f"{where}:{frame.f_code.co_qualname}" if sys.version_info >= (3, 11) else where
