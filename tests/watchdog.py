"""Says which operations keep the main thread busy for too long, while something else runs.

A thread asks every few milliseconds what the main thread is doing. The answer is given there, by a signal
handler: between two steps of the interpreter, or right after a call into Qt. The outermost call into the
program is one operation: if the very same call is still there after ``limit_seconds``, it is named, with
where it was. On a machine that is busy otherwise, ``PLANNER_BENCH_CPU`` counts only what the thread itself
worked.

Another thread could look by itself, but would hold what it looks at: a painter that lives on because its
frame is being looked at paints into what is gone.
"""

from __future__ import annotations

import _thread
import dis
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType, FrameType, TracebackType

ROOT = Path(__file__).resolve().parent.parent
_OURS = (str(ROOT / "ui"), str(ROOT / "planner"))
_EVERY_SECONDS = 0.004
#: Simulated, never sent. Windows has no signal that is free.
_ASK = getattr(signal, "SIGUSR1", signal.SIGTERM)


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
        self._clock: Callable[[], float] = time.perf_counter
        self._asked: float | None = None
        self._since = 0.0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._ask, daemon=True)
        self._longest: dict[str, Slow] = {}

    @property
    def slow(self) -> list[Slow]:
        """What took longer than the limit, the longest first, each operation once."""
        return sorted(self._longest.values(), key=lambda one: -one.seconds)

    def __enter__(self) -> Watchdog:
        self._clock = _clock_of(threading.get_ident())
        self._before = signal.signal(_ASK, lambda _signal, frame: self._answer(frame))
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()
        signal.signal(_ASK, self._before)

    def _ask(self) -> None:
        while not self._stop.wait(_EVERY_SECONDS):
            if self._asked is None:
                self._asked = self._clock()
                _thread.interrupt_main(_ASK)

    def _answer(self, frame: FrameType | None) -> None:
        """Say what is under way.

        A frame that was seen is marked by an attribute that only tracing reads; the next call gets a frame of
        its own, without the mark.
        """
        now = self._clock()
        asked, self._asked = self._asked or now, None
        outermost, innermost = _ours(frame)
        if outermost is None or innermost is None:
            return
        if outermost.f_trace_lines:
            outermost.f_trace_lines = False
            self._since = now if _has_just_begun(outermost) else asked
        took = now - self._since
        if took > self._limit:
            name = _name(outermost)
            known = self._longest.get(name)
            if known is None or took > known.seconds:
                self._longest[name] = Slow(name, took, _name(innermost))


def _has_just_begun(frame: FrameType) -> bool:
    """Whether a call has done nothing yet: what was asked before it began is answered at its first step."""
    return frame.f_lasti <= _first_step(frame.f_code)


@cache
def _first_step(code: CodeType) -> int:
    return next((step.offset for step in dis.get_instructions(code) if step.opname == "RESUME"), 0)


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
