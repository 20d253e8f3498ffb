"""``pathway.missing-step``: the sessions are planned, a step before or after them is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from planner.message import N_, NN_
from planner.record.appointment import Appointment, AppointmentKind
from planner.record.document import DocumentKind
from planner.record.journey import Journey
from planner.record.kind_names import APPOINTMENT_KINDS
from planner.record.leg import LegMode
from planner.record.subject import Subject
from planner.reference.reference import Reference
from planner.reference.template import template_of
from planner.rules.finding import EnterAll, EnterNew, Finding, Fix, OpenField, Severity
from planner.schedule.outline import outline
from planner.schedule.pathway import PREPARATION, CoursePath, Milestone, course_paths

CODE = "pathway.missing-step"

#: Planning needs no appointment. Every course has the others; markers where its template says so.
_APPOINTED = tuple(kind for kind in PREPARATION if kind is not AppointmentKind.PLANNING)
_ALWAYS = (AppointmentKind.INFORMED_CONSENT, AppointmentKind.SIMULATION, AppointmentKind.PLAN_QA)
_REVIEWS = (AppointmentKind.WEEKLY_REVIEW, AppointmentKind.END_REVIEW)
_AFTERWARDS = (AppointmentKind.FOLLOW_UP, AppointmentKind.TELE_REVIEW)
_CONSULTED = (AppointmentKind.REMOTE_CONSULTATION, AppointmentKind.CONSULTATION)


def pathway_missing_step(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Warnings for what the treatment itself goes through, notes for what surrounds it.

    Reviews are missing where sessions run longer than the limit without one.
    """
    for path in course_paths(journey):
        if path.first is None or path.last is None or path.last.on < today:
            continue
        if path.first.on >= today:
            yield from _before(journey, path, path.first)
        yield from _during(journey, path, path.first, path.last, reference.limits.review_gap_days, today)
        yield from _after(journey, path, path.last)


def _before(journey: Journey, path: CoursePath, first: Milestone) -> Iterator[Finding]:
    template = template_of(journey)
    kinds = _ALWAYS if template is None else tuple(one for one in _APPOINTED if one in template.pathway)
    lacking = [kind for kind in kinds if not path.by_kind.get(kind)]
    missing = [kind for kind in lacking if kind not in path.undated]
    undated = [path.undated[kind] for kind in lacking if kind in path.undated]
    subject = Subject.of(path.course)
    if missing:
        message = N_(
            "Session 1 is planned for {day}; before it, no appointment is entered for: {steps}.",
            day=first.on,
            steps=tuple(APPOINTMENT_KINDS[kind] for kind in missing),
        )
        fixes = (*_all_at_once(journey, path, missing), _enter(journey, path, missing[0], len(missing) > 1))
        yield Finding(CODE, Severity.WARNING, message, subject, None, fixes, first.on)
    if undated:
        message = N_(
            "Session 1 is planned for {day}; before it, no day is entered for: {steps}.",
            day=first.on,
            steps=tuple(APPOINTMENT_KINDS[one.kind] for one in undated),
        )
        ways = tuple(_date(one) for one in undated)
        yield Finding(CODE, Severity.WARNING, message, subject, None, ways, first.on)
    if not journey.mdt_meetings and not any(a.kind in _CONSULTED for a in journey.appointments):
        message = N_("Session 1 is planned for {day}; no MDT board or consultation is entered.", day=first.on)
        way = Fix(N_("Enter the appointment"), EnterNew(Subject.of(journey, "appointments")))
        yield Finding(CODE, Severity.NOTE, message, subject, None, (way,), first.on)


def _during(
    journey: Journey, path: CoursePath, first: Milestone, last: Milestone, most: int, today: dt.date
) -> Iterator[Finding]:
    """The longest stretch of the course that is still to come and has no review in it."""
    reviews = sorted(one.on for one in path.all_of(*_REVIEWS) if first.on <= one.on <= last.on)
    stretches = [
        (later - earlier, earlier, later)
        for earlier, later in pairwise((first.on, *reviews, last.on))
        if (later - earlier).days > most and later >= today
    ]
    if not stretches:
        return
    length, earlier, later = max(stretches)
    message = (
        NN_(
            "Between {first} and {last}, {count} day later, no review with the doctor is entered.",
            "Between {first} and {last}, {count} days later, no review with the doctor is entered.",
            length.days,
            first=earlier,
            last=later,
        )
        if reviews
        else NN_(
            "The course takes {count} day, {first} to {last}, both included, without a review with the "
            "doctor.",
            "The course takes {count} days, {first} to {last}, both included, without a review with the "
            "doctor.",
            length.days + 1,  # the overall time of the course, as it is shown
            first=earlier,
            last=later,
        )
    )
    way = _enter(journey, path, AppointmentKind.WEEKLY_REVIEW)
    yield Finding(CODE, Severity.WARNING, message, Subject.of(path.course), None, (way,), earlier)


