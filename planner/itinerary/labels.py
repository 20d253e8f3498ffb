"""What the record's choices are called on paper."""

from __future__ import annotations

from planner.itinerary.item import ItemKind, Standing
from planner.message import N_, NP_, Message
from planner.record.appointment import AppointmentKind
from planner.record.fraction import MissedReason
from planner.record.kind_names import APPOINTMENT_KINDS
from planner.record.leg import LegMode
from planner.record.mdt import MeetingMode
from planner.record.traveller import TravellerRole
from planner.reference.phrasebook import EmergencyService
from planner.schedule.names import VISA_STEPS as VISA_STEPS
from planner.schedule.names import filled
from planner.schedule.names import leg_title as leg_title

TO_BE_CONFIRMED = N_("to be confirmed")

STANDINGS: dict[Standing, Message] = {
    Standing.CONFIRMED: N_("confirmed"),
    Standing.TO_BE_CONFIRMED: TO_BE_CONFIRMED,
    Standing.PASSED: N_("not recorded"),
    Standing.DONE: N_("done"),
    Standing.MISSED: N_("missed"),
    Standing.CANCELLED: N_("cancelled"),
}

#: Where the word depends on what it is said of: a session that was missed was not given.
_OF_KIND: dict[tuple[Standing, ItemKind], Message] = {
    (Standing.MISSED, ItemKind.FRACTION): NP_("session", "missed"),
    (Standing.DONE, ItemKind.PAYMENT): NP_("payment", "paid"),
}


def standing_words(standing: Standing, kind: ItemKind) -> Message:
    """How firm a thing of this kind is, in words."""
    return _OF_KIND.get((standing, kind), STANDINGS[standing])


TRAVELLER_ROLES: dict[TravellerRole, Message] = {
    TravellerRole.PATIENT: N_("Patient"),
    TravellerRole.COMPANION: N_("Companion"),
}

GUEST, PASSENGER = N_("Guest"), N_("Passenger")

#: Of whom a cover tells; what else it tells of them stands below the name.
PERSONS = (*TRAVELLER_ROLES.values(), GUEST, PASSENGER)

APPOINTMENTS: dict[AppointmentKind, tuple[ItemKind, Message]] = {
    kind: (item_kind, APPOINTMENT_KINDS[kind])
    for kind, item_kind in {
        AppointmentKind.REMOTE_CONSULTATION: ItemKind.CONSULTATION,
        AppointmentKind.CONSULTATION: ItemKind.CONSULTATION,
        AppointmentKind.BLOODS: ItemKind.BLOODS,
        AppointmentKind.IMAGING: ItemKind.IMAGING,
        AppointmentKind.INFORMED_CONSENT: ItemKind.CONSULTATION,
        AppointmentKind.FIDUCIAL_MARKERS: ItemKind.PROCEDURE,
        AppointmentKind.SIMULATION: ItemKind.SIMULATION,
        AppointmentKind.PLANNING: ItemKind.PLANNING,
        AppointmentKind.PLAN_QA: ItemKind.PLANNING,
        AppointmentKind.WEEKLY_REVIEW: ItemKind.REVIEW,
        AppointmentKind.END_REVIEW: ItemKind.REVIEW,
        AppointmentKind.DISCHARGE: ItemKind.OTHER,
        AppointmentKind.FOLLOW_UP: ItemKind.REVIEW,
        AppointmentKind.TELE_REVIEW: ItemKind.REVIEW,
        AppointmentKind.OTHER: ItemKind.OTHER,
    }.items()
}

MEETINGS: dict[MeetingMode, Message] = {
    MeetingMode.IN_PERSON: N_("In person"),
    MeetingMode.VIDEO: N_("By video"),
    MeetingMode.TELEPHONE: N_("By telephone"),
    MeetingMode.PAPERS_ONLY: N_("The doctors meet over the papers; you need not be there"),
}

MISSED: dict[MissedReason, Message] = {
    MissedReason.MACHINE_DOWN: N_("The machine was down"),
    MissedReason.PATIENT_UNWELL: N_("The patient was unwell"),
    MissedReason.CENTRE_CLOSED: N_("The centre was closed"),
    MissedReason.TRAVEL: N_("Travel"),
    MissedReason.PATIENT_CHOICE: N_("The patient’s choice"),
    MissedReason.OTHER: N_("Another reason"),
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


#: What the number of a leg is called; of any other, "Number".
NUMBERS: dict[LegMode, Message] = {
    LegMode.FLIGHT: NP_("number", "Flight"),
    LegMode.TRAIN: NP_("number", "Train"),
}


def service(code: str) -> Message | str:
    """What an airline's special service is, with its code; an unknown code as it is."""
    known = SERVICES.get(code)
    return filled(known, code=code) if known else code


EMERGENCY_NUMBERS: dict[EmergencyService, Message] = {
    EmergencyService.AMBULANCE: N_("Ambulance"),
    EmergencyService.POLICE: N_("Police"),
    EmergencyService.FIRE: N_("Fire"),
    EmergencyService.IMMIGRATION: N_("Immigration hotline"),
}
