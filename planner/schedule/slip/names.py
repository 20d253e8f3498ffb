"""What the things of a journey are called in a sentence about them."""

from __future__ import annotations

from collections.abc import Mapping

from planner.message import N_, NP_, Message
from planner.record.appointment import Appointment, AppointmentKind
from planner.record.document import Document
from planner.record.fraction import Fraction
from planner.record.leg import Leg, LegMode
from planner.record.mdt import MdtMeeting
from planner.record.money import Deposit, Payment
from planner.record.place import Place
from planner.record.stay import Stay
from planner.record.task import Task
from planner.record.text import Text
from planner.record.visa import Entry

_APPOINTMENTS = {
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
_LEGS = {
    LegMode.FLIGHT: NP_("way of travelling", "Flight"),
    LegMode.TRAIN: NP_("way of travelling", "Train"),
    LegMode.COACH: NP_("way of travelling", "Coach"),
    LegMode.FERRY: NP_("way of travelling", "Ferry"),
    LegMode.CAR: NP_("way of travelling", "Car"),
    LegMode.WALK: NP_("way of travelling", "Walk"),
}


def name_of(thing: object, places: Mapping[str, Place]) -> Message:
    """What a thing is called: its own title, else what sort of thing it is."""
    match thing:
        case Appointment():
            return _titled(thing.title, _APPOINTMENTS[thing.kind])
        case Leg():
            return leg_name(thing, places)
        case Stay():
            return _titled(place_name(thing.place, places), N_("The nights"))
        case Document():
            return _titled(thing.title, N_("A document"))
        case Task():
            return _titled(thing.title, N_("A task"))
        case Payment():
            return _titled(thing.what, N_("A payment"))
        case Deposit():
            return _titled(thing.what, N_("Deposit"))
        case Fraction():
            return session_name(thing.number)
        case MdtMeeting():
            return N_("MDT board")
        case Entry():
            return N_("Entry")
    return N_("Another date of the journey")


def session_name(number: int) -> Message:
    """What the session that gives fraction ``number`` is called."""
    return N_("Session {number}", number=number)


def leg_name(leg: Leg, places: Mapping[str, Place]) -> Message:
    """A flight or train by its number, a ride by where it goes."""
    place = place_name(leg.destination, places)
    mode = _LEGS[leg.mode]
    if leg.number and place:
        return N_("{number} to {place}", number=leg.number, place=place)
    if place:
        return N_("{mode} to {place}", mode=mode, place=place)
    return N_("{mode} {number}", mode=mode, number=leg.number) if leg.number else mode


def place_name(place: str | None, places: Mapping[str, Place]) -> Text:
    """The name of a place of the journey; empty while it is not known."""
    found = places.get(place) if place else None
    return found.name if found else Text()


def _titled(title: Text, otherwise: Message) -> Message:
    return N_("{what}", what=title) if title else otherwise
