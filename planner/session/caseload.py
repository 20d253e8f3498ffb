"""All journeys at once: what happens soon, what is overdue, what blocks a departure, what clashes.

Read from what every journey brought when it was last computed, so that ten thousand are not opened.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.itinerary.item import ItemKind
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.acknowledged import open_findings
from planner.rules.caseload import CaseloadFinding, check_caseload
from planner.schedule.instant import day_begins
from planner.session.caseload_share import share_of
from planner.session.days import days_of
from planner.session.found import Found
from planner.session.summary import summary
from planner.store.caseload_lines import CaseloadLine, CaseloadShare, LineKind
from planner.store.journey_summary import JourneySummary

if TYPE_CHECKING:
    from planner.session.session import Session
    from planner.store.vault import Vault

#: Longer lists than these are no longer read by anybody; the pages say that there are more.
MOST_LINES = 300
_BLOCKED_AHEAD = dt.timedelta(days=14)
_CLASHES_AHEAD = dt.timedelta(days=14)
_DAY_SECONDS = 86_400
_DAY_ROUND = dt.timedelta(1)  # no place is further from the agency than that
_UNDER_WAY = dt.timedelta(hours=2)
_MOST_PAIRS = 200


@dataclass(frozen=True, slots=True)
class Agenda:
    """What all journeys ask for at one moment.

    ``coming`` is in order of time, ``overdue`` the latest first, ``blocked`` by the day of departure.
    ``until`` is the end of ``coming``, excluded. Of the kinds in ``cut`` there are more than are told.
    """

    coming: tuple[CaseloadLine, ...]
    overdue: tuple[CaseloadLine, ...]
    blocked: tuple[CaseloadLine, ...]
    until: dt.datetime
    cut: frozenset[LineKind] = frozenset()


class Caseload:
    """Every journey of an open record, on the session's thread."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    def agenda(self, hours: int = 72) -> Agenda:
        """What happens within ``hours``, what is overdue, and what blocks a departure within two weeks.

        Things that began up to two hours ago are still told. Whether a day is over is judged by the clock of
        the place where a thing happens; what somebody must see to, by the agency's own, as in ``days``.
        """
        now = self._session.now().astimezone(dt.UTC)
        first, last = now.date() - dt.timedelta(1), (now + dt.timedelta(hours=hours)).date()
        lines = self._vault.lines
        since, until = (now - _UNDER_WAY).timestamp(), (now + dt.timedelta(hours=hours)).timestamp()
        today = self._session.today(self._zone())
        coming = lines.coming(since, until, today, last, limit=MOST_LINES)
        late = self._late(today)
        seen = {(one.journey, one.said) for one in coming}
        blocked = lines.between((LineKind.BLOCKER,), first, today + _BLOCKED_AHEAD, limit=MOST_LINES)
        full = ((LineKind.COMING, coming), (LineKind.DUE, late), (LineKind.BLOCKER, blocked))
        return Agenda(
            tuple(coming),
            tuple(one for one in late if (one.journey, one.said) not in seen),
            tuple(blocked),
            now + dt.timedelta(hours=hours),
            frozenset(kind for kind, told in full if len(told) == MOST_LINES),
        )

    def day_for(self, line: CaseloadLine) -> dt.date:
        """Which day it is now for ``line``: a session's by its own clock, any other by the agency's."""
        content = line.content
        is_there = content.what == ItemKind.FRACTION.value and content.starts is not None
        return self._session.today(content.starts.zone if is_there and content.starts else self._zone())

    def _late(self, today: dt.date) -> list[CaseloadLine]:
        """What is overdue, the latest first. Near the agency’s ``today`` it matters whose day it is."""
        lines, first = self._vault.lines, today - _DAY_ROUND
        near = lines.between((LineKind.DUE,), first, today + _DAY_ROUND, limit=MOST_LINES)
        late = [one for one in near if one.day is not None and one.day < self.day_for(one)]
        late.sort(key=lambda one: (one.day or first).toordinal(), reverse=True)
        return [*late, *lines.before(LineKind.DUE, first, limit=MOST_LINES)][:MOST_LINES]

    @property
    def size(self) -> int:
        """How many journeys there are, worked on or not."""
        return self._vault.lines.journeys()

    def blockers(self, journeys: Sequence[str]) -> list[CaseloadLine]:
        """What blocks these journeys, in their order by id."""
        return self._vault.lines.of(journeys, LineKind.BLOCKER)

    def most_found(self, limit: int = 300) -> list[JourneySummary]:
        """The rows of the journeys worked on that have findings, the worst first."""
        return self._vault.summaries_of(self._vault.lines.most_found(limit))

    def tally(self) -> tuple[int, int, int]:
        """How many blockers, warnings and notes there are in all journeys worked on."""
        return self._vault.lines.tally()

    def rivals(self, of: str | None = None) -> list[tuple[str, str]]:
        """Pairs of journeys worth comparing: both want somebody or something within two weeks from now."""
        today = self._session.today(self._zone())
        since = day_begins("UTC", today) - _DAY_SECONDS
        limits = self._session.reference.limits
        return self._vault.lines.rivals(
            since,
            since + int(_CLASHES_AHEAD.total_seconds()) + _DAY_SECONDS,
            60 * limits.appointment_travel_minutes,
            of=of,
            limit=_MOST_PAIRS,
        )

    def clashes(self, journeys: Iterable[str]) -> tuple[CaseloadFinding, ...]:
        """What the rules say of these journeys together, the worst first."""
        found = check_caseload(
            [self._session.journey(key) for key in journeys],
            self._session.reference,
            self._session.today(self._zone()),
        )
        last = self._session.today(self._zone()) + _CLASHES_AHEAD
        return tuple(one for one in found if one.finding.on is None or one.finding.on <= last)

    @property
    def zone(self) -> str:
        """The agency's own zone, ``""`` while it is not known."""
        agency = self._session.directory().agency
        return agency.zone if agency else ""

    def _zone(self) -> str:
        return self.zone or "UTC"


def digest(
    journey: Journey, reference: Reference, now: dt.datetime, found: Found
) -> tuple[JourneySummary, CaseloadShare]:
    """The row of ``journey`` and what it brings, as it stands at ``now`` (zone-aware)."""
    today = days_of(journey, now)
    still_open = open_findings(journey, found.of(journey, reference, today))
    calendar = reference.calendars.of(journey.country)
    items = found.items(journey, calendar, today)
    return summary(journey, still_open, items, now), share_of(journey, items, still_open, today.there)
