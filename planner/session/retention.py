"""Which journeys are to be looked at because of how long they are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.journey import JourneyState
from planner.record.text import Text
from planner.store.retention_list import Keeping

if TYPE_CHECKING:
    from planner.session.session import Session

_OVER = (JourneyState.COMPLETED, JourneyState.CLOSED)


class Due(StrEnum):
    """Where a journey stands, in the order in which it is looked at."""

    PASSED = "passed"  # the last day on which it may be kept is over: erase it, or say why longer
    UNDECIDED = "undecided"  # it is over and nobody has decided until when it is kept
    SOON = "soon"  # that day is near
    KEPT = "kept"  # that day is far off
    OPEN = "open"  # it is still worked on, and nothing need be decided yet


@dataclass(frozen=True, slots=True)
class Review:
    """A journey and what is to be decided about keeping it."""

    keeping: Keeping
    due: Due

    @property
    def is_asked(self) -> bool:
        """Whether somebody should decide now."""
        return self.due in (Due.PASSED, Due.UNDECIDED, Due.SOON)


class Retention:
    """How long journeys are kept, on the session's thread. ``read`` reads what each says."""

    def __init__(self, session: Session, read: Callable[[], list[Keeping]]) -> None:
        self._session = session
        self._read = read

    def review(self, *, everything: bool = False) -> tuple[Review, ...]:
        """The journeys somebody should decide about, the most pressing first; ``everything``: all of them."""
        notice = self._session.reference.limits.retention_notice_days
        found = [Review(one, due(one, self._session.today(one.zone), notice)) for one in self._read()]
        order = list(Due)
        found.sort(key=lambda one: (order.index(one.due), one.keeping.until or dt.date.max))
        return tuple(one for one in found if everything or one.is_asked)

    def keep_until(self, journey_id: str, until: dt.date | None, reason: Text | None = None) -> None:
        """Decide until which day a journey is kept (included), and why; ``None``: undecided again."""
        journey = self._session.journey(journey_id)
        why = journey.retention_reason if reason is None else reason
        self._session.run(
            Edit(
                N_("Decide how long the record is kept"),
                journey.id,
                lambda one: replace(one, retain_until=until, retention_reason=why),
            )
        )


def due(keeping: Keeping, today: dt.date, notice_days: int) -> Due:
    """Where a journey stands on ``today``; near is within ``notice_days``. As ``privacy.retention-due``."""
    if keeping.until is None:
        return Due.UNDECIDED if keeping.state in _OVER else Due.OPEN
    if keeping.until < today:
        return Due.PASSED
    return Due.SOON if (keeping.until - today).days <= notice_days else Due.KEPT
