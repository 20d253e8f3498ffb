"""What tells the things of a journey apart where one is picked from a list: more than their kind alone."""

from __future__ import annotations

from planner.message import N_, NN_, Message
from planner.record.acknowledgement import Acknowledgement
from planner.record.consent import Consent, Disclosure, Notice
from planner.record.course import Course
from planner.record.document import Sending
from planner.record.fraction import Fraction
from planner.record.issue import Issue
from planner.record.journey import Journey
from planner.record.lookup import things
from planner.record.money import Deposit, Receipt
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.visa import Entry, StayExtension, Visa, VisaStep
from planner.session.naming import thing_name
from ui import labels


def thing_title(thing: Thing, journey: Journey) -> Message:
    """The name of a thing for a list: ``Consent for Demo Proton Centre``, ``Revision 3``."""
    match thing:
        case Consent() | Disclosure():
            return _to_somebody(thing, journey)
        case Notice():
            return labels.name(thing.kind)
        case Sending():
            return _sending(thing, journey)
        case Issue():
            return N_("Revision {number}", number=thing.revision)
        case Receipt():
            kind = labels.name(thing.kind)
            return N_("{kind} {number}", kind=kind, number=thing.number) if thing.number else kind
        case VisaStep() | StayExtension():
            return labels.name(thing.kind)
        case Visa():
            who = _traveller(thing.traveller, journey)
            return N_("{visa}, {name}", visa=labels.name(thing.basis), name=who)
        case Entry():
            return N_("Entry of {name}", name=_traveller(thing.traveller, journey))
        case Course():
            count = thing.fractions_prescribed
            if not count:
                return thing_name(thing, journey)
            return NN_(
                "{course}, {count} session",
                "{course}, {count} sessions",
                count,
                course=thing_name(thing, journey),
            )
        case Deposit() if not thing.what and thing.held_by:
            return N_("Deposit at {place}", place=_place(thing.held_by, journey))
        case Fraction():
            return N_("Session {number}", number=thing.number)
        case Acknowledgement():
            return (
                N_("Accepted: {reason}", reason=thing.reason) if thing.reason else N_("An accepted finding")
            )
    return thing_name(thing, journey)


def _to_somebody(thing: Consent | Disclosure, journey: Journey) -> Message:
    place, contact = thing.recipient_place, thing.recipient_contact
    who: Text | Message = thing.recipient_name
    if place is not None:
        who = _place(place, journey)
    elif contact is not None:
        who = next((one.name for one in journey.contacts if one.id == contact), who)
    elif not who and thing.audience is not None:
        who = labels.name(thing.audience)
    if isinstance(thing, Consent):
        return N_("Consent for {recipient}", recipient=who) if who else N_("A consent")
    return N_("Given to {recipient}", recipient=who) if who else labels.name(thing.kind)


def _sending(sending: Sending, journey: Journey) -> Message:
    what = next((one for one in journey.documents if sending in one.sendings), None)
    who = _place(sending.to_place, journey) if sending.to_place is not None else sending.to_name
    if what is None or not who:
        return N_("A sending")
    return N_("{document}, sent to {recipient}", document=thing_name(what, journey), recipient=who)


def _place(id: str, journey: Journey) -> Text:
    return next((one.name for one in journey.places if one.id == id), Text())


def _traveller(id: str, journey: Journey) -> str:
    return next((one.full_name for one in journey.travellers if one.id == id), "")


def every_thing(journey: Journey) -> tuple[Thing, ...]:
    """Every thing of the journey that can be named, without the journey itself and the shared entries."""
    shared = {id(one) for one in (journey, journey.agency, *journey.places, *journey.contacts)}
    return tuple(one for one in things(journey) if id(one) not in shared)
