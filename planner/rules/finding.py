"""A finding: what is wrong, with what, why, by which source, and what can be done about it."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from enum import StrEnum

from planner.message import Message


class Severity(StrEnum):
    """How bad it is: the plan cannot go on as it stands; it may break; good to know."""

    BLOCKER = "blocker"
    WARNING = "warning"
    NOTE = "note"


SEVERITIES = (Severity.BLOCKER, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing a finding is about: its kind (``"leg"``), its id, and the field to look at, if one."""

    kind: str
    id: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rule comes from, and on which day somebody last checked that it still says so."""

    title: str
    url: str = ""
    checked_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class OpenField:
    """Take the user to a field."""

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
    action: OpenField | SetField | MakeTask


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. ``code`` is ``family.what``; ``message`` has the dates and numbers in it."""

    code: str
    severity: Severity
    message: Message
    subject: Subject
    source: Source | None = None
    fixes: tuple[Fix, ...] = ()

    @property
    def facts(self) -> str:
        """A digest of what the finding rests on: an acknowledgement holds only while this stays the same."""
        said = repr(sorted((name, str(value)) for name, value in self.message.params.items()))
        told = f"{self.code}|{self.subject.kind}|{self.subject.id}|{self.message.msgid}|{said}"
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    @property
    def order(self) -> tuple[int, str, str, str]:
        """By severity, then code, then subject: the same findings always come in the same order."""
        return SEVERITIES.index(self.severity), self.code, self.subject.id, str(self.message)
