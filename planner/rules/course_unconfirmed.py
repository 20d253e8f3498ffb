"""``course.unconfirmed``: sessions of the next days are not confirmed by the centre."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.fraction import FractionState
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.outline import outline

CODE = "course.unconfirmed"


def course_unconfirmed(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Raised once a course, when a session from today to the limit's last day (included) is among them.

    It names the first session that waits, so that it says the same until that one is confirmed or given.
    """
    until = today + dt.timedelta(reference.limits.confirmation_days)
    for course in journey.courses:
        waiting = [
            session
            for session in outline(journey).sessions(course)
            if session.state is FractionState.PLANNED and session.confirmation is None
        ]
        if not any(today <= session.starts.date <= until for session in waiting):
            continue
        first = waiting[0]
        subject = Subject("fraction", first.id, "confirmation")
        yield Finding(
            CODE,
            Severity.WARNING,
            N_(
                "The centre has not confirmed the sessions from number {number} on, {day}.",
                number=first.number,
                day=first.starts.date,
            ),
            subject,
            None,
            (Fix(N_("Enter the confirmation"), OpenField(subject)),),
            first.starts.date,
        )
