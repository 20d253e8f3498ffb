"""``course.treatment-days-unstated``: nobody has said on which days the centre treats."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.course_sessions import centre_of, session_dates, treatment_days_of

CODE = "course.treatment-days-unstated"


def course_treatment_days_unstated(
    journey: Journey, reference: Reference, today: dt.date
) -> Iterator[Finding]:
    """Centres differ by up to twelve days over a long holiday (domain facts 8.2), so it must be asked."""
    for course in journey.courses:
        centre = centre_of(journey, course)
        if centre is None or any(one.valid_from is None for one in centre.treatment_days):
            continue
        days = treatment_days_of(journey, course, reference.calendars)
        first = min(session_dates(journey, course).values(), default=None)
        if first is None or days.policy_on(first) is not None:
            continue
        subject = Subject("place", centre.id, "treatment_days")
        yield Finding(
            CODE,
            Severity.WARNING,
            N_(
                "Nobody has entered on which days {centre} treats; office days are assumed from {day}.",
                centre=centre.name,
                day=first,
            ),
            subject,
            None,
            (Fix(N_("Enter the centre’s treatment days"), OpenField(subject)),),
            first,
        )
