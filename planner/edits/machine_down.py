"""Days on which a centre's machine is down, written into its dated policies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from planner.record.treatment_days import DatedPolicy, MachineDown


def with_machine_down(policies: Sequence[DatedPolicy], down: MachineDown) -> tuple[DatedPolicy, ...]:
    """``policies`` with ``down`` in each that is in force on a day of it.

    Before a centre's first policy offices' days are assumed; where ``down`` reaches back to then, that
    assumption is written down as a policy of its own, without a source.
    """
    ordered = sorted(policies, key=_begins)
    if not ordered or _begins(ordered[0]) > down.first:
        ordered.insert(0, DatedPolicy())
    ends = [*(_begins(later) for _, later in pairwise(ordered)), dt.date.max]
    return tuple(
        replace(policy, machine_down=(*policy.machine_down, down))
        if _begins(policy) <= down.last and end > down.first and down not in policy.machine_down
        else policy
        for policy, end in zip(ordered, ends, strict=True)
    )


def _begins(policy: DatedPolicy) -> dt.date:
    return policy.valid_from or dt.date.min
