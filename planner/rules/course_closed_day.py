"""``course.closed-day``: a session is planned on a day on which the centre does not treat."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.course_sessions import centre_zone, session_moment, treatment_days_of
from planner.schedule.labels import day_reason_label
from planner.schedule.outline import outline
from planner.schedule.planned_fraction import is_to_come

CODE = "course.closed-day"


def course_closed_day(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """By the centre's own dated policy; one that a second look confirms is an exception to enter there."""
    for course in journey.courses:
        days = treatment_days_of(journey, course, reference.calendars)
        zone = centre_zone(journey, course)
        for session in outline(journey).sessions(course):
            if not is_to_come(session.state):
                continue
            day = days.day(session_moment(session, zone).date)
            if day.is_open:
                continue
            policy = days.policy_on(day.date)
            subject = Subject("fraction", session.id, "starts")
            fixes = [Fix(N_("Move the session"), OpenField(subject))]
            if course.centre is not None:
                centre = Subject("place", course.centre, "treatment_days")
                fixes.append(Fix(N_("Enter that the centre treats on this day"), OpenField(centre)))
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "Session {number} is on {day}, when the centre does not treat: {reason}.",
                    number=session.number,
                    day=day.date,
                    reason=day_reason_label(day),
                ),
                subject,
                Source(policy.source, "", policy.checked_on) if policy and policy.source else None,
                tuple(fixes),
                day.date,
            )
