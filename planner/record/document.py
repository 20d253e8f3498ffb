"""Documents: what is needed, from whom it came, where it stands, and to whom each copy was sent."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from planner.record.ids import (
    CaseManagerId,
    ConsentId,
    ContactId,
    DocumentId,
    PlaceId,
    SendingId,
    TravellerId,
)
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.tie import Tie


class DocumentKind(StrEnum):
    """What a document is."""

    SUMMARY = "summary"
    PATHOLOGY = "pathology"
    LABORATORY = "laboratory"
    IMAGING_REPORT = "imaging-report"
    DICOM = "dicom"
    MEDICINE_LIST = "medicine-list"
    PRESCRIPTION = "prescription"
    REFERRAL = "referral"
    PASSPORT_COPY = "passport-copy"
    PHOTOGRAPH = "photograph"
    KINSHIP_PROOF = "kinship-proof"
    PROOF_OF_FUNDS = "proof-of-funds"
    VISA_FORM = "visa-form"
    INVITATION_LETTER = "invitation-letter"
    ACCEPTANCE = "acceptance"
    ESTIMATE = "estimate"
    MDT_RECORD = "mdt-record"
    TREATMENT_PLAN = "treatment-plan"
    PRESCRIPTION_OF_COURSE = "prescription-of-course"
    CONSENT_FORM = "consent-form"
    PRIVACY_NOTICE = "privacy-notice"
    VISA = "visa"
    TICKET = "ticket"
    HOTEL_BOOKING = "hotel-booking"
    INSURANCE_POLICY = "insurance-policy"
    MEDICAL_CLEARANCE = "medical-clearance"
    FIT_TO_FLY = "fit-to-fly"
    ARRIVAL_CARD = "arrival-card"
    ADDRESS_REGISTRATION = "address-registration"
    STAY_PERMIT = "stay-permit"
    DISCHARGE_SUMMARY = "discharge-summary"
    INVOICE = "invoice"
    RECEIPT = "receipt"
    REFUSAL = "refusal"
    OTHER = "other"


class DocumentState(StrEnum):
    """How far a document has got, in this order (certified or apostilled where it must be)."""

    NEEDED = "needed"
    REQUESTED = "requested"
    RECEIVED = "received"
    TRANSLATED = "translated"
    CERTIFIED = "certified"
    SENT = "sent"
    ACCEPTED = "accepted"


class DocumentSource(StrEnum):
    """Who the information came from; unless it was the person, a duty to notify follows (NZ HIPC rule 3A)."""

    PATIENT = "patient"
    COMPANION = "companion"
    HOSPITAL = "hospital"
    GENERAL_PRACTITIONER = "general-practitioner"
    AUTHORITY = "authority"
    CARRIER = "carrier"
    INSURER = "insurer"
    AGENCY = "agency"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEvent:
    """A document reached ``state`` on that day, through ``by``."""

    state: DocumentState
    on: dt.date
    by: Text = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending(Thing):
    """One sending of a document to one recipient, under the consent that allows it."""

    id: SendingId
    sent_on: dt.date
    to_place: PlaceId | None = None
    to_contact: ContactId | None = None
    to_name: Text = Text()
    means: Text = Text()
    consent: ConsentId | None = None
    sent_by: CaseManagerId | None = None
    received_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Thing):
    """A document, wanted or in hand. ``expires_on``, ``covers_from`` and ``covers_to`` are included days.

    ``covers_from``/``covers_to`` are the dates a letter vouches for (an invitation's treatment dates).
    ``passport_number`` and ``name_printed`` are what the document carries, letter for letter, to be
    compared with the passport. ``needed_for`` is the id of the step that needs it, ``needed_by`` the last
    day it may arrive (``needed_by_tie`` when that hangs on another date). ``translations_needed`` are
    locales; ``translation_of`` is the original's id. ``received_on`` and ``source`` say when and from
    whom the agency got it.
    """

    id: DocumentId
    kind: DocumentKind
    title: Text
    traveller: TravellerId | None = None
    state: DocumentState = DocumentState.NEEDED
    languages: tuple[str, ...] = ()
    number: str = ""
    issuer: Text = Text()
    issued_on: dt.date | None = None
    expires_on: dt.date | None = None
    covers_from: dt.date | None = None
    covers_to: dt.date | None = None
    passport_number: str = ""
    name_printed: str = ""
    source: DocumentSource | None = None
    received_from: Text = Text()
    received_on: dt.date | None = None
    needed_for: str | None = None
    needed_by: dt.date | None = None
    needed_by_tie: Tie | None = None
    translations_needed: tuple[str, ...] = ()
    translation_of: DocumentId | None = None
    carried_by_hand: bool = False
    events: tuple[DocumentEvent, ...] = ()
    sendings: tuple[Sending, ...] = ()
