"""Values of the record for tests: small ones by keyword, random valid ones, and a caseload for benches.

- ``make_journey(...)``, ``make_leg(...)``, ``at(...)``, ``text(...)`` …: see ``tests.builders.make``.
- ``journeys()``, ``directories()``, ``texts()``, ``whens()``: Hypothesis strategies.
- ``generated_journeys(count, seed)``: a believable caseload, the same for the same seed.
"""

from __future__ import annotations

from typing import Any

from tests.builders.caseload import generated_journeys as generated_journeys
from tests.builders.make import *  # noqa: F403

_STRATEGIES = ("dates", "directories", "journeys", "texts", "times", "whens")


def __getattr__(name: str) -> Any:
    """The strategies, loaded when asked for: benches start without Hypothesis."""
    if name in _STRATEGIES:
        from tests.builders import strategies

        return getattr(strategies, name)
    raise AttributeError(name)
