"""Every rule over the sample after one edit, and over caseloads of growing size."""

from __future__ import annotations

import datetime as dt
import gc
import math
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace

from planner.imports.journey_file import open_file
from planner.record.journey import Journey, JourneyState
from planner.record.lookup import things
from planner.reference.reference import shipped_reference
from planner.rules.check import check
from planner.session.importing import sample_file
from tests.bench.measure import Measure, seconds
from tests.builders import generated_journeys

TODAY = dt.date(2027, 3, 1)
FEW, MANY = 1_000, 10_000
_CHUNK = 200


def run() -> list[Measure]:
    """The floor is one walk over all things of the journeys, which any check of them must do at least."""
    reference = shipped_reference()
    sample = open_file(sample_file()).journey
    edited = seconds(lambda: check(replace(sample, reference="edited"), reference, TODAY))
    journeys = [replace(one, state=JourneyState.ACTIVE) for one in generated_journeys(MANY)]

    def work(some: Sequence[Journey]) -> None:
        for one in some:
            check(one, reference, TODAY)

    def walk(some: Sequence[Journey]) -> None:
        for one in some:
            deque(things(one), maxlen=0)

    few, many = _in_chunks(work, journeys[:FEW]), _in_chunks(work, journeys)
    return [
        Measure(
            name="check the sample after one edit",
            seconds=edited,
            floor="walking over its things",
            floor_seconds=seconds(lambda: walk([sample])),
            bar_seconds=0.005,
        ),
        Measure(
            name=f"check {FEW:,} active journeys",
            seconds=few,
            floor="walking over their things",
            floor_seconds=_in_chunks(walk, journeys[:FEW]),
            bar_seconds=1.0,
        ),
        Measure(
            name=f"check {MANY:,} active journeys",
            seconds=many,
            floor=f"{MANY // FEW} times as long as {FEW:,}: the cost is linear",
            floor_seconds=few * (MANY // FEW),
            bar_ratio=1.5,
        ),
    ]


def _in_chunks(work: Callable[[Sequence[Journey]], None], journeys: Sequence[Journey]) -> float:
    """The time for all, as the sum over chunks of the best of three runs of each."""
    total = 0.0
    gc.collect()
    gc.disable()
    try:
        for start in range(0, len(journeys), _CHUNK):
            chunk, best = journeys[start : start + _CHUNK], math.inf
            for _ in range(3):
                began = time.perf_counter()
                work(chunk)
                best = min(best, time.perf_counter() - began)
            total += best
    finally:
        gc.enable()
    return total
