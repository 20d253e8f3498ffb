"""Every rule, in order, over one journey."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding
from planner.rules.stay_exceeded import stay_exceeded

Rule = Callable[[Journey, Reference, dt.date], Iterable[Finding]]

#: Findings of one severity and one day come in this order.
RULES: tuple[Rule, ...] = (
    stay_exceeded,
)  # fmt: skip


def check(journey: Journey, reference: Reference, today: dt.date) -> tuple[Finding, ...]:
    """What every rule says of ``journey`` on ``today`` (a day where the treatment is), the worst first."""
    found = [finding for rule in RULES for finding in rule(journey, reference, today)]
    return tuple(sorted(found, key=lambda finding: finding.order))
