"""Spoilt files through the readers, with what each cost; the first that costs too much is kept."""

from __future__ import annotations

import random
import resource
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from planner.errors import PlannerError
from planner.input_limits import MOST_MEMORY_BYTES, SLOWEST_READ_SECONDS
from tests.fuzz.readers import Reader, readers

_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class TooSlow(BaseException):
    """A reader went on past the limit; no reader can catch it."""


@dataclass(frozen=True, slots=True)
class Found:
    """An input that must not be: which reader, what happened, and the input itself."""

    reader: str
    what: str
    data: bytes


@dataclass(slots=True)
class Figures:
    """What a campaign has seen. ``grown_bytes`` is what one input made the process grow by at most, and
    ``slowest`` its seconds on the processor: whatever else the machine does meanwhile does not count.
    """

    tried: dict[str, int] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)
    slowest: tuple[float, str] = (0.0, "")
    grown_bytes: int = 0
    found: list[Found] = field(default_factory=list)


def run(count: int, seed: int, folder: Path, *, most_found: int = 20) -> Figures:
    """``count`` inputs over all readers by their share; always the same for a ``seed``."""
    rng = random.Random(seed)
    tried = readers(folder)
    figures = Figures()
    inputs = {reader.name: reader.inputs(rng) for reader in tried}
    _warm(tried)
    for reader in rng.choices(tried, [reader.share for reader in tried], k=count):
        data = next(inputs[reader.name])
        _forget_most_memory()
        before, most_before = _memory_now(), most_memory()
        what = _try(reader, data, figures)
        # Only a new height of the process can be charged to this input.
        grown = most_memory() - before if most_memory() > most_before else 0
        if what is None and grown > MOST_MEMORY_BYTES:
            what = f"{grown >> 20} MB"
        figures.grown_bytes = max(figures.grown_bytes, grown)
        if what is not None:
            figures.found.append(Found(reader.name, what, data))
            if len(figures.found) >= most_found:
                break
    return figures


def _try(reader: Reader, data: bytes, figures: Figures) -> str | None:
    """Read one input; what must not have happened, or ``None``."""
    figures.tried[reader.name] = figures.tried.get(reader.name, 0) + 1
    began, what = time.process_time(), None
    try:
        with _limited():
            reader.read(data)
    except PlannerError as error:
        figures.refused[reader.name] = figures.refused.get(reader.name, 0) + 1
        what = None if str(error).strip() else "refused without a sentence"
    except TooSlow:
        what = f"longer than {SLOWEST_READ_SECONDS} s"
    except Exception as error:
        what = f"{type(error).__name__}: {str(error)[:200]}"
    took = time.process_time() - began
    figures.slowest = max(figures.slowest, (took, reader.name))
    return what or (f"{took:.1f} s" if took > SLOWEST_READ_SECONDS else None)


@contextmanager
def _limited() -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooSlow

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SLOWEST_READ_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _warm(tried: tuple[Reader, ...]) -> None:
    """Import what the readers import, so that no input is charged with it."""
    rng = random.Random(0)
    for reader in tried:
        for _ in range(3):
            try:
                reader.read(reader.spoil(reader.seeds[0], rng))
            except (PlannerError, ValueError):
                continue


def _memory_now() -> int:
    """What this process has in memory, in bytes; where the system does not say, the most it ever had."""
    return _of_status("VmRSS:") or most_memory()


def most_memory() -> int:
    """The most memory this process has had, in bytes; on Linux since it was last forgotten."""
    return _of_status("VmHWM:") or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT


def _of_status(name: str) -> int | None:
    """A figure that Linux tells of this process, in bytes; ``None`` where it is not told."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(name)), None)


def _forget_most_memory() -> None:
    """Have Linux count the most memory anew, so that one input is not hidden behind an earlier height."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return
