"""What only shows when journeys are looked at together, and which of them a change of facts touches."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planner.message import N_, Message
from planner.record.course import Course
from planner.record.fraction import Fraction
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.record.passport import Passport
from planner.record.subject import Subject
from planner.record.traveller import Traveller
from planner.reference.reference import Reference
from planner.rules.check import check
from planner.rules.finding import Finding, Fix, OpenField, Severity
from planner.schedule.agenda import agenda
from planner.schedule.engagements import Engagement, clashes, engagements
from planner.schedule.instant import instant
from planner.schedule.planned_fraction import is_to_come

DOUBLE_BOOKED = "contact.double-booked"
ROOM_SHARED = "course.room-shared"
PASSPORT_SHARED = "passport.in-two-journeys"


@dataclass(frozen=True, slots=True)
class CaseloadFinding:
    """A finding of one journey that rests on another as well."""

    journey: JourneyId
    finding: Finding
    with_journey: JourneyId


@dataclass(frozen=True, slots=True)
class Touched:
    """A journey that other facts about the world touch: what is found now and was not, and the other way."""

    journey: JourneyId
    appeared: tuple[Finding, ...]
    gone: tuple[Finding, ...]


def check_caseload(
    journeys: Iterable[Journey], reference: Reference, today: dt.date
) -> tuple[CaseloadFinding, ...]:
    """What is wrong between ``journeys`` (those that are active) from ``today`` on, the worst first.

    Each is told once for either journey, in the words of that one.
    """
    all_of_them = tuple(journeys)
    found = [
        *_double_booked(all_of_them, reference, today),
        *_rooms_shared(all_of_them, today),
        *_passports_shared(all_of_them),
    ]
    return tuple(sorted(found, key=lambda one: one.finding.order))


def touched(
    journeys: Iterable[Journey], before: Reference, after: Reference, today: dt.date
) -> tuple[Touched, ...]:
    """The journeys of which the rules say something else by ``after`` than by ``before``, in order.

    ``after`` has another calendar, policy or limit: a notice imported, a policy renewed or ended.
    """
    found = []
    for journey in journeys:
        old = {_key(finding): finding for finding in check(journey, before, today)}
        new = {_key(finding): finding for finding in check(journey, after, today)}
        appeared = tuple(finding for key, finding in new.items() if key not in old)
        gone = tuple(finding for key, finding in old.items() if key not in new)
        if appeared or gone:
            found.append(Touched(journey.id, appeared, gone))
    return tuple(found)


def _key(finding: Finding) -> tuple[str, Subject, str]:
    """What makes two findings the same; a source alone, checked again, is nothing new."""
    return finding.code, finding.subject, finding.facts


def _double_booked(
    journeys: tuple[Journey, ...], reference: Reference, today: dt.date
) -> Iterator[CaseloadFinding]:
    """An interpreter or driver whom two journeys have asked for at the same time."""
    booked = [one for journey in journeys for one in engagements(journey, today)]
    for earlier, later in clashes(booked, reference.limits.appointment_travel_minutes):
        if earlier.journey is not later.journey:
            yield _asked_twice(later, earlier)
            yield _asked_twice(earlier, later)


def _asked_twice(own: Engagement, other: Engagement) -> CaseloadFinding:
    finding = Finding(
        DOUBLE_BOOKED,
        Severity.WARNING,
        N_(
            "{name}, asked for at {what} on {starts}, is also asked for by another journey, {journey}: "
            "{other} on {other_starts}.",
            name=agenda(own.journey).contact_called(own.contact),
            what=agenda(own.journey).called(own.thing),
            starts=own.when,
            journey=_called(other.journey),
            other=agenda(other.journey).called(other.thing),
            other_starts=other.when,
        ),
        own.subject,
        None,
        (Fix(N_("Name somebody else"), OpenField(own.subject)),),
        own.when.date,
    )
    return CaseloadFinding(own.journey.id, finding, other.journey.id)


def _rooms_shared(journeys: tuple[Journey, ...], today: dt.date) -> Iterator[CaseloadFinding]:
    """Two patients who have the same treatment room at the same time."""
    rooms: dict[tuple[str, str], list[tuple[int, int, Journey, Fraction]]] = defaultdict(list)
    for journey in journeys:
        for course in journey.courses:
            for session in course.fractions:
                if session.starts.date < today or not is_to_come(session.state):
                    continue
                room, start = _room(course, session), instant(session.starts)
                if room and course.centre is not None and start is not None:
                    minutes = session.duration_minutes or course.session_minutes or 0
                    rooms[course.centre, room].append((start, start + 60 * minutes, journey, session))
    for taken in rooms.values():
        taken.sort(key=lambda one: one[:2])
        busy = taken[0]
        for one in taken[1:]:
            if one[2] is not busy[2] and (one[0] < busy[1] or one[0] == busy[0]):
                yield _room_shared((one[2], one[3]), (busy[2], busy[3]))
                yield _room_shared((busy[2], busy[3]), (one[2], one[3]))
            if one[1] >= busy[1]:
                busy = one


def _room(course: Course, session: Fraction) -> str:
    return (session.room or course.room).best("zh_CN", "en").strip()


def _room_shared(own: tuple[Journey, Fraction], other: tuple[Journey, Fraction]) -> CaseloadFinding:
    subject = Subject.of(own[1], "starts")
    finding = Finding(
        ROOM_SHARED,
        Severity.WARNING,
        N_(
            "Session {number} on {starts} is in the same room and at the same time as session {other_number} "
            "of another journey, {journey}, on {other_starts}. Ask the centre.",
            number=own[1].number,
            starts=own[1].starts,
            other_number=other[1].number,
            journey=_called(other[0]),
            other_starts=other[1].starts,
        ),
        subject,
        None,
        (Fix(N_("Change the session"), OpenField(subject)),),
        own[1].starts.date,
    )
    return CaseloadFinding(own[0].id, finding, other[0].id)


def _passports_shared(journeys: tuple[Journey, ...]) -> Iterator[CaseloadFinding]:
    """One passport under two names: a number mistyped, or two people mixed up."""
    holders: dict[tuple[str, str], list[tuple[Journey, Traveller, Passport]]] = defaultdict(list)
    for journey in journeys:
        for traveller in journey.travellers:
            for passport in traveller.passports:
                if passport.number:
                    key = passport.issuing_state, passport.number
                    holders[key].append((journey, traveller, passport))
    for held in holders.values():
        for journey, traveller, passport in held:
            other = next((one for one in held if one[0] is not journey and _differ(one[1], traveller)), None)
            if other is not None:
                yield _passport_shared(journey, traveller, passport, other[0], other[1])


def _differ(one: Traveller, other: Traveller) -> bool:
    return one.full_name.casefold() != other.full_name.casefold()


def _passport_shared(
    journey: Journey, traveller: Traveller, passport: Passport, other: Journey, holder: Traveller
) -> CaseloadFinding:
    subject = Subject.of(passport, "number")
    finding = Finding(
        PASSPORT_SHARED,
        Severity.WARNING,
        N_(
            "Passport {number} of {name} is also that of {other}, of another journey, {journey}.",
            number=passport.number,
            name=agenda(journey).called(traveller),
            other=agenda(other).called(holder),
            journey=_called(other),
        ),
        subject,
        None,
        (Fix(N_("Open the passport"), OpenField(subject)),),
    )
    return CaseloadFinding(journey.id, finding, other.id)


def _called(journey: Journey) -> str | Message:
    """The reference of a journey, else whose it is."""
    patient = journey.patient
    return journey.reference or (patient.full_name if patient else "") or N_("one without a name")
