"""What the log of the record tells: that something was done with it, by whom, when, and to whom it went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypedDict

from planner.message import Message
from planner.record.ids import JourneyId
from planner.store.field_changes import FieldChange

if TYPE_CHECKING:
    from planner.store.log_words import Words


class EventKind(StrEnum):
    """What was done. The first four are changes, each with its row in the log of changes."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    IMPORT = "import"
    OPEN = "open"  # the record was unlocked
    LOCK = "lock"
    CLOSE = "close"
    FAILED_UNLOCK = "failed-unlock"
    KEYS = "keys"  # a passphrase, a recovery code or a case manager's key was changed
    VIEW = "view"  # a journey was looked at, told once for each time the record is open
    ISSUE = "issue"  # a numbered revision was made
    PRINT = "print"  # a copy was handed out on paper or as a PDF
    SEND = "send"  # documents were sent to somebody
    EXPORT = "export"  # a file was written outside the record
    BACKUP = "backup"
    RESTORE = "restore"
    VERIFY = "verify"
    ERASE = "erase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that was done. ``at`` is zone-aware; ``who`` a case manager's id, ``""`` while unknown.

    ``journey`` is whose it was, ``None`` for the whole record. ``details`` are JSON values.
    """

    at: dt.datetime
    kind: EventKind
    who: str = ""
    journey: JourneyId | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedEvent:
    """An event as it is read back, ``at`` in UTC. Numbers run from 1 without a gap.

    Of an edit, ``label`` is what it was called and ``fields`` what it changed. An ``erased`` event says
    only that something was done, when and by whom: whose it was has been erased with the person.
    ``digest``, in hex, vouches for it and for every event before it.
    """

    number: int
    at: dt.datetime
    kind: EventKind
    who: str
    journey: JourneyId | None
    details: Mapping[str, Any]
    label: Message | None = None
    fields: tuple[FieldChange, ...] = ()
    erased: bool = False
    digest: str = ""


class WantedEvents(TypedDict, total=False):
    """Which events are read, the newest first; what is left out, or ``None``, narrows nothing.

    Of one journey, of some kinds, by one case manager, from ``since`` (included) to ``until`` (not
    included), numbered under ``before`` and above ``after``, with each of ``words``; at most ``limit``,
    or 200.
    """

    journey: str | None
    kinds: Collection[EventKind]
    who: str | None
    since: dt.datetime | None
    until: dt.datetime | None
    before: int | None
    after: int
    words: Words
    limit: int