def _after(journey: Journey, path: CoursePath, last: Milestone) -> Iterator[Finding]:
    subject = Subject.of(path.course)
    if not path.by_kind.get(AppointmentKind.END_REVIEW):
        message = (
            N_(
                "The review at the end of treatment has no day yet; the last session is on {day}.",
                day=last.on,
            )
            if AppointmentKind.END_REVIEW in path.undated
            else N_(
                "No review at the end of treatment is entered; the last session is on {day}.", day=last.on
            )
        )
        way = _enter(journey, path, AppointmentKind.END_REVIEW)
        yield Finding(CODE, Severity.WARNING, message, subject, None, (way,), last.on)
    if not any(path.by_kind.get(kind) for kind in _AFTERWARDS):
        undated = [kind for kind in _AFTERWARDS if kind in path.undated]
        message = (
            N_("The follow-up has no day yet; the last session is on {day}.", day=last.on)
            if undated
            else N_("No follow-up is entered; the last session is on {day}.", day=last.on)
        )
        way = _enter(journey, path, undated[0] if undated else AppointmentKind.FOLLOW_UP)
        yield Finding(CODE, Severity.NOTE, message, subject, None, (way,), last.on)
    seen, patient = outline(journey), journey.patient
    if patient is None or any(one.kind is DocumentKind.FIT_TO_FLY for one in journey.documents):
        return
    flights = [
        crossing
        for crossing in seen.crossings
        if crossing.traveller == patient.id
        and not crossing.is_inward
        and crossing.on >= last.on
        and crossing.leg.mode is LegMode.FLIGHT
    ]
    if flights:
        message = N_(
            "The patient flies on {day}; a fit-to-fly certificate is not among the documents.",
            day=flights[0].on,
        )
        known = (("kind", DocumentKind.FIT_TO_FLY), ("traveller", patient.id))
        certificate = EnterNew(Subject.of(journey, "documents"), known)
        yield Finding(
            CODE,
            Severity.NOTE,
            message,
            Subject.of(flights[0].leg),
            None,
            (Fix(N_("Enter the document"), certificate),),
            flights[0].on,
        )


def _enter(journey: Journey, path: CoursePath, kind: AppointmentKind, is_one_of_several: bool = False) -> Fix:
    """The form of a step; of one that is there and has no day yet, that form."""
    if (undated := path.undated.get(kind)) is not None:
        return _date(undated)
    label = (
        N_("Enter: {step}", step=APPOINTMENT_KINDS[kind])
        if is_one_of_several
        else N_("Enter the appointment")
    )
    return Fix(label, EnterNew(Subject.of(journey, "appointments"), (("kind", kind), *_of(path))))


def _all_at_once(journey: Journey, path: CoursePath, kinds: Sequence[AppointmentKind]) -> Iterator[Fix]:
    """All of them without a day, as one step; nobody guesses when they are."""
    if len(kinds) < 2:
        return
    patient = journey.patient
    who = (("travellers", (patient.id,)),) if patient is not None else ()
    several = tuple((("kind", kind), *_of(path), *who) for kind in kinds)
    label = NN_("Enter {count} step, day not known yet", "Enter all {count}, days not known yet", len(kinds))
    yield Fix(label, EnterAll(Subject.of(journey, "appointments"), several))


def _of(path: CoursePath) -> tuple[tuple[str, object], ...]:
    return (("course", path.course.id),)


def _date(appointment: Appointment) -> Fix:
    label = N_("Enter the day: {step}", step=APPOINTMENT_KINDS[appointment.kind])
    return Fix(label, OpenField(Subject.of(appointment, "starts")))
