"""The milestones of a course on the pathway (domain facts 1.1): what must come before what, and when it is.

Consent, markers, simulation, planning, plan check, first session; reviews while it runs; a review at its end.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from planner.record.appointment import Appointment, AppointmentKind, AppointmentState
from planner.record.course import Course
from planner.record.fraction import Fraction
from planner.record.journey import Journey
from planner.record.when import When
from planner.schedule.instant import start_of
from planner.schedule.outline import Outline, outline

#: What comes before the first session, in order. Not every journey has all of it.
PREPARATION = (
    AppointmentKind.INFORMED_CONSENT,
    AppointmentKind.FIDUCIAL_MARKERS,
    AppointmentKind.SIMULATION,
    AppointmentKind.PLANNING,
    AppointmentKind.PLAN_QA,
)
#: What comes after the last session.
AFTERWARDS = (
    AppointmentKind.END_REVIEW,
    AppointmentKind.DISCHARGE,
    AppointmentKind.FOLLOW_UP,
    AppointmentKind.TELE_REVIEW,
)
_STANDS = (AppointmentState.PLANNED, AppointmentState.DONE)


class Milestone(NamedTuple):
    """An appointment or a session on the pathway. ``on`` is its day by the calendar of the country."""

    thing: Appointment | Fraction
    when: When
    on: dt.date

    def precedes(self, other: Milestone) -> bool:
        """Whether it begins before ``other``; by the day alone while either has no time."""
        if self.when.time is None or other.when.time is None:
            return self.on < other.on
        return start_of(self.when) < start_of(other.when)


@dataclass(frozen=True, slots=True)
class CoursePath:
    """The milestones of one course that stand: appointments by kind, in order, and its sessions, if any.

    ``undated`` are its appointments that have no day yet, the first of each kind.
    """

    course: Course
    by_kind: dict[AppointmentKind, tuple[Milestone, ...]]
    first: Milestone | None
    last: Milestone | None
    undated: Mapping[AppointmentKind, Appointment]

    def all_of(self, *kinds: AppointmentKind) -> tuple[Milestone, ...]:
        """The appointments of these kinds, in the order of the kinds."""
        return tuple(milestone for kind in kinds for milestone in self.by_kind.get(kind, ()))

    def first_of(self, kind: AppointmentKind) -> Milestone | None:
        """The earliest appointment of a kind."""
        return next(iter(self.by_kind.get(kind, ())), None)


_latest: tuple[Journey, tuple[CoursePath, ...]] | None = None


def course_paths(journey: Journey) -> tuple[CoursePath, ...]:
    """One for each course; an appointment that names none belongs to the only one there is.

    Kept while the same journey is asked for again and again.
    """
    global _latest  # one slot; whoever loses a race only derives it again
    found = _latest
    if found is None or found[0] is not journey:
        seen = outline(journey)
        alone = len(journey.courses) == 1
        undated = tuple(one for one in journey.appointments if one.starts is None)
        paths = tuple(
            _path(seen, course, [a for a in (*seen.appointments, *undated) if _is_of(a, course, alone)])
            for course in journey.courses
        )
        found = _latest = journey, paths
    return found[1]


def _is_of(appointment: Appointment, course: Course, alone: bool) -> bool:
    if appointment.state not in _STANDS:
        return False
    return appointment.course == course.id or (alone and appointment.course is None)


def _path(seen: Outline, course: Course, appointments: Iterable[Appointment]) -> CoursePath:
    by_kind: dict[AppointmentKind, list[Milestone]] = {}
    undated: dict[AppointmentKind, Appointment] = {}
    for appointment in appointments:
        if appointment.starts is None:
            undated.setdefault(appointment.kind, appointment)
            continue
        by_kind.setdefault(appointment.kind, []).append(_milestone(seen, appointment, appointment.starts))
    sessions = seen.sessions(course)
    return CoursePath(
        course,
        {kind: tuple(found) for kind, found in by_kind.items()},
        _milestone(seen, sessions[0], sessions[0].starts) if sessions else None,
        _milestone(seen, sessions[-1], sessions[-1].starts) if sessions else None,
        undated,
    )


def _milestone(seen: Outline, thing: Appointment | Fraction, starts: When) -> Milestone:
    when = (thing.delivered_at or starts) if isinstance(thing, Fraction) else starts
    return Milestone(thing, when, seen.date_there(when))
