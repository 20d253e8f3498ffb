"""What the record's choices are called on the screen where only a form shows them.

``ui.labels`` holds those that lists and headings show, and their tones; it takes these in.
"""

from __future__ import annotations

from enum import StrEnum

from planner.message import N_, NP_, Message
from planner.record.appointment import AppointmentKind, AppointmentState, PreparationKind
from planner.record.consent import DisclosureKind
from planner.record.contact import ContactRole
from planner.record.course import InterruptionCategory, Modality
from planner.record.document import DocumentKind
from planner.record.fraction import FractionState
from planner.record.leg import LegMode
from planner.record.mdt import MeetingMode
from planner.record.money import PaymentKind
from planner.record.place import PlaceKind
from planner.record.stay import StayKind
from planner.record.task import TaskOrigin
from planner.record.tie import Anchor, DayCounting
from planner.record.traveller import AllergyStatement, Sex
from planner.record.treatment_days import HolidayClosing, TreatmentDayKind
from planner.record.visa import (
    EntryPurpose,
    EntryState,
    ExtensionKind,
    ExtensionState,
    StayCounting,
)

CHOICES: dict[type[StrEnum], dict[StrEnum, Message]] = {
    PlaceKind: {
        PlaceKind.HOSPITAL: NP_("place", "Hospital"),
        PlaceKind.PROTON_CENTRE: NP_("place", "Proton centre"),
        PlaceKind.CLINIC: NP_("place", "Clinic"),
        PlaceKind.HOTEL: NP_("place", "Hotel"),
        PlaceKind.FLAT: NP_("place", "Flat"),
        PlaceKind.AIRPORT: NP_("place", "Airport"),
        PlaceKind.STATION: NP_("place", "Railway station"),
        PlaceKind.EMBASSY: NP_("place", "Embassy or consulate"),
        PlaceKind.VISA_CENTRE: NP_("place", "Visa centre"),
        PlaceKind.POLICE_STATION: NP_("place", "Police station"),
        PlaceKind.OFFICE: NP_("place", "Office"),
        PlaceKind.HOME: NP_("place", "Home"),
        PlaceKind.OTHER: NP_("place", "Another place"),
    },
    ContactRole: {
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
        ContactRole.OTHER: NP_("role", "Another role"),
    },
    Sex: {
        Sex.FEMALE: NP_("passport", "Female (F)"),
        Sex.MALE: NP_("passport", "Male (M)"),
        Sex.UNSPECIFIED: NP_("passport", "Unspecified (X)"),
    },
    AllergyStatement: {
        AllergyStatement.NOT_STATED: NP_("allergies", "Nobody has asked yet"),
        AllergyStatement.NONE_KNOWN: NP_("allergies", "None known"),
        AllergyStatement.LISTED: NP_("allergies", "Listed below"),
    },
    DocumentKind: {
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
        DocumentKind.OTHER: NP_("document", "Another document"),
    },
    EntryPurpose: {
        EntryPurpose.TREATMENT: NP_("purpose of entry", "Treatment"),
        EntryPurpose.ACCOMPANY_PATIENT: NP_("purpose of entry", "Accompanying a patient"),
        EntryPurpose.FAMILY_VISIT: NP_("purpose of entry", "Visiting family"),
        EntryPurpose.TOURISM: NP_("purpose of entry", "Tourism"),
        EntryPurpose.BUSINESS: NP_("purpose of entry", "Business"),
        EntryPurpose.TRANSIT: NP_("purpose of entry", "Transit"),
        EntryPurpose.OTHER: NP_("purpose of entry", "Another purpose"),
    },
    StayCounting: {
        StayCounting.ENTRY_DAY_IS_DAY_ONE: N_("Day 1 is the day of entry"),
        StayCounting.DAY_AFTER_ENTRY_IS_DAY_ONE: N_("Day 1 is the day after entry"),
        StayCounting.HOURS: N_("Counted in hours from entry"),
    },
    EntryState: {
        EntryState.PLANNED: NP_("entry", "Planned"),
        EntryState.ACTUAL: NP_("entry", "Crossed"),
        EntryState.CANCELLED: NP_("entry", "Cancelled"),
    },
    ExtensionKind: {
        ExtensionKind.EXTENSION: N_("Extension of the visa"),
        ExtensionKind.STAY_PERMIT: N_("Stay permit"),
    },
    ExtensionState: {
        ExtensionState.PLANNED: NP_("extension", "Planned"),
        ExtensionState.APPLIED: NP_("extension", "Applied for"),
        ExtensionState.GRANTED: NP_("extension", "Granted"),
        ExtensionState.REFUSED: NP_("extension", "Refused"),
    },
    LegMode: {
        LegMode.FLIGHT: NP_("way of travelling", "Flight"),
        LegMode.TRAIN: NP_("way of travelling", "Train"),
        LegMode.CAR: NP_("way of travelling", "Car"),
        LegMode.COACH: NP_("way of travelling", "Coach"),
        LegMode.FERRY: NP_("way of travelling", "Ferry"),
        LegMode.WALK: NP_("way of travelling", "Walk"),
    },
    StayKind: {
        StayKind.HOTEL: NP_("stay", "Hotel"),
        StayKind.FLAT: NP_("stay", "Flat"),
        StayKind.WARD: NP_("stay", "Hospital ward"),
        StayKind.FAMILY: NP_("stay", "With family"),
    },
    MeetingMode: {
        MeetingMode.IN_PERSON: N_("In person"),
        MeetingMode.VIDEO: N_("By video"),
        MeetingMode.TELEPHONE: N_("By telephone"),
        MeetingMode.PAPERS_ONLY: NP_("meeting", "Over the papers alone"),
    },
    AppointmentKind: {
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
        AppointmentKind.OTHER: NP_("appointment", "Another appointment"),
    },
    AppointmentState: {
        AppointmentState.PLANNED: NP_("appointment", "Planned"),
        AppointmentState.DONE: NP_("appointment", "Done"),
        AppointmentState.MISSED: NP_("appointment", "Missed"),
        AppointmentState.CANCELLED: NP_("appointment", "Cancelled"),
    },
    PreparationKind: {
        PreparationKind.FASTING: NP_("preparation", "Nothing to eat before"),
        PreparationKind.FULL_BLADDER: NP_("preparation", "Full bladder"),
        PreparationKind.EMPTY_BLADDER: NP_("preparation", "Empty bladder"),
        PreparationKind.NO_ANTICOAGULANT: NP_("preparation", "No anticoagulants"),
        PreparationKind.NO_METAL: NP_("preparation", "Nothing metal on the body"),
        PreparationKind.WITH_MEAL: NP_("preparation", "After a meal"),
        PreparationKind.OTHER: NP_("preparation", "Another preparation"),
    },
    Modality: {
        Modality.PROTON: N_("Proton therapy"),
        Modality.CARBON: N_("Carbon-ion therapy"),
    },
    InterruptionCategory: {
        InterruptionCategory.CATEGORY_1: NP_("RCR", "Category 1"),
        InterruptionCategory.CATEGORY_2: NP_("RCR", "Category 2"),
        InterruptionCategory.CATEGORY_3: NP_("RCR", "Category 3"),
    },
    FractionState: {
        FractionState.PLANNED: NP_("fraction", "Planned"),
        FractionState.CONFIRMED: NP_("fraction", "Confirmed"),
        FractionState.DELIVERED: NP_("fraction", "Delivered"),
        FractionState.MISSED: NP_("fraction", "Missed"),
        FractionState.CANCELLED: NP_("fraction", "Cancelled"),
    },
    PaymentKind: {
        PaymentKind.PAYMENT: N_("Payment"),
        PaymentKind.DEPOSIT: N_("Deposit"),
        PaymentKind.TOP_UP: N_("Top-up of the deposit"),
        PaymentKind.REFUND: N_("Refund"),
    },
    DisclosureKind: {
        DisclosureKind.PRINT: NP_("disclosure", "Printed"),
        DisclosureKind.SEND: NP_("disclosure", "Sent"),
        DisclosureKind.EXPORT: NP_("disclosure", "Exported"),
    },
    TaskOrigin: {
        TaskOrigin.HAND: NP_("task", "Written by hand"),
        TaskOrigin.TEMPLATE: NP_("task", "Laid by a template"),
        TaskOrigin.RULE: NP_("task", "Made by a check"),
    },
    TreatmentDayKind: {
        TreatmentDayKind.WEEKDAYS: N_("Monday to Friday, holidays included"),
        TreatmentDayKind.OFFICIAL: N_("Official calendar, make-up workdays included"),
        TreatmentDayKind.OFFICIAL_NO_WEEKENDS: N_("Official calendar, never at weekends"),
        TreatmentDayKind.STATUTORY: N_("Monday to Friday, closed on statutory holidays only"),
        TreatmentDayKind.SIX_DAY: N_("Monday to Saturday, closed on statutory holidays only"),
        TreatmentDayKind.CUSTOM: N_("The centre's own days"),
    },
    HolidayClosing: {
        HolidayClosing.NONE: NP_("closed", "On no holiday"),
        HolidayClosing.STATUTORY: NP_("closed", "On statutory holidays"),
        HolidayClosing.OFFICIAL: NP_("closed", "On every official day off"),
    },
    Anchor: {
        Anchor.OPENED: NP_("tie", "the opening of the journey"),
        Anchor.BOARD: NP_("tie", "the first MDT board"),
        Anchor.ARRIVAL: NP_("tie", "the arrival"),
        Anchor.FIRST_FRACTION: NP_("tie", "the first session"),
        Anchor.FRACTION: NP_("tie", "session number"),
        Anchor.LAST_FRACTION: NP_("tie", "the last session"),
        Anchor.DEPARTURE: NP_("tie", "the departure"),
        Anchor.THING: NP_("tie", "something else of the journey"),
    },
    DayCounting: {
        DayCounting.CALENDAR: NP_("tie", "calendar days"),
        DayCounting.WORKING: NP_("tie", "working days"),
        DayCounting.TREATMENT: NP_("tie", "treatment days"),
    },
}
