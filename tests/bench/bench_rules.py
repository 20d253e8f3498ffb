"""Every rule over the sample after one edit, and over caseloads of growing size."""

from __future__ import annotations

import datetime as dt
import gc
import time
from collections.abc import Sequence
from dataclasses import replace

from planner.imports.journey_file import open_file
from planner.record.journey import Journey, JourneyState
from planner.record.lookup import things
from planner.reference.reference import Reference, shipped_reference
from planner.rules.check import check
from planner.session.importing import sample_file
from tests.bench.measure import Measure, seconds
from tests.builders import generated_journeys

TODAY = dt.date(2027, 3, 1)
SIZES = (1_000, 10_000)


def run() -> list[Measure]:
    """The floor is one walk over all things of the journeys, which any check of them must do at least."""
    reference = shipped_reference()
    sample = open_file(sample_file()).journey
    edited = seconds(lambda: check(replace(sample, reference="edited"), reference, TODAY))
    measures = [
        Measure(
            name="check the sample after one edit",
            seconds=edited,
            floor="walking over its things",
            floor_seconds=seconds(lambda: list(things(sample))),
            bar_seconds=0.005,
        )
    ]
    for size in SIZES:
        journeys = [replace(one, state=JourneyState.ACTIVE) for one in generated_journeys(size)]
        check(journeys[0], reference, TODAY)
        measures.append(
            Measure(
                name=f"check {size:,} active journeys",
                seconds=_once(journeys, reference),
                floor="walking over their things",
                floor_seconds=_walk(journeys),
                bar_seconds=size / 1_000,  # one second for a thousand, and no more each for ten thousand
            )
        )
    return measures


def _once(journeys: Sequence[Journey], reference: Reference) -> float:
    """The better of two runs: whole caseloads are too long to repeat often."""
    return min(_timed(lambda one: check(one, reference, TODAY), journeys) for _ in range(2))


def _walk(journeys: Sequence[Journey]) -> float:
    return min(_timed(lambda one: list(things(one)), journeys) for _ in range(2))


def _timed(work: object, journeys: Sequence[Journey]) -> float:
    assert callable(work)
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        for one in journeys:
            work(one)
        return time.perf_counter() - start
    finally:
        gc.enable()
