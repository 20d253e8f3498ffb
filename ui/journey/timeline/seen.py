"""A thing as it is seen at this moment: where it is placed, whether chosen, late, or found fault with."""

from __future__ import annotations

from dataclasses import dataclass

from planner.rules.finding import Severity
from ui.journey.timeline.placed import Placed
from ui.journey.timeline.scale import Scale


@dataclass(frozen=True, slots=True)
class Seen:
    """``top`` is the y of its row. ``severity`` is that of the worst finding about it.

    ``chosen`` is 1 for the chosen thing, 2 while the keyboard is here too. ``ghost`` for where it would go,
    ``faded`` for where it stands meanwhile.
    """

    placed: Placed
    top: float
    scale: Scale
    late: bool = False
    severity: Severity | None = None
    chosen: int = 0
    ghost: bool = False
    faded: bool = False
    slack_days: int | None = None
    number: str = ""
