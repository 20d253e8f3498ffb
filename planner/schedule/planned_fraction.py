"""One session of a course, as the schedule sees it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from planner.record.fraction import FractionState
from planner.record.text import Text

_NO_ROOM = Text()


def is_to_come(state: FractionState) -> bool:
    """Whether a session of this state is still to be given."""
    return state in (FractionState.PLANNED, FractionState.CONFIRMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFraction:
    """A session that gives, gave or was to give fraction ``number`` (from 1).

    ``date`` and ``time`` are the centre's own clock; ``time`` is ``None`` while not known. ``provisional``
    while an official calendar still to come could close the day. ``second_session_clinician`` names
    who approved a second session on one day, and is empty otherwise.
    """

    number: int
    date: dt.date
    time: dt.time | None = None
    state: FractionState = FractionState.PLANNED
    provisional: bool = False
    room: Text = _NO_ROOM
    dose_delivered_gy_rbe: Decimal | None = None
    second_session_clinician: str = ""

    @property
    def stands(self) -> bool:
        """Whether this session counts: planned, confirmed or delivered, not missed or cancelled."""
        return self.state not in (FractionState.MISSED, FractionState.CANCELLED)

    @property
    def can_move(self) -> bool:
        """Whether it is still to be given; a delivered one never moves."""
        return is_to_come(self.state)


def in_order(fractions: Iterable[PlannedFraction]) -> tuple[PlannedFraction, ...]:
    """By time; sessions of a day whose time is not known come first, then by number."""
    return tuple(sorted(fractions, key=lambda one: (one.date, one.time or dt.time.min, one.number)))
