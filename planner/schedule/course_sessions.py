"""A course of the record as the schedule sees it: its sessions, its pattern, its centre's days."""

from __future__ import annotations

import datetime as dt

from planner.record.course import Course
from planner.record.fraction import Fraction, FractionState
from planner.record.journey import Journey
from planner.record.place import Place
from planner.record.treatment_days import DatedPolicy
from planner.record.when import When, order_key
from planner.reference.reference import Calendars
from planner.reference.region import region_of
from planner.reference.work_calendar import WorkCalendar
from planner.schedule.planned_fraction import PlannedFraction
from planner.schedule.session_pattern import SessionPattern
from planner.schedule.treatment_days import TreatmentDays


def centre_of(journey: Journey, course: Course) -> Place | None:
    """The place where the course is given, or ``None`` while none is entered."""
    return next((place for place in journey.places if place.id == course.centre), None)


def centre_zone(journey: Journey, course: Course) -> str:
    """The IANA zone whose clock the sessions follow: the centre's, else that of the country of treatment."""
    centre = centre_of(journey, course)
    return (centre.zone if centre else "") or journey.zone


def centre_calendar(journey: Journey, course: Course | None, calendars: Calendars) -> WorkCalendar:
    """The public calendar where the centre is; without a course, that of the country of treatment."""
    centre = centre_of(journey, course) if course else None
    if centre is None or not centre.country:
        return calendars.of(region_of(journey.country))
    return calendars.of(region_of(centre.country, centre.subdivision))


def treatment_days_of(journey: Journey, course: Course, calendars: Calendars) -> TreatmentDays:
    """The days on which the course's centre treats; as offices do, where it has said nothing."""
    centre = centre_of(journey, course)
    return treatment_days_by(
        centre.treatment_days if centre else (), centre_calendar(journey, course, calendars)
    )


def treatment_days_by(policies: tuple[DatedPolicy, ...], calendar: WorkCalendar) -> TreatmentDays:
    """The days of a place with these policies, on the public calendar of its region."""
    found = _lately.get(id(policies))
    if found is None or found.policies is not policies or found.calendar is not calendar:
        if len(_lately) >= _MOST_REMEMBERED:
            _lately.clear()
        found = _lately[id(policies)] = TreatmentDays(policies, calendar)
    return found


#: Centres asked about lately, by the identity of their policies: several rules ask, of many journeys.
_lately: dict[int, TreatmentDays] = {}
_MOST_REMEMBERED = 64


def pattern_of(journey: Journey, course: Course) -> SessionPattern:
    """How the course is spread over treatment days, as the record says."""
    return SessionPattern(
        zone=centre_zone(journey, course),
        daily_time=course.daily_time,
        weekdays=course.weekly_pattern,
        per_week=course.fractions_per_week,
        room=course.room,
    )


def session_moment(fraction: Fraction, zone: str) -> When:
    """When a session was given, or is to be, on the clock of ``zone``."""
    moment = fraction.starts
    if fraction.state is FractionState.DELIVERED:
        moment = fraction.delivered_at or moment
    return moment if moment.zone == zone else moment.seen_from(zone) or moment


def planned_fractions(journey: Journey, course: Course, days: TreatmentDays) -> tuple[PlannedFraction, ...]:
    """Every session of the course, missed and cancelled ones included, in order of time.

    The clinician of a second session is told by id, which is all the schedule asks: whether there is one.
    """
    zone = centre_zone(journey, course)
    return tuple(
        PlannedFraction(
            number=fraction.number,
            date=moment.date,
            time=moment.time,
            state=fraction.state,
            provisional=days.day(moment.date).is_provisional,
            room=fraction.room,
            dose_delivered_gy_rbe=fraction.dose_delivered_gy_rbe,
            second_session_clinician=fraction.second_session_clinician or "",
        )
        for fraction, moment in _in_order(course, zone)
    )


def latest_sessions(course: Course) -> dict[int, Fraction]:
    """For each fraction, by its number, the session that stands, else the last of those missed."""
    found: dict[int, Fraction] = {}
    for one in sorted(course.fractions, key=lambda one: order_key(one.starts)):
        if one.stands or (one.state is FractionState.MISSED and not _stands(found.get(one.number))):
            found[one.number] = one
    return found


def _stands(fraction: Fraction | None) -> bool:
    return fraction is not None and fraction.stands


def session_dates(journey: Journey, course: Course) -> dict[int, dt.date]:
    """The date, at the centre, of the session that stands for each fraction, by its number."""
    zone = centre_zone(journey, course)
    return {one.number: session_moment(one, zone).date for one in course.fractions if one.stands}


def _in_order(course: Course, zone: str) -> list[tuple[Fraction, When]]:
    moments = [(fraction, session_moment(fraction, zone)) for fraction in course.fractions]
    return sorted(moments, key=lambda pair: (order_key(pair[1]), pair[0].number))
