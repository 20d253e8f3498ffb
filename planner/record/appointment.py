"""Appointments: consultations, bloods, imaging, markers, simulation, reviews; all but the fractions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planner.record.booking import Confirmation
from planner.record.ids import AppointmentId, ContactId, CourseId, PlaceId, TravellerId
from planner.record.mdt import MeetingMode
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.tie import Tie
from planner.record.when import When


class AppointmentKind(StrEnum):
    """What happens, in the order of the pathway (domain facts 1.1)."""

    REMOTE_CONSULTATION = "remote-consultation"
    CONSULTATION = "consultation"
    BLOODS = "bloods"
    IMAGING = "imaging"
    INFORMED_CONSENT = "informed-consent"
    FIDUCIAL_MARKERS = "fiducial-markers"
    SIMULATION = "simulation"
    PLANNING = "planning"
    PLAN_QA = "plan-qa"
    WEEKLY_REVIEW = "weekly-review"
    END_REVIEW = "end-review"
    DISCHARGE = "discharge"
    FOLLOW_UP = "follow-up"
    TELE_REVIEW = "tele-review"
    OTHER = "other"


class AppointmentState(StrEnum):
    """Whether it stands, happened, or not."""

    PLANNED = "planned"
    DONE = "done"
    MISSED = "missed"
    CANCELLED = "cancelled"


class PreparationKind(StrEnum):
    """What must be done before, by kind, so that clashes can be seen."""

    FASTING = "fasting"
    FULL_BLADDER = "full-bladder"
    EMPTY_BLADDER = "empty-bladder"
    NO_ANTICOAGULANT = "no-anticoagulant"
    NO_METAL = "no-metal"
    WITH_MEAL = "with-meal"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """A preparation as the hospital words it; ``hours_before`` is how long before the start it begins."""

    kind: PreparationKind
    words: Text = Text()
    hours_before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(Thing):
    """One appointment. ``ends`` is for one that spans days (planning); else see ``duration_minutes``.

    ``patient_present`` is false for what happens without the patient. ``needs_interpreter`` is ``None``
    while nobody has asked.
    """

    id: AppointmentId
    kind: AppointmentKind
    title: Text = Text()
    state: AppointmentState = AppointmentState.PLANNED
    mode: MeetingMode = MeetingMode.IN_PERSON
    starts: When | None = None
    ends: When | None = None
    duration_minutes: int | None = None
    starts_tie: Tie | None = None
    place: PlaceId | None = None
    room: Text = Text()
    travellers: tuple[TravellerId, ...] = ()
    patient_present: bool = True
    people: tuple[ContactId, ...] = ()
    needs_interpreter: bool | None = None
    interpreter: ContactId | None = None
    driver: ContactId | None = None
    preparations: tuple[Preparation, ...] = ()
    bring: tuple[Text, ...] = ()
    course: CourseId | None = None
    confirmation: Confirmation | None = None
