"""``course.second-session-unapproved``: two sessions on one day, approved by nobody named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.course_sessions import centre_zone, session_moment
from planner.schedule.outline import outline
from planner.schedule.planned_fraction import is_to_come

CODE = "course.second-session-unapproved"

_SOURCE = Source(
    N_("Royal College of Radiologists, The timely delivery of radical radiotherapy, 4th edition (2019)")
)


def course_second_session_unapproved(
    journey: Journey, reference: Reference, today: dt.date
) -> Iterator[Finding]:
    """A day by the centre's clock. A second session is only ever the clinician's decision, by name."""
    for course in journey.courses:
        zone = centre_zone(journey, course)
        for earlier, later in pairwise(outline(journey).sessions(course)):
            day = session_moment(later, zone).date
            if session_moment(earlier, zone).date != day or not is_to_come(later.state):
                continue
            if earlier.second_session_clinician or later.second_session_clinician:
                continue
            subject = Subject("fraction", later.id, "second_session_clinician")
            yield Finding(
                CODE,
                Severity.BLOCKER,
                N_(
                    "Sessions {first} and {second} are both on {day}; no clinician is named who approved it.",
                    first=earlier.number,
                    second=later.number,
                    day=day,
                ),
                subject,
                Source.of(reference.policies.get("course.timely-delivery")),
                (
                    Fix(N_("Name the clinician"), OpenField(subject)),
                    Fix(N_("Move the session"), OpenField(Subject("fraction", later.id, "starts"))),
                ),
                day,
            )
