"""Five journeys that are hard to lay, to check and to print; they ship in ``tests/data/journeys``.

After a change of their builders or of the record: ``python -m tests.builders.hard_journeys``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from planner.export.journey_file import write
from planner.record.journey import Journey
from tests.builders.hard_borders import cascade, passport_and_refusal
from tests.builders.hard_courses import thirty_five_fractions, two_companions
from tests.builders.hard_names import long_names
from tests.builders.make import day

FOLDER = Path(__file__).resolve().parent.parent / "data" / "journeys"

#: Every hard journey by the name of its file, and the day on which it stands.
HARD_JOURNEYS: dict[str, tuple[Callable[[], Journey], dt.date]] = {
    "thirty-five-fractions-over-national-day": (thirty_five_fractions, day("2026-08-20")),
    "two-companions-come-and-go": (two_companions, day("2026-08-20")),
    "cascade-breaks-stay-and-flight": (cascade, day("2026-12-02")),
    "passport-renewed-after-refusal": (passport_and_refusal, day("2027-02-16")),
    "long-names-and-rare-hanzi": (long_names, day("2026-08-20")),
}


def path_of(name: str) -> Path:
    """The journey file of that name."""
    return FOLDER / f"{name}.journey.json"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for file_name, (make, _) in HARD_JOURNEYS.items():
        path_of(file_name).write_bytes(write(make()))
