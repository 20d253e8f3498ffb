"""What each section of the journey page can have more of."""

from __future__ import annotations

from collections.abc import Mapping

from planner.message import NP_
from planner.record.appointment import Appointment
from planner.record.consent import Consent, Disclosure, Notice
from planner.record.contact import Contact
from planner.record.course import Course
from planner.record.diagnosis import Diagnosis
from planner.record.document import Document
from planner.record.leg import Leg, LegMode
from planner.record.mdt import MdtMeeting
from planner.record.money import Deposit, EstimateLine, Payment, Receipt
from planner.record.place import Place
from planner.record.stay import Stay, StayKind
from planner.record.task import Task
from planner.record.traveller import Traveller
from planner.record.visa import Entry, Visa
from ui.editing.add_button import Addable
from ui.editing.starting import Wanted


def _leg(mode: LegMode) -> Wanted:
    return Wanted(Leg, values=(("mode", mode),))


ADDABLES: Mapping[str, tuple[Addable, ...]] = {
    "people": (
        Addable(NP_("kind of thing", "Traveller"), "user", Wanted(Traveller)),
        Addable(NP_("kind of thing", "Diagnosis"), "clipboard-list", Wanted(Diagnosis)),
        Addable(NP_("kind of thing", "Contact"), "phone", Wanted(Contact)),
    ),
    "documents": (Addable(NP_("kind of thing", "Document"), "file-text", Wanted(Document)),),
    "tasks": (Addable(NP_("kind of thing", "Task"), "square-check", Wanted(Task)),),
    "visa": (
        Addable(NP_("kind of thing", "Visa or ground of entry"), "stamp", Wanted(Visa)),
        Addable(NP_("kind of thing", "Entry and exit"), "door-open", Wanted(Entry)),
    ),
    "travel": (
        Addable(NP_("way of travelling", "Flight"), "plane", _leg(LegMode.FLIGHT)),
        Addable(NP_("way of travelling", "Train"), "train-front", _leg(LegMode.TRAIN)),
        Addable(NP_("way of travelling", "Car"), "car", _leg(LegMode.CAR)),
        Addable(NP_("way of travelling", "Coach"), "bus", _leg(LegMode.COACH)),
        Addable(NP_("way of travelling", "Ferry"), "ship", _leg(LegMode.FERRY)),
        Addable(NP_("way of travelling", "Walk"), "footprints", _leg(LegMode.WALK)),
        Addable(NP_("kind of thing", "Stay"), "bed", Wanted(Stay, values=(("kind", StayKind.HOTEL),))),
        Addable(NP_("kind of thing", "Place"), "map-pin", Wanted(Place)),
    ),
    "appointments": (
        Addable(NP_("kind of thing", "Appointment"), "stethoscope", Wanted(Appointment)),
        Addable(NP_("kind of thing", "MDT meeting"), "users", Wanted(MdtMeeting)),
    ),
    "course": (Addable(NP_("kind of thing", "Course"), "zap", Wanted(Course)),),
    "money": (
        Addable(NP_("kind of thing", "Line of the estimate"), "banknote", Wanted(EstimateLine)),
        Addable(NP_("kind of thing", "Payment"), "send", Wanted(Payment)),
        Addable(NP_("kind of thing", "Deposit account"), "landmark", Wanted(Deposit)),
        Addable(NP_("kind of thing", "Receipt"), "receipt", Wanted(Receipt)),
    ),
    "consent": (
        Addable(NP_("kind of thing", "Consent"), "shield-check", Wanted(Consent)),
        Addable(NP_("kind of thing", "Notice"), "bell", Wanted(Notice)),
        Addable(NP_("kind of thing", "Disclosure"), "send", Wanted(Disclosure)),
    ),
}
