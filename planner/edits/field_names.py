"""What the fields of the record are called, in the words of the field: on forms, in undo, in the history."""

from __future__ import annotations

from typing import Any

from planner.edits.common_field_names import COMMON_FIELD_NAMES
from planner.message import N_, NP_, Message
from planner.record.agency import Agency, CaseManager
from planner.record.appointment import Appointment, Preparation
from planner.record.booking import BookedName, Booking, Confirmation
from planner.record.consent import Consent, Disclosure, Notice
from planner.record.contact import Contact
from planner.record.course import Course
from planner.record.diagnosis import Diagnosis
from planner.record.document import Document, Sending
from planner.record.fraction import Fraction
from planner.record.issue import Holder, Issue
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.mdt import Attendant, MdtMeeting
from planner.record.money import DatedRate, EstimateLine, Payment, Receipt
from planner.record.passport import Passport
from planner.record.stay import Stay
from planner.record.task import Task
from planner.record.tie import Tie
from planner.record.traveller import EmergencyContact, Insurance, Medicine, Traveller
from planner.record.treatment_days import DatedPolicy, DayException, MachineDown, ServiceDay
from planner.record.visa import AddressRegistration, Entry, StayExtension, Visa, VisaStep


def field_name(cls: Any, field: str) -> Message:
    """What ``field`` of the dataclass ``cls`` is called. Raises: KeyError for one without a name."""
    return _OF_CLASS.get((cls, field)) or COMMON_FIELD_NAMES[field]


#: What a field is called in one class, where the general word would mislead.
_OF_CLASS: dict[tuple[Any, str], Message] = {
    (Agency, "zone"): N_("Time zone of the office"),
    (Appointment, "mode"): N_("How they meet"),
    (Attendant, "name"): NP_("person", "Name"),
    (MdtMeeting, "mode"): N_("How the board meets"),
    (MdtMeeting, "document"): N_("Record of the board"),
    (Booking, "reference"): N_("Booking reference"),
    (Booking, "state"): N_("How firm"),
    (BookedName, "name"): N_("Name on the booking"),
    (CaseManager, "name"): NP_("person", "Name"),
    (Confirmation, "by"): N_("Confirmed by"),
    (Confirmation, "on"): N_("Confirmed on"),
    (Consent, "document"): N_("Signed form"),
    (Consent, "traveller"): N_("Given by"),
    (Notice, "documents"): N_("Documents it tells about"),
    (Notice, "traveller"): N_("Given to"),
    (Disclosure, "at"): N_("When"),
    (Disclosure, "audience"): N_("Copy for"),
    (Contact, "name"): NP_("person", "Name"),
    (Contact, "place"): N_("Works at"),
    (Contact, "title"): N_("Title or position"),
    (Course, "document"): N_("Prescription"),
    (Course, "room"): N_("Treatment room"),
    (Diagnosis, "document"): N_("Stated in"),
    (Document, "source"): N_("Came from"),
    (Document, "traveller"): N_("For whom"),
    (Fraction, "number"): N_("Fraction number"),
    (EmergencyContact, "name"): NP_("person", "Name"),
    (Insurance, "document"): N_("Policy document"),
    (Holder, "name"): NP_("person", "Name"),
    (Issue, "audience"): N_("Copy for"),
    (Journey, "country"): N_("Country of treatment"),
    (Journey, "languages"): N_("Print languages"),
    (Journey, "state"): N_("Case status"),
    (Journey, "zone"): N_("Time zone of treatment"),
    (Leg, "mode"): N_("Way of travelling"),
    (Leg, "number"): N_("Flight or train number"),
    (Leg, "travellers"): N_("Who travels"),
    (DatedRate, "source"): N_("Published by"),
    (EstimateLine, "valid_until"): N_("Holds until"),
    (Payment, "reference"): N_("Payment reference"),
    (Receipt, "document"): N_("Scanned in"),
    (Passport, "number"): N_("Passport number"),
    (Preparation, "words"): N_("As the hospital words it"),
    (Sending, "means"): N_("How it was sent"),
    (Stay, "arrives"): N_("First night"),
    (Stay, "travellers"): N_("Who stays"),
    (Stay, "place"): N_("House"),
    (Task, "origin"): NP_("task", "Made by"),
    (Tie, "number"): N_("Number of the fraction"),
    (Medicine, "name"): N_("Generic name"),
    (Traveller, "languages"): N_("Languages, best first"),
    (DatedPolicy, "source"): N_("Stated by"),
    (DatedPolicy, "kind"): N_("Habit"),
    (DayException, "date"): N_("Day"),
    (MachineDown, "first"): N_("Down from"),
    (MachineDown, "last"): N_("Down until"),
    (ServiceDay, "first"): N_("First maintenance day"),
    (AddressRegistration, "by"): N_("Registered by"),
    (AddressRegistration, "number"): N_("Registration number"),
    (Entry, "state"): N_("Planned or real"),
    (StayExtension, "until"): N_("Last legal day asked for"),
    (Visa, "entries"): N_("Entries allowed"),
    (Visa, "number"): N_("Visa number"),
    (Visa, "document"): N_("Scan of the visa"),
    (VisaStep, "place"): N_("Where"),
}
