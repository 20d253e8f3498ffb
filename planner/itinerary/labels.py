"""What the record's choices are called on paper."""

from __future__ import annotations

from typing import Any

from planner.itinerary.item import ItemKind
from planner.message import N_, NP_, Message
from planner.record.appointment import AppointmentKind
from planner.record.contact import ContactRole
from planner.record.course import Modality
from planner.record.fraction import MissedReason
from planner.record.leg import LegMode
from planner.record.mdt import MeetingMode
from planner.record.money import PaymentKind
from planner.record.traveller import TravellerRole
from planner.record.visa import EntryBasis, VisaStepKind
from planner.reference.phrasebook import EmergencyService

TO_BE_CONFIRMED = N_("to be confirmed")

ROLES: dict[ContactRole, Message] = {
    ContactRole.INTERPRETER: N_("Interpreter"),
    ContactRole.DRIVER: N_("Driver"),
    ContactRole.COORDINATOR: N_("Coordinator"),
    ContactRole.SURGEON: N_("Surgeon"),
    ContactRole.ONCOLOGIST: N_("Oncologist"),
    ContactRole.RADIATION_ONCOLOGIST: N_("Radiation oncologist"),
    ContactRole.RADIOLOGIST: N_("Radiologist"),
    ContactRole.PATHOLOGIST: N_("Pathologist"),
    ContactRole.HEPATOLOGIST: N_("Liver specialist"),
    ContactRole.ANAESTHETIST: N_("Anaesthetist"),
    ContactRole.MEDICAL_PHYSICIST: N_("Medical physicist"),
    ContactRole.RADIATION_THERAPIST: N_("Radiation therapist"),
    ContactRole.GENERAL_PRACTITIONER: N_("Family doctor"),
    ContactRole.NURSE: N_("Nurse"),
    ContactRole.INSURER: N_("Insurer"),
    ContactRole.OTHER: N_("Contact"),
}

TRAVELLER_ROLES: dict[TravellerRole, Message] = {
    TravellerRole.PATIENT: N_("Patient"),
    TravellerRole.COMPANION: N_("Companion"),
}

APPOINTMENTS: dict[AppointmentKind, tuple[ItemKind, Message]] = {
    AppointmentKind.REMOTE_CONSULTATION: (ItemKind.CONSULTATION, N_("Consultation from home")),
    AppointmentKind.CONSULTATION: (ItemKind.CONSULTATION, N_("Consultation")),
    AppointmentKind.BLOODS: (ItemKind.BLOODS, N_("Blood test")),
    AppointmentKind.IMAGING: (ItemKind.IMAGING, N_("Scan")),
    AppointmentKind.INFORMED_CONSENT: (ItemKind.CONSULTATION, N_("Talk about consent to the treatment")),
    AppointmentKind.FIDUCIAL_MARKERS: (ItemKind.PROCEDURE, N_("Placing of the markers")),
    AppointmentKind.SIMULATION: (ItemKind.SIMULATION, N_("Simulation: fitting and planning scan")),
    AppointmentKind.PLANNING: (ItemKind.PLANNING, N_("The treatment is being planned")),
    AppointmentKind.PLAN_QA: (ItemKind.PLANNING, N_("Plan check and practice run")),
    AppointmentKind.WEEKLY_REVIEW: (ItemKind.REVIEW, N_("Weekly review with the doctor")),
    AppointmentKind.END_REVIEW: (ItemKind.REVIEW, N_("Review at the end of treatment")),
    AppointmentKind.DISCHARGE: (ItemKind.OTHER, N_("Discharge and papers")),
    AppointmentKind.FOLLOW_UP: (ItemKind.REVIEW, N_("Follow-up")),
    AppointmentKind.TELE_REVIEW: (ItemKind.REVIEW, N_("Review from home")),
    AppointmentKind.OTHER: (ItemKind.OTHER, N_("Appointment")),
}

MEETINGS: dict[MeetingMode, Message] = {
    MeetingMode.IN_PERSON: N_("In person"),
    MeetingMode.VIDEO: N_("By video"),
    MeetingMode.TELEPHONE: N_("By telephone"),
    MeetingMode.PAPERS_ONLY: N_("The doctors meet over the papers; you need not be there"),
}

MODALITIES: dict[Modality, Message] = {
    Modality.PROTON: N_("Proton therapy"),
    Modality.CARBON: N_("Carbon-ion therapy"),
}

MISSED: dict[MissedReason, Message] = {
    MissedReason.MACHINE_DOWN: N_("The machine was down"),
    MissedReason.PATIENT_UNWELL: N_("The patient was unwell"),
    MissedReason.CENTRE_CLOSED: N_("The centre was closed"),
    MissedReason.TRAVEL: N_("Travel"),
    MissedReason.PATIENT_CHOICE: N_("The patient's choice"),
    MissedReason.OTHER: N_("Another reason"),
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

PAYMENTS: dict[PaymentKind, Message] = {
    PaymentKind.PAYMENT: N_("Payment"),
    PaymentKind.DEPOSIT: N_("Deposit"),
    PaymentKind.TOP_UP: N_("Top-up of the deposit"),
    PaymentKind.REFUND: N_("Refund"),
}

#: Airline special services by their codes [T4, T5]; an unknown code prints as it is.
SERVICES: dict[str, Message] = {
    "WCHR": N_("Wheelchair for long distances ({code})"),
    "WCHS": N_("Wheelchair, no stairs ({code})"),
    "WCHC": N_("Wheelchair to the seat ({code})"),
    "MEDA": N_("Medical case ({code})"),
    "OXYG": N_("Oxygen on board ({code})"),
    "STCR": N_("Stretcher ({code})"),
    "MAAS": N_("Meet and assist ({code})"),
    "LANG": N_("Help with the language ({code})"),
    "EXST": N_("Extra seat ({code})"),
    "DBML": N_("Diabetic meal ({code})"),
    "LSML": N_("Low-salt meal ({code})"),
}

ITEM_KINDS: dict[LegMode, ItemKind] = {
    LegMode.FLIGHT: ItemKind.FLIGHT,
    LegMode.TRAIN: ItemKind.TRAIN,
    LegMode.CAR: ItemKind.CAR,
    LegMode.COACH: ItemKind.COACH,
    LegMode.FERRY: ItemKind.FERRY,
    LegMode.WALK: ItemKind.WALK,
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


def service(code: str) -> Message | str:
    """What an airline's special service is, with its code; an unknown code as it is."""
    known = SERVICES.get(code)
    return filled(known, code=code) if known else code


def filled(message: Message, **params: Any) -> Message:
    """A sentence of a table with its values in place."""
    return Message(message.msgid, params, message.plural, message.context)


EMERGENCY_NUMBERS: dict[EmergencyService, Message] = {
    EmergencyService.AMBULANCE: N_("Ambulance"),
    EmergencyService.POLICE: N_("Police"),
    EmergencyService.FIRE: N_("Fire"),
    EmergencyService.IMMIGRATION: N_("Immigration hotline"),
}
