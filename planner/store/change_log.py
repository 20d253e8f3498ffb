"""The log of changes: one row for each edit of each journey, never changed afterwards."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from planner.message import Message
from planner.record.ids import JourneyId
from planner.store.columns import json_text
from planner.store.event import Event, EventKind
from planner.store.event_log import EventLog
from planner.store.field_changes import FieldChange
from planner.store.handed_out import handed_out
from planner.store.log_words import LogColumns, Words, conditions
from planner.store.message_json import message_from_json, message_to_json

if TYPE_CHECKING:
    from sqlite_utils import Database


class ChangeKind(StrEnum):
    """How a change came about."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    IMPORT = "import"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNote:
    """What the log says about a change: at which instant (zone-aware), by whom, and what it was called.

    ``who`` is a case manager's id, or ``""`` while nobody has said who they are.
    """

    at: dt.datetime
    label: Message
    who: str = ""
    kind: ChangeKind = ChangeKind.EDIT


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedChange:
    """One row of the log. ``journey`` is ``None`` for a change of the directory; ``at`` is in UTC.

    Rows of one edit that touched several journeys have the same ``edit``.
    """

    number: int
    edit: int
    journey: JourneyId | None
    note: ChangeNote
    fields: tuple[FieldChange, ...]


class ChangeLog:
    """The log of one vault."""

    def __init__(self, db: Database, events: EventLog) -> None:
        self._db = db
        self._events = events

    def add(self, note: ChangeNote, changes: dict[JourneyId | None, list[FieldChange]]) -> None:
        """Write what an edit changed, by journey, and its events; inside the transaction of the edit."""
        if note.at.tzinfo is None:
            raise ValueError("the instant of a change needs a zone")
        at = note.at.astimezone(dt.UTC).isoformat(timespec="milliseconds")
        label = json_text(message_to_json(note.label))
        edit: int | None = None
        for journey, fields in changes.items():
            told = json_text([[c.kind, c.id, c.field, c.old, c.new] for c in fields])
            values = (edit, at, note.who, note.kind.value, journey, label, told)
            cursor = self._db.execute(_ADD, values)
            change = cursor.lastrowid
            assert change is not None
            edit = edit if edit is not None else change
            event = Event(at=note.at, kind=EventKind(note.kind.value), who=note.who, journey=journey)
            self._events.add_change(event, change=change, label=label, fields=told)
            # What is undone and done again is not handed out again; what is imported, others handed out.
            for kind, details in handed_out(fields) if note.kind is ChangeKind.EDIT else ():
                self._events.add(replace(event, kind=kind, details=details))

    def latest(
        self,
        journey: JourneyId | None = None,
        *,
        before: int | None = None,
        words: Words = (),
        limit: int = 200,
    ) -> list[LoggedChange]:
        """The newest rows first: of one journey, or of everything; only those numbered under ``before`` that
        hold each of ``words``.
        """
        held, among = conditions(words, _COLUMNS)
        where = " AND ".join(('"number" < ?', *(() if journey is None else ('"journey" = ?',)), *held))
        rows = self._db.conn.execute(
            'SELECT "number", "edit", "journey", "at", "who", "kind", "label", "fields" FROM "change_log" '
            f'WHERE {where} ORDER BY "number" DESC LIMIT ?',
            (
                before if before is not None else 2**62,
                *(() if journey is None else (journey,)),
                *among,
                limit,
            ),
        )
        return [
            LoggedChange(
                number=number,
                edit=edit,
                journey=journey_id,
                note=ChangeNote(
                    at=dt.datetime.fromisoformat(at),
                    who=who,
                    kind=ChangeKind(kind),
                    label=message_from_json(json.loads(label)),
                ),
                fields=tuple(FieldChange(*change) for change in json.loads(fields)),
            )
            for number, edit, journey_id, at, who, kind, label, fields in rows
        ]


_COLUMNS = LogColumns(
    texts=('"label"', '"fields"'), label='"label"', kind='"kind"', who='"who"', journey='"journey"'
)
_ADD = (
    'INSERT INTO "change_log" ("edit", "at", "who", "kind", "journey", "label", "fields") '
    'VALUES (coalesce(?, (SELECT coalesce(max("number"), 0) + 1 FROM "change_log")), ?, ?, ?, ?, ?, ?)'
)
