"""What the kinds of things are called wherever they are named: on the screen, in a finding, on paper."""

from __future__ import annotations

from planner.message import N_, NP_, Message
from planner.record.appointment import AppointmentKind
from planner.record.contact import ContactRole
from planner.record.course import Modality
from planner.record.document import DocumentKind
from planner.record.leg import LegMode
from planner.record.money import PaymentKind
from planner.record.treatment_days import TreatmentDayKind
from planner.record.visa import EntryBasis

APPOINTMENT_KINDS: dict[AppointmentKind, Message] = {
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

ENTRY_BASES: dict[EntryBasis, Message] = {
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

LEG_MODES: dict[LegMode, Message] = {
    LegMode.FLIGHT: NP_("way of travelling", "Flight"),
    LegMode.TRAIN: NP_("way of travelling", "Train"),
    LegMode.COACH: NP_("way of travelling", "Coach"),
    LegMode.FERRY: NP_("way of travelling", "Ferry"),
    LegMode.CAR: NP_("way of travelling", "Car"),
    LegMode.WALK: NP_("way of travelling", "Walk"),
}

CONTACT_ROLES: dict[ContactRole, Message] = {
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

MODALITIES: dict[Modality, Message] = {
    Modality.PROTON: N_("Proton therapy"),
    Modality.CARBON: N_("Carbon-ion therapy"),
}

PAYMENT_KINDS: dict[PaymentKind, Message] = {
    PaymentKind.PAYMENT: N_("Payment"),
    PaymentKind.DEPOSIT: N_("Deposit"),
    PaymentKind.TOP_UP: N_("Top-up of the deposit"),
    PaymentKind.REFUND: N_("Refund"),
}

TREATMENT_DAY_KINDS: dict[TreatmentDayKind, Message] = {
    TreatmentDayKind.WEEKDAYS: N_("Monday to Friday, holidays included"),
    TreatmentDayKind.OFFICIAL: N_("Official calendar, make-up workdays included"),
    TreatmentDayKind.OFFICIAL_NO_WEEKENDS: N_("Official calendar, never at weekends"),
    TreatmentDayKind.STATUTORY: N_("Monday to Friday, closed on statutory holidays only"),
    TreatmentDayKind.SIX_DAY: N_("Monday to Saturday, closed on statutory holidays only"),
    TreatmentDayKind.CUSTOM: N_("The centre’s own days"),
}
