"""``course.outcome-missing``: a session is over, and nobody has said whether it was given or missed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.outline import outline
from planner.schedule.planned_fraction import is_to_come

CODE = "course.outcome-missing"


def course_outcome_missing(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """From the day after the session on; without it the tally and every later date are guesses."""
    for course in journey.courses:
        for session in outline(journey).sessions(course):
            if not is_to_come(session.state) or session.starts.date >= today:
                continue
            subject = Subject("fraction", session.id, "state")
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "Session {number} on {day} is over; mark it as delivered or missed.",
                    number=session.number,
                    day=session.starts.date,
                ),
                subject,
                None,
                (Fix(N_("Mark the session"), OpenField(subject)),),
                session.starts.date,
            )
