"""The log of the record: who did what when, only ever added to, each event chained to the one before.

The tables refuse to be changed (``m0004_accountability``). An edit's event is written in the transaction of
the edit and points at its row in the log of changes, which it vouches for too.
"""

from __future__ import annotations

import datetime as dt
import json
import secrets
from typing import TYPE_CHECKING, Any, Unpack

from planner.record.ids import JourneyId
from planner.store.columns import json_text
from planner.store.event import Event, EventKind, LoggedEvent, WantedEvents
from planner.store.event_chain import BEGINNING, SALT_BYTES, contents_of, digest_of
from planner.store.field_changes import FieldChange
from planner.store.log_words import LogColumns, conditions
from planner.store.message_json import message_from_json

if TYPE_CHECKING:
    from sqlite_utils import Database


class EventLog:
    """The log of one vault."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, event: Event) -> int:
        """Write an event, inside a transaction; its number."""
        return self._add(event, None, None, None)

    def add_change(self, event: Event, *, change: int, label: str, fields: str) -> int:
        """Write the event of row ``change`` of the log of changes, whose JSON texts these are."""
        return self._add(event, change, label, fields)

    def _add(self, event: Event, change: int | None, label: str | None, fields: str | None) -> int:
        if event.at.tzinfo is None:
            raise ValueError("the instant of an event needs a zone")
        at = event.at.astimezone(dt.UTC).isoformat(timespec="milliseconds")
        last, previous = self.head()
        number, salt = last + 1, secrets.token_bytes(SALT_BYTES)
        details = json_text(dict(event.details))
        contents = contents_of(salt, event.journey, details, label, fields)
        digest = digest_of(previous, number, at, event.kind.value, event.who, change, contents)
        self._db.execute(_ADD, (number, at, event.kind.value, event.who, change, contents, digest))
        self._db.execute(_ADD_CONTENTS, (number, salt, event.journey, details))
        return number

    def head(self) -> tuple[int, bytes]:
        """The number and digest of the newest event; 0 while there is none."""
        row = self._db.conn.execute(
            'SELECT "number", "digest" FROM "event" ORDER BY "number" DESC LIMIT 1'
        ).fetchone()
        return (0, BEGINNING) if row is None else (int(row[0]), bytes(row[1]))

    def latest(self, **wanted: Unpack[WantedEvents]) -> list[LoggedEvent]:
        """The events that are wanted, the newest first."""
        before, since, until = wanted.get("before"), wanted.get("since"), wanted.get("until")
        where: list[str] = []
        values: list[object] = []
        for condition, value in (
            ('event."number" < ?', before),
            ('event."number" > ?', wanted.get("after")),
            ('contents."journey" = ?', wanted.get("journey")),
            ('event."who" = ?', wanted.get("who")),
            ('event."at" >= ?', since and _instant(since)),
            ('event."at" < ?', until and _instant(until)),
        ):
            if value is not None:
                where.append(condition)
                values.append(value)
        if kinds := wanted.get("kinds"):
            where.append(f'event."kind" IN ({", ".join("?" * len(kinds))})')
            values += [kind.value for kind in kinds]
        held, among = conditions(wanted.get("words", ()), _COLUMNS)
        narrowed = " AND ".join(where + held) or "TRUE"
        sql = f'{_READ} WHERE {narrowed} ORDER BY event."number" DESC LIMIT ?'
        found = self._db.conn.execute(sql, (*values, *among, wanted.get("limit", 200)))
        return [_event(*row) for row in found]


def _instant(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="milliseconds")


def _event(
    number: int,
    at: str,
    kind: str,
    who: str,
    journey: str | None,
    details: str | None,
    label: str | None,
    fields: str | None,
    digest: bytes,
) -> LoggedEvent:
    changes: list[Any] = json.loads(fields) if fields else []
    return LoggedEvent(
        number=number,
        at=dt.datetime.fromisoformat(at),
        kind=EventKind(kind),
        who=who,
        journey=None if journey is None else JourneyId(journey),
        details=json.loads(details) if details is not None else {},
        label=message_from_json(json.loads(label)) if label else None,
        fields=tuple(FieldChange(*change) for change in changes),
        erased=details is None,
        digest=bytes(digest).hex(),
    )


_COLUMNS = LogColumns(
    texts=('log."label"', 'log."fields"', 'contents."details"'),
    label='log."label"',
    kind='event."kind"',
    who='event."who"',
    journey='contents."journey"',
)
_ADD = (
    'INSERT INTO "event" ("number", "at", "kind", "who", "change", "contents", "digest") '
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_ADD_CONTENTS = 'INSERT INTO "event_contents" ("event", "salt", "journey", "details") VALUES (?, ?, ?, ?)'
_READ = (
    'SELECT event."number", event."at", event."kind", event."who", contents."journey", contents."details", '
    'log."label", log."fields", event."digest" FROM "event" AS event '
    'LEFT JOIN "event_contents" AS contents ON contents."event" = event."number" '
    'LEFT JOIN "change_log" AS log ON log."number" = event."change"'
)
