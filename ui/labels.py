"""What the record's choices are called on the screen.

They are kept by class, since choices of two classes with the same value are equal to Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from planner.message import N_, NP_, Message
from planner.record.booking import BookingState
from planner.record.consent import Audience, DataCategory, NoticeKind
from planner.record.document import DocumentSource, DocumentState
from planner.record.fraction import MissedReason
from planner.record.journey import JourneyState
from planner.record.kind_names import ENTRY_BASES
from planner.record.money import EstimateCategory, PaymentMethod, PaymentState, ReceiptKind
from planner.record.passport import PassportState
from planner.record.traveller import TravellerRole
from planner.record.visa import EntryBasis, VisaState, VisaStepKind
from ui.choice_labels import CHOICES
from ui.theme.tokens import Tone

Label = tuple[Message, Tone]

_LABELS: dict[type[StrEnum], Mapping[Any, Message]] = {
    **CHOICES,
    JourneyState: {
        JourneyState.ENQUIRY: N_("Enquiry"),
        JourneyState.ACTIVE: N_("Active"),
        JourneyState.COMPLETED: N_("Completed"),
        JourneyState.CLOSED: N_("Closed"),
    },
    TravellerRole: {
        TravellerRole.PATIENT: N_("Patient"),
        TravellerRole.COMPANION: N_("Companion"),
    },
    PassportState: {
        PassportState.CURRENT: NP_("passport", "Current"),
        PassportState.RENEWING: NP_("passport", "Being renewed"),
        PassportState.REPLACED: NP_("passport", "Replaced"),
        PassportState.LOST: NP_("passport", "Lost"),
    },
    DocumentState: {
        DocumentState.NEEDED: NP_("document", "Needed"),
        DocumentState.REQUESTED: NP_("document", "Requested"),
        DocumentState.RECEIVED: NP_("document", "Received"),
        DocumentState.TRANSLATED: NP_("document", "Translated"),
        DocumentState.CERTIFIED: NP_("document", "Certified"),
        DocumentState.SENT: NP_("document", "Sent"),
        DocumentState.ACCEPTED: NP_("document", "Accepted"),
    },
    DocumentSource: {
        DocumentSource.PATIENT: N_("from the patient"),
        DocumentSource.COMPANION: N_("from the companion"),
        DocumentSource.HOSPITAL: N_("from the hospital"),
        DocumentSource.GENERAL_PRACTITIONER: N_("from the family doctor"),
        DocumentSource.AUTHORITY: N_("from an authority"),
        DocumentSource.CARRIER: N_("from the carrier"),
        DocumentSource.INSURER: N_("from the insurer"),
        DocumentSource.AGENCY: N_("from the agency"),
        DocumentSource.OTHER: N_("from somebody else"),
    },
    VisaState: {
        VisaState.PLANNED: NP_("visa", "Planned"),
        VisaState.PREPARING: NP_("visa", "In preparation"),
        VisaState.LODGED: NP_("visa", "Lodged"),
        VisaState.GRANTED: NP_("visa", "Granted"),
        VisaState.REFUSED: NP_("visa", "Refused"),
        VisaState.WITHDRAWN: NP_("visa", "Withdrawn"),
        VisaState.NOT_NEEDED: NP_("visa", "Not needed"),
    },
    VisaStepKind: {
        VisaStepKind.ONLINE_FORM: NP_("visa step", "Online form"),
        VisaStepKind.PRE_ASSESSMENT: NP_("visa step", "Online check of the papers"),
        VisaStepKind.LODGE: NP_("visa step", "Passport and papers handed in"),
        VisaStepKind.BIOMETRICS: NP_("visa step", "Fingerprints"),
        VisaStepKind.FEE: NP_("visa step", "Fee"),
        VisaStepKind.INTERVIEW: NP_("visa step", "Interview"),
        VisaStepKind.MORE_DOCUMENTS: NP_("visa step", "More papers"),
        VisaStepKind.GRANTED: NP_("visa step", "Granted"),
        VisaStepKind.REFUSED: NP_("visa step", "Refused"),
        VisaStepKind.COLLECT: NP_("visa step", "Passport collected"),
    },
    EntryBasis: ENTRY_BASES,
    BookingState: {
        BookingState.IDEA: NP_("booking", "Idea"),
        BookingState.HELD: NP_("booking", "Held"),
        BookingState.BOOKED: NP_("booking", "Booked"),
        BookingState.CONFIRMED: NP_("booking", "Confirmed"),
        BookingState.CHANGED: NP_("booking", "Changed"),
        BookingState.CANCELLED: NP_("booking", "Cancelled"),
        BookingState.USED: NP_("booking", "Used"),
    },
    EstimateCategory: {
        EstimateCategory.MEDICAL: N_("Medical"),
        EstimateCategory.TRAVEL: N_("Travel"),
        EstimateCategory.ACCOMMODATION: N_("Accommodation"),
        EstimateCategory.INTERPRETING: N_("Interpreting"),
        EstimateCategory.DOCUMENTS: N_("Documents"),
        EstimateCategory.AGENCY: N_("Agency"),
        EstimateCategory.OTHER: N_("Other"),
    },
    PaymentState: {
        PaymentState.PLANNED: NP_("payment", "Planned"),
        PaymentState.SENT: NP_("payment", "Sent"),
        PaymentState.RECEIVED: NP_("payment", "Received"),
        PaymentState.FAILED: NP_("payment", "Failed"),
        PaymentState.CANCELLED: NP_("payment", "Cancelled"),
    },
    PaymentMethod: {
        PaymentMethod.WIRE: N_("by bank transfer"),
        PaymentMethod.CARD: N_("by card"),
        PaymentMethod.ALIPAY: N_("by Alipay"),
        PaymentMethod.WECHAT_PAY: N_("by WeChat Pay"),
        PaymentMethod.CASH: N_("in cash"),
        PaymentMethod.OTHER: N_("in another way"),
    },
    ReceiptKind: {
        ReceiptKind.FAPIAO: N_("Fapiao 发票"),
        ReceiptKind.ITEMISED_LIST: N_("Itemised list"),
        ReceiptKind.RECEIPT: N_("Receipt"),
        ReceiptKind.INVOICE: N_("Invoice"),
    },
    Audience: {
        Audience.PATIENT: NP_("copy", "Patient"),
        Audience.COMPANION: NP_("copy", "Companion"),
        Audience.HOSPITAL: NP_("copy", "Hospital"),
        Audience.DRIVER: NP_("copy", "Driver"),
        Audience.HOTEL: NP_("copy", "Hotel"),
        Audience.AGENCY: NP_("copy", "Agency"),
    },
    DataCategory: {
        DataCategory.IDENTITY: N_("identity"),
        DataCategory.PASSPORT: N_("passport"),
        DataCategory.CONTACT_DETAILS: N_("contact details"),
        DataCategory.HEALTH: N_("health"),
        DataCategory.IMAGES: N_("images"),
        DataCategory.TREATMENT: N_("treatment"),
        DataCategory.TRAVEL: N_("travel"),
        DataCategory.MONEY: N_("money"),
    },
    MissedReason: {
        MissedReason.MACHINE_DOWN: NP_("missed", "The machine was down"),
        MissedReason.PATIENT_UNWELL: NP_("missed", "The patient was unwell"),
        MissedReason.CENTRE_CLOSED: NP_("missed", "The centre was closed"),
        MissedReason.TRAVEL: NP_("missed", "They could not get there"),
        MissedReason.PATIENT_CHOICE: NP_("missed", "The patient decided so"),
        MissedReason.OTHER: NP_("missed", "Another reason"),
    },
    NoticeKind: {
        NoticeKind.INDIRECT_COLLECTION: N_("Notice of information received from others (rule 3A)"),
        NoticeKind.PRIVACY: N_("Privacy notice"),
        NoticeKind.CROSS_BORDER: N_("Notice of sending information abroad"),
    },
}

_TONES: dict[type[StrEnum], dict[StrEnum, Tone]] = {
    DocumentState: {
        DocumentState.NEEDED: Tone.WARNING,
        DocumentState.REQUESTED: Tone.WARNING,
        DocumentState.RECEIVED: Tone.INFO,
        DocumentState.TRANSLATED: Tone.INFO,
        DocumentState.CERTIFIED: Tone.INFO,
        DocumentState.SENT: Tone.INFO,
        DocumentState.ACCEPTED: Tone.OK,
    },
    VisaState: {
        VisaState.LODGED: Tone.INFO,
        VisaState.GRANTED: Tone.OK,
        VisaState.REFUSED: Tone.DANGER,
        VisaState.NOT_NEEDED: Tone.OK,
    },
    BookingState: {
        BookingState.IDEA: Tone.WARNING,
        BookingState.HELD: Tone.WARNING,
        BookingState.BOOKED: Tone.INFO,
        BookingState.CONFIRMED: Tone.OK,
        BookingState.CHANGED: Tone.WARNING,
        BookingState.CANCELLED: Tone.DANGER,
    },
    PaymentState: {
        PaymentState.SENT: Tone.INFO,
        PaymentState.RECEIVED: Tone.OK,
        PaymentState.FAILED: Tone.DANGER,
    },
    PassportState: {
        PassportState.CURRENT: Tone.OK,
        PassportState.RENEWING: Tone.WARNING,
        PassportState.LOST: Tone.DANGER,
    },
}


def name(choice: StrEnum) -> Message:
    """What a choice is called. Raises: KeyError for one that the screen never shows."""
    return _LABELS[type(choice)][choice]


def state(choice: StrEnum) -> Label:
    """What a state is called, and the tone it is shown in."""
    return name(choice), _TONES.get(type(choice), {}).get(choice, Tone.NEUTRAL)


def late(choice: StrEnum) -> Label:
    """A state that should be over by now."""
    return N_("{state}, late", state=name(choice)), Tone.DANGER


def known() -> tuple[type[StrEnum], ...]:
    """The choices that have names here; of each of them, all have."""
    return tuple(_LABELS)
