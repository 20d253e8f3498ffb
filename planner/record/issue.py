"""Issues of an itinerary: numbered, frozen, and known by who holds them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from planner.record.consent import Audience
from planner.record.ids import AttachmentId, CaseManagerId, ContactId, IssueId, PlaceId, TravellerId
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody who holds a printed or sent copy, until it is given back or replaced."""

    name: Text
    given_on: dt.date | None = None
    returned_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Thing):
    """One issued revision. ``snapshot`` (the journey file) and ``pdf`` are among its attachments.

    Revisions of a journey are numbered in one sequence, whoever they are for: a number names one paper.
    ``reader`` is the traveller whose copy it is, or whose journey it tells others of; the recipient that of
    a driver (a contact), a hotel or one hospital (a place). ``sha256`` is the PDF's, in lower-case hex.
    ``replaces`` is the revision it supersedes: the last one for the same audience, reader and recipient.
    """

    id: IssueId
    revision: int
    issued: When
    audience: Audience
    reader: TravellerId | None = None
    recipient_place: PlaceId | None = None
    recipient_contact: ContactId | None = None
    languages: tuple[str, ...] = ("en", "zh_CN")
    paper: str = "A4"
    large_print: bool = False
    sha256: str = ""
    snapshot: AttachmentId | None = None
    pdf: AttachmentId | None = None
    issued_by: CaseManagerId | None = None
    replaces: int | None = None
    holders: tuple[Holder, ...] = ()

    @property
    def recipient(self) -> str:
        """The id of the driver, hotel or hospital it is for, ``""`` for none."""
        return self.recipient_place or self.recipient_contact or ""
