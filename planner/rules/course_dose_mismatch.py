"""``course.dose-mismatch``: a session records another dose than the course prescribes per fraction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.fraction import FractionState
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject

CODE = "course.dose-mismatch"


def course_dose_mismatch(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Compares two entries and says they differ; which of them is right is for the centre."""
    for course in journey.courses:
        prescribed = course.dose_per_fraction_gy_rbe
        for session in course.fractions:
            given = session.dose_delivered_gy_rbe
            if (
                session.state is not FractionState.DELIVERED
                or None in (prescribed, given)
                or given == prescribed
            ):
                continue
            subject = Subject("fraction", session.id, "dose_delivered_gy_rbe")
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "Session {number} on {day} records {given} Gy(RBE); the course says {prescribed}. "
                    "Ask the centre which is right.",
                    number=session.number,
                    day=session.starts.date,
                    given=given,
                    prescribed=prescribed,
                ),
                subject,
                None,
                (
                    Fix(N_("Look at the session"), OpenField(subject)),
                    Fix(
                        N_("Look at the prescription"),
                        OpenField(Subject("course", course.id, "dose_per_fraction_gy_rbe")),
                    ),
                ),
                session.starts.date,
            )
