"""Laying the sessions of a course, or more of them, as one edit; fewer are ordered by re-planning it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from planner.edits.edit import Edit
from planner.errors import InputError
from planner.message import N_, NN_
from planner.record.course import Course
from planner.record.fraction import Fraction
from planner.record.ids import FractionId
from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.when import When
from planner.reference.reference import Calendars, Reference
from planner.schedule.course_sessions import centre_zone, pattern_of, treatment_days_of
from planner.schedule.later_start import later_start
from planner.schedule.lay import lay
from planner.schedule.planned_fraction import PlannedFraction
from planner.schedule.session_pattern import SessionPattern


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


@dataclass(frozen=True, slots=True, kw_only=True)
class LongGap:
    """Two sessions following each other that would be more days apart than the agency's limit.

    ``spared_from`` is the first later start without such a gap, ``None`` where none is near enough.
    """

    before: PlannedFraction
    after: PlannedFraction
    days: int
    limit_days: int
    spared_from: dt.date | None


#: Who waits so long for the first session has the longest rows of holidays behind them: National Day with
#: Mid-Autumn, the Spring Festival.
_LATER_DAYS = 42


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
    days = treatment_days_of(journey, course, calendars)
    laid = lay(wanted.fractions, wanted.start, days, _pattern(journey, course, wanted))
    return tuple(replace(one, number=one.number + last) for one in laid)


def longest_gap_to_lay(
    journey: Journey, course_id: str, wanted: Laying, reference: Reference
) -> LongGap | None:
    """The longest gap among the sessions that would be laid, where it is beyond the agency's limit.

    What to do about it the centre says; a later start is a figure to ask about. Raises: InputError as
    ``sessions_to_lay``.
    """
    limit = reference.limits.fraction_gap_days
    laid = sessions_to_lay(journey, course_id, wanted, reference.calendars)
    before, after = max(pairwise(laid), key=lambda pair: _apart(*pair), default=(laid[0], laid[0]))
    if _apart(before, after) <= limit:
        return None
    course = _course(journey, course_id)
    spared = later_start(
        wanted.fractions,
        wanted.start,
        treatment_days_of(journey, course, reference.calendars),
        _pattern(journey, course, wanted),
        longest_gap_days=limit,
        within_days=_LATER_DAYS,
    )
    return LongGap(
        before=before,
        after=after,
        days=_apart(before, after),
        limit_days=limit,
        spared_from=spared[0].date if spared else None,
    )


def _apart(before: PlannedFraction, after: PlannedFraction) -> int:
    return (after.date - before.date).days


def _pattern(journey: Journey, course: Course, wanted: Laying) -> SessionPattern:
    return replace(
        pattern_of(journey, course), daily_time=wanted.time, weekdays=wanted.weekdays, room=wanted.room
    )


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
