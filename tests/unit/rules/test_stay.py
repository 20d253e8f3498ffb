"""The stay: how long one may stay in the country, and what to do about it in time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from planner.record.journey import Journey
from planner.record.visa import StayCounting
from tests.builders import at, make_entry, make_journey, make_visa
from tests.unit.rules.harness import Golden

VISA = make_visa(id="visa", counting=StayCounting.ENTRY_DAY_IS_DAY_ONE)
ENTRY = make_entry(id="entry", visa="visa", exited=at("2027-04-29 01:30"))
JOURNEY = make_journey(id="journey", visas=(VISA,), entries=(ENTRY,))


def with_entry(**facts: Any) -> Journey:
    """The journey with an entry that says otherwise."""
    return replace(JOURNEY, entries=(replace(ENTRY, **facts),))


GOLDEN = (
    Golden(
        code="stay.exceeded",
        hazard="leaving after midnight, the day after the last legal day",
        journey=with_entry(exited=at("2027-05-07 00:05")),
        fine=with_entry(exited=at("2027-05-06 23:55")),
        today="2027-03-01",
    ),
)
