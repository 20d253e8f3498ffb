"""Which way the days of each field of the record lie: what day is meant where no year was typed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any

from planner.record.acknowledgement import Acknowledgement
from planner.record.appointment import Appointment
from planner.record.booking import Booking, Confirmation
from planner.record.consent import Consent, Disclosure, Notice
from planner.record.course import Course
from planner.record.diagnosis import Diagnosis
from planner.record.document import Document, DocumentEvent, Sending
from planner.record.fraction import Fraction
from planner.record.issue import Holder, Issue
from planner.record.journey import Journey
from planner.record.leg import Leg, MedicalClearance
from planner.record.mdt import MdtMeeting
from planner.record.money import Balance, DatedRate, Deposit, EstimateLine, Payment, Receipt
from planner.record.passport import Passport
from planner.record.place import Place
from planner.record.stay import Stay
from planner.record.task import Task
from planner.record.thing import Attachment
from planner.record.traveller import Insurance, Traveller
from planner.record.treatment_days import DatedPolicy, DayException, MachineDown, ServiceDay
from planner.record.visa import AddressRegistration, Entry, StayExtension, Visa, VisaStep


class Nature(Enum):
    """A day that is over once it can be entered, one that is mostly ahead, either; and a day of birth, of
    which the year is never clear."""

    PAST = auto()
    COMING = auto()
    EITHER = auto()
    BIRTH = auto()


_FIELDS: Mapping[Nature, Mapping[Any, tuple[str, ...]]] = {
    Nature.BIRTH: {Traveller: ("born_on",)},
    Nature.PAST: {
        Acknowledgement: ("on",),
        AddressRegistration: ("registered",),
        Attachment: ("added_on",),
        Balance: ("on",),
        Booking: ("booked_on",),
        Confirmation: ("on",),
        Consent: ("given_on", "withdrawn_on"),
        Course: ("prescribed_on",),
        DatedPolicy: ("checked_on",),
        DatedRate: ("on",),
        Diagnosis: ("stated_on",),
        Disclosure: ("at",),
        Document: ("issued_on", "received_on"),
        DocumentEvent: ("on",),
        EstimateLine: ("stated_on",),
        Fraction: ("delivered_at",),
        Holder: ("given_on", "returned_on"),
        Issue: ("issued",),
        Journey: ("opened_on",),
        MedicalClearance: ("sent_on", "granted_on"),
        Notice: ("given",),
        Passport: ("issued_on",),
        Payment: ("paid_on",),
        Place: ("verified_on",),
        Receipt: ("issued_on",),
        Sending: ("sent_on", "received_on"),
        StayExtension: ("applied_on",),
        Task: ("done_on",),
        Visa: ("issued_on",),
        VisaStep: ("done_on",),
    },
    Nature.COMING: {
        Appointment: ("starts", "ends"),
        Booking: ("free_cancel_until",),
        Document: ("expires_on", "covers_to", "needed_by"),
        EstimateLine: ("valid_until",),
        Fraction: ("starts",),
        Insurance: ("valid_to",),
        Journey: ("retain_until",),
        Leg: ("departs", "arrives", "check_in"),
        MdtMeeting: ("starts", "material_due"),
        MedicalClearance: ("for_departure",),
        Passport: ("expires_on",),
        Payment: ("due_on",),
        Stay: ("arrives", "leaves"),
        StayExtension: ("apply_on", "until"),
        Task: ("due_on",),
        Visa: ("enter_by",),
        VisaStep: ("planned",),
        Entry: ("stamped_until",),
    },
    Nature.EITHER: {
        DatedPolicy: ("valid_from", "closed_days", "extra_days"),
        DayException: ("date",),
        Deposit: ("draws_from", "draws_to"),
        Document: ("covers_from",),
        Entry: ("entered", "exited", "arrival_card_on"),
        Insurance: ("valid_from",),
        Journey: ("last_service_on",),
        MachineDown: ("first", "last"),
        ServiceDay: ("first",),
    },
}
#: By class and field, in one place.
NATURES: Mapping[tuple[Any, str], Nature] = {
    (cls, field): nature
    for nature, of_class in _FIELDS.items()
    for cls, fields in of_class.items()
    for field in fields
}


def nature_of(owner: Any, field: str) -> Nature:
    """Which way the days of ``field`` of ``owner`` lie; either, where nothing is known of it."""
    return NATURES.get((owner, field), Nature.EITHER)
