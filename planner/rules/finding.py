"""A finding: what is wrong, with what, why, by which source, and what can be done about it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from planner.message import N_, Message
from planner.record.subject import Subject as Subject
from planner.record.text import Text
from planner.reference.policy import EntryPolicy, Policy


class Severity(StrEnum):
    """How bad it is: the plan cannot go on as it stands; it may break; good to know."""

    BLOCKER = "blocker"
    WARNING = "warning"
    NOTE = "note"


SEVERITIES = (Severity.BLOCKER, Severity.WARNING, Severity.NOTE)
_RANKS = {severity: rank for rank, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rule comes from, and on which day somebody last checked that it still says so."""

    title: Message | Text
    url: str = ""
    checked_on: dt.date | None = None

    @classmethod
    def of(cls, policy: Policy | EntryPolicy | None) -> Source | None:
        """The source of a policy, ``None`` of none."""
        if policy is None:
            return None
        return cls(policy.source.title, policy.source.url, policy.checked_on)


#: Of what no law, carrier or publication says: it only compares what is entered with itself and the limits.
HOUSE_RULE = Source(N_("A rule of this program"))


@dataclass(frozen=True, slots=True)
class OpenField:
    """Take the user to a field."""

    subject: Subject


@dataclass(frozen=True, slots=True)
class EnterNew:
    """Take the user to the form of a new thing of the list that ``subject`` names, with what is ``known``."""

    subject: Subject
    known: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class EnterAll:
    """Put several new things in the list that ``subject`` names at once, of each what is known."""

    subject: Subject
    several: tuple[tuple[tuple[str, object], ...], ...]


@dataclass(frozen=True, slots=True)
class OpenCalendars:
    """Take the user to the holiday calendars, which all journeys share; the subject's days wait for one."""

    subject: Subject


@dataclass(frozen=True, slots=True)
class SetField:
    """Set one field of a thing to ``value``, typed as the record types it."""

    subject: Subject
    value: object


@dataclass(frozen=True, slots=True)
class MakeTask:
    """Make a task about the subject, due on that day."""

    subject: Subject
    title: Message
    due_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """Something the user may do about a finding, by running it; nothing is ever done by itself."""

    label: Message
    action: OpenField | EnterNew | EnterAll | OpenCalendars | SetField | MakeTask


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. ``code`` is ``family.what``; ``message`` has the dates and numbers in it.

    ``on`` is the day that decides how pressing it is (the deadline, the day the plan breaks), where there
    is one; it only orders findings of one severity. ``source`` is what somebody outside says, ``None`` for a
    rule of the program's own.
    """

    code: str
    severity: Severity
    message: Message
    subject: Subject
    source: Source | None = None
    fixes: tuple[Fix, ...] = ()
    on: dt.date | None = None

    @property
    def facts(self) -> str:
        """A digest of what the finding rests on: an acknowledgement holds only while this stays the same.

        It is made of the severity and of what the message says, not of how it is worded.
        """
        told = (self.code, self.severity.value, self.subject.kind, self.subject.id, _told(self.message))
        return hashlib.sha256(repr(told).encode()).hexdigest()[:16]

    @property
    def grounds(self) -> Source:
        """Where it comes from: its source, else the program itself."""
        return self.source or HOUSE_RULE

    @property
    def order(self) -> tuple[int, dt.date]:
        """By severity, then the most pressing first; findings without a day come last of theirs."""
        return _RANKS[self.severity], self.on or dt.date.max


def _told(value: Any) -> object:
    """What a value of a message says, the same in every run of the program."""
    match value:
        case Message():
            return value.context, value.msgid, _told(value.params)
        case Text():  # what it says, not whether somebody reviewed it
            return _told(value.wording)
        case Mapping():
            return [(name, _told(value[name])) for name in sorted(value)]
        case tuple() | list():
            return [_told(one) for one in value]
        case _:
            return str(value)
