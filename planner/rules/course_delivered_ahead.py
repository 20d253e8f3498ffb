"""``course.delivered-ahead``: a session is marked as delivered, and its day is still to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.fraction import FractionState
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject

CODE = "course.delivered-ahead"


def course_delivered_ahead(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """By the day it was given, where one is entered. Either the mark or the day is wrong, and the tally."""
    for course in journey.courses:
        for session in course.fractions:
            day = (session.delivered_at or session.starts).date
            if session.state is not FractionState.DELIVERED or day <= today:
                continue
            subject = Subject("fraction", session.id, "state")
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "Session {number} is marked as delivered on {day}, which is still to come.",
                    number=session.number,
                    day=day,
                ),
                subject,
                None,
                (Fix(N_("Look at the session"), OpenField(subject)),),
                day,
            )
