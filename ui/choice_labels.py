"""What the record's choices are called on the screen where only a form shows them.

``ui.labels`` holds those that lists and headings show, and their tones; it takes these in.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from planner.message import N_, NP_, Message
from planner.record.appointment import AppointmentKind, AppointmentState, PreparationKind
from planner.record.consent import DisclosureKind
from planner.record.contact import ContactRole
from planner.record.course import InterruptionCategory, Modality
from planner.record.document import DocumentKind
from planner.record.fraction import FractionState
from planner.record.kind_names import (
    APPOINTMENT_KINDS,
    CONTACT_ROLES,
    DOCUMENT_KINDS,
    LEG_MODES,
    MODALITIES,
    PAYMENT_KINDS,
    TREATMENT_DAY_KINDS,
)
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

CHOICES: dict[type[StrEnum], Mapping[Any, Message]] = {
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
    ContactRole: CONTACT_ROLES | {ContactRole.OTHER: NP_("role", "Another role")},
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
    DocumentKind: DOCUMENT_KINDS | {DocumentKind.OTHER: NP_("document", "Another document")},
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
    LegMode: LEG_MODES,
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
    AppointmentKind: APPOINTMENT_KINDS | {AppointmentKind.OTHER: NP_("appointment", "Another appointment")},
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
    Modality: MODALITIES,
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
    PaymentKind: PAYMENT_KINDS,
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
    TreatmentDayKind: TREATMENT_DAY_KINDS,
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

_DOCTOR = NP_("role", "Doctor")
#: What choices are looked for by besides their names: somebody who types “doctor” means any of the doctors.
ALSO_CALLED: dict[type[StrEnum], Mapping[Any, Message]] = {
    ContactRole: dict.fromkeys(
        (
            ContactRole.SURGEON,
            ContactRole.ONCOLOGIST,
            ContactRole.RADIATION_ONCOLOGIST,
            ContactRole.RADIOLOGIST,
            ContactRole.PATHOLOGIST,
            ContactRole.HEPATOLOGIST,
            ContactRole.ANAESTHETIST,
            ContactRole.GENERAL_PRACTITIONER,
        ),
        _DOCTOR,
    ),
}
