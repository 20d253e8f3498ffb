"""Consent, notices and disclosures: who may see what, what was said, and what was handed out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from planner.record.ids import (
    CaseManagerId,
    ConsentId,
    ContactId,
    DisclosureId,
    DocumentId,
    IssueId,
    NoticeId,
    PlaceId,
    TravellerId,
)
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.when import When


class Audience(StrEnum):
    """For whom a copy of the itinerary is made; a copy holds only what its reader may see."""

    PATIENT = "patient"
    COMPANION = "companion"
    HOSPITAL = "hospital"
    DRIVER = "driver"
    HOTEL = "hotel"
    AGENCY = "agency"


class DataCategory(StrEnum):
    """What a consent covers or a disclosure held."""

    IDENTITY = "identity"
    PASSPORT = "passport"
    CONTACT_DETAILS = "contact-details"
    HEALTH = "health"
    IMAGES = "images"
    TREATMENT = "treatment"
    TRAVEL = "travel"
    MONEY = "money"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Thing):
    """A person's agreement that ``recipient`` may see ``categories`` for ``purpose``.

    ``wording`` is the text shown when it was given. ``overseas`` is set when the recipient is abroad and
    the person was told that protection there may be weaker (NZ HIPC rule 12; PIPL articles 38–39). A
    consent without ``given_on`` was never given; from ``withdrawn_on`` on it no longer holds.
    """

    id: ConsentId
    traveller: TravellerId
    audience: Audience | None = None
    recipient_place: PlaceId | None = None
    recipient_contact: ContactId | None = None
    recipient_name: Text = Text()
    categories: tuple[DataCategory, ...] = ()
    purpose: Text = Text()
    wording: Text = Text()
    overseas: bool = False
    given_on: dt.date | None = None
    withdrawn_on: dt.date | None = None
    document: DocumentId | None = None

    def holds(self, on: dt.date) -> bool:
        """Whether it was given by that day and is not withdrawn on it."""
        if self.given_on is None or self.given_on > on:
            return False
        return self.withdrawn_on is None or self.withdrawn_on > on


class NoticeKind(StrEnum):
    """Which duty a notice meets."""

    INDIRECT_COLLECTION = "indirect-collection"  # NZ HIPC rule 3A, since 1 May 2026
    PRIVACY = "privacy"
    CROSS_BORDER = "cross-border"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Thing):
    """A notice given to a person; ``documents`` are those it tells about."""

    id: NoticeId
    kind: NoticeKind
    traveller: TravellerId
    given: When | None = None
    means: Text = Text()
    wording: Text = Text()
    documents: tuple[DocumentId, ...] = ()


class DisclosureKind(StrEnum):
    """How something left the record."""

    PRINT = "print"
    SEND = "send"
    EXPORT = "export"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure(Thing):
    """Something of the record left it: when, to whom, for which audience, under which consent."""

    id: DisclosureId
    kind: DisclosureKind
    at: When
    audience: Audience | None = None
    recipient_place: PlaceId | None = None
    recipient_contact: ContactId | None = None
    recipient_name: Text = Text()
    issue: IssueId | None = None
    revision: int | None = None
    documents: tuple[DocumentId, ...] = ()
    consent: ConsentId | None = None
    by: CaseManagerId | None = None
