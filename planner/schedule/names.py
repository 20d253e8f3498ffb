"""What things of a journey are called inside a sentence, by their title or else by their kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.message import N_, Message
from planner.record.agency import Agency, CaseManager
from planner.record.appointment import Appointment
from planner.record.consent import Consent
from planner.record.contact import Contact
from planner.record.course import Course
from planner.record.diagnosis import Diagnosis
from planner.record.document import Document, Sending
from planner.record.fraction import Fraction
from planner.record.journey import Journey
from planner.record.kind_names import APPOINTMENT_KINDS, DOCUMENT_KINDS, ENTRY_BASES, LEG_MODES
from planner.record.leg import Leg, LegMode
from planner.record.mdt import MdtMeeting
from planner.record.money import Deposit, EstimateLine, Payment
from planner.record.passport import Passport
from planner.record.place import Place
from planner.record.stay import Stay
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.traveller import Insurance, Medicine, Traveller
from planner.record.visa import Entry, StayExtension, Visa, VisaStepKind

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


def leg_title(mode: LegMode, number: str, place: Any) -> Message:
    """What a leg is called: with its number and destination as far as they are known."""
    if number and place and mode in _NUMBERED_TO:
        return filled(_NUMBERED_TO[mode], number=number, place=place)
    if place:
        return filled(_TO[mode], place=place)
    if number and mode in _NUMBERED:
        return filled(_NUMBERED[mode], number=number)
    return LEG_MODES[mode]


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
            return thing.title or APPOINTMENT_KINDS[thing.kind]
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
        case Passport():
            return N_("passport {number}", number=thing.number)
        case Entry():
            return N_("the entry")
        case StayExtension():
            return N_("the request for a longer stay")
        case Deposit():
            return thing.what or N_("the deposit")
        case Consent():
            return N_("the consent")
        case Sending():
            return N_("the sending of a document")
        case Journey():
            return N_("the journey")
    return N_("an entry")


def visa_name(visa: Visa) -> Message:
    """What the ground to enter is called: ``S2 visa``."""
    return ENTRY_BASES[visa.basis]


def leg_name(leg: Leg, destination: Place | None) -> Message:
    """``Flight 3U3812 to Chengdu``, as far as it is known; a ride goes to a door, not to a town."""
    if destination is None:
        return leg_title(leg.mode, leg.number, "")
    if leg.mode in (LegMode.CAR, LegMode.WALK):
        return leg_title(leg.mode, leg.number, destination.name)
    return leg_title(leg.mode, leg.number, destination.city or destination.name)
