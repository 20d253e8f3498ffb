"""Multidisciplinary team (MDT) meetings: who met, what was asked, what each said, what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planner.record.booking import Confirmation
from planner.record.contact import ContactRole
from planner.record.ids import ContactId, DocumentId, MdtMeetingId, PlaceId
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.when import When


class MeetingMode(StrEnum):
    """How the board or consultation meets."""

    IN_PERSON = "in-person"
    VIDEO = "video"
    TELEPHONE = "telephone"
    PAPERS_ONLY = "papers-only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendant:
    """Somebody at the board, by role; ``contact`` when they are in the directory."""

    role: ContactRole
    contact: ContactId | None = None
    name: Text = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one specialist said, in their words."""

    role: ContactRole
    contact: ContactId | None = None
    words: Text = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class MdtMeeting(Thing):
    """One meeting of a board. ``material_due`` is the last moment at which material may reach it.

    ``decision`` is the board's own; ``written_by`` wrote it down in ``document``.
    """

    id: MdtMeetingId
    hospital: PlaceId | None = None
    mode: MeetingMode = MeetingMode.VIDEO
    starts: When | None = None
    duration_minutes: int | None = None
    attendants: tuple[Attendant, ...] = ()
    interpreter: ContactId | None = None
    material_due: When | None = None
    material: tuple[DocumentId, ...] = ()
    questions: tuple[Text, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    decision: Text = Text()
    written_by: ContactId | None = None
    document: DocumentId | None = None
    confirmation: Confirmation | None = None
