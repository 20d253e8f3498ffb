"""The sections of the journey page, in their order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planner.itinerary.item import Itinerary
from planner.message import N_, NP_, Message
from planner.record.journey import Journey
from ui.journey.appointment_section import appointments
from ui.journey.consent_section import consent
from ui.journey.course_section import course
from ui.journey.document_section import documents
from ui.journey.money_section import money
from ui.journey.people_section import people
from ui.journey.row import Block
from ui.journey.task_section import tasks
from ui.journey.travel_section import travel
from ui.journey.visa_section import visa_and_stay


@dataclass(frozen=True, slots=True)
class Section:
    """One section. ``blocks`` makes its contents from the journey and the agency's own itinerary of it."""

    key: str
    icon: str
    name: Message
    empty: Message
    blocks: Callable[[Journey, Itinerary, dt.date], Iterator[Block]]


SECTIONS: tuple[Section, ...] = (
    Section(
        "people",
        "users",
        NP_("section", "People"),
        N_("The patient and everybody who travels along will stand here, with what must be known of them."),
        people,
    ),
    Section(
        "documents",
        "file-text",
        NP_("section", "Documents"),
        N_("Every document that is needed will stand here, with where it is and by when it must be there."),
        documents,
    ),
    Section(
        "tasks",
        "square-check",
        NP_("section", "Tasks"),
        N_("What somebody still has to do will stand here, with who does it and by when."),
        tasks,
    ),
    Section(
        "visa",
        "stamp",
        NP_("section", "Visa & stay"),
        N_("On what ground each person enters and until when they may stay will stand here."),
        visa_and_stay,
    ),
    Section(
        "travel",
        "plane",
        NP_("section", "Travel"),
        N_("Flights, trains, rides and nights will stand here, in the time of each place and at home."),
        travel,
    ),
    Section(
        "appointments",
        "stethoscope",
        NP_("section", "MDT & appointments"),
        N_("Boards, consultations, scans and reviews will stand here."),
        appointments,
    ),
    Section(
        "course",
        "zap",
        NP_("section", "Proton course"),
        N_("The sessions will stand here once a course is prescribed."),
        course,
    ),
    Section(
        "money",
        "banknote",
        NP_("section", "Money"),
        N_("Estimate, payments, deposits and receipts will stand here."),
        money,
    ),
    Section(
        "consent",
        "shield-check",
        NP_("section", "Consent"),
        N_("Who may see what will stand here. Without consent no copy is made for a recipient."),
        consent,
    ),
)

#: Sections of what the office does, which is late by the calendar of the office.
OF_THE_OFFICE = frozenset({"documents", "tasks", "money", "consent"})
