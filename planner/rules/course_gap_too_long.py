"""``course.gap-too-long``: a session is more days after the one before than the agency's limit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from planner.message import N_, NN_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Source, Subject
from planner.schedule.course_sessions import centre_zone, session_moment
from planner.schedule.outline import outline
from planner.schedule.planned_fraction import is_to_come

CODE = "course.gap-too-long"

_SOURCE = Source(
    N_("Royal College of Radiologists, The timely delivery of radical radiotherapy, 4th edition (2019)")
)


def course_gap_too_long(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Counted from the date of one session to that of the next, as the longest gap of a course is shown.

    What to do about it the centre says.
    """
    limit = reference.limits.fraction_gap_days
    for course in journey.courses:
        zone = centre_zone(journey, course)
        for earlier, later in pairwise(outline(journey).sessions(course)):
            first, second = session_moment(earlier, zone).date, session_moment(later, zone).date
            gap = (second - first).days
            if gap <= limit or not is_to_come(later.state):
                continue
            subject = Subject("fraction", later.id, "starts")
            yield Finding(
                CODE,
                Severity.WARNING,
                NN_(
                    "Session {second} ({to_day}) is {count} day after session {first} ({from_day}). "
                    "Ask the centre whether that is acceptable.",
                    "Session {second} ({to_day}) is {count} days after session {first} ({from_day}). "
                    "Ask the centre whether that is acceptable.",
                    gap,
                    first=earlier.number,
                    from_day=first,
                    second=later.number,
                    to_day=second,
                ),
                subject,
                Source.of(reference.policies.get("course.timely-delivery")),
                (
                    Fix(
                        N_("Make a task: ask the centre"),
                        MakeTask(
                            Subject("course", course.id),
                            N_(
                                "Ask the centre about the gap from {first} to {second}",
                                first=first,
                                second=second,
                            ),
                            first,
                        ),
                    ),
                    Fix(N_("Look at the sessions"), OpenField(subject)),
                ),
                first,
            )
