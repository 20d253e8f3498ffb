"""What every thing of the record has: an id, notes for the case manager, and attached files."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from planner.record.ids import AttachmentId


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept with a thing. The vault holds its contents, encrypted, by ``sha256`` (hex, lower case)."""

    id: AttachmentId
    name: str
    media_type: str
    size_bytes: int
    sha256: str
    added_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing of the record. ``notes`` are the case manager's own words; they never print."""

    id: str
    notes: str = ""
    attachments: tuple[Attachment, ...] = ()
