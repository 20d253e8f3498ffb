"""Which journeys are to be looked at because of how long they are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from planner.edits.edit import Edit
from planner.errors import InputError
from planner.message import N_
from planner.record.journey import JourneyState
from planner.record.text import Text
from planner.store.change_log import ChangeKind, ChangeNote
from planner.store.retention_list import Keeping

if TYPE_CHECKING:
    from planner.session.session import Session
    from planner.store.vault import Vault

#: The longest a record can be said to be kept.
MOST_YEARS = 50
_YEARS = "retention_years"
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
    """How long journeys are kept, on the session's thread."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault
        self._read = vault.keepings

    def review(self, *, everything: bool = False) -> tuple[Review, ...]:
        """The journeys somebody should decide about, the most pressing first; ``everything``: all of them."""
        notice = self._session.reference.limits.retention_notice_days
        office, today = self._session.caseload.zone, self._session.today
        found = [Review(one, due(one, today(office or one.zone), notice)) for one in self._read()]
        order = list(Due)
        found.sort(key=lambda one: (order.index(one.due), one.keeping.until or dt.date.max))
        return tuple(one for one in found if everything or one.is_asked)

    @property
    def years(self) -> int | None:
        """How many years after the last service the agency keeps a journey; ``None`` while undecided."""
        return self._vault.settings.all().get(_YEARS)

    def put_years(self, years: int | None) -> None:
        """Decide that for journeys about which nobody has decided. Raises: InputError, StoreError."""
        if years is not None and not 1 <= years <= MOST_YEARS:
            raise InputError(N_("A record is kept for 1 to {most} years.", most=MOST_YEARS))
        session = self._session
        label = N_("Decide how long records are kept")
        note = ChangeNote(at=session.now(), label=label, who=session.who or "", kind=ChangeKind.EDIT)
        self._vault.settings.keep(_YEARS, years, note)

    def with_years(self, journey_id: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """Values about to be given to a journey: with until when it is kept and why, where they say when the
        last service was, nobody has decided about this journey, and the agency has for all.
        """
        service, years = values.get("last_service_on"), self.years
        journey = self._session.journey(journey_id)
        if service is None or years is None or journey.retain_until is not None or "retain_until" in values:
            return values
        reason = {} if journey.retention_reason else {"retention_reason": _reason(years)}
        return {**values, "retain_until": _later(service, years), **reason}

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


def _later(day: dt.date, years: int) -> dt.date:
    """The same day so many years later; the last of February where there is no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _reason(years: int) -> Text:
    return Text(
        {
            "en": f"The agency keeps records for {years} years after the last service.",
            "zh_CN": f"机构规定：最后一次服务后保存{years}年。",
        },
        reviewed=frozenset({"zh_CN"}),
    )


def due(keeping: Keeping, today: dt.date, notice_days: int) -> Due:
    """Where a journey stands on ``today``; near is within ``notice_days``. As ``privacy.retention-due``."""
    if keeping.until is None:
        return Due.UNDECIDED if keeping.state in _OVER else Due.OPEN
    if keeping.until < today:
        return Due.PASSED
    return Due.SOON if (keeping.until - today).days <= notice_days else Due.KEPT
