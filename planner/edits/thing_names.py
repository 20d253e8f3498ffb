"""What things are called in labels of edits and on their forms: one's own name, and the name of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.message import N_, NP_, Message
from planner.record.acknowledgement import Acknowledgement
from planner.record.agency import Agency, CaseManager
from planner.record.appointment import Appointment, Preparation
from planner.record.booking import BookedName, Booking, Confirmation
from planner.record.consent import Consent, Disclosure, Notice
from planner.record.contact import Contact
from planner.record.course import Course
from planner.record.diagnosis import Diagnosis
from planner.record.document import Document, DocumentEvent, Sending
from planner.record.fraction import Fraction
from planner.record.issue import Holder, Issue
from planner.record.journey import Journey
from planner.record.leg import Leg, LegMode, MedicalClearance, Seat, ServiceRequest
from planner.record.mdt import Attendant, MdtMeeting, Opinion
from planner.record.money import Balance, DatedRate, Deposit, EstimateLine, Money, Payment, Receipt
from planner.record.passport import Passport
from planner.record.place import OpeningHours, Place
from planner.record.shape import shape_of
from planner.record.stay import Stay
from planner.record.task import Task
from planner.record.text import Text
from planner.record.thing import Attachment, Thing
from planner.record.tie import Tie
from planner.record.traveller import Allergy, EmergencyContact, Insurance, Medicine, Traveller
from planner.record.treatment_days import DatedPolicy, DayException, MachineDown, ServiceDay
from planner.record.visa import AddressRegistration, Entry, StayExtension, Visa, VisaStep
from planner.record.when import When
from planner.schedule.names import VISA_STEPS, called, leg_title, traveller_name

KINDS: dict[Any, Message] = {
    Acknowledgement: NP_("kind of thing", "Acknowledged finding"),
    AddressRegistration: NP_("kind of thing", "Address registration"),
    Agency: NP_("kind of thing", "Agency"),
    Allergy: NP_("kind of thing", "Allergy"),
    Appointment: NP_("kind of thing", "Appointment"),
    Attachment: NP_("kind of thing", "Attached file"),
    Attendant: NP_("kind of thing", "Attendant"),
    Balance: NP_("kind of thing", "Balance"),
    BookedName: NP_("kind of thing", "Name on the booking"),
    Booking: NP_("kind of thing", "Booking"),
    CaseManager: NP_("kind of thing", "Case manager"),
    Confirmation: NP_("kind of thing", "Confirmation"),
    Consent: NP_("kind of thing", "Consent"),
    Contact: NP_("kind of thing", "Contact"),
    Course: NP_("kind of thing", "Course"),
    DatedPolicy: NP_("kind of thing", "Policy of treatment days"),
    DatedRate: NP_("kind of thing", "Exchange rate"),
    DayException: NP_("kind of thing", "Single day"),
    Deposit: NP_("kind of thing", "Deposit account"),
    Diagnosis: NP_("kind of thing", "Diagnosis"),
    Disclosure: NP_("kind of thing", "Disclosure"),
    Document: NP_("kind of thing", "Document"),
    DocumentEvent: NP_("kind of thing", "Event"),
    EmergencyContact: NP_("kind of thing", "Emergency contact"),
    Entry: NP_("kind of thing", "Entry and exit"),
    EstimateLine: NP_("kind of thing", "Line of the estimate"),
    Fraction: NP_("kind of thing", "Session"),
    Holder: NP_("kind of thing", "Holder"),
    Insurance: NP_("kind of thing", "Insurance policy"),
    Issue: NP_("kind of thing", "Issued revision"),
    Journey: NP_("kind of thing", "Journey"),
    Leg: NP_("kind of thing", "Leg"),
    MachineDown: NP_("kind of thing", "Machine down"),
    MdtMeeting: NP_("kind of thing", "MDT meeting"),
    MedicalClearance: NP_("kind of thing", "Medical clearance"),
    Medicine: NP_("kind of thing", "Medicine"),
    Money: NP_("kind of thing", "Amount"),
    Notice: NP_("kind of thing", "Notice"),
    OpeningHours: NP_("kind of thing", "Opening hours"),
    Opinion: NP_("kind of thing", "Opinion"),
    Passport: NP_("kind of thing", "Passport"),
    Payment: NP_("kind of thing", "Payment"),
    Place: NP_("kind of thing", "Place"),
    Preparation: NP_("kind of thing", "Preparation"),
    Receipt: NP_("kind of thing", "Receipt"),
    Seat: NP_("kind of thing", "Seat"),
    Sending: NP_("kind of thing", "Sending"),
    ServiceDay: NP_("kind of thing", "Maintenance day"),
    ServiceRequest: NP_("kind of thing", "Service asked for"),
    Stay: NP_("kind of thing", "Stay"),
    StayExtension: NP_("kind of thing", "Extension of stay"),
    Task: NP_("kind of thing", "Task"),
    Text: NP_("kind of thing", "Words"),
    Tie: NP_("kind of thing", "Tie"),
    Traveller: NP_("kind of thing", "Traveller"),
    Visa: NP_("kind of thing", "Visa or ground of entry"),
    VisaStep: NP_("kind of thing", "Step of the application"),
    When: NP_("kind of thing", "Moment"),
}
"""What one thing or value of each kind is called."""


def kind_name(cls: Any) -> Message:
    """What a thing of this kind is called. Raises: KeyError for what is no kind of the record."""
    return KINDS[cls]


def thing_name(thing: Thing, journey: Journey | None = None) -> str | Text | Message:
    """What ``thing`` is called: its name, title or number, else its kind. ``journey`` names whom it is of."""
    match thing:
        case Journey():
            return traveller_name(thing.patient) if thing.patient else KINDS[Journey]
        case Leg() if thing.number:
            return leg_title(thing.mode, thing.number, "") if thing.mode is LegMode.CAR else thing.number
        case Passport():
            return N_("passport {number}", number=thing.number) if thing.number else KINDS[Passport]
        case Visa():
            return _of(called(thing, {}), thing.traveller, journey)
        case Entry():
            return _of(KINDS[Entry], thing.traveller, journey)
        case VisaStep():
            return VISA_STEPS[thing.kind]
        case Task():
            return thing.title or KINDS[Task]
        case Payment() | EstimateLine() | Deposit():
            return thing.what or KINDS[type(thing)]
        case Receipt():
            return N_("receipt {number}", number=thing.number) if thing.number else KINDS[Receipt]
        case Sending():
            return N_("sending of {day}", day=thing.sent_on)
        case Consent():
            return _consent_of(thing, journey)
        case Notice():
            return _of(KINDS[Notice], thing.traveller, journey)
        case Disclosure():
            return thing.recipient_name or N_("disclosure of {day}", day=thing.at.date)
        case Issue():
            return N_("revision {number}", number=thing.revision)
        case Insurance() if not thing.insurer:
            return KINDS[Insurance]
        case Acknowledgement() | StayExtension():
            return KINDS[type(thing)]
    return called(thing, _places(journey))


_TELLING: Mapping[Any, tuple[str, ...]] = {
    Appointment: ("title", "kind"),
    Attendant: ("name",),
    Consent: ("recipient_name",),
    Contact: ("name",),
    Course: ("site",),
    Deposit: ("what",),
    Diagnosis: ("site",),
    Document: ("title", "kind"),
    EstimateLine: ("what",),
    Fraction: ("number",),
    Insurance: ("insurer",),
    Leg: ("mode",),
    Medicine: ("name",),
    Passport: ("number",),
    Payment: ("what",),
    Place: ("name",),
    Receipt: ("number",),
    Stay: ("place",),
    Task: ("title",),
    Traveller: ("surname", "given_names"),
    Visa: ("basis",),
    VisaStep: ("kind",),
}
"""The fields that a thing which is still being entered is called after: one of them says enough."""


def begun_name(cls: Any, values: Mapping[str, Any], journey: Journey | None = None) -> str | Text | Message:
    """What a new thing is called while it is being entered, as far as ``values`` of its fields tell; else its
    kind. A leg is called after how one travels. Raises: KeyError for what is no kind of the record.
    """
    if not any(values.get(name) for name in _TELLING.get(cls, ())):
        return KINDS[cls]
    blank = {one.name: "" if one.type is str else None for one in shape_of(cls) if one.required}
    begun: Thing = cls(**{**blank, "id": "", **values})
    return called(begun, _places(journey)) if isinstance(begun, Leg) else thing_name(begun, journey)


def _consent_of(consent: Consent, journey: Journey | None) -> str | Text | Message:
    """Whose it is and whom it lets see: with the recipient alone it would read as if that were theirs."""
    who, person = consent.recipient_name, _person(consent.traveller, journey)
    if not who:
        return _of(KINDS[Consent], consent.traveller, journey)
    if person is None:
        return N_("Consent for {recipient}", recipient=who)
    return N_("Consent of {person} for {recipient}", person=traveller_name(person), recipient=who)


def _of(what: str | Text | Message, traveller: str, journey: Journey | None) -> str | Text | Message:
    person = _person(traveller, journey)
    return N_("{what} of {person}", what=what, person=traveller_name(person)) if person else what


def _person(traveller: str, journey: Journey | None) -> Traveller | None:
    return next((one for one in journey.travellers if one.id == traveller), None) if journey else None


def _places(journey: Journey | None) -> Mapping[str, Place]:
    return {place.id: place for place in journey.places} if journey else {}
