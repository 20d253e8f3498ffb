"""What things of a journey are called inside a sentence, by their title or else by their kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.message import N_, NP_, Message
from planner.record.agency import Agency, CaseManager
from planner.record.appointment import Appointment, AppointmentKind
from planner.record.contact import Contact
from planner.record.course import Course
from planner.record.diagnosis import Diagnosis
from planner.record.document import Document, DocumentKind
from planner.record.fraction import Fraction
from planner.record.leg import Leg, LegMode
from planner.record.mdt import MdtMeeting
from planner.record.money import EstimateLine, Payment
from planner.record.place import Place
from planner.record.stay import Stay
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.traveller import Insurance, Medicine, Traveller
from planner.record.visa import EntryBasis, Visa, VisaStepKind

APPOINTMENT_NAMES: dict[AppointmentKind, Message] = {
    AppointmentKind.REMOTE_CONSULTATION: N_("Consultation from home"),
    AppointmentKind.CONSULTATION: N_("Consultation"),
    AppointmentKind.BLOODS: N_("Blood test"),
    AppointmentKind.IMAGING: N_("Scan"),
    AppointmentKind.INFORMED_CONSENT: N_("Talk about consent to the treatment"),
    AppointmentKind.FIDUCIAL_MARKERS: N_("Placing of the markers"),
    AppointmentKind.SIMULATION: N_("Simulation: fitting and planning scan"),
    AppointmentKind.PLANNING: N_("The treatment is being planned"),
    AppointmentKind.PLAN_QA: N_("Plan check and practice run"),
    AppointmentKind.WEEKLY_REVIEW: N_("Weekly review with the doctor"),
    AppointmentKind.END_REVIEW: N_("Review at the end of treatment"),
    AppointmentKind.DISCHARGE: N_("Discharge and papers"),
    AppointmentKind.FOLLOW_UP: N_("Follow-up"),
    AppointmentKind.TELE_REVIEW: N_("Review from home"),
    AppointmentKind.OTHER: N_("Appointment"),
}

BASES: dict[EntryBasis, Message] = {
    EntryBasis.S2: N_("S2 visa"),
    EntryBasis.S1: N_("S1 visa"),
    EntryBasis.M: N_("M visa"),
    EntryBasis.L: N_("L visa"),
    EntryBasis.Q2: N_("Q2 visa"),
    EntryBasis.UNILATERAL_VISA_FREE: N_("Visa-free entry"),
    EntryBasis.MUTUAL_EXEMPTION: N_("Visa-free entry by treaty"),
    EntryBasis.TRANSIT_240H: N_("Visa-free transit (240 hours)"),
    EntryBasis.HAINAN_VISA_FREE: N_("Visa-free entry to Hainan"),
    EntryBasis.RESIDENCE_PERMIT: N_("Residence permit"),
    EntryBasis.HOME_RETURN: N_("Home return permit"),
    EntryBasis.OTHER: N_("Another basis of entry"),
}

VISA_STEPS: dict[VisaStepKind, Message] = {
    VisaStepKind.ONLINE_FORM: N_("Visa: fill in the online form"),
    VisaStepKind.PRE_ASSESSMENT: N_("Visa: online check of the papers"),
    VisaStepKind.LODGE: N_("Visa: hand in the passport and the papers"),
    VisaStepKind.BIOMETRICS: N_("Visa: fingerprints"),
    VisaStepKind.FEE: N_("Visa: pay the fee"),
    VisaStepKind.INTERVIEW: N_("Visa: interview"),
    VisaStepKind.MORE_DOCUMENTS: N_("Visa: hand in more papers"),
    VisaStepKind.GRANTED: N_("Visa: granted"),
    VisaStepKind.REFUSED: N_("Visa: refused"),
    VisaStepKind.COLLECT: N_("Visa: collect the passport"),
}

DOCUMENT_KINDS: dict[DocumentKind, Message] = {
    DocumentKind.SUMMARY: N_("Medical summary"),
    DocumentKind.PATHOLOGY: N_("Pathology report"),
    DocumentKind.LABORATORY: N_("Laboratory results"),
    DocumentKind.IMAGING_REPORT: N_("Imaging report"),
    DocumentKind.DICOM: N_("Images (DICOM)"),
    DocumentKind.MEDICINE_LIST: N_("List of medicines"),
    DocumentKind.PRESCRIPTION: N_("Prescription"),
    DocumentKind.REFERRAL: N_("Referral"),
    DocumentKind.PASSPORT_COPY: N_("Copy of the passport"),
    DocumentKind.PHOTOGRAPH: N_("Photograph"),
    DocumentKind.KINSHIP_PROOF: N_("Proof of kinship"),
    DocumentKind.PROOF_OF_FUNDS: N_("Proof of funds"),
    DocumentKind.VISA_FORM: N_("Visa form"),
    DocumentKind.INVITATION_LETTER: N_("Invitation letter"),
    DocumentKind.ACCEPTANCE: N_("Letter of acceptance"),
    DocumentKind.ESTIMATE: N_("Cost estimate"),
    DocumentKind.MDT_RECORD: N_("Record of the MDT board"),
    DocumentKind.TREATMENT_PLAN: N_("Treatment plan"),
    DocumentKind.PRESCRIPTION_OF_COURSE: N_("Prescription of the course"),
    DocumentKind.CONSENT_FORM: N_("Consent form"),
    DocumentKind.PRIVACY_NOTICE: N_("Privacy notice"),
    DocumentKind.VISA: NP_("document", "Visa"),
    DocumentKind.TICKET: N_("Ticket"),
    DocumentKind.HOTEL_BOOKING: N_("Hotel booking"),
    DocumentKind.INSURANCE_POLICY: N_("Insurance policy"),
    DocumentKind.MEDICAL_CLEARANCE: N_("Medical clearance (MEDA)"),
    DocumentKind.FIT_TO_FLY: N_("Fit-to-fly certificate"),
    DocumentKind.ARRIVAL_CARD: N_("Arrival card"),
    DocumentKind.ADDRESS_REGISTRATION: N_("Address registration slip"),
    DocumentKind.STAY_PERMIT: N_("Stay permit"),
    DocumentKind.DISCHARGE_SUMMARY: N_("Discharge summary"),
    DocumentKind.INVOICE: N_("Invoice"),
    DocumentKind.RECEIPT: N_("Receipt"),
    DocumentKind.REFUSAL: N_("Refusal"),
    DocumentKind.OTHER: N_("Document"),
}

#: The same sentence with and without a number and a destination, per way of travelling.
_NUMBERED_TO = {
    LegMode.FLIGHT: N_("Flight {number} to {place}"),
    LegMode.TRAIN: N_("Train {number} to {place}"),
    LegMode.COACH: N_("Coach {number} to {place}"),
    LegMode.FERRY: N_("Ferry {number} to {place}"),
}
_NUMBERED = {
    LegMode.FLIGHT: N_("Flight {number}"),
    LegMode.TRAIN: N_("Train {number}"),
    LegMode.COACH: N_("Coach {number}"),
    LegMode.FERRY: N_("Ferry {number}"),
}
_TO = {
    LegMode.FLIGHT: N_("Flight to {place}"),
    LegMode.TRAIN: N_("Train to {place}"),
    LegMode.COACH: N_("Coach to {place}"),
    LegMode.FERRY: N_("Ferry to {place}"),
    LegMode.CAR: N_("Car to {place}"),
    LegMode.WALK: N_("Walk to {place}"),
}
_PLAIN = {
    LegMode.FLIGHT: NP_("way of travelling", "Flight"),
    LegMode.TRAIN: NP_("way of travelling", "Train"),
    LegMode.COACH: NP_("way of travelling", "Coach"),
    LegMode.FERRY: NP_("way of travelling", "Ferry"),
    LegMode.CAR: NP_("way of travelling", "Car"),
    LegMode.WALK: NP_("way of travelling", "Walk"),
}


def leg_title(mode: LegMode, number: str, place: Any) -> Message:
    """What a leg is called: with its number and destination as far as they are known."""
    if number and place and mode in _NUMBERED_TO:
        return filled(_NUMBERED_TO[mode], number=number, place=place)
    if place:
        return filled(_TO[mode], place=place)
    if number and mode in _NUMBERED:
        return filled(_NUMBERED[mode], number=number)
    return _PLAIN[mode]


def filled(message: Message, **params: Any) -> Message:
    """A sentence of a table with its values in place."""
    return Message(message.msgid, params, message.plural, message.context)


def traveller_name(traveller: Traveller | None) -> str | Message:
    """``ERIKSSON Anna Maria``; a word for somebody whose name nobody has entered."""
    return (traveller.full_name if traveller else "") or N_("an unnamed traveller")


def called(thing: Thing, places: Mapping[str, Place]) -> str | Text | Message:
    """What a thing is called: its own name or title, else what kind of thing it is."""
    match thing:
        case Traveller():
            return traveller_name(thing)
        case Place() | Contact() | Agency() | CaseManager() | Medicine():
            return thing.name or N_("an entry without a name")
        case Document():
            return thing.title or DOCUMENT_KINDS[thing.kind]
        case Appointment():
            return thing.title or APPOINTMENT_NAMES[thing.kind]
        case Leg():
            return leg_name(thing, places.get(thing.destination) if thing.destination else None)
        case Stay():
            place = places.get(thing.place) if thing.place else None
            return N_("the stay at {place}", place=place.name) if place else N_("a stay without a place")
        case Visa():
            return visa_name(thing)
        case Fraction():
            return N_("session {number}", number=thing.number)
        case Course():
            return thing.site or N_("the course")
        case Payment() | EstimateLine():
            return thing.what or N_("a payment")
        case MdtMeeting():
            return N_("MDT board")
        case Diagnosis():
            return thing.site or N_("the diagnosis")
        case Insurance():
            return N_("the insurance with {insurer}", insurer=thing.insurer)
    return N_("an entry")


def visa_name(visa: Visa) -> Message:
    """What the ground to enter is called: ``S2 visa``."""
    return BASES[visa.basis]


def leg_name(leg: Leg, destination: Place | None) -> Message:
    """``Flight 3U3812 to Chengdu``, as far as it is known; a ride goes to a door, not to a town."""
    if destination is None:
        return leg_title(leg.mode, leg.number, "")
    if leg.mode in (LegMode.CAR, LegMode.WALK):
        return leg_title(leg.mode, leg.number, destination.name)
    return leg_title(leg.mode, leg.number, destination.city or destination.name)
