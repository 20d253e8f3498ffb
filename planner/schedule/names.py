"""What things of a journey are called inside a sentence, by their title or else by their kind."""

from __future__ import annotations

from typing import Any

from planner.message import N_, NP_, Message
from planner.record.appointment import Appointment, AppointmentKind
from planner.record.document import Document
from planner.record.leg import Leg, LegMode
from planner.record.place import Place
from planner.record.text import Text
from planner.record.traveller import Traveller
from planner.record.visa import EntryBasis, Visa

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


def appointment_name(appointment: Appointment) -> Text | Message:
    """Its title, else what its kind is called."""
    return appointment.title or APPOINTMENT_NAMES[appointment.kind]


def document_name(document: Document) -> Text | Message:
    """Its title, or a word for a document without one."""
    return document.title or N_("a document without a title")


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
