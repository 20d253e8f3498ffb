"""What every journey brings to the pages over all of them, so that they need not open ten thousand.

A line is one thing that is coming, due, or in the way. A claim says that a journey wants somebody or
something that others may want too: two that overlap are worth a closer look by the rules. The store keeps
both as it is given them and knows none of the rules behind them.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.message import Message
from planner.record.ids import JourneyId
from planner.record.subject import Subject
from planner.record.text import Text
from planner.record.when import When
from planner.store.columns import json_text
from planner.store.json_values import object_from_json, to_json
from planner.store.message_json import message_from_json, message_to_json

if TYPE_CHECKING:
    from sqlite_utils import Database


_LONGEST_SECONDS = 2 * 86_400  # no claim with a time lasts longer than the longest way by road


class LineKind(StrEnum):
    """It happens by itself; somebody must see to it; it is in the way of the plan."""

    COMING = "coming"
    DUE = "due"
    BLOCKER = "blocker"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineContent:
    """What a line says. ``what`` is the kind of item ("flight", "task") or the code of a finding.

    ``starts`` is local to where it happens, ``None`` where only a day matters.
    """

    what: str
    subject: Subject
    title: Text | Message
    starts: When | None = None
    place: Text = Text()


@dataclass(frozen=True, kw_only=True)
class CaseloadLine:
    """One line of one journey. ``day`` is its day by the clock of the place, of a blocker that of the
    departure it is in the way of; ``at`` the second since 1970 where a time is known.
    """

    journey: JourneyId
    kind: LineKind
    day: dt.date | None
    at: int | None
    said: str

    @cached_property
    def content(self) -> LineContent:
        """What it says, read when it is first looked at."""
        held = json.loads(self.said)
        title = held["title"]
        return LineContent(
            what=held["what"],
            subject=Subject(*held["subject"]),
            title=message_from_json(title["message"])
            if "message" in title
            else object_from_json(Text, title["text"]),
            starts=object_from_json(When, held["starts"]) if "starts" in held else None,
            place=object_from_json(Text, held["place"]) if "place" in held else Text(),
        )


def line(journey: JourneyId, kind: LineKind, day: dt.date | None, content: LineContent) -> CaseloadLine:
    """A line that says ``content``."""
    title = content.title
    told = {"message": message_to_json(title)} if isinstance(title, Message) else {"text": to_json(title)}
    subject = content.subject
    held: dict[str, Any] = {
        "what": content.what,
        "subject": [subject.kind, subject.id, subject.field],
        "title": told,
    }
    if content.starts is not None:
        held["starts"] = to_json(content.starts)
    if content.place:
        held["place"] = to_json(content.place)
    at = content.starts.utc if content.starts is not None else None
    seconds = None if at is None else int(at.timestamp())
    return CaseloadLine(journey=journey, kind=kind, day=day, at=seconds, said=json_text(held))


class Claim(NamedTuple):
    """A journey wants ``claimed`` (any name for it) from ``starts`` to ``ends``, in seconds of one count."""

    claimed: str
    starts: int
    ends: int


@dataclass(frozen=True, slots=True)
class CaseloadShare:
    """Everything that one journey brings."""

    journey: JourneyId
    lines: tuple[CaseloadLine, ...]
    claims: tuple[Claim, ...]


class CaseloadLines:
    """The lines and claims of one vault."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def journeys(self) -> int:
        """How many journeys there are."""
        return int(self._db.conn.execute('SELECT count(*) FROM "journey"').fetchone()[0])

    def put(self, share: CaseloadShare) -> None:
        """Keep what a journey brings instead of what it brought before; only what differs is written."""
        key = share.journey
        wanted = [(row.kind.value, _day(row.day), row.at, row.said) for row in share.lines]
        there = self._db.conn.execute(
            'SELECT "kind", "day", "at", "said" FROM "caseload_line" WHERE "journey" = ? ORDER BY "position"',
            (key,),
        ).fetchall()
        if [tuple(row) for row in there] != wanted:
            self._db.execute('DELETE FROM "caseload_line" WHERE "journey" = ?', (key,))
            self._db.conn.executemany(
                'INSERT INTO "caseload_line" VALUES (?, ?, ?, ?, ?, ?)',
                [(key, number, *row) for number, row in enumerate(wanted)],
            )
        claims = sorted(set(share.claims))
        held = self._db.conn.execute(
            'SELECT "claimed", "starts", "ends" FROM "caseload_claim" WHERE "journey" = ?', (key,)
        ).fetchall()
        if sorted(Claim(*row) for row in held) != claims:
            self._db.execute('DELETE FROM "caseload_claim" WHERE "journey" = ?', (key,))
            self._db.conn.executemany(
                'INSERT INTO "caseload_claim" VALUES (?, ?, ?, ?)', [(key, *claim) for claim in claims]
            )

    def between(
        self, kinds: Iterable[LineKind], first: dt.date, last: dt.date, *, limit: int
    ) -> list[CaseloadLine]:
        """The lines of these kinds with a day from ``first`` to ``last``, both included, by moment."""
        marks = ", ".join(f"'{kind.value}'" for kind in kinds)
        return _made(
            self._db.conn.execute(
                f'{_SELECT} WHERE "kind" IN ({marks}) AND "day" BETWEEN ? AND ? '
                'ORDER BY "day", "at", "journey", "position" LIMIT ?',
                (first.isoformat(), last.isoformat(), limit),
            )
        )

    def coming(
        self, since: float, until: float, today: dt.date, last: dt.date, *, limit: int
    ) -> list[CaseloadLine]:
        """What happens and what is due, by moment, of each day first what has no time.

        With a time: from ``since`` to ``until``, in seconds since 1970, the end excluded; what is due today
        also before that. Without: from ``today`` to ``last``, both included.
        """
        nearby = (today - _DAYS_APART).isoformat(), (last + _DAYS_APART).isoformat()  # for the index
        return _made(
            self._db.conn.execute(
                f"""{_SELECT}
WHERE "kind" IN ('coming', 'due') AND "day" BETWEEN ? AND ? AND CASE
  WHEN "at" IS NULL THEN "day" BETWEEN ? AND ?
  ELSE "at" < ? AND ("at" >= ? OR "kind" = 'due' AND "day" = ?) END
ORDER BY "day", "at", "journey", "position" LIMIT ?""",
                (*nearby, today.isoformat(), last.isoformat(), until, since, today.isoformat(), limit),
            )
        )

    def before(self, kind: LineKind, day: dt.date, *, limit: int) -> list[CaseloadLine]:
        """The lines of this kind before ``day``, the latest first."""
        return _made(
            self._db.conn.execute(
                f'{_SELECT} WHERE "kind" = ? AND "day" < ? ORDER BY "day" DESC, "journey" LIMIT ?',
                (kind.value, day.isoformat(), limit),
            )
        )

    def of(self, journeys: Sequence[str], kind: LineKind) -> list[CaseloadLine]:
        """The lines of this kind of these journeys."""
        return _made(
            self._db.conn.execute(
                f'{_SELECT} WHERE "journey" IN (SELECT value FROM json_each(?)) AND "kind" = ?'
                ' ORDER BY "journey", "position"',
                (json.dumps(list(journeys)), kind.value),
            )
        )

    def rivals(
        self, since: int, until: int, apart: int, *, of: str | None = None, limit: int
    ) -> list[tuple[str, str]]:
        """Pairs of journeys whose claims on one thing come within ``apart`` seconds of each other.

        Only claims that start from ``since`` to ``until`` count, and those that always hold (from 0 on).
        ``of`` asks for the pairs of one journey alone.
        """
        one = 'AND a."journey" = :of' if of is not None else ""
        rows = self._db.conn.execute(
            f"""SELECT DISTINCT a."journey", b."journey"
FROM "caseload_claim" a JOIN "caseload_claim" b
  ON b."claimed" = a."claimed" AND b."journey" <> a."journey"
  AND b."starts" BETWEEN a."starts" - :longest AND a."ends" + :apart
  AND b."ends" + :apart >= a."starts"
WHERE (a."starts" BETWEEN :since AND :until OR a."starts" = 0) {one} LIMIT :limit""",
            {
                "since": since,
                "until": until,
                "apart": apart,
                "longest": _LONGEST_SECONDS,
                "of": of,
                "limit": limit,
            },
        ).fetchall()
        return sorted({(min(pair), max(pair)) for pair in rows})

    def most_found(self, limit: int) -> list[str]:
        """The journeys worked on that have findings, those with the most and the worst first, by id."""
        rows = self._db.conn.execute(
            f"""SELECT "id" FROM "journey_summary"
WHERE {_WORKED_ON} AND "blockers" + "warnings" + "notes" > 0
ORDER BY "blockers" DESC, "warnings" DESC, "notes" DESC, "id" DESC LIMIT ?""",
            (limit,),
        )
        return [row[0] for row in rows]

    def tally(self) -> tuple[int, int, int]:
        """How many blockers, warnings and notes there are in all journeys worked on."""
        blockers, warnings, notes = self._db.conn.execute(
            f"""SELECT total("blockers"), total("warnings"), total("notes")
FROM "journey_summary" WHERE {_WORKED_ON}"""
        ).fetchone()
        return int(blockers), int(warnings), int(notes)


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


_DAYS_APART = dt.timedelta(2)  # by any two clocks
_WORKED_ON = """"state" IN ('enquiry', 'active')"""
_SELECT = 'SELECT "journey", "kind", "day", "at", "said" FROM "caseload_line"'


def _made(rows: Iterable[tuple[Any, ...]]) -> list[CaseloadLine]:
    kinds = {kind.value: kind for kind in LineKind}
    days: dict[str | None, dt.date | None] = {None: None}
    found = []
    for journey, kind, day, at, said in rows:
        if day not in days:
            days[day] = dt.date.fromisoformat(day)
        found.append(CaseloadLine(journey=journey, kind=kinds[kind], day=days[day], at=at, said=said))
    return found
