"""``course.gap-too-short``: two sessions are closer together than they may be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.instant import instant
from planner.schedule.outline import outline

CODE = "course.gap-too-short"

_SOURCE = Source(
    N_("Royal College of Radiologists, The timely delivery of radical radiotherapy, 4th edition (2019)")
)


def course_gap_too_short(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Elapsed hours between known times, across any change of clocks.

    An approved second session on a day needs the hours between the two of a day; sessions of different
    days need those of an ordinary night.
    """
    limits = reference.limits
    for course in journey.courses:
        for earlier, later in pairwise(outline(journey).sessions(course)):
            start, end = instant(earlier.starts), instant(later.starts)
            if start is None or end is None:
                continue
            same_day = earlier.starts.date == later.starts.date
            needed = limits.second_session_hours if same_day else limits.fraction_gap_minimum_hours
            minutes = (end - start) // 60
            if minutes >= needed * 60:
                continue
            subject = Subject("fraction", later.id, "starts")
            yield Finding(
                CODE,
                Severity.BLOCKER if same_day else Severity.WARNING,
                N_(
                    "Sessions {first} and {second} on {day} are {hours} h {minutes} min apart; "
                    "at least {needed} h is expected. Ask the centre.",
                    first=earlier.number,
                    second=later.number,
                    day=later.starts.date,
                    hours=minutes // 60,
                    minutes=minutes % 60,
                    needed=needed,
                ),
                subject,
                Source.of(reference.policies.get("course.timely-delivery")),
                (Fix(N_("Move the session"), OpenField(subject)),),
                later.starts.date,
            )
