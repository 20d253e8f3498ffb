"""Laying the sessions of a course, or more of them, as one edit; fewer are ordered by re-planning it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from planner.edits.edit import Edit
from planner.errors import InputError
from planner.message import N_, NN_
from planner.record.course import Course
from planner.record.fraction import Fraction
from planner.record.ids import FractionId
from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.when import When
from planner.reference.reference import Calendars
from planner.schedule.course_sessions import centre_zone, pattern_of, treatment_days_of
from planner.schedule.lay import lay
from planner.schedule.planned_fraction import PlannedFraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Laying:
    """What is asked for: so many sessions, none before ``start``, at ``time`` by the centre's clock.

    ``weekdays`` (ISO, 1 Monday … 7 Sunday) are the only ones used, empty for every treatment day.
    """

    start: dt.date
    fractions: int
    time: dt.time | None = None
    weekdays: tuple[int, ...] = ()
    room: Text = Text()


def sessions_to_lay(
    journey: Journey, course_id: str, wanted: Laying, calendars: Calendars
) -> tuple[PlannedFraction, ...]:
    """Where the sessions would fall on the centre's treatment days; nothing is changed.

    They are numbered on from those that stand. Raises: InputError as ``planner.schedule.lay``, and where a
    session that stands is on or after ``start``.
    """
    course = _course(journey, course_id)
    last = max((one.number for one in course.fractions if one.stands), default=0)
    standing = [one.starts.date for one in course.fractions if one.stands]
    if standing and wanted.start <= max(standing):
        raise InputError(
            N_(
                "Session {number} stands on {date}; more can begin after it.", number=last, date=max(standing)
            ),
            N_("To move sessions that are planned already, re-plan the course."),
        )
    pattern = replace(
        pattern_of(journey, course), daily_time=wanted.time, weekdays=wanted.weekdays, room=wanted.room
    )
    laid = lay(wanted.fractions, wanted.start, treatment_days_of(journey, course, calendars), pattern)
    return tuple(replace(one, number=one.number + last) for one in laid)


def lay_course(
    journey: Journey,
    course_id: str,
    wanted: Laying,
    calendars: Calendars,
    *,
    new_id: Callable[[], str],
) -> Edit:
    """Give the course these sessions after those it has; its usual time, days and room become these."""
    laid = sessions_to_lay(journey, course_id, wanted, calendars)
    ids = [FractionId(new_id()) for _ in laid]

    def change(current: Journey) -> Journey:
        course = _course(current, course_id)
        zone = centre_zone(current, course)
        fresh = tuple(
            Fraction(
                id=id,
                number=one.number,
                starts=When(date=one.date, time=one.time, zone=zone),
                duration_minutes=course.session_minutes,
                room=one.room,
            )
            for id, one in zip(ids, laid, strict=True)
        )
        after = replace(
            course,
            daily_time=wanted.time,
            weekly_pattern=wanted.weekdays,
            room=wanted.room,
            fractions=(*course.fractions, *fresh),
        )
        courses = tuple(after if one.id == course_id else one for one in current.courses)
        return replace(current, courses=courses)

    return Edit(NN_("Lay {count} session", "Lay {count} sessions", len(laid)), journey.id, change)


def _course(journey: Journey, course_id: str) -> Course:
    course = next((one for one in journey.courses if one.id == course_id), None)
    if course is None:
        raise InputError(N_("There is no course “{id}” in this journey.", id=course_id))
    return course
