"""Passports: a history that is never overwritten, since old numbers live on in letters, visas and tickets."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from planner.record.ids import PassportId
from planner.record.thing import Thing


class PassportState(StrEnum):
    """Where a passport stands in its life."""

    CURRENT = "current"
    RENEWING = "renewing"
    REPLACED = "replaced"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passport(Thing):
    """One passport. ``issuing_state`` is ISO 3166-1 alpha-2; ``expires_on`` is its last valid day."""

    id: PassportId
    number: str
    issuing_state: str
    issued_on: dt.date | None = None
    expires_on: dt.date | None = None
    blank_pages: int | None = None
    state: PassportState = PassportState.CURRENT
