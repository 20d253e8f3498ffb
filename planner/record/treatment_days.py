"""A centre's treatment days, dated. (Being written.)"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedPolicy:
    """A policy in force from a day on."""

    valid_from: dt.date
