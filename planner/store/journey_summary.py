"""One row per journey for lists: what a caseload shows without opening ten thousand journeys.

The store keeps what it is given and knows none of the rules behind it. What depends on the day (phase,
next thing, findings) is as of ``computed_on``, and worth computing again from ``stale_at`` on.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from planner.message import Message
from planner.record.ids import CaseManagerId, JourneyId
from planner.record.journey import JourneyState
from planner.record.text import Text
from planner.record.when import When
from planner.store.columns import json_text
from planner.store.json_values import object_from_json, to_json
from planner.store.message_json import message_from_json, message_to_json

if TYPE_CHECKING:
    from sqlite_utils import Database

_NO_TEXT = Text()


@dataclass(frozen=True, slots=True)
class StripeMark:
    """One mark of the progress stripe: what it stands for, and its days, both included."""

    kind: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneySummary:
    """A journey as one row of a list.

    ``phase`` is a code of the pathway's phase. ``first_day``/``last_day`` bound all its dated things.
    ``stay_last_day`` is the earliest last legal day of any traveller still to leave, by the conservative
    counting, and ``stay_slack_days`` the calendar days from departure to it (negative: overstay).
    ``fractions_delivered`` of ``fractions_prescribed`` (``None`` while nothing is prescribed).
    ``stale_at`` is the instant (zone-aware) from which the row may no longer be true, ``None`` for never.
    """

    id: JourneyId
    patient_name: str
    patient_name_hanzi: str = ""
    reference: str = ""
    state: JourneyState = JourneyState.ENQUIRY
    case_manager: CaseManagerId | None = None
    centre: Text = _NO_TEXT
    phase: str = ""
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    next_title: Message | None = None
    next_when: When | None = None
    fractions_delivered: int = 0
    fractions_prescribed: int | None = None
    stay_last_day: dt.date | None = None
    stay_slack_days: int | None = None
    blockers: int = 0
    warnings: int = 0
    notes: int = 0
    stripe: tuple[StripeMark, ...] = ()
    computed_on: dt.date
    stale_at: dt.datetime | None = None


class JourneySummaries:
    """The summary rows of one vault."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, summary: JourneySummary) -> None:
        """Keep ``summary`` instead of the row of the same journey, if there is one."""
        values = [_encoded(name, getattr(summary, name)) for name in _NAMES]
        self._db.execute(_PUT, values)

    def all(self) -> list[JourneySummary]:
        """Every summary, newest journey first."""
        return _made(self._db.conn.execute(f'{_SELECT} ORDER BY "id" DESC'))

    def of(self, ids: Sequence[str]) -> list[JourneySummary]:
        """The summaries of these journeys, in this order, without those the vault does not hold."""
        rows = self._db.conn.execute(
            f'{_SELECT} WHERE "id" IN (SELECT value FROM json_each(?))', (json.dumps(list(ids)),)
        )
        found = {summary.id: summary for summary in _made(rows)}
        return [found[JourneyId(key)] for key in ids if key in found]

    def stale(self, now: dt.datetime) -> list[JourneyId]:
        """The journeys whose row may no longer be true at ``now`` (zone-aware), longest stale first."""
        rows = self._db.conn.execute(
            'SELECT "id" FROM "journey_summary" WHERE "stale_at" <= ? ORDER BY "stale_at"',
            (_instant_to_column(now),),
        )
        return [row[0] for row in rows]

    def make_stale(self, first: dt.date, last: dt.date, now: dt.datetime) -> None:
        """From ``now`` (zone-aware) on, rows of journeys with dates from ``first`` to ``last`` are stale."""
        self._db.execute(
            'UPDATE "journey_summary" SET "stale_at" = ? WHERE "first_day" <= ? AND "last_day" >= ?',
            (_instant_to_column(now), last.isoformat(), first.isoformat()),
        )

    def make_all_stale(self, now: dt.datetime) -> None:
        """From ``now`` (zone-aware) on, every row is stale: what all findings rest on has changed."""
        self._db.execute('UPDATE "journey_summary" SET "stale_at" = ?', (_instant_to_column(now),))

    def make_these_stale(self, ids: Iterable[str], now: dt.datetime) -> None:
        """From ``now`` (zone-aware) on, the rows of these journeys are stale."""
        self._db.execute(
            'UPDATE "journey_summary" SET "stale_at" = ? WHERE "id" IN (SELECT value FROM json_each(?))',
            (_instant_to_column(now), json.dumps(list(ids))),
        )


def _made(rows: Iterable[tuple[Any, ...]]) -> list[JourneySummary]:
    remembered: dict[tuple[str, Any], Any] = {}  # many rows have the same centre and the same next thing
    found = []
    for row in rows:
        values = dict(zip(_NAMES, row, strict=True))
        for name, (_, decode) in _CODECS.items():
            column = values[name]
            if column is None:
                continue
            if name in _OFTEN_THE_SAME:
                value = remembered.get((name, column))
                if value is None:
                    value = remembered[name, column] = decode(column)
                values[name] = value
            else:
                values[name] = decode(column)
        found.append(JourneySummary(**values))
    return found


def _encoded(name: str, value: Any) -> Any:
    codec = _CODECS.get(name)
    return value if codec is None or value is None else codec[0](value)


def _instant_to_column(at: dt.datetime) -> str:
    if at.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return at.astimezone(dt.UTC).isoformat(timespec="seconds")


def _stripe_from_column(column: str) -> tuple[StripeMark, ...]:
    day = dt.date.fromisoformat
    return tuple(StripeMark(kind, day(first), day(last)) for kind, first, last in json.loads(column))


_DAY = (dt.date.isoformat, dt.date.fromisoformat)
_CODECS: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "state": (lambda state: state.value, JourneyState),
    "centre": (
        lambda text: json_text(to_json(text)),
        lambda column: _NO_TEXT if column == "{}" else object_from_json(Text, json.loads(column)),
    ),
    "first_day": _DAY,
    "last_day": _DAY,
    "next_title": (
        lambda message: json_text(message_to_json(message)),
        lambda column: message_from_json(json.loads(column)),
    ),
    "next_when": (
        lambda when: json_text(to_json(when)),
        lambda column: object_from_json(When, json.loads(column)),
    ),
    "stay_last_day": _DAY,
    "stripe": (
        lambda stripe: json_text(
            [[mark.kind, mark.first.isoformat(), mark.last.isoformat()] for mark in stripe]
        ),
        _stripe_from_column,
    ),
    "computed_on": _DAY,
    "stale_at": (_instant_to_column, dt.datetime.fromisoformat),
}
_OFTEN_THE_SAME = frozenset(("centre", "next_title", "computed_on", "stale_at"))
_NAMES = tuple(field.name for field in fields(JourneySummary))
_COLUMNS = ", ".join(f'"{name}"' for name in _NAMES)
_SELECT = f'SELECT {_COLUMNS} FROM "journey_summary"'
_MARKS = ", ".join("?" * len(_NAMES))
_REPLACED = ", ".join(f'"{name}" = excluded."{name}"' for name in _NAMES[1:])
_PUT = (
    f'INSERT INTO "journey_summary" ({_COLUMNS}) VALUES ({_MARKS}) '
    f'ON CONFLICT ("id") DO UPDATE SET {_REPLACED}'
)
