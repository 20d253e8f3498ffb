"""``course.overall-time-exceeded``: the course takes longer than the clinician said is tolerated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.errors import InputError
from planner.message import N_, NN_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.course_sessions import pattern_of, planned_fractions, treatment_days_of
from planner.schedule.lay import lay

CODE = "course.overall-time-exceeded"

_SOURCE = Source(
    N_("Royal College of Radiologists, The timely delivery of radical radiotherapy, 4th edition (2019)")
)


def course_overall_time_exceeded(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """First to last day, both included, against the same course laid from its first day without interruption.

    Only where the clinician entered a tolerance, in calendar days; the program knows none of its own.
    """
    for course in journey.courses:
        tolerated, prescribed = course.tolerated_prolongation_days, course.fractions_prescribed
        if tolerated is None or not prescribed or not course.fractions:
            continue
        days = treatment_days_of(journey, course, reference.calendars)
        every = planned_fractions(journey, course, days)
        standing = [one for one in every if one.stands]
        if not standing:
            continue
        first, last = every[0].date, standing[-1].date
        try:
            undisturbed = lay(prescribed, first, days, pattern_of(journey, course))[-1].date
        except InputError:  # the centre has too few treatment days: course.closed-day and others say so
            continue
        overall = (last - first).days + 1
        planned = (undisturbed - first).days + 1
        if overall <= planned + tolerated:
            continue
        subject = Subject("course", course.id, "tolerated_prolongation_days")
        yield Finding(
            CODE,
            Severity.WARNING,
            N_(
                "The course now takes {overall}, from {first} to {last}. Undisturbed it takes {planned}; "
                "the clinician tolerates {tolerated} more. Tell the centre.",
                overall=NN_("{count} day", "{count} days", overall),
                first=first,
                last=last,
                planned=NN_("{count} day", "{count} days", planned),
                tolerated=NN_("{count} day", "{count} days", tolerated),
            ),
            subject,
            Source.of(reference.policies.get("course.timely-delivery")),
            (Fix(N_("Look at the tolerance"), OpenField(subject)),),
            undisturbed + dt.timedelta(tolerated),
        )
