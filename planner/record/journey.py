"""The journey: one frozen value that holds everything about one patient's way to treatment and back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from planner.record.acknowledgement import Acknowledgement
from planner.record.agency import Agency
from planner.record.appointment import Appointment
from planner.record.consent import Consent, Disclosure, Notice
from planner.record.contact import Contact
from planner.record.course import Course
from planner.record.diagnosis import Diagnosis
from planner.record.document import Document
from planner.record.ids import CaseManagerId, JourneyId, PlaceId
from planner.record.issue import Issue
from planner.record.leg import Leg
from planner.record.mdt import MdtMeeting
from planner.record.money import Deposit, EstimateLine, Payment, Receipt
from planner.record.place import Place
from planner.record.stay import Stay
from planner.record.task import Task
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.traveller import Traveller, TravellerRole
from planner.record.visa import Entry, Visa


class JourneyState(StrEnum):
    """Whether anybody works on it. The phase within an active journey follows from its dates."""

    ENQUIRY = "enquiry"
    ACTIVE = "active"
    COMPLETED = "completed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """A field of a journey file that this version does not know, kept to be written back.

    ``pointer`` leads to it from the journey: names of fields and, within lists of things, their ids,
    joined by ``/`` (``legs/01hx…/seat_map``). ``json`` is its value as JSON text.
    """

    pointer: str
    json: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey(Thing):
    """One journey, whole. ``agency``, ``places`` and ``contacts`` are the shared entries it uses.

    ``languages`` are the print languages (locales), the patient's first. ``zone`` is the IANA zone of the
    country of treatment. ``template`` names the pathway template it started from.
    ``retain_until`` is the last day the record is kept, ``retention_reason`` why; ``None`` while undecided.
    """

    id: JourneyId
    agency: Agency
    case_manager: CaseManagerId | None = None
    reference: str = ""
    state: JourneyState = JourneyState.ENQUIRY
    opened_on: dt.date | None = None
    languages: tuple[str, ...] = ("en", "zh_CN")
    country: str = "CN"
    zone: str = "Asia/Shanghai"
    template: str = ""
    referring_hospital: PlaceId | None = None
    last_service_on: dt.date | None = None
    retain_until: dt.date | None = None
    retention_reason: Text = Text()
    places: tuple[Place, ...] = ()
    contacts: tuple[Contact, ...] = ()
    travellers: tuple[Traveller, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    documents: tuple[Document, ...] = ()
    visas: tuple[Visa, ...] = ()
    entries: tuple[Entry, ...] = ()
    legs: tuple[Leg, ...] = ()
    stays: tuple[Stay, ...] = ()
    mdt_meetings: tuple[MdtMeeting, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    courses: tuple[Course, ...] = ()
    estimate: tuple[EstimateLine, ...] = ()
    payments: tuple[Payment, ...] = ()
    deposits: tuple[Deposit, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    consents: tuple[Consent, ...] = ()
    notices: tuple[Notice, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    tasks: tuple[Task, ...] = ()
    issues: tuple[Issue, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    extra: tuple[Extra, ...] = ()

    @property
    def patient(self) -> Traveller | None:
        """The traveller who is treated; ``None`` while none is entered."""
        for traveller in self.travellers:
            if traveller.role is TravellerRole.PATIENT:
                return traveller
        return None

    @property
    def companions(self) -> tuple[Traveller, ...]:
        """Everybody who travels along, in the order kept."""
        return tuple(t for t in self.travellers if t.role is TravellerRole.COMPANION)
